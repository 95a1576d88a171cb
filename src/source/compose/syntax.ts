import { type Origin, originOf, Unsettled, withOrigin } from '../../model/origin.ts'
import { originAt } from '../origins.ts'
import { mapping, member, type Plain, text } from '../values.ts'

/** Compose's short forms read as their long ones: lists and mappings with the members that the long form has, standing where the item stands. */

export interface Port {
  readonly host_ip: string
  /** As written, also a range; '' where the engine chooses one. */
  readonly published: string
  readonly target: string
  readonly protocol: string
}

export interface Volume {
  /** `bind`, `volume`, `tmpfs`, … */
  readonly type: string
  /** '' for an anonymous volume. */
  readonly source: string
  readonly target: string
  readonly read_only: boolean
  /** '' where unset. */
  readonly bind: { readonly propagation: string }
}

export function portOf(value: unknown): Port | undefined {
  if (mapping(value)) {
    // An address does not belong into `published`, and people write it there.
    const [address, published] = addressed(String(member(value, 'published') ?? ''))
    return {
      host_ip: text(value, 'host_ip') ?? address,
      published,
      target: String(member(value, 'target') ?? ''),
      protocol: text(value, 'protocol') ?? 'tcp',
    }
  }
  const [ports = '', protocol = 'tcp'] = String(value).split('/')
  // From the right: the address may hold colons, and `127.0.0.1::80` leaves the port to the engine.
  const [rest, target] = beforeLast(ports)
  const [address, published] = beforeLast(rest)
  if (!/^[\d-]+$/.test(target)) return undefined
  return { host_ip: address.replace(/^\[|\]$/g, ''), published, target, protocol }
}

function addressed(published: string): [string, string] {
  return /^[\d-]*$/.test(published) ? ['', published] : published.includes(':') ? beforeLast(published) : [published, '']
}

function beforeLast(parts: string): [string, string] {
  const colon = parts.lastIndexOf(':')
  return colon < 0 ? ['', parts] : [parts.slice(0, colon), parts.slice(colon + 1)]
}

const PROPAGATIONS = new Set(['shared', 'rshared', 'slave', 'rslave', 'private', 'rprivate'])

/** `named`: the file's own `volumes`, by name. */
export function volumeOf(value: unknown, named: Plain): Volume | undefined {
  if (mapping(value)) {
    const type = text(value, 'type') ?? 'volume'
    const source = text(value, 'source') ?? ''
    const propagation = text(value, 'bind', 'propagation') ?? ''
    const target = text(value, 'target') ?? ''
    return device({ type, source, target, read_only: member(value, 'read_only') === true, bind: { propagation } }, named)
  }
  if (typeof value !== 'string') return undefined
  // The colon of a drive letter (`C:\data:/data`) is none between parts.
  const drive = /^[A-Za-z]:[\\/].*:/.test(value) ? 2 : 0
  const colon = value.indexOf(':', drive)
  if (colon < 0) return { type: 'volume', source: '', target: value, read_only: false, bind: { propagation: '' } }
  const source = value.slice(0, colon)
  const [target = '', options = ''] = value.slice(colon + 1).split(':')
  const set = options.split(',')
  const type = /^(?:[./~\\]|[A-Za-z]:[\\/])/.test(source) ? 'bind' : 'volume'
  const propagation = set.find((option) => PROPAGATIONS.has(option)) ?? ''
  return device({ type, source, target, read_only: set.includes('ro'), bind: { propagation } }, named)
}

// A named volume of the local driver may be a folder of the host all the same.
function device(volume: Volume, named: Plain): Volume {
  if (volume.type !== 'volume' || volume.source === '') return volume
  const options = member(named, volume.source, 'driver_opts')
  const folder = text(options, 'device')
  const isBind = /(?:^|,)r?bind(?:,|$)/.test(text(options, 'o') ?? '') || text(options, 'type') === 'none'
  return folder !== undefined && isBind ? { ...volume, type: 'bind', source: folder } : volume
}

/** `NAME=value` lists as mappings; names without a value come from the caller's environment and are left out. */
export function pairs(value: unknown): unknown {
  if (!Array.isArray(value)) return value
  const found: Record<string, unknown> = {}
  const places = new Map<string | number, Origin>()
  const origin = originOf(value)
  for (let index = 0; index < value.length; index++) {
    const item = member(value, index)
    const at = typeof item === 'string' ? item.indexOf('=') : -1
    if (typeof item !== 'string' || at <= 0) continue
    const name = item.slice(0, at)
    Object.defineProperty(found, name, { value: item.slice(at + 1), enumerable: true, configurable: true, writable: true })
    const place = origin?.child(index)
    if (place) places.set(name, place)
  }
  return origin ? withOrigin(found, originAt(origin.source, origin.span, origin.key, places)) : found
}

/** Each item read by `read`; one that is not settled throws when it is read, one that is nothing is left out. */
export function longForms<T extends object>(list: unknown, read: (value: unknown) => T | undefined): unknown {
  if (!Array.isArray(list)) return list
  const made: T[] = []
  const places = new Map<string | number, Origin>()
  const origin = originOf(list)
  for (let index = 0; index < list.length; index++) {
    const place = origin?.child(index)
    const property = attempt(list, index, read)
    if (!property) continue
    const { value } = property
    const own = place && (value ? originAt(place.source, place.span, place.key, membersOf(list[index], place)) : place)
    if (own) places.set(made.length, own)
    if (own && value) withOrigin(value, own)
    Object.defineProperty(made, made.length, { ...property, enumerable: true, configurable: true })
  }
  return origin ? withOrigin(made, originAt(origin.source, origin.span, origin.key, places)) : made
}

function membersOf(value: unknown, place: Origin): Map<string | number, Origin> {
  const found = new Map<string | number, Origin>()
  for (const name of Object.keys(mapping(value) ?? {})) {
    const child = place.child(name)
    if (child) found.set(name, child)
  }
  return found
}

function attempt<T extends object>(
  list: readonly unknown[],
  index: number,
  read: (value: unknown) => T | undefined,
): PropertyDescriptor | undefined {
  try {
    const value = read(list[index])
    return value && { value, writable: true }
  } catch (error) {
    if (!(error instanceof Unsettled)) throw error
    return {
      get(): never {
        throw error
      },
    }
  }
}
