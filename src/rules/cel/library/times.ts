import type { Library } from '../signature.ts'
import { type Duration, floorDiv, type Timestamp } from '../time.ts'
import { CelError } from '../values.ts'

const SECOND = 1_000_000_000n
const OFFSET = /^([+-]?)(\d\d):(\d\d)$/

/** The time at a place as if it were UTC there. */
function local(time: Timestamp, zone: string): Date {
  const milliseconds = Number(floorDiv(time.nanoseconds, 1_000_000n))
  const offset = OFFSET.exec(zone)
  if (offset) {
    const minutes = Number(offset[2]) * 60 + Number(offset[3])
    return new Date(milliseconds + (offset[1] === '-' ? -minutes : minutes) * 60_000)
  }
  return zone === 'UTC' || zone === '' ? new Date(milliseconds) : inZone(milliseconds, zone)
}

function inZone(milliseconds: number, timeZone: string): Date {
  try {
    const parts = new Intl.DateTimeFormat('en-US', { timeZone, hourCycle: 'h23', dateStyle: 'short', timeStyle: 'medium' })
    const told = Object.fromEntries(
      new Intl.DateTimeFormat('en-US', {
        ...{ timeZone: parts.resolvedOptions().timeZone, hourCycle: 'h23', era: 'short' },
        ...{ year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric' },
      })
        .formatToParts(milliseconds)
        .map(({ type, value }) => [type, Number(value)]),
    )
    const rest = ((milliseconds % 1000) + 1000) % 1000
    const date = new Date(0)
    date.setUTCFullYear(told.year ?? 0, (told.month ?? 1) - 1, told.day ?? 1)
    date.setUTCHours(told.hour ?? 0, told.minute ?? 0, told.second ?? 0, rest)
    return date
  } catch {
    throw new CelError(`unknown time zone ${timeZone}`)
  }
}

function dayOfYear(date: Date): number {
  const first = new Date(0)
  first.setUTCFullYear(date.getUTCFullYear(), 0, 1)
  return Math.floor((date.getTime() - first.getTime()) / 86_400_000)
}

const PARTS: Readonly<Record<string, (date: Date) => number>> = {
  getFullYear: (date) => date.getUTCFullYear(),
  getMonth: (date) => date.getUTCMonth(),
  getDayOfYear: dayOfYear,
  getDate: (date) => date.getUTCDate(),
  getDayOfMonth: (date) => date.getUTCDate() - 1,
  getDayOfWeek: (date) => date.getUTCDay(),
  getHours: (date) => date.getUTCHours(),
  getMinutes: (date) => date.getUTCMinutes(),
  getSeconds: (date) => date.getUTCSeconds(),
  getMilliseconds: (date) => date.getUTCMilliseconds(),
}

export const times: Library = {
  ...Object.fromEntries(
    Object.entries(PARTS).flatMap(([name, part]) => [
      [`timestamp.${name}(): int`, (time: Timestamp) => BigInt(part(local(time, 'UTC')))],
      [`timestamp.${name}(string): int`, (time: Timestamp, zone: string) => BigInt(part(local(time, zone)))],
    ]),
  ),
  'duration.getHours(): int': (duration: Duration) => duration.nanoseconds / (3600n * SECOND),
  'duration.getMinutes(): int': (duration: Duration) => duration.nanoseconds / (60n * SECOND),
  'duration.getSeconds(): int': (duration: Duration) => duration.nanoseconds / SECOND,
  'duration.getMilliseconds(): int': (duration: Duration) => duration.nanoseconds / 1_000_000n,
}
