import type { Directive } from '../../model/dockerfile.ts'
import { withoutEnd } from '../text.ts'
import { isSpace } from './spaces.ts'

const NAMES = ['syntax', 'escape', 'check'] as const

/** Reads `# name=value` lines at the top of the file, until a line that is none. */
export class DirectiveReader {
  readonly #seen = new Set<string>()
  #done = false

  /** `line` starts at its first character that is no space and stands at `offset`. */
  read(line: string, offset: number): Directive | { readonly twice: string } | undefined {
    if (this.#done) return undefined
    const found = line.startsWith('#') ? directive(line) : undefined
    if (!found) {
      this.#done = true
      return undefined
    }
    if (this.#seen.has(found.name)) return { twice: found.name }
    this.#seen.add(found.name)
    return { ...found, span: { start: offset, end: offset + line.length } }
  }
}

function directive(line: string): { name: Directive['name']; value: string } | undefined {
  let at = 1
  while (at < line.length && isSpace(line.charAt(at))) at++
  const match = /^([a-zA-Z][a-zA-Z0-9]*)[\t\n\f\r ]*=(.*)$/s.exec(line.slice(at))
  const name = NAMES.find((one) => one === match?.[1]?.toLowerCase())
  const value = withoutEnd((match?.[2] ?? '').replace(/^[\t\n\f\r ]+/, ''), '\t\n\f\r ')
  return name && value ? { name, value } : undefined
}
