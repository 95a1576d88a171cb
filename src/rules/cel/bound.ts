import { CelError } from './values.ts'

let left = Number.POSITIVE_INFINITY

/** Evaluates with a bound on the steps that loops may take together. For expressions that nobody vouches for. */
export function bounded<T>(steps: number, evaluate: () => T): T {
  const before = left
  left = steps
  try {
    return evaluate()
  } finally {
    left = before
  }
}

export function spend(steps: number): void {
  left -= steps
  if (left < 0) throw new CelError('takes too many steps')
}
