const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat']
const NAMED = new Set(['@yearly', '@annually', '@monthly', '@weekly', '@daily', '@midnight', '@hourly'])

interface Part {
  readonly name: string
  readonly least: number
  readonly most: number
  /** Names, the first of which stands for `least`. */
  readonly names?: readonly string[]
}
const PARTS: readonly Part[] = [
  { name: 'minute', least: 0, most: 59 },
  { name: 'hour', least: 0, most: 23 },
  { name: 'day of the month', least: 1, most: 31 },
  { name: 'month', least: 1, most: 12, names: MONTHS },
  { name: 'day of the week', least: 0, most: 6, names: DAYS },
]

/** What is wrong with a schedule, as the cron library that Kubernetes uses reads it. */
export function cronMistake(text: string): string | undefined {
  if (/^(?:CRON_)?TZ=/.test(text) || text.includes('TZ')) return 'must not set a time zone; spec.timeZone does'
  if (text.startsWith('@')) {
    const every = /^@every (.*)$/.exec(text)
    const known = NAMED.has(text) || (every && /^(?:\d{1,9}(?:\.\d{1,9})?(?:ns|us|µs|ms|s|m|h)){1,9}$/.test(every[1] ?? ''))
    return known ? undefined : 'is no schedule: it names none of @hourly, @daily, @weekly, @monthly, @yearly'
  }
  const fields = text.split(/\s+/).filter((field) => field !== '')
  if (fields.length !== PARTS.length) return `is no schedule: it has ${fields.length} fields, not minute, hour, day, month and weekday`
  const wrong = PARTS.find((part, index) => !(fields[index] ?? '').split(',').every((range) => range === '' || isRange(part, range)))
  return wrong && `is no schedule: its ${wrong.name} is not one`
}

function isRange(part: Part, text: string): boolean {
  const [range = '', step, ...more] = text.split('/')
  if (more.length > 0 || (step !== undefined && !(/^\d{1,9}$/.test(step) && Number(step) > 0))) return false
  // Whatever follows a star and a dash is not looked at.
  if (/^[*?](?:-|$)/.test(range)) return true
  const [from = '', to, ...rest] = range.split('-')
  if (rest.length > 0) return false
  const first = numberOf(part, from)
  const last = to === undefined ? first : numberOf(part, to)
  return first >= part.least && last <= part.most && first <= last
}

function numberOf({ names, least }: Part, text: string): number {
  const named = names?.indexOf(text.toLowerCase()) ?? -1
  return named >= 0 ? named + least : /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN
}
