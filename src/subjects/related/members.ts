import type { Fields } from '../values.ts'

const names = new WeakMap<object, ReadonlySet<string>>()

/**
 * The getters of an object's class as members that expressions see as its own. Defining them on each of many thousand objects would
 * take longer than judging those.
 */
export function membersOf(relations: object): Fields {
  return new Proxy(relations, HANDLER) as Fields
}

const HANDLER: ProxyHandler<object> = {
  get: (target, key) => (isMember(target, key) ? (Reflect.get(target, key, target) as unknown) : undefined),
  has: isMember,
  // All of its members are its own, as those of any plain object.
  getPrototypeOf: () => null,
  ownKeys: (target) => [...namesOf(Object.getPrototypeOf(target) as object)],
  getOwnPropertyDescriptor: (target, key) =>
    isMember(target, key) ? { configurable: true, enumerable: true, writable: false } : undefined,
}

function isMember(target: object, key: string | symbol): boolean {
  return typeof key === 'string' && namesOf(Object.getPrototypeOf(target) as object).has(key)
}

function namesOf(prototype: object): ReadonlySet<string> {
  let known = names.get(prototype)
  if (!known) {
    const inherited = prototype === Object.prototype ? [] : namesOf(Object.getPrototypeOf(prototype) as object)
    const own = Object.entries(Object.getOwnPropertyDescriptors(prototype)).filter(
      ([name, { get }]) => get !== undefined && name !== '__proto__',
    )
    known = new Set([...inherited, ...own.map(([name]) => name)])
    names.set(prototype, known)
  }
  return known
}
