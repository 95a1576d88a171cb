import type { Source } from '../model/position.ts'

/** Longer values of variables count: `ENV A=$A$A`, a few times over, stands for gigabytes. */
const SHORT = 200
const MOST = 1_000_000

const put = new WeakMap<Source, number>()

export const TOO_LONG = `depends on variables that together put in more than ${MOST} characters`

/** Whether a variable's value may be put in at one more place of a file. */
export function mayPutIn(source: Source, { length }: { readonly length: number }): boolean {
  if (length <= SHORT) return true
  const sum = (put.get(source) ?? 0) + length
  if (sum <= MOST) put.set(source, sum)
  return sum <= MOST
}
