import { isIP } from 'node:net'
import { CompileError } from '../rules/cel/ast.ts'
import { parseCidr, parseIp } from '../rules/cel/library/address.ts'
import { pattern } from '../rules/cel/library/patterns.ts'
import { parseQuantity } from '../rules/cel/library/quantity.ts'
import { names } from '../rules/cel/names.ts'
import { parseExpression } from '../rules/cel/parser.ts'
import { cronMistake } from './cron.ts'

const LABEL = /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/
const LABEL_1035 = /^[a-z]([-a-z0-9]{0,61}[a-z0-9])?$/
const QUALIFIED = /^([A-Za-z0-9][-A-Za-z0-9_.]{0,61})?[A-Za-z0-9]$/
const WORDS = {
  label: "must be lower case letters, digits or '-', begin and end with a letter or digit, and have at most 63 characters",
  subdomain: "must be lower case letters, digits, '-' or '.', begin and end with a letter or digit, and have at most 253 characters",
  label1035: "must be lower case letters, digits or '-', begin with a letter, end with a letter or digit, and have at most 63 characters",
  key: "must be letters, digits, '-', '_' or '.', begin and end with a letter or digit, have at most 63 characters, and may have a DNS name and '/' in front",
  value: "must be empty or letters, digits, '-', '_' or '.', begin and end with a letter or digit, and have at most 63 characters",
}

type Format = (text: string) => string | undefined

const fits =
  (isRight: (text: string) => boolean, words: string): Format =>
  (text) =>
    isRight(text) ? undefined : words

function isSubdomain(text: string): boolean {
  return text.length <= 253 && text.split('.').every((part) => part !== '' && /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/.test(part))
}

function isQualified(text: string): boolean {
  const slash = text.indexOf('/')
  return slash < 0 ? QUALIFIED.test(text) : isSubdomain(text.slice(0, slash)) && QUALIFIED.test(text.slice(slash + 1))
}

function isPortName(text: string): boolean {
  return text.length <= 15 && /^[a-z0-9-]+$/.test(text) && /[a-z]/.test(text) && !text.includes('--') && !/^-|-$/.test(text)
}

const isPathSegment = (text: string) => text !== '.' && text !== '..' && !/[/%]/.test(text)
const climbs = (text: string) => text.split('/').includes('..')
const isConfigKey = (text: string) => /^[-._a-zA-Z0-9]+$/.test(text) && text.length <= 253 && text !== '.' && !text.startsWith('..')

function isUrl(text: string): boolean {
  return /^https:\/\/[^\s/?#@]+(?:\/[^\s?#]*)?$/.test(text)
}

function isRegExp(text: string): boolean {
  try {
    pattern(text)
    return true
  } catch {
    return false
  }
}

const POLICY = new Set(['object', 'oldObject', 'request', 'params', 'namespaceObject', 'authorizer', 'variables'])
const DEVICE = new Set(['device'])

/** What admission policies and selectors may compute: an expression over what they are handed. */
function celMistake(text: string, variables: ReadonlySet<string>, isCondition: boolean): string | undefined {
  try {
    const node = parseExpression(text)
    if (isCondition && node.kind === 'literal' && typeof node.value !== 'boolean') return 'must be true or false'
    const strange = [...names(node)].find((name) => !variables.has(name))
    return strange === undefined ? undefined : `speaks of ${strange.slice(0, 40)}, which is not there`
  } catch (error) {
    if (error instanceof CompileError) return 'is no CEL expression'
    throw error
  }
}

function isGroupVersion(text: string): boolean {
  const [group = '', version, ...more] = text.split('/')
  if (more.length > 0) return false
  return version === undefined ? LABEL_1035.test(group) : isSubdomain(group) && LABEL_1035.test(version)
}

function isZone(text: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: text })
    return true
  } catch {
    return false
  }
}

/** `example.com/path`, where each part of the path is a name. */
function isDomainPath(text: string): boolean {
  const slash = text.indexOf('/')
  return (
    slash > 0 &&
    slash < text.length - 1 &&
    isSubdomain(text.slice(0, slash)) &&
    /^[A-Za-z0-9/\-._~%!$&'()*+,;=:]+$/.test(text.slice(slash + 1))
  )
}

// A name that something is appended to may end in a dash.
const prefix =
  (format: Format): Format =>
  (text) =>
    format(text.endsWith('-') ? `${text.slice(0, -1)}a` : text)

const FORMATS: Readonly<Record<string, Format>> = {
  'dns-label': fits((text) => LABEL.test(text), WORDS.label),
  'dns-1035-label': fits((text) => LABEL_1035.test(text), WORDS.label1035),
  'dns-subdomain': fits(isSubdomain, WORDS.subdomain),
  'wildcard-subdomain': fits((text) => text.startsWith('*.') && isSubdomain(text.slice(2)), WORDS.subdomain),
  'host-or-wildcard': fits(
    (text) => isSubdomain(text.startsWith('*.') ? text.slice(2) : text) && isIP(text) === 0,
    "must be a DNS name, with '*.' in front at most",
  ),
  'dns-subdomain-any-case': fits((text) => isSubdomain(text.toLowerCase()), WORDS.subdomain),
  identifier: fits((text) => /^[A-Za-z_][A-Za-z0-9_]*$/.test(text), "must be letters, digits or '_', and must not begin with a digit"),
  'group-version': fits(isGroupVersion, 'must be a group and a version, such as example.com/v1'),
  'signer-name': fits(isDomainPath, 'must be a DNS name, a slash and a name, such as example.com/signer'),
  cel: (text) => celMistake(text, POLICY, false),
  'cel-condition': (text) => celMistake(text, POLICY, true),
  'cel-device': (text) => celMistake(text, DEVICE, true),
  'path-segment': fits(isPathSegment, "may not be '.' or '..' nor contain '/' or '%'"),
  'label-key': fits(isQualified, WORDS.key),
  'label-key-any-case': fits((text) => isQualified(text.toLowerCase()), WORDS.key),
  'annotation-key': fits((text) => isQualified(text.toLowerCase()), WORDS.key),
  'qualified-name': fits((text) => text.includes('/') && isQualified(text), `${WORDS.key}; the DNS name is needed here`),
  'label-value': fits((text) => text === '' || QUALIFIED.test(text), WORDS.value),
  'port-name': fits(
    isPortName,
    "must be lower case letters, digits or single '-' inside, with a letter at least, and have at most 15 characters",
  ),
  'port-name-or-number': fits(
    (text) => isPortName(text),
    "must be a port's name: lower case letters, digits or single '-' inside, with a letter at least, at most 15 characters",
  ),
  ip: fits((text) => parseIp(text) !== undefined, 'is no IP address'),
  cidr: fits((text) => parseCidr(text) !== undefined, 'is no CIDR block such as 10.0.0.0/8'),
  'absolute-path': fits((text) => text.startsWith('/'), 'must be an absolute path'),
  'no-dot-dot': fits((text) => !climbs(text), "must not contain '..'"),
  'relative-path': fits((text) => !text.startsWith('/') && !climbs(text), "must be a relative path without '..'"),
  'local-path': fits((text) => !text.startsWith('/') && !climbs(text) && !text.startsWith('..'), "must be a relative path without '..'"),
  'env-name': fits((text) => /^[ -<>-~]+$/.test(text), "must be printable ASCII characters without '='"),
  'config-key': fits(isConfigKey, "must be letters, digits, '-', '_' or '.', and have at most 253 characters"),
  'quantity-nonnegative': fits((text) => (parseQuantity(text.trim())?.sign ?? 0n) >= 0n, 'must not be negative'),
  'quantity-positive': fits((text) => (parseQuantity(text.trim())?.sign ?? 1n) > 0n, 'must be greater than zero'),
  cron: cronMistake,
  'time-zone': fits(
    (text) => text.toLowerCase() !== 'local' && text.trim() === text && isZone(text),
    'is no time zone of the IANA database',
  ),
  'https-url': fits(isUrl, 'must be a URL that begins with https://, without user, query and fragment'),
  'header-name': fits((text) => /^[-A-Za-z0-9]+$/.test(text), "must be letters, digits or '-'"),
  sysctl: fits(
    (text) => text.length <= 253 && /^[a-z0-9]([-_a-z0-9]*[a-z0-9])?([./][a-z0-9]([-_a-z0-9]*[a-z0-9])?)*$/.test(text),
    "must be lower case words joined by '.' or '/'",
  ),
  regex: fits(isRegExp, 'is no regular expression (RE2)'),
  'domain-path': fits(isDomainPath, 'must be a DNS name, a slash and a path, such as example.com/controller'),
  trimmed: fits((text) => text.trim() === text, 'must not begin or end with a space'),
  percent: fits((text) => /^\d{1,9}%$/.test(text), 'must be a number or a percentage such as 25%'),
  'generate-subdomain': prefix(fits(isSubdomain, WORDS.subdomain)),
  'generate-label': prefix(fits((text) => LABEL.test(text), WORDS.label)),
  'generate-1035': prefix(fits((text) => LABEL_1035.test(text), WORDS.label1035)),
}

/** What is wrong with a text, said of it; undefined where it has the format. */
export function formatMistake(format: string, text: string): string | undefined {
  return FORMATS[format]?.(text)
}

export function isFormat(name: string): boolean {
  return Object.hasOwn(FORMATS, name)
}
