import type { Library } from '../signature.ts'
import { parseTimestamp } from '../time.ts'
import { Opaque, Optional, type Special } from '../values.ts'
import { requestUriMistake } from './url.ts'

class Format extends Opaque {
  readonly #name: string
  readonly #mistakes: (text: string) => readonly string[]

  constructor(name: string, mistakes: (text: string) => readonly string[]) {
    super()
    this.#name = name
    this.#mistakes = mistakes
  }

  get type(): string {
    return 'kubernetes.NamedFormat'
  }

  equals(other: Special): boolean {
    return other instanceof Format && other.#name === this.#name
  }

  validate(text: string): Optional {
    const mistakes = this.#mistakes(text)
    return mistakes.length > 0 ? new Optional(mistakes) : Optional.none
  }
}

const LABEL = '[a-z0-9]([-a-z0-9]*[a-z0-9])?'
const SUBDOMAIN = `${LABEL}(\\.${LABEL})*`
const LABEL_1035 = '[a-z]([-a-z0-9]*[a-z0-9])?'
const QUALIFIED = '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]'

// The sentences below are Kubernetes' own answers, which rules hand on to people.
const WORDS = {
  label:
    "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character" +
    ` (e.g. 'my-name',  or '123-abc', regex used for validation is '${LABEL}')`,
  subdomain:
    "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric " +
    `character (e.g. 'example.com', regex used for validation is '${SUBDOMAIN}')`,
  label1035:
    "a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an alphabetic character, and end with an alphanumeric " +
    `character (e.g. 'my-name',  or 'abc-123', regex used for validation is '${LABEL_1035}')`,
  qualified:
    "must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character" +
    ` (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '${QUALIFIED}')`,
  value:
    "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric " +
    `character (e.g. 'MyValue',  or 'my_value',  or '12345', regex used for validation is '(${QUALIFIED})?')`,
}

// Length first: the patterns below backtrack, and take time only with what is short enough.
function bounded(text: string, most: number, pattern: string): { long: string[]; fits: boolean } {
  const long = Buffer.byteLength(text) > most
  return { long: long ? [`must be no more than ${most} characters`] : [], fits: new RegExp(`^(?:${pattern})$`).test(text.slice(0, 10_000)) }
}

function subdomain(text: string): string[] {
  const { long, fits } = bounded(text, 253, SUBDOMAIN)
  return fits ? long : [...long, WORDS.subdomain]
}

function label(text: string): string[] {
  const { long, fits } = bounded(text, 63, LABEL)
  return fits ? long : [...long, bounded(text, 63, SUBDOMAIN).fits ? 'must not contain dots' : WORDS.label]
}

function label1035(text: string): string[] {
  const { long, fits } = bounded(text, 63, LABEL_1035)
  return fits ? long : [...long, WORDS.label1035]
}

function qualifiedName(text: string): string[] {
  const parts = text.split('/')
  if (parts.length > 2)
    return [`a valid label key ${WORDS.qualified} with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')`]
  const [prefix, name = ''] = parts.length === 2 ? parts : [undefined, parts[0]]
  const mistakes =
    prefix === undefined ? [] : prefix === '' ? ['prefix part must be non-empty'] : subdomain(prefix).map((words) => `prefix part ${words}`)
  const { long, fits } = bounded(name, 63, QUALIFIED)
  return [
    ...mistakes,
    ...(name === '' ? ['name part must be non-empty'] : []),
    ...long.map((words) => `name part ${words}`),
    ...(fits ? [] : [`name part ${WORDS.qualified}`]),
  ]
}

function labelValue(text: string): string[] {
  const { long, fits } = bounded(text, 63, `(${QUALIFIED})?`)
  return fits ? long : [...long, WORDS.value]
}

// A name that something is appended to may end in a dash; Kubernetes looks at the name without its last two characters and with an `a`.
function asPrefix(validate: (text: string) => string[]): (text: string) => string[] {
  return (text) => validate(text.length > 1 && text.endsWith('-') ? `${text.slice(0, -2)}a` : text)
}

function matched(pattern: RegExp, words: string): (text: string) => string[] {
  return (text) => (pattern.test(text) ? [] : [words])
}

function isDate(text: string): boolean {
  try {
    return text.length === 10 && parseTimestamp(`${text}T00:00:00Z`) !== undefined
  } catch {
    return false
  }
}

const TIME = /(\d{2}):(\d{2}):(\d{2})(?:\.\d+)?(?:z|[+-]\d{2}:\d{2})/

function datetime(text: string): string[] {
  const [date = '', time] = text.toLowerCase().split('t')
  const found = text.length >= 4 && time !== undefined && isDate(date) ? TIME.exec(time) : undefined
  return found && (found[1] ?? '') <= '23' && (found[2] ?? '') <= '59' && (found[3] ?? '') <= '59' ? [] : ['invalid datetime']
}

const FORMATS: Readonly<Record<string, Format>> = Object.fromEntries(
  Object.entries({
    dns1123Label: label,
    dns1123Subdomain: subdomain,
    dns1035Label: label1035,
    qualifiedName,
    dns1123LabelPrefix: asPrefix(label),
    dns1123SubdomainPrefix: asPrefix(subdomain),
    dns1035LabelPrefix: asPrefix(label1035),
    labelValue,
    uri: requestUriMistake,
    uuid: matched(/^[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}$/i, 'does not match the UUID format'),
    byte: matched(/^(?:[A-Za-z0-9+\\/]{4})*(?:[A-Za-z0-9+\\/]{2}==|[A-Za-z0-9+\\/]{3}=|[A-Za-z0-9+\\/]{4})$/, 'invalid base64'),
    date: (text: string) => (isDate(text) ? [] : ['invalid date']),
    datetime,
  }).map(([name, mistakes]) => [name, new Format(name, mistakes)]),
)

export const formats: Library = {
  ...Object.fromEntries(Object.entries(FORMATS).map(([name, format]) => [`format.${name}(): Format`, () => format])),
  'format.named(string): optional<Format>': (name: string) => (Object.hasOwn(FORMATS, name) ? new Optional(FORMATS[name]) : Optional.none),
  'Format.validate(string): optional<list<string>>': (format: Format, text: string) => format.validate(text),
}
