import type { Library } from '../signature.ts'
import { CelError } from '../values.ts'
import { parseQuantity, Quantity } from './quantity.ts'

function quantity(text: string): Quantity {
  const value = parseQuantity(text)
  if (!value) throw new CelError(`not a quantity: ${JSON.stringify(text)}`)
  return value
}

function asInteger(value: Quantity): bigint {
  if (value.integer === undefined) throw new CelError('cannot convert value to integer')
  return value.integer
}

const whole = (value: bigint) => new Quantity(value, 0, true)

export const quantities: Library = {
  'quantity(string): Quantity': quantity,
  'isQuantity(string): bool': (text: string) => parseQuantity(text) !== undefined,
  // Declared as a function of one argument, not as a method.
  'sign(Quantity): int': (value: Quantity) => value.sign,
  'Quantity.isInteger(): bool': (value: Quantity) => value.integer !== undefined,
  'Quantity.asInteger(): int': asInteger,
  'Quantity.asApproximateFloat(): double': (value: Quantity) => value.float,
  'Quantity.isGreaterThan(Quantity): bool': (value: Quantity, other: Quantity) => value.compare(other) > 0,
  'Quantity.isLessThan(Quantity): bool': (value: Quantity, other: Quantity) => value.compare(other) < 0,
  'Quantity.compareTo(Quantity): int': (value: Quantity, other: Quantity) => BigInt(value.compare(other)),
  'Quantity.add(Quantity): Quantity': (value: Quantity, other: Quantity) => value.add(other),
  'Quantity.add(int): Quantity': (value: Quantity, other: bigint) => value.add(whole(other)),
  'Quantity.sub(Quantity): Quantity': (value: Quantity, other: Quantity) => value.add(other.negated()),
  'Quantity.sub(int): Quantity': (value: Quantity, other: bigint) => value.add(whole(-other)),
}
