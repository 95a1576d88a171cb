import { hideTokens } from '../source/secrets/hidden.ts'

// Controls, format characters (some turn the text around: Trojan Source, CVE-2021-42574), line separators, lone surrogates.
const HIDDEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\s]+/gu

// Nearly every text is this already: printable ASCII words with single spaces.
const PLAIN = /^[!-~]+(?: [!-~]+)*$/

/** Text from a scanned file made fit for one line of any report, of at most `limit` UTF-16 units, without tokens of known formats. */
export function plain(text: string, limit: number): string {
  return hideTokens(oneLine(text, limit))
}

function oneLine(text: string, limit: number): string {
  if (text.length <= limit && PLAIN.test(text)) return text
  const line = text
    .slice(0, limit * 4)
    .replace(HIDDEN, ' ')
    .trim()
  if (line.length <= limit) return line
  const cut = line.slice(0, limit - 1)
  // Half of a surrogate pair is no character.
  return `${/[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut}…`
}
