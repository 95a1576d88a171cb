import type { Word } from './word.ts'

export interface WrapperOptions {
  /** Letters that take a value. */
  readonly short: string
  readonly long?: readonly string[]
  /** NAME=value words may stand before the command. */
  readonly assignments?: boolean
  /** Operands before the command: the duration of `timeout`, the folder of `chroot`. */
  readonly skip?: number
  /** Letters with which it runs nothing: `command -v`. */
  readonly queries?: string
  /** The option without which the operands are no command. */
  readonly needs?: string
}

/** The index of the first word after the wrapper's own options; undefined where it runs nothing. */
export function optionEnd(words: readonly Word[], options: WrapperOptions): number | undefined {
  let at = 0
  for (; at < words.length; at++) {
    const text = words[at]?.value ?? words[at]?.prefix ?? ''
    if (text === '--') return at + 1
    if (!text.startsWith('-') || text === '-') return at
    if (text.startsWith('--')) {
      if (!text.includes('=') && options.long?.includes(text)) at++
      continue
    }
    const letters = text.slice(1)
    if ([...letters].some((letter) => options.queries?.includes(letter))) return undefined
    const valued = [...letters].findIndex((letter) => options.short.includes(letter))
    if (valued === letters.length - 1) at++
  }
  return at
}
