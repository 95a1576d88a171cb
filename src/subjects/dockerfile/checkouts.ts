import type { Instruction, Stage } from '../../model/dockerfile.ts'
import { type Fields, itemsAt, textAt } from '../values.ts'

const CHECKOUT = /^git\s+(?:-C\s+(\S+)\s+)?(?:checkout|switch|reset)\s(.*)$/s
const MOVING = /(?:^|[\s"'/])(?:master|main|trunk|develop|HEAD)["']?\s*$/

/** The paths below a folder `src` in which a stage checks a version out with git: what `go get` fetched before Go had modules. */
export function checkoutsOf({ steps }: Stage, fieldsOf: (one: Instruction) => Fields): Readonly<Record<string, true>> {
  const found: Record<string, true> = {}
  for (const { instruction } of steps) {
    if (instruction.name !== 'run' || !instruction.joined.text.includes('git')) continue
    const fields = fieldsOf(instruction)
    let folder = textAt(fields, 'workdir') ?? ''
    for (const command of itemsAt(fields, 'commands')) {
      const text = textAt(command, 'text') ?? ''
      if (textAt(command, 'name') === 'cd') folder = text.replace(/^cd\s+|["']/g, '')
      const [, named, version = ''] = CHECKOUT.exec(text) ?? []
      const path = /\/src\/(.+?)\/*$/.exec(named?.replace(/["']/g, '') ?? folder)?.[1]
      if (version !== '' && !MOVING.test(version) && path !== undefined) found[path] = true
    }
  }
  return found
}
