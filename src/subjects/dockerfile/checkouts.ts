import type { Instruction, Stage } from '../../model/dockerfile.ts'
import { type Fields, itemsAt, textAt } from '../values.ts'

const CHECKOUT = /^git\s+(?:-C\s+(\S+)\s+)?(?:checkout|switch|reset)\s(.*)$/s
const SRC = '/src/'
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
      const path = pathBelow(named?.replace(/["']/g, '') ?? folder)
      if (version !== '' && !MOVING.test(version) && path !== '') found[path] = true
    }
  }
  return found
}

function pathBelow(folder: string): string {
  const at = folder.indexOf(SRC)
  return at < 0 ? '' : folder.slice(at + SRC.length).replace(/(?<!\/)\/+$/, '')
}
