import { originOf, Unsettled } from '../../model/origin.ts'
import { isCredentialName } from '../../source/secrets/names.ts'
import { findSecrets, MASK } from '../../source/secrets/secrets.ts'
import { type Fields, keysOf, mappingAt, mappingsAt, member, placed, textAt } from '../values.ts'
import { within } from './within.ts'

/** Keys of Secrets that hold what everybody may know. */
const PUBLIC: ReadonlySet<string> = new Set(['ca.crt', 'tls.crt', 'ca-bundle.crt', 'ca.pem', 'ssh-publickey', 'cert.pem', 'namespace'])
/** Encrypted by SOPS, or filled in by Argo CD's vault plugin, vals, or whatever substitutes variables. */
const REFERENCE = /^(?:ENC\[|<path:|<[A-Za-z][^<>]{0,200}>$|(?:secret)?ref\+|\$[({][^)}]{1,200}[)}]$|\$[A-Za-z_]\w{0,100}$|vault:|%%|@@)/
const PLACEHOLDER =
  /^(?:change[-_ ]?(?:me|it|this)|changeit|example|todo|tbd|x{3,}|\*{3,}|\.{3,}|<[^<>]*>|your[-_ ].{0,60}|replace[-_ ]?(?:me|this)|placeholder|dummy|foo|bar|test|(?:your|my)[-_ ]?(?:password|passwd|secret|token|key|credentials?)|.)$/i

/** Files of settings: what of them is secret, if anything, they name. */
const FILE = /\.(?:ya?ml|ini|json|conf|cfg|toml|properties)$/

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

/** The literals from which a kustomization generates Secrets, with the name of what generates them. */
export function generatedSecrets(kustomization: Fields): readonly (Fields | Unsettled | undefined)[] {
  return mappingsAt(kustomization, 'secretGenerator').flatMap((generator) => {
    const literals = member(generator, 'literals')
    if (!Array.isArray(literals)) return []
    return literals.map((_, index) => literal(textAt(generator, 'name') ?? '', literals, index))
  })
}

// `key=value`, of which kustomize takes quotes off that stand around the value.
function literal(generator: string, literals: object, index: number): Fields | Unsettled | undefined {
  const text = member(literals, index)
  if (text instanceof Unsettled) return text
  const split = typeof text === 'string' ? text.indexOf('=') : -1
  if (typeof text !== 'string' || split < 0) return undefined
  const value = text
    .slice(split + 1)
    .trim()
    .replace(/^(["'])(.*)\1$/s, '$2')
  const secret = stored(text.slice(0, split), value, value)
  return secret && placed({ ...secret, generator }, literals, index)
}

function entry(data: Fields, key: string, isEncoded: boolean): Fields | Unsettled | undefined {
  const value = member(data, key)
  if (value instanceof Unsettled) return value
  if (typeof value !== 'string') return undefined
  const text = isEncoded ? decoded(value) : value
  const secret = stored(key, value.trim(), text.trim())
  return secret && FILE.test(key) && !isCredentialName(key) && !secret.placeholder
    ? ofFile(data, key, text)
    : secret && placed(secret, data, key)
}

function ofFile(data: Fields, key: string, text: string): Fields | Unsettled {
  const [inside] = findSecrets(text)
  if (!inside) return new Unsettled(`depends on whether anything in ${key} is secret`, originOf(data)?.child(key))
  return within(data, key, text, inside, { placeholder: false })
}

function stored(key: string, written: string, text: string): (Record<string, unknown> & { readonly placeholder: boolean }) | undefined {
  if (written === '' || PUBLIC.has(key) || REFERENCE.test(written) || REFERENCE.test(text) || isPublic(text)) return undefined
  return { name: key, kind: 'secret value', masked: MASK, placeholder: PLACEHOLDER.test(text) }
}

const MOST = 64 * 1024

function decoded(value: string): string {
  return Buffer.from(value.slice(0, MOST), 'base64').toString('utf8')
}

// A bundle may hold a certificate and its key; only what holds no key is public.
function isPublic(text: string): boolean {
  return /^-----BEGIN (?:CERTIFICATE|PUBLIC KEY|TRUSTED CERTIFICATE)-----/.test(text) && !text.includes('PRIVATE KEY')
}
