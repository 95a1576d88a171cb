import { originOf, Unsettled } from '../../model/origin.ts'
import { type Standing, standingIn } from '../../model/written.ts'
import { spend } from './bound.ts'
import { absorbed, weightier } from './logic.ts'

/**
 * Whether one of the items of a list decides, which a template leaves open. What stands in it under a condition decides nothing for
 * sure, nor do others that may come to it; what surely stands in it does. Throws `error` where the list is not of that kind.
 */
export function decideOpen(
  list: unknown,
  error: unknown,
  decisive: boolean,
  holds: (items: readonly unknown[], index: number) => boolean,
): boolean {
  const standing = Array.isArray(list) ? standingIn(list) : undefined
  if (!standing) throw error
  const { items, others } = standing
  spend(items.length)
  let failure: Error | undefined = others
  for (let index = 0; index < items.length; index++) {
    try {
      if (holds(items, index) !== decisive) continue
      const condition = conditionOf(list as readonly unknown[], standing, index)
      if (!condition) return decisive
      failure = weightier(failure, condition)
    } catch (thrown) {
      failure = weightier(failure, absorbed(thrown))
    }
  }
  if (failure) throw failure
  return !decisive
}

// A text or a number carries no origin of its own.
function conditionOf(list: readonly unknown[], { items, doubts }: Standing, index: number): Unsettled | undefined {
  const doubt = doubts?.[index]
  if (doubt) return doubt
  const origin = originOf(items[index]) ?? originOf(list)?.child(index)
  return origin?.condition === undefined ? undefined : new Unsettled(origin.condition, origin)
}
