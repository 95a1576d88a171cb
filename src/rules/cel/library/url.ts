import { parseIp } from './address.ts'

/** A URL in the parts that Go's net/url takes it apart into. */
export interface UrlParts {
  readonly scheme: string
  readonly host: string
  readonly path: string
  readonly query: string
  readonly whole: string
}

type Mistake = { readonly mistake: string }

/** As Go's url.ParseRequestURI and url.Parse in turn: what Kubernetes takes for a URL. */
export function parseUrl(text: string): UrlParts | Mistake {
  const request = parse(text, true)
  return 'mistake' in request ? request : parse(text.split('#', 1)[0] ?? '', false, text)
}

export function requestUriMistake(text: string): string[] {
  const parsed = parse(text, true)
  return 'mistake' in parsed ? [`parse ${JSON.stringify(text)}: ${parsed.mistake}`] : []
}

function parse(text: string, request: boolean, whole = text): UrlParts | Mistake {
  if (/[^ -~\u0080-\u{10ffff}]/u.test(text)) return { mistake: 'net/url: invalid control character in URL' }
  if (text === '' && request) return { mistake: 'empty url' }
  if (text === '*') return { scheme: '', host: '', path: '*', query: '', whole }
  const found = /^([A-Za-z][A-Za-z0-9+.-]*)?(:?)/.exec(text)
  if (found?.[1] === undefined && found?.[2] === ':') return { mistake: 'missing protocol scheme' }
  const scheme = found?.[2] === ':' ? (found[1] ?? '').toLowerCase() : ''
  const rest = scheme ? text.slice(found?.[0].length) : text
  const [before = '', ...after] = rest.split('?')
  const query = after.join('?')
  if (!before.startsWith('/')) return opaque({ scheme, host: '', path: '', query, whole }, before, request)
  const hasHost = (scheme !== '' || (!request && !before.startsWith('///'))) && before.startsWith('//')
  const slash = hasHost ? before.indexOf('/', 2) : 0
  const authority = hasHost ? before.slice(2, slash < 0 ? undefined : slash) : ''
  const path = slash < 0 ? '' : before.slice(slash)
  const host = hasHost ? parseAuthority(scheme, authority) : { host: '' }
  if ('mistake' in host) return host
  const bad = badEscape(path)
  return bad ? { mistake: `invalid URL escape ${JSON.stringify(bad)}` } : { scheme, host: host.host, path, query, whole }
}

function opaque(parts: UrlParts, rest: string, request: boolean): UrlParts | Mistake {
  if (parts.scheme !== '') return parts
  if (request) return { mistake: 'invalid URI for request' }
  if (rest.split('/', 1)[0]?.includes(':')) return { mistake: 'first path segment in URL cannot contain colon' }
  return { ...parts, path: rest }
}

/** The first `%` that is not followed by two hexadecimal digits. */
export function badEscape(text: string): string | undefined {
  return /%(?![0-9a-fA-F]{2}).{0,2}/s.exec(text)?.[0]
}

function parseAuthority(scheme: string, authority: string): { host: string } | Mistake {
  const at = authority.lastIndexOf('@')
  const host = parseHost(scheme, authority.slice(at + 1))
  if ('mistake' in host || at < 0) return host
  const user = authority.slice(0, at)
  if (!/^[A-Za-z0-9\-._:~!$&'()*+,;=%@]*$/.test(user)) return { mistake: 'net/url: invalid userinfo' }
  const bad = badEscape(user)
  return bad ? { mistake: `invalid URL escape ${JSON.stringify(bad)}` } : host
}

const PORT = /^(?::[0-9]*)?$/

function parseHost(scheme: string, host: string): { host: string } | Mistake {
  const open = host.lastIndexOf('[')
  if (open > 0) return { mistake: 'invalid IP-literal' }
  if (open === 0) return literalHost(host)
  const colons = scheme === 'http' || scheme === 'https' ? host.indexOf(':') : host.lastIndexOf(':')
  if (colons >= 0 && !PORT.test(host.slice(colons))) return { mistake: `invalid port ${JSON.stringify(host.slice(colons))} after host` }
  return unescapedHost(host)
}

function literalHost(host: string): { host: string } | Mistake {
  const close = host.lastIndexOf(']')
  if (close < 0) return { mistake: "missing ']' in host" }
  if (!PORT.test(host.slice(close + 1))) return { mistake: `invalid port ${JSON.stringify(host.slice(close + 1))} after host` }
  const [address = '', ...zone] = host.slice(1, close).split('%25')
  if ((zone.length > 0 && zone.join('') === '') || !/:/.test(address)) return { mistake: 'invalid host' }
  const mapped = /^::ffff:(?:\d+\.\d+\.\d+\.\d+|[0-9a-f]{1,4}:[0-9a-f]{1,4})$/i.test(address)
  if (!mapped && !parseIp(address)) return { mistake: 'invalid host' }
  return { host: zone.length > 0 ? `[${address}%${decoded(zone.join('%25'))}]${host.slice(close + 1)}` : host }
}

// In a host only bytes past ASCII may be escaped.
function unescapedHost(host: string): { host: string } | Mistake {
  const bad = badEscape(host) ?? /%(?!25)[0-7][0-9a-fA-F]/.exec(host)?.[0]
  if (bad) return { mistake: `invalid URL escape ${JSON.stringify(bad)}` }
  const stray = /[^A-Za-z0-9\-._~!$&'()*+,;=:[\]<>"%\u0080-\u{10ffff}]/u.exec(host)?.[0]
  return stray ? { mistake: `invalid character ${JSON.stringify(stray)} in host name` } : { host: decoded(host) }
}

/** `%XX` as the bytes that they stand for. */
export function decoded(text: string): string {
  return text.includes('%')
    ? text.replace(/(?:%[0-9a-fA-F]{2})+/g, (escaped) => Buffer.from(escaped.replaceAll('%', ''), 'hex').toString('utf8'))
    : text
}
