// Changes of manifests such as people make by mistake, as data: what is recorded of them is small.

type Json = Record<string, unknown>
type Path = readonly (string | number)[]

export type Change =
  | { readonly set: Path; readonly to: unknown }
  | { readonly drop: Path }
  | { readonly rename: Path; readonly to: string }
  | { readonly twice: Path }

/** The object with one change, itself left as it is. */
export function changed(original: unknown, change: Change): unknown {
  const object = structuredClone(original)
  const path = 'set' in change ? change.set : 'drop' in change ? change.drop : 'rename' in change ? change.rename : change.twice
  const holder = path.slice(0, -1).reduce<unknown>((here, step) => (here as Json)[step], object) as Json | unknown[]
  const key = path.at(-1) ?? ''
  if ('set' in change) (holder as Json)[key] = change.to
  else if ('twice' in change) (holder as unknown[]).push(structuredClone((holder as unknown[])[Number(key)]))
  else if ('rename' in change) rename(holder as Json, String(key), change.to)
  else if (Array.isArray(holder)) holder.splice(Number(key), 1)
  else delete (holder as Json)[key]
  return object
}

function rename(holder: Json, key: string, to: string): void {
  const entries = Object.entries(holder)
  for (const [name] of entries) delete holder[name]
  for (const [name, value] of entries) holder[name === key ? to : name] = value
}

const VALUES: readonly unknown[] = [null, 7, true, { x: 'y' }, ['a'], '8', 0, 1.5, [{ x: 'y' }], '', [], {}]
const ADDED: readonly (readonly [string, unknown])[] = [
  ...([
    ['image', 'a:1'],
    ['x-note', 'n'],
    ['timeout', 5],
    ['name', 'extra'],
    ['enabled', true],
    ['port', 80],
    ['spec', {}],
  ] as const),
  ...([
    ['securityContext', { runAsNonRoot: true }],
    ['labels', { a: 'b' }],
    ['replicas', 2],
  ] as const),
]

/** The same changes for the same seed. */
export class Changes {
  #seed: number
  readonly #lent: ReadonlyMap<string, readonly (readonly [string, unknown])[]>

  /** Members of the `lenders` are set in what stands at a key of the same name. */
  constructor(seed: number, lenders: readonly unknown[] = []) {
    this.#seed = seed
    const lent = new Map<string, (readonly [string, unknown])[]>()
    for (const { path, value, inList } of lenders.flatMap((lender) => placesIn(lender, []))) {
      const members = lent.get(holderOf(path)) ?? []
      lent.set(holderOf(path), members)
      if (!inList) members.push([String(path.at(-1)), value])
    }
    this.#lent = lent
  }

  pick<T>(list: readonly T[]): T {
    this.#seed = (this.#seed * 1103515245 + 12345) % 2147483648
    return list[Math.floor((this.#seed / 2147483648) * list.length)] as T
  }

  of(object: unknown): Change {
    const places = placesIn(object, []).filter(({ path }) => path.length > 1 || !['apiVersion', 'kind'].includes(String(path[0])))
    const { path, value, inList } = this.pick(places)
    const way = this.pick(['set', 'drop', 'rename', 'twice', 'add', 'spoil', 'spoil', 'spoil'])
    const key = String(path.at(-1))
    const lent = typeof value === 'object' && !Array.isArray(value) ? this.#lent.get(holderOf([...path, ''])) : undefined
    if (lent && this.pick([true, true, false])) {
      const [name, member] = this.pick(lent)
      return { set: [...path, name], to: member }
    }
    if (way === 'drop') return { drop: path }
    if (way === 'twice' && inList) return { twice: path }
    if (way === 'rename' && !inList && this.#misspelt(key) !== key) return { rename: path, to: this.#misspelt(key) }
    if (way === 'add' && typeof value === 'object' && value !== null && !Array.isArray(value)) {
      const [name, added] = this.pick(ADDED)
      return { set: [...path, name], to: added }
    }
    if (way === 'spoil' && typeof value === 'string') return { set: path, to: this.#spoilt(value) }
    if (way === 'spoil' && typeof value === 'number') return { set: path, to: this.pick([-1, 0, 70000, 99999999999, -value, value + 0.5]) }
    if (way === 'spoil' && typeof value === 'boolean') return { set: path, to: !value }
    return { set: path, to: this.pick(VALUES) }
  }

  #misspelt(key: string): string {
    const at = Math.floor(key.length / 2)
    const swapped = key.slice(0, at) + (key[at + 1] ?? '') + (key[at] ?? '') + key.slice(at + 2)
    return this.pick([swapped, `${key}s`, key.slice(0, at) + key.slice(at + 1) || key, `${key.slice(0, 1).toUpperCase()}${key.slice(1)}`])
  }

  #spoilt(text: string): string {
    return this.pick([
      `-${text}`,
      text.toUpperCase(),
      `${text} `,
      'a'.repeat(300),
      'Bogus',
      '',
      ' ',
      `${text}_`,
      `${text}/x`,
      `${text}!`,
      'a b',
      '10x',
    ])
  }
}

/** The name of what a member stands in, whichever item of a list that is. */
function holderOf(path: Path): string {
  return String(path.slice(0, -1).findLast((step) => typeof step === 'string') ?? '')
}

interface Place {
  readonly path: Path
  readonly value: unknown
  readonly inList: boolean
}

function placesIn(value: unknown, path: Path): readonly Place[] {
  if (typeof value !== 'object' || value === null) return []
  const inList = Array.isArray(value)
  return Object.entries(value).flatMap(([key, member]) => {
    const at = [...path, inList ? Number(key) : key]
    return [{ path: at, value: member, inList }, ...placesIn(member, at)]
  })
}
