import type { Heredoc } from '../../model/dockerfile.ts'
import { expandWord } from './lexer.ts'

const HEREDOC = /^(\d*)<<(-?)[\t\n\f\r ]*([^<]*)$/
const NOTHING = { get: () => undefined }

export type HeredocHead = Pick<Heredoc, 'name' | 'expand' | 'chomp'>

/** The here-documents that a line announces, in order. */
export function heredocsOf(line: string): HeredocHead[] {
  if (!line.includes('<<')) return []
  const words = expandWord(line, NOTHING, { escape: '\\', rawQuotes: true, rawEscapes: true, keepUnset: true })
  if ('error' in words) return []
  return words.words.flatMap((word) => heredocHead(word) ?? [])
}

/** What a word announces when it is a here-document; undefined when it is none. */
export function heredocHead(word: string): HeredocHead | undefined {
  const match = HEREDOC.exec(word)
  const rest = match?.[3] ?? ''
  if (!match || !rest) return undefined
  const plain = expandWord(rest, NOTHING, { escape: '\\', keepUnset: true })
  const raw = expandWord(rest, NOTHING, { escape: '\\', keepUnset: true, rawQuotes: true })
  if ('error' in plain || 'error' in raw || plain.words.length !== 1) return undefined
  const name = plain.words[0] ?? ''
  return { name, chomp: match[2] === '-', expand: quotes(name) === quotes(raw.words[0] ?? '') }
}

function quotes(word: string): number {
  return word.split(/['"]/).length - 1
}
