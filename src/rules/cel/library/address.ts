import { Opaque, type Special } from '../values.ts'

/** An IP address. */
export class Ip extends Opaque {
  readonly #bits: bigint
  readonly #family: 4 | 6

  constructor(bits: bigint, family: 4 | 6) {
    super()
    this.#bits = bits
    this.#family = family
  }

  get type(): string {
    return 'net.IP'
  }

  get bits(): bigint {
    return this.#bits
  }

  get family(): 4 | 6 {
    return this.#family
  }

  get width(): number {
    return this.#family === 4 ? 32 : 128
  }

  equals(other: Special): boolean {
    return other instanceof Ip && other.bits === this.#bits && other.family === this.#family
  }

  /** Whether it lies in a network of its own family. */
  within(network: bigint, length: number): boolean {
    const rest = BigInt(this.width - length)
    return this.#bits >> rest === network >> rest
  }

  override toString(): string {
    return this.#family === 4 ? dotted(this.#bits) : shortest(groups(this.#bits))
  }
}

function dotted(bits: bigint): string {
  return [24n, 16n, 8n, 0n].map((shift) => (bits >> shift) & 255n).join('.')
}

function groups(bits: bigint): string[] {
  return Array.from({ length: 8 }, (_, index) => ((bits >> BigInt(112 - 16 * index)) & 0xffffn).toString(16))
}

// The first of the longest runs of two or more zeros becomes `::` (RFC 5952).
function shortest(parts: readonly string[]): string {
  let best = { from: 0, length: 1 }
  for (let from = 0; from < parts.length; from++) {
    let length = 0
    while (parts[from + length] === '0') length++
    if (length > best.length) best = { from, length }
  }
  if (best.length < 2) return parts.join(':')
  return `${parts.slice(0, best.from).join(':')}::${parts.slice(best.from + best.length).join(':')}`
}

/** As Go's netip.ParseAddr, without zones and IPv4 in IPv6, which Kubernetes refuses; undefined for what is none. */
export function parseIp(text: string): Ip | undefined {
  const bits = text.includes(':') ? sixteen(text) : four(text)
  if (bits === undefined) return undefined
  if (!text.includes(':')) return new Ip(bits, 4)
  return bits >> 32n === 0xffffn ? undefined : new Ip(bits, 6)
}

function four(text: string): bigint | undefined {
  const parts = text.split('.')
  if (parts.length !== 4 || !parts.every((part) => /^(?:0|[1-9]\d{0,2})$/.test(part) && Number(part) < 256)) return undefined
  return parts.reduce((bits, part) => (bits << 8n) | BigInt(part), 0n)
}

function sixteen(text: string): bigint | undefined {
  const halves = text.split('::')
  if (halves.length > 2) return undefined
  const [head, tail] = halves.map((half, index) => words(half, index === halves.length - 1))
  if (!head || (halves.length === 2 && !tail)) return undefined
  const missing = 8 - head.length - (tail?.length ?? 0)
  if (halves.length === 1 ? missing !== 0 : missing < 1) return undefined
  return [...head, ...Array<bigint>(missing).fill(0n), ...(tail ?? [])].reduce((bits, word) => (bits << 16n) | word, 0n)
}

function words(text: string, last: boolean): bigint[] | undefined {
  if (text === '') return []
  const parts = text.split(':')
  const found: bigint[] = []
  for (const [index, part] of parts.entries()) {
    if (/^[0-9a-fA-F]{1,4}$/.test(part)) found.push(BigInt(`0x${part}`))
    else {
      const embedded = last && index === parts.length - 1 ? four(part) : undefined
      if (embedded === undefined) return undefined
      found.push(embedded >> 16n, embedded & 0xffffn)
    }
  }
  return found
}

/** A network: an address, which may have bits past the prefix, and the prefix's length. */
export class Cidr extends Opaque {
  readonly #ip: Ip
  readonly #length: number

  constructor(ip: Ip, length: number) {
    super()
    this.#ip = ip
    this.#length = length
  }

  get type(): string {
    return 'net.CIDR'
  }

  get ip(): Ip {
    return this.#ip
  }

  get length(): number {
    return this.#length
  }

  equals(other: Special): boolean {
    return other instanceof Cidr && other.length === this.#length && other.ip.equals(this.#ip)
  }

  containsIp(ip: Ip): boolean {
    return ip.family === this.#ip.family && ip.within(this.#ip.bits, this.#length)
  }

  containsCidr(other: Cidr): boolean {
    return this.#length <= other.length && this.containsIp(other.ip)
  }

  masked(): Cidr {
    const rest = BigInt(this.#ip.width - this.#length)
    return new Cidr(new Ip((this.#ip.bits >> rest) << rest, this.#ip.family), this.#length)
  }

  override toString(): string {
    return `${this.#ip}/${this.#length}`
  }
}

export function parseCidr(text: string): Cidr | undefined {
  const slash = text.lastIndexOf('/')
  const ip = slash < 0 ? undefined : parseIp(text.slice(0, slash))
  const length = text.slice(slash + 1)
  if (!ip || !/^(?:0|[1-9]\d{0,2})$/.test(length) || Number(length) > ip.width) return undefined
  return new Cidr(ip, Number(length))
}
