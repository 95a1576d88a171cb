import { CelError, Special } from './values.ts'

const SECOND = 1_000_000_000n
// Years 1 to 9999, as Kubernetes' CEL bounds them.
const EARLIEST = -62135596800n * SECOND
const LATEST = 253402300800n * SECOND
const LONGEST = 9223372036854775807n

export class Timestamp extends Special {
  readonly #nanoseconds: bigint
  readonly #offset: number

  constructor(nanoseconds: bigint, offset = 0) {
    super()
    if (nanoseconds < EARLIEST || nanoseconds >= LATEST) throw new CelError('timestamp overflow')
    this.#nanoseconds = nanoseconds
    this.#offset = offset
  }

  get type(): string {
    return 'google.protobuf.Timestamp'
  }

  get nanoseconds(): bigint {
    return this.#nanoseconds
  }

  /** Minutes by which the clock it was written by is ahead of UTC; only seen where it is written again. */
  get offset(): number {
    return this.#offset
  }

  plus(nanoseconds: bigint): Timestamp {
    return new Timestamp(this.#nanoseconds + nanoseconds, this.#offset)
  }

  equals(other: Special): boolean {
    return other instanceof Timestamp && other.nanoseconds === this.#nanoseconds
  }
}

export class Duration extends Special {
  readonly #nanoseconds: bigint

  constructor(nanoseconds: bigint) {
    super()
    if (nanoseconds > LONGEST || nanoseconds < -LONGEST - 1n) throw new CelError('duration overflow')
    this.#nanoseconds = nanoseconds
  }

  get type(): string {
    return 'google.protobuf.Duration'
  }

  get nanoseconds(): bigint {
    return this.#nanoseconds
  }

  equals(other: Special): boolean {
    return other instanceof Duration && other.nanoseconds === this.#nanoseconds
  }
}

const RFC3339 = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:[.,](\d+))?(?:Z|([+-])(\d\d):(\d\d))$/

/** RFC 3339, as Go's time package reads it. */
export function parseTimestamp(text: string): Timestamp {
  const found = RFC3339.exec(text)
  const part = (index: number) => Number(found?.[index] ?? 0)
  const [year, month, day, hour, minute, second] = [part(1), part(2), part(3), part(4), part(5), part(6)]
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  date.setUTCHours(hour, minute, second)
  if (
    !found ||
    hour > 23 ||
    minute > 59 ||
    second > 59 ||
    date.getUTCMonth() !== month - 1 ||
    date.getUTCDate() !== day ||
    part(9) > 24 ||
    part(10) > 60
  )
    throw new CelError(`invalid timestamp ${JSON.stringify(text)}`)
  const offset = (found[8] === '-' ? -1 : 1) * (part(9) * 60 + part(10))
  const fraction = BigInt((found[7] ?? '').slice(0, 9).padEnd(9, '0'))
  return new Timestamp((BigInt(date.getTime() / 1000) - BigInt(offset * 60)) * SECOND + fraction, offset)
}

export function showTimestamp(time: Timestamp): string {
  const date = new Date((Number(floorDiv(time.nanoseconds, SECOND)) + time.offset * 60) * 1000)
  const [day = '', rest = ''] = date.toISOString().split('T')
  const ahead = Math.abs(time.offset)
  const two = (value: number) => `${value}`.padStart(2, '0')
  const zone = ahead === 0 ? 'Z' : `${time.offset < 0 ? '-' : '+'}${two(Math.floor(ahead / 60))}:${two(ahead % 60)}`
  return `${day.replace(/^\+?0*(?=\d{4}-)/, '')}T${rest.slice(0, 8)}${fraction(time.nanoseconds)}${zone}`
}

function fraction(nanoseconds: bigint): string {
  const rest = ((nanoseconds % SECOND) + SECOND) % SECOND
  return rest === 0n ? '' : `.${rest.toString().padStart(9, '0').replace(/0+$/, '')}`
}

export function floorDiv(value: bigint, by: bigint): bigint {
  const quotient = value / by
  return value % by < 0n ? quotient - 1n : quotient
}

const UNITS: ReadonlyMap<string, bigint> = new Map([
  ['ns', 1n],
  ['us', 1_000n],
  ['µs', 1_000n],
  ['μs', 1_000n],
  ['ms', 1_000_000n],
  ['s', SECOND],
  ['m', 60n * SECOND],
  ['h', 3600n * SECOND],
])

/** As Go's time.ParseDuration. */
export function parseDuration(text: string): Duration {
  const sign = text.startsWith('-') ? -1n : 1n
  const rest = text.replace(/^[+-]/, '')
  if (rest === '0') return new Duration(0n)
  const part = /(\d*)(?:\.(\d*))?(ns|us|µs|μs|ms|s|m|h)/y
  let total = 0n
  do {
    const found = part.exec(rest)
    if (!found || (!found[1] && !found[2])) throw new CelError(`invalid duration ${JSON.stringify(text)}`)
    const unit = UNITS.get(found[3] ?? '') ?? 0n
    const decimals = (found[2] ?? '').slice(0, 18)
    total += BigInt(found[1] || 0) * unit + (BigInt(decimals || 0) * unit) / 10n ** BigInt(decimals.length)
  } while (part.lastIndex < rest.length)
  return new Duration(sign * total)
}

/** Seconds with as many decimals as needed, as Kubernetes' string() gives them. */
export function showDuration(duration: Duration): string {
  const value = duration.nanoseconds
  const size = value < 0n ? -value : value
  return `${value < 0n ? '-' : ''}${size / SECOND}${fraction(size)}s`
}
