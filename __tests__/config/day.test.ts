import { expect, test } from 'vitest'
import { dayOf } from '../../src/config/day.ts'
import { UserError } from '../../src/errors.ts'

const NOON = Date.UTC(2026, 10, 27, 12)

function read(date: string | undefined, epoch?: string): string | undefined {
  const day = dayOf(date, epoch === undefined ? {} : { SOURCE_DATE_EPOCH: epoch }, () => NOON)
  day.until('2026-01-01')
  return day.asked
}

test.each<[string, string | undefined, string | undefined, string]>([
  ['what is given', '2026-01-31', '0', '2026-01-31'],
  ['else SOURCE_DATE_EPOCH', undefined, '1767225600', '2026-01-01'],
  ['whose first second is in 1970', undefined, '0', '1970-01-01'],
  ['and whose last is in 9999', undefined, '253402300799', '9999-12-31'],
  ['else today in UTC', undefined, undefined, '2026-11-27'],
  ['which an empty one leaves', undefined, '', '2026-11-27'],
])('the day is %s', (_, date, epoch, expected) => {
  expect(read(date, epoch)).toBe(expected)
})

test.each(['1.5', '-1', '1e9', ' 0', 'today', '253402300800', '0x10'])('SOURCE_DATE_EPOCH %j is a mistake', (epoch) => {
  expect(() => read(undefined, epoch)).toThrow(UserError)
  expect(() => read(undefined, epoch)).toThrow(/^SOURCE_DATE_EPOCH: .* is not allowed: it is the whole seconds since 1970-01-01$/)
})

test('a bad SOURCE_DATE_EPOCH troubles nobody while nothing can expire', () => {
  expect(dayOf(undefined, { SOURCE_DATE_EPOCH: 'x' }, () => NOON).asked).toBeUndefined()
})
