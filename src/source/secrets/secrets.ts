import { isCredentialName, isLicenseKeyName, isWeakCredentialName, mayNameCredential, takesNumbers } from './names.ts'
import { findToken, isFiller } from './tokens.ts'

/** What was found, without the secret: `masked` holds at most the public prefix of a token's format. */
export interface Secret {
  /** `GitHub token`, `private key`, `password in a URL`, `credential`. */
  readonly kind: string
  readonly masked: string
}

export const MASK = '********'
const TOO_LONG = 64 * 1024

/**
 * A literal credential by the name or by the value's format; undefined for references, placeholders, paths and settings about
 * credentials. The value is text as the program would get it. `name` may be ''.
 */
export function detectSecret(name: string, value: string): Secret | undefined {
  const literal = value.length > TOO_LONG ? value.slice(0, TOO_LONG) : value
  const token = findToken(literal)
  if (token) return { kind: token.kind, masked: token.masked }
  if (!mayNameCredential(name)) return undefined
  const trimmed = literal.trim()
  if (isNoCredential(trimmed) || beginsWithName(name, trimmed)) return undefined
  if (isCredentialName(name)) return isNumber(trimmed) && !takesNumbers(name) ? undefined : { kind: 'credential', masked: MASK }
  const random = looksRandom(trimmed) || (isLicenseKeyName(name) && looksIssued(trimmed))
  return isWeakCredentialName(name) && random ? { kind: 'key', masked: MASK } : undefined
}

export interface PlacedSecret extends Secret {
  readonly name: string
  /** Offset of the value in the text. */
  readonly start: number
  readonly end: number
}

const MOST = 50

/** Credentials in a text of assignments: key=value, properties, YAML and JSON, and known token formats anywhere. */
export function findSecrets(text: string): PlacedSecret[] {
  const found = new Map<number, PlacedSecret>()
  for (let from = 0, token = findToken(text, from); token && found.size < MOST; token = findToken(text, from)) {
    found.set(token.start, { name: '', kind: token.kind, masked: token.masked, start: token.start, end: token.end })
    from = token.end
  }
  for (const { name, value, start } of assignments(text)) {
    if (found.size >= MOST) break
    const secret = detectSecret(name, value)
    const covered = [...found.values()].some((other) => other.start < start + value.length && other.end > start)
    if (secret && !covered) found.set(start, { ...secret, name, start, end: start + value.length })
  }
  return [...found.values()].sort((a, b) => a.start - b.start)
}

interface Assignment {
  readonly name: string
  readonly value: string
  readonly start: number
}

const LINE = /^[ \t]*(?:export[ \t]+|-[ \t]+|set[ \t]+)?["']?([\w.-]{1,80})["']?[ \t]?[=:]([^\n]{0,2000})/gm
const PAIR = /"([\w.-]{1,80})"\s{0,8}:\s{0,8}"([^"\\\n]{1,2000})"/g

function* assignments(text: string): Generator<Assignment> {
  for (const match of text.matchAll(LINE)) {
    const rest = match[2] ?? ''
    const lead = rest.length - rest.trimStart().length
    const value = unquoted(rest.trim())
    // `key:` alone opens a mapping, `|` and `>` a block, `{` and `[` a collection, `&` and `*` an anchor.
    if (value === undefined || /^(?:[|>][-+\d]*$|[{[&*!])/.test(value)) continue
    const start = match.index + match[0].length - rest.length + lead
    yield { name: match[1] ?? '', value, start: start + (/^["']/.test(rest.trim()) ? 1 : 0) }
  }
  if (!text.includes('"')) return
  for (const match of text.matchAll(PAIR)) {
    const value = match[2] ?? ''
    yield { name: match[1] ?? '', value, start: match.index + match[0].length - 1 - value.length }
  }
}

function unquoted(rest: string): string | undefined {
  const bare = rest.replace(/[,;]$/, '')
  const quote = bare[0]
  if (quote === '"' || quote === "'") {
    const end = bare.indexOf(quote, 1)
    return end < 0 ? undefined : bare.slice(1, end)
  }
  const comment = bare.search(/\s#/)
  const value = (comment < 0 ? bare : bare.slice(0, comment)).trimEnd()
  return value === '' ? undefined : value
}

const SETTING = /^(?:true|false|yes|no|on|off|none|null|nil|undefined|enabled?|disabled?|required|optional|\d+(?:ms|[smhdwy]))$/i
const REFERENCE =
  /^(?:\$[({A-Za-z_]|%[A-Za-z_]\w*%$|\{\{|#\{|@[A-Z_]+@|(?:vault|ref\+\w+|op|sm|secretref|secret|file|env|aws-sm|gcp-sm|doppler|infisical|akeyless|bao|berglas|chamber):|arn:aws|projects\/[^/]+\/secrets\/|ENC\[|\{cipher\})/
const HASH = /^\$(?:2[abxy]?|apr1|argon2(?:id|i|d)|pbkdf2[\w-]*|[156])\$|^\{(?:SSHA\d*|SHA\d*|PBKDF2[\w-]*|bcrypt)\}/
const PATH = /^(?:\.{0,2}|~)\/[^\s]*$|^[A-Za-z]:\\/
const URL = /^[a-z][a-z0-9+.-]*:\/\/[^@\s]*$/i
const PLACEHOLDER =
  /^(?:<[^<>]*>|\[[A-Za-z _-]*\]|\*+|\.{3,}|…|x{3,}(?:[-_ ]?x+)*|__[A-Z][A-Z0-9_]*__|[0-]{8,}|(?:please[-_ ]?)?change[-_ ]?(?:me|it|this)\W*|(?:your|my|the|insert|put|enter|add)[-_ ][\w -]*(?:here|password|secret|token|key|credentials?)|your[-_ ][\w -]*|your(?:password|passwd|secret|token|key|credentials?)|replace[-_ ]?(?:me|this|with[-_ ][\w -]*)|set[-_ ]?me|todo|tbd|fixme|unset|not[-_ ]?(?:set|used)|redacted|masked|hidden|(?:an?[-_ ])?example(?:[-_ ][\w -]*)?|(?:dummy|fake|mock|sample)(?:[-_ ]?(?:password|secret|token|key|value|credential)s?)?)$/i
// How vendors mark what stands in their documentation.
const DOCUMENTED = /EXAMPLE(?:KEY)?$/

/** Values that tell no credential whatever the name is. */
function isNoCredential(value: string): boolean {
  if (/^["']*$/.test(value) || SETTING.test(value) || PLACEHOLDER.test(value) || DOCUMENTED.test(value) || isFiller(value)) return true
  return (REFERENCE.test(value) && !HASH.test(value)) || HASH.test(value) || PATH.test(value) || URL.test(value)
}

/** Whether a value stands in for one that something else puts there. */
export function isPlaceholder(value: string): boolean {
  return PLACEHOLDER.test(value.trim())
}

// GOOGLE_API_KEY=GOOGLE_API_KEY_VAL is filled in by something that looks for that text.
function beginsWithName(name: string, value: string): boolean {
  return name !== '' && value.length >= name.length && value.slice(0, name.length).toUpperCase() === name.toUpperCase()
}

function isNumber(value: string): boolean {
  return /^[-+]?\d+(?:\.\d+)?$/.test(value)
}

// Letters of both cases and digits, at least 24 of them and four bits each: a key in base64, no word and no fingerprint.
export function looksRandom(value: string): boolean {
  return /^[A-Za-z0-9+/_=-]{24,200}$/.test(value) && isMixed(value) && bitsOf(value) >= 4
}

/** What somebody gave out as a secret: shorter than a key in base64, and no word all the same. */
export function looksIssued(value: string): boolean {
  return /^[A-Za-z0-9+/_=-]{12,200}$/.test(value) && (isMixed(value) || /^[A-Z0-9-]*\d[A-Z0-9-]*$/.test(value)) && bitsOf(value) >= 3.3
}

function isMixed(value: string): boolean {
  return /[a-z]/.test(value) && /[A-Z]/.test(value) && /\d/.test(value)
}

// Of one character.
function bitsOf(value: string): number {
  const counts = new Map<string, number>()
  for (const character of value) counts.set(character, (counts.get(character) ?? 0) + 1)
  let bits = 0
  for (const count of counts.values()) bits -= (count / value.length) * Math.log2(count / value.length)
  return bits
}
