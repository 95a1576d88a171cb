/** One thing the user got wrong, where it can be placed. */
export interface Mistake {
  readonly message: string
  readonly file?: string | undefined
  readonly line?: number | undefined
  readonly column?: number | undefined
}

/** The user's mistake (exit 2): all mistakes at once, one clear line each. Whatever else is thrown is a bug of ours (exit 3). */
export class UserError extends Error {
  readonly mistakes: readonly Mistake[]

  constructor(mistakes: readonly Mistake[] | string) {
    const all = typeof mistakes === 'string' ? [{ message: mistakes }] : readable(mistakes)
    super(all.map(describe).join('\n'))
    this.name = 'UserError'
    this.mistakes = all
  }
}

/** Nobody reads on; and a log has its limits. */
const MOST = 100

/** Each once. */
function readable(mistakes: readonly Mistake[]): readonly Mistake[] {
  const all = [...new Map(mistakes.map((mistake) => [describe(mistake), mistake])).values()]
  if (all.length <= MOST) return all
  return [...all.slice(0, MOST), { message: `and ${all.length - MOST} more mistakes` }]
}

/** One line: the place, where there is one, and the message. */
export function describe(mistake: Mistake): string {
  const place = [mistake.file, mistake.line, mistake.column].filter((part) => part !== undefined).join(':')
  return place ? `${place}: ${mistake.message}` : mistake.message
}

/** The nearest known name within two edits (or a third of its length), for `Did you mean`. */
export function nearest(name: string, known: Iterable<string>): string | undefined {
  let best: string | undefined
  let least = Math.max(2, Math.floor(name.length / 3)) + 1
  for (const candidate of known) {
    const far = distance(name.toLowerCase(), candidate.toLowerCase(), least)
    if (far < least) {
      least = far
      best = candidate
    }
  }
  return best
}

// Levenshtein, one row at a time; gives up with `limit` when the lengths alone differ by more.
function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? limit
}
