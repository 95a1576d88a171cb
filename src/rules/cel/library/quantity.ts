import { CelError, MAX_INT, MIN_INT, Opaque, type Special } from '../values.ts'

const PARTS = /^([+-]?)0*(\d*)(?:\.(\d*))?([eEinumkKMGTP]*[+-]?\d*)$/
const DECIMAL: ReadonlyMap<string, number> = new Map([
  ['n', -9],
  ['u', -6],
  ['m', -3],
  ['', 0],
  ['k', 3],
  ['M', 6],
  ['G', 9],
  ['T', 12],
  ['P', 15],
  ['E', 18],
])
const BINARY: ReadonlyMap<string, number> = new Map([
  ['Ki', 10],
  ['Mi', 20],
  ['Gi', 30],
  ['Ti', 40],
  ['Pi', 50],
  ['Ei', 60],
])
const NANO = -9
/** Farther apart than this two quantities are not added: the sum would have as many digits. */
const FARTHEST = 1000

/** A resource quantity: `unscaled × 10^scale`, exactly. */
export class Quantity extends Opaque {
  readonly #unscaled: bigint
  readonly #scale: number
  /** Whether Kubernetes keeps it as a 64-bit integer with a scale; only such a one can be read as an integer. */
  readonly #small: boolean

  constructor(unscaled: bigint, scale: number, small: boolean) {
    super()
    this.#unscaled = unscaled
    this.#scale = scale
    this.#small = small
  }

  get type(): string {
    return 'kubernetes.Quantity'
  }

  equals(other: Special): boolean {
    return other instanceof Quantity && this.compare(other) === 0
  }

  get sign(): bigint {
    return this.#unscaled > 0n ? 1n : this.#unscaled < 0n ? -1n : 0n
  }

  compare(other: Quantity): number {
    if (this.sign !== other.sign) return this.sign < other.sign ? -1 : 1
    const [mine, theirs] = [this.#magnitude, other.#magnitude]
    if (this.sign === 0n || mine !== theirs) return Number(this.sign) * Math.sign(mine - theirs)
    const scale = Math.min(this.#scale, other.#scale)
    const difference = this.#at(scale) - other.#at(scale)
    return difference > 0n ? 1 : difference < 0n ? -1 : 0
  }

  add(other: Quantity): Quantity {
    if (other.#unscaled === 0n && this.#small && other.#small) return this
    if (this.#unscaled === 0n && this.#small && other.#small) return other
    const scale = Math.min(this.#scale, other.#scale)
    if (Math.max(this.#scale, other.#scale) - scale > FARTHEST) throw new CelError('quantities are too far apart')
    const sum = this.#at(scale) + other.#at(scale)
    return new Quantity(sum, scale, this.#small && other.#small && fits(sum))
  }

  negated(): Quantity {
    return new Quantity(-this.#unscaled, this.#scale, this.#small)
  }

  /** undefined where Kubernetes does not read it as an integer, as it does not for `1000m`. */
  get integer(): bigint | undefined {
    if (!this.#small || this.#scale < 0 || this.#scale > 18) return undefined
    const value = this.#at(0)
    return fits(value) ? value : undefined
  }

  get float(): number {
    return this.#scale === 0 ? Number(this.#unscaled) : Number(this.#unscaled) * Number(`1e${this.#scale}`)
  }

  // Digits before the decimal point.
  get #magnitude(): number {
    return this.#unscaled.toString().replace('-', '').length + this.#scale
  }

  #at(scale: number): bigint {
    return this.#unscaled * 10n ** BigInt(this.#scale - scale)
  }
}

function fits(value: bigint): boolean {
  return value <= MAX_INT && value >= MIN_INT
}

/** As k8s.io/apimachinery's resource.ParseQuantity; undefined for what is none. */
export function parseQuantity(text: string): Quantity | undefined {
  const found = PARTS.exec(text)
  if (!found || text === '') return undefined
  const [, sign, digits = '', decimals = '', suffix = ''] = found
  const power = BINARY.get(suffix)
  const exponent = power === undefined ? (DECIMAL.get(suffix) ?? exponentOf(suffix)) : 0
  if (exponent === undefined) return undefined
  const number = BigInt((digits || '0') + decimals) << BigInt(power ?? 0)
  const scale = exponent - decimals.length
  const negative = (value: bigint) => (sign === '-' ? -value : value)
  if (isSmall(digits || '0', decimals, power) && scale >= NANO && fits(number)) return new Quantity(negative(number), scale, true)
  const rounded = roundedUp(number, scale)
  const capped = power !== undefined && new Quantity(rounded.unscaled, rounded.scale, false).compare(LARGEST) > 0
  return capped ? new Quantity(negative(MAX_INT), 0, false) : new Quantity(negative(rounded.unscaled), rounded.scale, false)
}

const LARGEST = new Quantity(MAX_INT, 0, true)

// `1e3`, `1E-2`; an E alone is a suffix of its own.
function exponentOf(suffix: string): number | undefined {
  return /^[eE][+-]?\d{1,9}$/.test(suffix) ? Number(suffix.slice(1)) : undefined
}

// How many digits Kubernetes is sure that 64 bits can hold.
function isSmall(digits: string, decimals: string, power: number | undefined): boolean {
  if (power === undefined) return 18 - digits.length - decimals.length >= 0
  return decimals === '' && 15 - digits.length - Math.trunc((power * 3) / 10) - 1 >= 0
}

// Nothing is finer than a nano; what is, is rounded away from zero.
function roundedUp(unscaled: bigint, scale: number): { unscaled: bigint; scale: number } {
  if (scale >= NANO || unscaled === 0n) return { unscaled, scale }
  const dropped = NANO - scale
  if (dropped > unscaled.toString().length) return { unscaled: 1n, scale: NANO }
  const unit = 10n ** BigInt(dropped)
  return { unscaled: unscaled / unit + (unscaled % unit > 0n ? 1n : 0n), scale: NANO }
}
