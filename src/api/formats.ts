import { isIP } from 'node:net'
import { CompileError } from '../rules/cel/ast.ts'
import { parseCidr, parseIp } from '../rules/cel/library/address.ts'
import { isPattern } from '../rules/cel/library/patterns.ts'
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

const FINALIZERS = new Set(['kubernetes', 'orphan', 'foregroundDeletion'])
const SEMVER =
  /^(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)(?:-(?:0|[1-9]\d*|\d*[A-Za-z-][\dA-Za-z-]*)(?:\.(?:0|[1-9]\d*|\d*[A-Za-z-][\dA-Za-z-]*))*)?(?:\+[\dA-Za-z-]+(?:\.[\dA-Za-z-]+)*)?$/

function isDeviceName(text: string): boolean {
  const [name = '', driver, ...more] = text.split('/').reverse()
  if (more.length > 0 || name.length > 32 || !/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) return false
  return driver === undefined || (driver.length <= 63 && isSubdomain(driver.toLowerCase()))
}

/** `1,3-5`: what a Job's indexes are written like. */
function areIndexes(text: string): boolean {
  let last = -1
  for (const part of text === '' ? [] : text.split(',')) {
    const [from = '', to, ...more] = part.split('-')
    if (more.length > 0 || !/^\d{1,9}$/.test(from) || !/^\d{1,9}$/.test(to ?? '0')) return false
    if (Number(from) <= last || (to !== undefined && Number(to) <= Number(from))) return false
    last = Number(to ?? from)
  }
  return true
}

function isWindowsUser(text: string): boolean {
  const [user = '', domain, ...more] = text.split('\\').reverse()
  if (more.length > 0 || hasControl(text) || user.length > 104 || /^[. ]*$/.test(user) || /["/\\:;|=,+*?<>@[\]]/.test(user)) return false
  return (
    domain === undefined || /^[^\\/:*?"<>|.][^\\/:*?"<>|]{0,14}$/.test(domain) || (domain.length < 256 && isSubdomain(domain.toLowerCase()))
  )
}

function hasControl(text: string): boolean {
  return [...text].some((character) => character < ' ' || character === '\u007f')
}

function isIscsiName(text: string): boolean {
  // RFC 3720 ends them at 223 bytes, the server nowhere.
  if (text.startsWith('iqn')) return text.length <= 1000 && /iqn\.\d{4}-\d{2}\.[A-Za-z0-9.-]+:[^,;*&$|\s]+$/.test(text)
  return /^(?:eui.[A-Za-z0-9]{16}|naa.[A-Za-z0-9]{32})$/.test(text)
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
    // The names of zones are those of files; only Intl reads them in any case.
    const known = new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone
    return known === text || known.toLowerCase() !== text.toLowerCase()
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

function isSigner(text: string): boolean {
  const [domain = '', path = '', ...more] = text.split('/')
  return more.length === 0 && domain.includes('.') && isSubdomain(domain) && path.split('.').every((part) => isSubdomain(part))
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
  'csi-driver': fits(
    (text) => text.length <= 63 && isSubdomain(text.toLowerCase()),
    "must be letters, digits, '-' or '.', begin and end with a letter or digit, and have at most 63 characters",
  ),
  'iscsi-name': fits(isIscsiName, 'is no iSCSI name such as iqn.2001-04.com.example:disk1'),
  'dns-search': fits(
    (text) => text === '.' || /^[a-z0-9_]([-a-z0-9_]*[a-z0-9_])?(\.[a-z0-9_]([-a-z0-9_]*[a-z0-9_])?)*\.?$/.test(text),
    "must be a DNS name: lower case letters, digits, '-', '_' or '.'",
  ),
  'windows-user': fits(isWindowsUser, 'is no name of a Windows user such as ContainerUser or DOMAIN\\user'),
  'subdomain-or-wildcard': fits(
    (text) => isSubdomain(text.startsWith('*.') ? text.slice(2) : text),
    "must be a DNS name, with '*.' in front at most",
  ),
  finalizer: fits((text) => isQualified(text) && (text.includes('/') || FINALIZERS.has(text)), `${WORDS.key}; the DNS name is needed here`),
  'short-note': fits((text) => text.length <= 1024, 'may have at most 1024 characters'),
  'kind-name': fits((text) => LABEL_1035.test(text.toLowerCase()), WORDS.label1035),
  indexes: fits(areIndexes, 'must be ascending indexes such as 1,3-5'),
  semver: fits((text) => text.length <= 64 && SEMVER.test(text), 'is no semantic version such as 1.2.3'),
  'pool-name': fits((text) => text.length <= 253 && text.split('/').every(isSubdomain), 'must be DNS names joined by slashes'),
  'device-name': fits(isDeviceName, 'must be a name of at most 32 characters, with a DNS name and a slash in front at most'),
  'device-attribute': fits(
    (text) => text.includes('/') && isDeviceName(text),
    'must be a DNS name, a slash and a name of at most 32 characters',
  ),
  'not-empty': fits((text) => text !== '', 'must not be empty'),
  identifier: fits((text) => /^[A-Za-z_][A-Za-z0-9_]*$/.test(text), "must be letters, digits or '_', and must not begin with a digit"),
  'group-version': fits(isGroupVersion, 'must be a group and a version, such as example.com/v1'),
  'signer-name': fits(isSigner, 'must be a DNS name, a slash and a name, such as example.com/signer'),
  cel: (text) => celMistake(text, POLICY, false),
  'cel-condition': (text) => celMistake(text, POLICY, true),
  'certificate-request': fits(
    (text) => Buffer.from(text, 'base64').toString('latin1').includes('-----BEGIN CERTIFICATE REQUEST-----'),
    'is no certificate request in PEM',
  ),
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
  regex: fits(isPattern, 'is no regular expression (RE2)'),
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
