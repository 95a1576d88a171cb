import type { CommandFlag } from '../../model/command.ts'
import { withOrigin } from '../../model/origin.ts'
import { originAt, setReading } from '../origins.ts'
import { optionsOf, takesValue } from './options.ts'
import type { Word } from './word.ts'
import { stopsAtOperand } from './wrappers.ts'

export interface Split {
  readonly flags: readonly CommandFlag[]
  readonly operands: readonly Word[]
  /** The first word that may hold flags nobody can see: an unquoted `$OPTIONS`. */
  readonly opaque: Word | undefined
}

// A variable that stands for options by its name; any other is taken for an operand, as its use says.
const OPTIONS_VARIABLE = /opt|flag|arg/i
const CLUSTER = /^-[A-Za-z0-9]/

/** Tells the words after a command's name into flags, their values and operands, by the GNU conventions and `options.ts`. */
export function splitFlags(command: string, words: readonly Word[]): Split {
  const options = optionsOf(command)
  const flags: CommandFlag[] = []
  const operands: Word[] = []
  let opaque: Word | undefined
  let index = 0
  const add = (word: Word, name: string, value: Word | undefined, from = 0) => flags.push(flag(word, name, value, from))
  for (; index < words.length; index++) {
    const word = words[index] as Word
    const text = word.value ?? word.prefix
    if (text === '--' && word.value !== undefined) break
    if (text === '' && word.value === undefined && !word.quoted && OPTIONS_VARIABLE.test(word.text)) opaque ??= word
    if (text.startsWith('--') || (options.single && CLUSTER.test(text))) {
      const equals = text.indexOf('=')
      if (equals > 0) add(word, text.slice(0, equals), word, equals + 1)
      else if (takesValue(options, text)) add(word, text, words[++index])
      else add(word, text, undefined)
    } else if (CLUSTER.test(text)) {
      const takes = cluster(text, options.short)
      for (const at of takes.letters) add(word, `-${text.charAt(at)}`, undefined)
      if (takes.valued === undefined) continue
      const name = `-${text.charAt(takes.valued)}`
      const inside = takes.valued + 1 < text.length || word.value === undefined
      add(word, name, inside ? word : words[++index], takes.valued + 1)
    } else {
      operands.push(word)
      if (stopsAtOperand(command)) break
    }
  }
  if (!options.handsOn) operands.push(...words.slice(index + 1))
  return { flags, operands, opaque }
}

// `-fsSLo file`: each letter is a flag until one takes the rest, or the next word, for its value.
function cluster(text: string, valued: string): { letters: number[]; valued: number | undefined } {
  const letters: number[] = []
  for (let at = 1; at < text.length && /[A-Za-z0-9]/.test(text.charAt(at)); at++) {
    if (valued.includes(text.charAt(at)) || text.charAt(at + 1) === '=') return { letters, valued: at }
    letters.push(at)
  }
  return { letters, valued: undefined }
}

function flag(word: Word, name: string, value: Word | undefined, from: number): CommandFlag {
  const made = { name }
  if (value === undefined) setReading(made, 'value', { value: '', reason: '', origin: word.origin })
  else
    setReading(made, 'value', {
      ...value,
      value: value.value === undefined ? undefined : value === word ? strip(value.value, from) : value.value,
    })
  const { source, span } = word.origin
  const place = originAt(source, span)
  const valued = value?.origin ?? place
  const child = (member: string | number) => (member === 'name' ? place : member === 'value' ? valued : undefined)
  return withOrigin(made as CommandFlag, { source, span, key: span, child })
}

function strip(value: string, from: number): string {
  const rest = value.slice(from)
  return rest.startsWith('=') ? rest.slice(1) : rest
}
