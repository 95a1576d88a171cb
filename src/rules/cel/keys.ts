import type { Eval, Frame } from './access.ts'
import type { Node } from './ast.ts'
import { absorbed } from './logic.ts'
import { names } from './names.ts'

/** What `other.name == own.name && other.kind == own.kind` compares: what is the element's, and what it has to be. */
export interface Keys {
  readonly own: readonly Eval[]
  /** One of these, each as many values as `own`; undefined where that is not sure. */
  readonly wanted: (frame: Frame) => readonly (readonly unknown[])[] | undefined
}

/**
 * The operands that compare something of the element alone with something else: by `==`, in `all` by `!=`, or by `in` a list.
 * `constant`: the names that are the same at each evaluation.
 */
export function keysOf(
  operands: readonly Node[],
  element: string,
  constant: ReadonlySet<string>,
  decisive: boolean,
  compile: (node: Node) => Eval,
): Keys | undefined {
  const own = new Set([...constant, element])
  const isOwn = (node: Node) => names(node, own).size === 0 && names(node, constant).has(element)
  // What is the same each time is asked of each element once.
  const isOther = (node: Node) => !names(node).has(element) && names(node, constant).size > 0
  const pairs = operands.flatMap((operand) => {
    if (operand.kind !== 'binary' || operand.operator !== (decisive ? '==' : '!=')) return []
    const { left, right } = operand
    if (isOwn(left) && isOther(right)) return [[left, right] as const]
    return isOwn(right) && isOther(left) ? [[right, left] as const] : []
  })
  if (pairs.length > 0) {
    const values = pairs.map(([, value]) => compile(value))
    return { own: pairs.map(([key]) => compile(key)), wanted: (frame) => sure(() => [values.map((value) => value(frame))]) }
  }
  for (const operand of decisive ? operands : []) {
    if (operand.kind !== 'binary' || operand.operator !== 'in' || !isOwn(operand.left) || !isOther(operand.right)) continue
    const list = compile(operand.right)
    return { own: [compile(operand.left)], wanted: (frame) => sure(() => alone(list(frame))) }
  }
  return undefined
}

/** More are not looked up one by one. */
const MOST_WANTED = 8

function alone(list: unknown): readonly (readonly unknown[])[] | undefined {
  return Array.isArray(list) && list.length <= MOST_WANTED ? list.map((value: unknown) => [value]) : undefined
}

/** Undefined where it cannot be told. */
export function sure<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch (error) {
    absorbed(error)
    return undefined
  }
}

/** The places of a list's elements by their keys. */
export class KeyIndex {
  readonly #places = new Map<string, number[]>()
  /** Those whose keys are not sure, or may equal what is of another type: they are looked at each time. */
  readonly #others: number[] = []

  constructor(places: Iterable<number>, keysAt: (place: number) => readonly unknown[] | undefined) {
    for (const place of places) {
      const key = textOf(keysAt(place))
      if (key === undefined) this.#others.push(place)
      else {
        const known = this.#places.get(key)
        if (known) known.push(place)
        else this.#places.set(key, [place])
      }
    }
  }

  /** In the order of the list; undefined for all. */
  of(wanted: readonly (readonly unknown[])[] | undefined): readonly number[] | undefined {
    const keys = wanted?.map(textOf)
    if (!keys || keys.includes(undefined)) return undefined
    const [first, ...more] = keys as string[]
    const found = first === undefined ? NONE : (this.#places.get(first) ?? NONE)
    if (more.length === 0 && this.#others.length === 0) return found
    const all = new Set([...found, ...more.flatMap((key) => this.#places.get(key as string) ?? NONE), ...this.#others])
    return [...all].sort((a, b) => a - b)
  }
}

const NONE: readonly number[] = []

// Of these two types no value equals one that is written otherwise.
function textOf(values: readonly unknown[] | undefined): string | undefined {
  if (!values) return undefined
  let text = ''
  for (const value of values) {
    if (typeof value === 'string') text += `s${value.length}:${value}`
    else if (typeof value === 'bigint') text += `i${value};`
    else return undefined
  }
  return text
}
