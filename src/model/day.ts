const CALENDAR = /^(\d{4})-(\d{2})-(\d{2})$/

/** Days since 1970-01-01 of a day of the calendar, YYYY-MM-DD; undefined for what is none, 2026-02-29 too. */
export function dayNumber(text: string): number | undefined {
  const [, year = 0, month = 0, day = 0] = (CALENDAR.exec(text) ?? []).map(Number)
  if (month < 1 || month > 12 || day < 1 || day > lengthOf(year, month)) return undefined
  let days = day - 1
  for (let before = 1; before < month; before++) days += lengthOf(year, before)
  return days + 365 * year + leapsBefore(year) - EPOCH
}

function lengthOf(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
}

// Of the years 0 to `year` - 1.
function leapsBefore(year: number): number {
  const last = year - 1
  return year === 0 ? 0 : Math.floor(last / 4) - Math.floor(last / 100) + Math.floor(last / 400) + 1
}

const EPOCH = 365 * 1970 + leapsBefore(1970)

/** The day on which expiry is judged. It is read when something can expire, so that other reports depend on no clock. */
export class Day {
  readonly #read: () => string
  #text: string | undefined

  /** `read` gives a day, YYYY-MM-DD, and is called once at most. */
  constructor(read: () => string) {
    this.#read = read
  }

  /** Undefined as long as nobody asked for it. */
  get asked(): string | undefined {
    return this.#text
  }

  /** Days left until `end`, which counts itself: 0 on that day, negative when it is past. */
  until(end: string): number {
    this.#text ??= this.#read()
    return (dayNumber(end) ?? Number.NEGATIVE_INFINITY) - (dayNumber(this.#text) ?? 0)
  }
}
