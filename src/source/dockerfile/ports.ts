import { isIP } from 'node:net'

export interface Port {
  /** First and last of the range. */
  readonly from: number
  readonly to: number
  /** As written; tcp where none is. */
  readonly protocol: string
  /** An address or a host port, which EXPOSE ignores. */
  readonly host: boolean
}

/** Reads what EXPOSE takes: `[address:][host:]port[-port][/protocol]`. */
export function parsePort(text: string): Port | { readonly fault: string } {
  const parts = text.split(':')
  const container = parts.at(-1) ?? ''
  const host = parts.at(-2) ?? ''
  const address = parts.slice(0, -2).join(':')
  const slash = container.indexOf('/')
  const numbers = slash < 0 ? container : container.slice(0, slash)
  const protocol = (slash < 0 ? '' : container.slice(slash + 1)) || 'tcp'
  if (!numbers) return { fault: `\`${text}\` has no port: write EXPOSE 8080` }
  if (!['tcp', 'udp', 'sctp'].includes(protocol.toLowerCase()))
    return { fault: `${protocol} is no protocol of a port: write tcp, udp or sctp` }
  if (address && !isAddress(address)) return { fault: `${address} is no IP address: write the port alone` }
  const range = parseRange(numbers)
  if (!range) return { fault: `${numbers} is no port: write a number from 0 to 65535, or a range such as 8000-8010` }
  if (host) {
    const outside = parseRange(host)
    if (!outside) return { fault: `${host} is no port: write the port alone` }
    if (range.to !== range.from && range.to - range.from !== outside.to - outside.from)
      return { fault: `the ranges ${host} and ${numbers} differ in length: write the ports alone` }
  }
  return { ...range, protocol, host: Boolean(address || host) }
}

function parseRange(text: string): { from: number; to: number } | undefined {
  const [first = '', ...rest] = text.split('-')
  const last = text.includes('-') ? rest.join('-') : first
  const from = parseNumber(first)
  const to = parseNumber(last)
  return from === undefined || to === undefined || to < from ? undefined : { from, to }
}

function parseNumber(text: string): number | undefined {
  const value = /^\+?\d{1,12}$/.test(text) ? Number(text) : undefined
  return value !== undefined && value <= 65_535 ? value : undefined
}

function isAddress(text: string): boolean {
  const bare = text.startsWith('[') && text.endsWith(']') ? text.slice(1, -1) : text
  return isIP(bare) !== 0
}
