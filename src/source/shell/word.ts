import type { Word as WordNode, WordPart } from 'unbash'
import type { Origin } from '../../model/origin.ts'
import type { Source } from '../../model/position.ts'
import { originAt, type Reading } from '../origins.ts'
import { mayPutIn, TOO_LONG } from '../put-in.ts'
import { expand } from './expansion.ts'
import type { Variables } from './variables.ts'

/** A shell text and where each of its characters stands in the file. */
export interface Script {
  readonly text: string
  readonly source: Source
  /** The offset in the source of the character at an offset of the text. */
  readonly at: (offset: number) => number
}

/** A word of a command with its quotes taken off and its variables put in. */
export interface Word extends Reading {
  /** As written. */
  readonly text: string
  /** The characters before the first that is not known. */
  readonly prefix: string
  /** Starts with a quote, so that it stays one word whatever its variables hold. */
  readonly quoted: boolean
  /** The value, with what is not known left as an expansion: what a shell that is handed this word would read. */
  readonly template: string
  /** For each character of the template, its offset in the script; for what a variable put in, the variable's. */
  readonly offsets: readonly number[]
}

interface Builder {
  template: string
  offsets: number[]
  reason: string
  prefix: string | undefined
  /** Where in the template what variables outside of quotes put in begins and ends. */
  readonly loose: { readonly from: number; readonly to: number }[]
}

export function placeIn(script: Script, start: number, end: number): Origin {
  const from = script.at(start)
  const to = end > start ? script.at(end - 1) + 1 : from
  return originAt(script.source, { start: from, end: Math.max(from, to) })
}

/** A word that stays one: the value of an assignment, the target of a redirection. */
export function readWord(node: WordNode, script: Script, variables: Variables): Word {
  return wordOf(node, script, buildWord(node, script, variables))
}

/** The words that one of a command becomes: what a variable outside of quotes puts in is split at its blanks, and may be nothing. */
export function readWords(node: WordNode, script: Script, variables: Variables): Word[] {
  const into = buildWord(node, script, variables)
  const word = wordOf(node, script, into)
  if (word.value === undefined || !into.loose.some(({ from, to }) => from === to || /\s/.test(into.template.slice(from, to)))) return [word]
  return fieldsOf(into).map(({ from, to }) => {
    const value = word.template.slice(from, to)
    return { ...word, value, template: value, prefix: value, offsets: word.offsets.slice(from, to) }
  })
}

interface Field {
  readonly from: number
  readonly to: number
}

function fieldsOf({ template, loose }: Builder): Field[] {
  const fields: Field[] = []
  let start = 0
  const end = (at: number) => {
    if (at > start) fields.push({ from: start, to: at })
  }
  for (const { from, to } of loose) {
    for (let at = from; at < to; at++) {
      if (!/\s/.test(template.charAt(at))) continue
      end(at)
      start = at + 1
    }
  }
  end(template.length)
  return fields
}

function buildWord(node: WordNode, { source }: Script, variables: Variables): Builder {
  const into: Builder = { template: '', offsets: [], reason: '', prefix: undefined, loose: [] }
  if (node.parts) for (const part of node.parts) readPart(part, into, source, variables)
  else addLiteral(into, node.text, node.value, node.pos)
  return into
}

function wordOf(node: WordNode, script: Script, into: Builder): Word {
  return {
    text: node.text,
    value: into.reason === '' ? into.template : undefined,
    template: into.template,
    reason: into.reason,
    prefix: into.prefix ?? into.template,
    quoted: node.text.startsWith('"') || node.text.startsWith("'"),
    offsets: into.offsets,
    origin: placeIn(script, node.pos, node.end),
  }
}

function readPart(part: WordPart, into: Builder, source: Source, variables: Variables, quoted = false): void {
  switch (part.type) {
    case 'Literal':
      addLiteral(into, part.text, part.value, part.pos)
      break
    case 'SingleQuoted':
      addLiteral(into, part.value, part.value, part.pos + 1)
      break
    case 'AnsiCQuoted':
      addAt(into, part.value, part.pos)
      break
    case 'DoubleQuoted':
    case 'LocaleString':
      for (const child of part.parts) readPart(child, into, source, variables, true)
      break
    case 'SimpleExpansion':
    case 'ParameterExpansion': {
      const found = expand(part, variables)
      const from = into.template.length
      if (found.value === undefined) addUnknown(into, found.reason, part.text, part.pos)
      else if (mayPutIn(source, found.value)) addAt(into, found.value, part.pos)
      else addUnknown(into, TOO_LONG, part.text, part.pos)
      if (!quoted) into.loose.push({ from, to: into.template.length })
      break
    }
    case 'CommandExpansion':
    case 'ProcessSubstitution':
      addUnknown(into, 'depends on the output of a command', PLACEHOLDER, part.pos)
      break
    case 'ArithmeticExpansion':
      addUnknown(into, 'depends on a calculation', PLACEHOLDER, part.pos)
      break
    default:
      addLiteral(into, part.text, part.text, part.pos)
  }
}

// The commands of a substitution are read where they stand, so a second reading of the word must not find them again.
export const PLACEHOLDER = '$?'

function addUnknown(into: Builder, reason: string, template: string, at: number): void {
  into.prefix ??= into.template
  into.reason ||= reason
  addAt(into, template, at)
}

function addAt(into: Builder, value: string, at: number): void {
  into.template += value
  for (let index = 0; index < value.length; index++) into.offsets.push(at)
}

// The raw text and its value differ by escapes only, so each character of the value is the next equal one of the text.
function addLiteral(into: Builder, text: string, value: string, at: number): void {
  into.template += value
  if (text === value) {
    for (let index = 0; index < value.length; index++) into.offsets.push(at + index)
    return
  }
  let from = 0
  for (const character of value.split('')) {
    while (from < text.length && text[from] !== character) from++
    into.offsets.push(at + Math.min(from, text.length - 1))
    from++
  }
}
