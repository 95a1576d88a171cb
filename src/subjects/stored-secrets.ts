import { Unsettled } from '../model/origin.ts'
import { MASK } from '../source/secrets.ts'
import { type Fields, keysOf, mappingAt, member, placed } from './values.ts'

/** Keys of Secrets that hold what everybody may know. */
const PUBLIC: ReadonlySet<string> = new Set(['ca.crt', 'tls.crt', 'ca-bundle.crt', 'ca.pem', 'ssh-publickey', 'cert.pem', 'namespace'])
/** Encrypted by SOPS, or filled in by Argo CD's vault plugin, vals, or whatever substitutes variables. */
const REFERENCE = /^(?:ENC\[|<path:|<[A-Za-z][^<>]{0,200}>$|(?:secret)?ref\+|\$[({][^)}]{1,200}[)}]$|\$[A-Za-z_]\w{0,100}$|vault:|%%|@@)/
const PLACEHOLDER =
  /^(?:change[-_ ]?(?:me|it|this)|changeit|example|todo|tbd|x{3,}|\*{3,}|\.{3,}|<[^<>]*>|your[-_ ].{0,60}|replace[-_ ]?(?:me|this)|placeholder|dummy|foo|bar|test)$/i

/** The literal values of a Secret, unless it is encrypted as a whole: base64 hides nothing. */
export function storedSecrets(secret: Fields): readonly (Fields | Unsettled | undefined)[] {
  if (member(secret, 'sops') !== undefined) return []
  return ['data', 'stringData'].flatMap((section) => {
    const data = mappingAt(secret, section)
    const keys = data ? keysOf(data) : []
    if (!data || keys instanceof Unsettled) return []
    return keys.map((key) => entry(data, key, section === 'data'))
  })
}

function entry(data: Fields, key: string, isEncoded: boolean): Fields | Unsettled | undefined {
  const value = member(data, key)
  if (value instanceof Unsettled) return value
  if (typeof value !== 'string' || value.trim() === '' || PUBLIC.has(key)) return undefined
  const text = isEncoded ? decoded(value) : value.trim()
  if (REFERENCE.test(value.trim()) || REFERENCE.test(text) || isPublic(text)) return undefined
  return placed({ name: key, kind: 'secret value', masked: MASK, placeholder: PLACEHOLDER.test(text) }, data, key)
}

function decoded(value: string): string {
  return Buffer.from(value.slice(0, 4096), 'base64').toString('utf8').trim()
}

// A bundle may hold a certificate and its key; only what holds no key is public.
function isPublic(text: string): boolean {
  return /^-----BEGIN (?:CERTIFICATE|PUBLIC KEY|TRUSTED CERTIFICATE)-----/.test(text) && !text.includes('PRIVATE KEY')
}
