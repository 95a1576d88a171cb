import type { Library } from '../signature.ts'
import { CelError, Opaque, type Special } from '../values.ts'

class Semver extends Opaque {
  readonly #numbers: readonly bigint[]
  readonly #labels: readonly string[]

  constructor(numbers: readonly bigint[], labels: readonly string[]) {
    super()
    this.#numbers = numbers
    this.#labels = labels
  }

  get type(): string {
    return 'kubernetes.Semver'
  }

  number(index: number): bigint {
    return this.#numbers[index] ?? 0n
  }

  equals(other: Special): boolean {
    return other instanceof Semver && this.compare(other) === 0
  }

  compare(other: Semver): number {
    for (const index of [0, 1, 2]) {
      const difference = this.number(index) - other.number(index)
      if (difference !== 0n) return difference > 0n ? 1 : -1
    }
    return compareLabels(this.#labels, other.#labels)
  }
}

// A version with labels comes before the one without.
function compareLabels(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return Math.sign(b.length - a.length)
  for (let index = 0; index < Math.min(a.length, b.length); index++) {
    const order = compareLabel(a[index] ?? '', b[index] ?? '')
    if (order !== 0) return order
  }
  return Math.sign(a.length - b.length)
}

function compareLabel(a: string, b: string): number {
  const [x, y] = [DIGITS.test(a), DIGITS.test(b)]
  if (x !== y) return x ? -1 : 1
  if (x) return a.length === b.length ? (a < b ? -1 : a > b ? 1 : 0) : a.length < b.length ? -1 : 1
  return a < b ? -1 : a > b ? 1 : 0
}

const DIGITS = /^\d+$/
const VERSION =
  /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(?:-((?:[0-9A-Za-z-]+\.)*[0-9A-Za-z-]+))?(?:\+(?:[0-9A-Za-z-]+\.)*[0-9A-Za-z-]+)?$/
const MOST = 18446744073709551615n

function parse(text: string): Semver | undefined {
  const found = VERSION.exec(text)
  const numbers = found?.slice(1, 4).map(BigInt) ?? []
  const labels = found?.[4]?.split('.') ?? []
  const fits =
    numbers.every((number) => number <= MOST) &&
    labels.every((label) => !DIGITS.test(label) || ((label === '0' || !label.startsWith('0')) && BigInt(label) <= MOST))
  return found && fits ? new Semver(numbers, labels) : undefined
}

/** `v1.02` as `1.2.0`. */
function parseTolerantly(text: string, normalise: boolean): Semver | undefined {
  if (!normalise) return parse(text)
  const [major = '', minor, ...patch] = text.replace(/^v/, '').split('.')
  const parts = [major, ...(minor === undefined ? [] : [minor]), ...(patch.length > 0 ? [patch.join('.')] : [])].map(withoutZeros)
  if (parts.length < 3 && /[+-]/.test(parts.at(-1) ?? '')) return undefined
  while (parts.length < 3) parts.push('0')
  return parse(parts.join('.'))
}

function withoutZeros(part: string): string {
  return part.length > 1 ? part.replace(/^0+/, '').replace(/^(?!\d)/, '0') : part
}

function semver(text: string, normalise: boolean): Semver {
  const version = parseTolerantly(text, normalise)
  if (!version) throw new CelError(`not a semantic version: ${JSON.stringify(text)}`)
  return version
}

export const versions: Library = {
  'semver(string): Semver': (text: string) => semver(text, false),
  'semver(string, bool): Semver': semver,
  'isSemver(string): bool': (text: string) => parse(text) !== undefined,
  'isSemver(string, bool): bool': (text: string, normalise: boolean) => parseTolerantly(text, normalise) !== undefined,
  'Semver.major(): int': (version: Semver) => version.number(0),
  'Semver.minor(): int': (version: Semver) => version.number(1),
  'Semver.patch(): int': (version: Semver) => version.number(2),
  'Semver.isGreaterThan(Semver): bool': (version: Semver, other: Semver) => version.compare(other) > 0,
  'Semver.isLessThan(Semver): bool': (version: Semver, other: Semver) => version.compare(other) < 0,
  'Semver.compareTo(Semver): int': (version: Semver, other: Semver) => BigInt(version.compare(other)),
}
