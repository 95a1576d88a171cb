// Text of a scanned repository may be written to deceive: names, paths and labels reach an output only through here.

// Controls (escape sequences among them), bidirectional and invisible characters, lone surrogates.
const HIDDEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu

const PLAIN = /^[ -~]*$/

/** One line in which nothing is invisible, moves the cursor or changes the direction of reading; every character takes one. */
export function printable(text: string): string {
  // Nearly every text is, and the classes below take long to compile.
  if (PLAIN.test(text)) return text
  return text.replace(/[\t\n\v\f\r\u0085\u2028\u2029]/g, ' ').replace(HIDDEN, '\ufffd')
}

export function clip(text: string, limit: number): string {
  if (text.length <= limit) return text
  const kept = text.slice(0, limit - 1)
  return `${/[\ud800-\udbff]$/.test(kept) ? kept.slice(0, -1) : kept}…`
}

// The runner obeys `::command` at a line's start (after blanks) and the older `##[command]` anywhere in any line of a step's output.
const COMMAND = new RegExp(`^((?:[^\\S\\n]|${'\u001b'}\\[\\d+m)*):(?=:)`, 'gm')

/** The whole of what a terminal or a log gets: no line of it is a workflow command. Widths stay as they are. */
export function inLog(output: string): string {
  return output.replaceAll('##[', '##(').replace(COMMAND, '$1\u2236')
}

const MARKUP = /[&<>"'`*_[\]|~\\$^{}]/g
// What GitHub would make a mention, an issue or a link of.
const PARTED = /[@#](?=[\p{L}\p{N}])|\bGH-(?=\d)|:(?=\/\/)|www(?=\.)/giu

const reference = (character: string) => `&#${character.charCodeAt(0)};`

function inert(text: string, limit: number, parting: string): string {
  const marked = (part: string) => part.replace(MARKUP, reference)
  const cut = clip(printable(text).replace(/ {2,}/g, ' ').trim(), limit)
  let output = ''
  let from = 0
  for (const { 0: part, index } of cut.matchAll(PARTED)) {
    output += `${marked(cut.slice(from, index))}${part}${parting}`
    from = index + part.length
  }
  // What would begin a heading, a list or a rule if it stood first.
  return (output + marked(cut.slice(from))).replace(/^(?:[-+=#]|\d(?=\d*[.)]))/, reference)
}

/** Running text of Markdown: no markup, no link, nobody notified, since a zero-width space stands after `@`, `#` and the like. */
export function markdown(text: string, limit = 600): string {
  return inert(text, limit, '&#8203;')
}

/**
 * Markdown shown as code, where GitHub looks for no mention; a comment, which it takes out, parts what would become a link, so that
 * what a person copies is as written. Entities hold in tables, where a backtick does not keep `|` in.
 */
export function markdownCode(text: string, limit = 200): string {
  return `<code>${inert(text, limit, '<!-- -->') || ' '}</code>`
}

/** Text of an annotation, to be escaped once more by whatever writes the command. */
export function inAnnotation(text: string): string {
  return printable(text).replaceAll('##[', '##(')
}

export function commandData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

export function commandProperty(text: string): string {
  return commandData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}

/** SARIF viewers make links of `[text](target)`. */
export function sarifText(text: string, limit: number): string {
  return clip(printable(text).replaceAll('](', '] ('), limit)
}

/** JSON stays the same value, but holds no character that a terminal or a log would obey. */
export function jsonText(json: string): string {
  // Nearly all of it is ASCII, which takes no time to pass over, while asking each character for its category does.
  return json.replaceAll('##[', '##\\u005b').replace(/[^\n -~]+/g, (rare) => rare.replace(HIDDEN, unicodeEscape))
}

function unicodeEscape(character: string): string {
  let escaped = ''
  for (let at = 0; at < character.length; at++) escaped += `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`
  return escaped
}

/** An address for an HTML attribute inside Markdown. */
export function attribute(address: string): string {
  return printable(address).replace(MARKUP, reference)
}
