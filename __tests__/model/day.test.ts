import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Day, dayNumber } from '../../src/model/day.ts'

test('days are those of the calendar', () => {
  fc.assert(
    fc.property(fc.integer({ min: -719_162, max: 2_932_896 }), (days) => {
      expect(dayNumber(new Date(days * 86_400_000).toISOString().slice(0, 10))).toBe(days)
    }),
    { numRuns: 2000 },
  )
})

test.each([
  '',
  '2026-02-29',
  '2026-00-10',
  '2026-13-01',
  '2026-04-31',
  '2026-1-1',
  '20260101',
  '2026-01-01T00:00:00Z',
  ' 2026-01-01',
  'soon',
])('%j is no day', (text) => {
  expect(dayNumber(text)).toBeUndefined()
})

test('the day is read once, and only when somebody asks', () => {
  let reads = 0
  const day = new Day(() => `2026-06-1${++reads}`)
  expect(day.asked).toBeUndefined()
  expect([day.until('2026-06-11'), day.until('2026-06-10'), day.until('2027-06-11')]).toEqual([0, -1, 365])
  expect([day.asked, reads]).toEqual(['2026-06-11', 1])
})
