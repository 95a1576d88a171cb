import { isIP } from 'node:net'
import { parseCidr } from '../../rules/cel/library/address.ts'
import { formatMistake } from '../formats.ts'

const UUID = /^[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}$/i
const UUIDS = {
  uuid3: /^[0-9a-f]{8}-?[0-9a-f]{4}-?3[0-9a-f]{3}-?[0-9a-f]{4}-?[0-9a-f]{12}$/i,
  uuid4: /^[0-9a-f]{8}-?[0-9a-f]{4}-?4[0-9a-f]{3}-?[89ab][0-9a-f]{3}-?[0-9a-f]{12}$/i,
  uuid5: /^[0-9a-f]{8}-?[0-9a-f]{4}-?5[0-9a-f]{3}-?[89ab][0-9a-f]{3}-?[0-9a-f]{12}$/i,
}
const DATE = /^(\d{4})-(\d\d)-(\d\d)$/
const TIME = /^([01]\d|2[0-3]):([0-5]\d):([0-5]\d)(?:\.\d+)?(?:z|[+-]\d\d:?\d\d)$/
const SPAN = /^(?:[-+]?(?:0|(?:(?:\d+(?:\.\d*)?|\.\d+)(?:ns|us|µs|μs|ms|s|m|h))+))$/
// Whatever has such a part is taken, as Scala writes it: `3 days`.
const WORDY_SPAN = /\d+\s*(?:[unm]s|µs|s|m|h|d|w|nanos|micros|millis|sec|second|min|minute|hr|hour|day|week)/i
const LONGEST = 1000

function isDate(text: string): boolean {
  const [, year = '', month = '', day = ''] = DATE.exec(text) ?? []
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)))
  return year !== '' && date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day)
}

function isTime(text: string): boolean {
  const [date = '', time = ''] = text.toLowerCase().split('t')
  return isDate(date) && TIME.test(time)
}

function isUri(text: string): boolean {
  if (/[\s<>"\\^`{|}]/.test(text) || text === '') return false
  return text.startsWith('/') || /^[a-z][a-z0-9+.-]*:/i.test(text)
}

const isBase64 = (text: string) => text.replace(/[\r\n]/g, '').length % 4 === 0 && /^[A-Za-z0-9+/\r\n]*={0,2}[\r\n]*$/.test(text)

/** Formats of strings that schemas of custom resources may name; what is not here is not looked at. `since` 1.34 for the last two. */
const FORMATS: Readonly<Record<string, (text: string) => boolean>> = {
  uri: isUri,
  ipv4: (text) => isIP(text) === 4,
  ipv6: (text) =>
    isIP(text) === 6 || (text.includes(':') && isIP(text) !== 4 && isIP(text.replace(/%.*/, '')) === 6 && !text.includes('%')),
  cidr: (text) => parseCidr(text) !== undefined,
  mac: (text) => /^(?:[0-9a-f]{2}([:-])(?:[0-9a-f]{2}\1){4,6}[0-9a-f]{2}|(?:[0-9a-f]{4}\.){2,3}[0-9a-f]{4})$/i.test(text),
  uuid: (text) => UUID.test(text),
  ...Object.fromEntries(Object.entries(UUIDS).map(([name, pattern]) => [name, (text: string) => pattern.test(text)])),
  hexcolor: (text) => /^#?(?:[0-9a-f]{3}|[0-9a-f]{6})$/i.test(text),
  byte: isBase64,
  date: isDate,
  datetime: isTime,
  duration: (text) => SPAN.test(text) || WORDY_SPAN.test(text),
  k8sshortname: (text) => formatMistake('dns-label', text) === undefined,
  k8slongname: (text) => formatMistake('dns-subdomain', text) === undefined,
}

/** Whether a text has a format of JSON schema, as far as this is known. */
export function hasFormat(format: string, text: string): boolean {
  const name = format.replaceAll('-', '')
  const test = Object.hasOwn(FORMATS, name) ? FORMATS[name] : undefined
  return !test || text.length > LONGEST || test(text)
}

const KNOWN: ReadonlySet<string> = new Set([
  ...Object.keys(FORMATS),
  ...['bsonobjectid', 'email', 'hostname', 'isbn', 'isbn10', 'isbn13', 'creditcard', 'ssn', 'rgbcolor', 'password'],
])

/** Whether the server knows a format of strings, though it may not be looked at here. */
export function isFormat(name: string): boolean {
  return KNOWN.has(name.replaceAll('-', ''))
}
