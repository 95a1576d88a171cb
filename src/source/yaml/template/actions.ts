/** One `{{ … }}` of a template. */
export interface Action {
  readonly start: number
  readonly end: number
  /** The first word: `if`, `include`, `.Values.image`; `$` for an assignment, `/*` for a comment. */
  readonly word: string
  /** What stands between the braces and trim markers. */
  readonly body: string
}

const PREFIX = /\{\{(?:-(?=[ \t\r\n]))?[ \t\r\n]*/y
const WORD = /\/\*|[^\s()|"'`}]+/y
const ASSIGNMENT = /^\$\w*(?:[ \t]*,[ \t]*\$\w+)?[ \t]*:?=[^=]/

/** All actions of a text in order; `unclosed` is the offset of one without its `}}`. */
export function actionsOf(text: string): { actions: Action[]; unclosed: number | undefined } {
  const actions: Action[] = []
  for (let start = text.indexOf('{{'); start >= 0; ) {
    PREFIX.lastIndex = start
    const from = start + (PREFIX.exec(text)?.[0].length ?? 2)
    const end = endOf(text, from)
    if (end < 0) return { actions, unclosed: start }
    const body = text
      .slice(from, end - 2)
      .replace(/[ \t\r\n]-$/, '')
      .trim()
    actions.push({ start, end, word: wordOf(body), body })
    start = text.indexOf('{{', end)
  }
  return { actions, unclosed: undefined }
}

function wordOf(body: string): string {
  if (ASSIGNMENT.test(body)) return '$'
  WORD.lastIndex = 0
  return WORD.exec(body)?.[0] ?? ''
}

/** Where the action whose body begins at `from` ends, past its braces; -1 where it does not. */
function endOf(text: string, from: number): number {
  if (text.startsWith('/*', from)) {
    const close = text.indexOf('*/', from + 2)
    const end = close < 0 ? -1 : text.indexOf('}}', close + 2)
    return end < 0 ? -1 : end + 2
  }
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 125 && text.charCodeAt(at + 1) === 125) return at + 2
    if (code === 34 || code === 39 || code === 96) {
      at = closingQuote(text, at, code)
      if (at < 0) return -1
    }
  }
  return -1
}

// Go's raw strings know no escapes and may go over lines, the others may not.
function closingQuote(text: string, open: number, quote: number): number {
  for (let at = open + 1; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === quote) return at
    if (quote !== 96 && code === 10) return -1
    if (quote !== 96 && code === 92) at++
  }
  return -1
}

const CONTROL = new Set(['if', 'else', 'end', 'range', 'with', 'define', 'block', 'break', 'continue', '$', '/*', ''])

/** Prints nothing itself. */
export function isControl(action: Action): boolean {
  return CONTROL.has(action.word)
}

/** Neither prints nor begins what is printed. */
export function isClosing(action: Action): boolean {
  return action.word === 'end' || action.word === '/*'
}

/** The action for people, on one line and not longer than sixty characters. */
export function quote(action: Action): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a terminal must not see them
  const words = action.body.replace(/[\s\0-\x1f\x7f-\x9f\u2028\u2029]+/g, ' ')
  return `{{ ${words.length > 60 ? `${words.slice(0, 59)}…` : words} }}`
}
