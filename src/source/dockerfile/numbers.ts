// Readings of numbers as Go's strconv and time have them, which is what BuildKit refuses by.

const UNITS: Readonly<Record<string, number>> = { ns: 1, us: 1e3, µs: 1e3, μs: 1e3, ms: 1e6, s: 1e9, m: 6e10, h: 3.6e12 }
const LARGEST_DURATION = 2 ** 63

/** Nanoseconds; undefined where the text is no duration: `30s`, `1m30s`, `0`. */
export function parseDuration(text: string): number | undefined {
  let rest = text.replace(/^[-+]/, '')
  const sign = text.startsWith('-') ? -1 : 1
  if (rest === '0') return 0
  if (rest === '') return undefined
  let total = 0
  while (rest) {
    const part = /^(\d*(?:\.\d*)?)([^\d.]+)/.exec(rest)
    const number = part?.[1] ?? ''
    const unit = UNITS[part?.[2] ?? '']
    if (!part || unit === undefined || !/\d/.test(number)) return undefined
    total += Number(number) * unit
    rest = rest.slice(part[0].length)
  }
  return total > LARGEST_DURATION ? undefined : sign * total
}

/** An unsigned number of 32 bits in a base; undefined where it is none. */
export function parseUnsigned(text: string, base: 8 | 10): number | undefined {
  if (!(base === 8 ? /^[0-7]+$/ : /^\d+$/).test(text)) return undefined
  const value = Number.parseInt(text, base)
  return value <= 0xffffffff ? value : undefined
}

/** A signed decimal number; undefined where it is none. */
export function parseInteger(text: string): number | undefined {
  return /^[-+]?\d{1,15}$/.test(text) ? Number(text) : undefined
}

export function isBoolean(text: string): boolean {
  return /^(1|t|T|TRUE|true|True|0|f|F|FALSE|false|False)$/.test(text)
}

/** In digits; a double holds no more than 309. */
const LONGEST_SIZE = 400

/** A size such as 64m or 1.5GiB. */
export function isSize(text: string): boolean {
  const match = text.length <= LONGEST_SIZE ? /^([+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?) ?([a-z]{0,3})$/i.exec(text) : null
  return match !== null && /^(b|[kmgtp](i?b)?)?$/i.test(match[2] ?? '')
}

/** The fields of a line of comma-separated values; undefined where its quotes are wrong. */
export function parseFields(line: string): string[] | undefined {
  const fields: string[] = []
  if (line === '') return undefined
  for (let at = 0; ; ) {
    if (line.charAt(at) !== '"') {
      const comma = line.indexOf(',', at)
      const field = comma < 0 ? line.slice(at) : line.slice(at, comma)
      if (field.includes('"')) return undefined
      fields.push(field)
      if (comma < 0) return fields
      at = comma + 1
      continue
    }
    const quoted = readQuotedField(line, at + 1)
    if (!quoted) return undefined
    fields.push(quoted.field)
    if (quoted.at >= line.length) return fields
    at = quoted.at + 1
  }
}

function readQuotedField(line: string, from: number): { field: string; at: number } | undefined {
  let field = ''
  for (let at = from; ; ) {
    const quote = line.indexOf('"', at)
    if (quote < 0) return undefined
    field += line.slice(at, quote)
    const next = line.charAt(quote + 1)
    if (next === '"') {
      field += '"'
      at = quote + 2
    } else if (next === ',' || next === '') return { field, at: quote + 1 }
    else return undefined
  }
}
