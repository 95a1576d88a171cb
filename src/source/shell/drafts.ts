import { baseName, type Draft } from './make.ts'
import type { Scope } from './variables.ts'
import type { Script, Word } from './word.ts'

/** `sudo A=1 command`: a word that is an assignment to what runs. */
export function assignmentOf(word: Word): Draft['assignments'][number] {
  const equals = word.prefix.indexOf('=')
  const value = { value: word.value?.slice(equals + 1), reason: word.reason, origin: word.origin }
  return { name: word.prefix.slice(0, equals), value, origin: word.origin }
}

/** The words of a script as one text: `eval` joins its words with blanks. */
export function scriptOf(words: readonly Word[], script: Script): Script {
  const offsets: number[] = []
  for (const word of words) {
    for (const offset of word.offsets) offsets.push(offset)
    offsets.push(offsets.at(-1) ?? 0)
  }
  const text = words.map((word) => word.template).join(' ')
  return { text, source: script.source, at: (offset) => script.at(offsets[Math.min(offset, offsets.length - 1)] ?? 0) }
}

const DECLARES: ReadonlySet<string> = new Set(['export', 'readonly', 'local', 'declare', 'typeset'])

// The special built-ins of POSIX that go on to a next command: what is assigned before one stays, `DEPS='a b' set -x`, but for bash.
const SPECIAL: ReadonlySet<string> = new Set([':', '.', 'eval', 'export', 'readonly', 'set', 'shift', 'times', 'trap', 'unset'])

/** How a script's shell takes assignments before a built-in: as POSIX says, or as bash does by that name. */
export type Dialect = 'posix' | 'bash'

/** What a command does to the variables of the scope that it runs in. */
export function assign(draft: Draft, scope: Scope, dialect: Dialect): void {
  const name = baseName(draft.words[0])
  if (!draft.words.length || (dialect === 'posix' && SPECIAL.has(name)))
    for (const one of draft.assignments) scope.set(one.name, one.value.value)
  if (DECLARES.has(name)) {
    for (const word of draft.words.slice(1)) {
      const equals = word.prefix.indexOf('=')
      if (equals > 0) scope.set(word.prefix.slice(0, equals), word.value?.slice(equals + 1))
    }
  }
  if (name === 'read' || name === 'mapfile' || name === 'readarray' || name === 'unset') {
    for (const word of draft.words.slice(1)) if (word.value && !word.value.startsWith('-')) scope.set(word.value, undefined)
  }
}
