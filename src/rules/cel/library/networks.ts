import type { Library } from '../signature.ts'
import { CelError } from '../values.ts'
import { type Cidr, type Ip, parseCidr, parseIp } from './address.ts'

function ip(text: string): Ip {
  const value = parseIp(text)
  if (!value) throw new CelError(`IP Address ${JSON.stringify(text)} parse error during conversion from string`)
  return value
}

function cidr(text: string): Cidr {
  const value = parseCidr(text)
  if (!value) throw new CelError(`network address parse error during conversion from string: ${JSON.stringify(text)}`)
  return value
}

function inNetwork(value: Ip, ...networks: readonly string[]): boolean {
  return networks.some((network) => cidr(network).containsIp(value))
}

const isLoopback = (value: Ip) => inNetwork(value, '127.0.0.0/8', '::1/128')
const isUnspecified = (value: Ip) => value.bits === 0n
const isLinkLocalUnicast = (value: Ip) => inNetwork(value, '169.254.0.0/16', 'fe80::/10')
const isMulticast = (value: Ip) => inNetwork(value, '224.0.0.0/4', 'ff00::/8')

// The second digit of an IPv6 multicast address holds flags; the scope is in the third.
function isLinkLocalMulticast(value: Ip): boolean {
  if (value.family === 4) return inNetwork(value, '224.0.0.0/24')
  return isMulticast(value) && ((value.bits >> 112n) & 0xfn) === 2n
}

function isGlobalUnicast(value: Ip): boolean {
  return (
    !isUnspecified(value) &&
    !inNetwork(value, '255.255.255.255/32') &&
    !isLoopback(value) &&
    !isMulticast(value) &&
    !isLinkLocalUnicast(value)
  )
}

export const networks: Library = {
  'ip(string): IP': ip,
  'isIP(string): bool': (text: string) => parseIp(text) !== undefined,
  'ip.isCanonical(string): bool': (text: string) => ip(text).toString() === text,
  'IP.family(): int': (value: Ip) => BigInt(value.family),
  'IP.isUnspecified(): bool': isUnspecified,
  'IP.isLoopback(): bool': isLoopback,
  'IP.isLinkLocalMulticast(): bool': isLinkLocalMulticast,
  'IP.isLinkLocalUnicast(): bool': isLinkLocalUnicast,
  'IP.isGlobalUnicast(): bool': isGlobalUnicast,
  'string(IP): string': (value: Ip) => value.toString(),
  'cidr(string): CIDR': cidr,
  'isCIDR(string): bool': (text: string) => parseCidr(text) !== undefined,
  'CIDR.containsIP(string): bool': (network: Cidr, text: string) => network.containsIp(ip(text)),
  'CIDR.containsIP(IP): bool': (network: Cidr, value: Ip) => network.containsIp(value),
  'CIDR.containsCIDR(string): bool': (network: Cidr, text: string) => network.containsCidr(cidr(text)),
  'CIDR.containsCIDR(CIDR): bool': (network: Cidr, other: Cidr) => network.containsCidr(other),
  'CIDR.ip(): IP': (network: Cidr) => network.ip,
  'CIDR.prefixLength(): int': (network: Cidr) => BigInt(network.length),
  'CIDR.masked(): CIDR': (network: Cidr) => network.masked(),
  'string(CIDR): string': (network: Cidr) => network.toString(),
}
