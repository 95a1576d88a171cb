import type { Library } from '../signature.ts'
import { CelError, Opaque, type Special } from '../values.ts'
import { badEscape, decoded, parseUrl, type UrlParts } from './url.ts'

class Url extends Opaque {
  readonly #parts: UrlParts

  constructor(parts: UrlParts) {
    super()
    this.#parts = parts
  }

  get type(): string {
    return 'kubernetes.URL'
  }

  get parts(): UrlParts {
    return this.#parts
  }

  equals(other: Special): boolean {
    return other instanceof Url && other.parts.whole === this.#parts.whole
  }
}

function url(text: string): Url {
  const parts = parseUrl(text)
  if ('mistake' in parts) throw new CelError(`URL parse error during conversion from string: ${parts.mistake}`)
  return new Url(parts)
}

function hostAndPort(host: string): { readonly name: string; readonly port: string } {
  const found = /^(.*):(\d*)$/s.exec(host)
  return { name: (found?.[1] ?? host).replace(/^\[(.*)\]$/s, '$1'), port: found?.[2] ?? '' }
}

const WRITTEN = /^[A-Za-z0-9\-._~!$&'()*+,;=:@/[\]%]*$/

// What may not stand in a path as it is, is escaped; what was escaped needlessly stays so.
function escapedPath(path: string): string {
  if (path === '*' || WRITTEN.test(path)) return path
  return [...Buffer.from(decoded(path))]
    .map((byte) => {
      const character = String.fromCharCode(byte)
      return /[A-Za-z0-9\-._~$&+,/:;=@]/.test(character) ? character : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`
    })
    .join('')
}

function query(text: string): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const pair of text.split('&')) {
    if (pair === '' || pair.includes(';')) continue
    const equals = pair.indexOf('=')
    const parts = equals < 0 ? [pair, ''] : [pair.slice(0, equals), pair.slice(equals + 1)]
    if (parts.some((part) => badEscape(part))) continue
    const [key = '', value = ''] = parts.map((part) => decoded(part.replaceAll('+', ' ')))
    found.set(key, [...(found.get(key) ?? []), value])
  }
  return found
}

export const urls: Library = {
  'url(string): URL': url,
  'isURL(string): bool': (text: string) => !('mistake' in parseUrl(text)),
  'URL.getScheme(): string': (value: Url) => value.parts.scheme,
  'URL.getHost(): string': (value: Url) => value.parts.host,
  'URL.getHostname(): string': (value: Url) => hostAndPort(value.parts.host).name,
  'URL.getPort(): string': (value: Url) => hostAndPort(value.parts.host).port,
  'URL.getEscapedPath(): string': (value: Url) => escapedPath(value.parts.path),
  'URL.getQuery(): map<string, list<string>>': (value: Url) => query(value.parts.query),
}
