import { UserError } from '../errors.ts'
import { Day } from '../model/day.ts'

/** The last second of the year 9999, after which a day has no four digits. */
const LAST = 253_402_300_799

/** `--date`, else SOURCE_DATE_EPOCH, else today in UTC; `now` in milliseconds since 1970. */
export function dayOf(date: string | undefined, env: Readonly<Record<string, string | undefined>>, now: () => number): Day {
  return new Day(() => date ?? ofEpoch(env.SOURCE_DATE_EPOCH) ?? dayAt(now()))
}

function ofEpoch(text: string | undefined): string | undefined {
  if (text === undefined || text === '') return undefined
  if (!/^\d{1,12}$/.test(text) || Number(text) > LAST) {
    throw new UserError(`SOURCE_DATE_EPOCH: ${JSON.stringify(text)} is not allowed: it is the whole seconds since 1970-01-01`)
  }
  return dayAt(Number(text) * 1000)
}

function dayAt(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 10)
}
