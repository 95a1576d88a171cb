import { type Origin, Unsettled } from '../../../model/origin.ts'
import { type Standing, withStanding, withWritten } from '../../../model/written.ts'

/** Makes the property throw when it is read. */
export function unsettle(holder: object, name: string | number, reason: string, origin: Origin | undefined): void {
  Object.defineProperty(holder, name, {
    enumerable: true,
    configurable: true,
    get(): never {
      throw new Unsettled(reason, origin)
    },
  })
}

/** Gives the property a value, also where another branch of the template left it throwing. */
export function settle(holder: object, name: string | number, value: unknown): void {
  Object.defineProperty(holder, name, { enumerable: true, configurable: true, writable: true, value })
}

/** A mapping to which a template may add members: what it does not hold, and which keys it has, is not settled. */
export function openMapping(mapping: object, plain: object, reason: string, origin: Origin): object {
  const fail = (): never => {
    throw new Unsettled(reason, origin)
  }
  const proxy = new Proxy(mapping, {
    get: (target, name) =>
      typeof name === 'symbol' || Object.hasOwn(target, name) || name in Object.prototype ? Reflect.get(target, name) : fail(),
    has: (target, name) => (typeof name === 'symbol' ? Reflect.has(target, name) : Object.hasOwn(target, name) || fail()),
    getOwnPropertyDescriptor: (target, name) =>
      typeof name === 'symbol' || Object.hasOwn(target, name) ? Reflect.getOwnPropertyDescriptor(target, name) : fail(),
    ownKeys: fail,
  })
  return withWritten(proxy, plain)
}

/** Why the items of a list are not settled, from index `settled` on. */
export interface Openness {
  readonly settled: number
  readonly reason: string
  /** There may be others than those written; not so where conditions alone decide. */
  readonly adds: boolean
  readonly doubts?: Standing['doubts']
}

/** A list of which the items are open: those written come when it is iterated, then it throws. */
export function openList(list: unknown[], { settled, reason, adds, doubts }: Openness, origin: Origin | undefined): unknown[] {
  const fail = (): never => {
    throw new Unsettled(reason, origin)
  }
  const isSettled = (name: string | symbol): boolean =>
    typeof name === 'symbol' || (name !== 'length' && (!INDEX.test(name) || Number(name) < settled))
  const proxy = new Proxy(list, {
    get(target, name) {
      if (name === Symbol.iterator) return () => writtenThen(target, fail)
      return isSettled(name) ? Reflect.get(target, name) : fail()
    },
    has: (target, name) => (isSettled(name) ? Reflect.has(target, name) : fail()),
    getOwnPropertyDescriptor: (target, name) => (isSettled(name) ? Reflect.getOwnPropertyDescriptor(target, name) : fail()),
    ownKeys: fail,
  })
  return withStanding(withWritten(proxy, list), { items: list, doubts, others: adds ? new Unsettled(reason, origin) : undefined })
}

const INDEX = /^\d+$/

// Reading by index, so that an item that is not settled throws only when it is reached.
function* writtenThen(list: unknown[], fail: () => never): Generator<unknown, void> {
  for (let index = 0; index < list.length; index++) yield list[index]
  fail()
}
