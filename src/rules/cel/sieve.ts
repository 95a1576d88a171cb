import type { Eval, Frame } from './access.ts'
import type { Node } from './ast.ts'
import { KeyIndex, type Keys, keysOf, sure } from './keys.ts'
import { truth } from './logic.ts'
import { names } from './names.ts'

/** Shorter lists are looked through each time. */
const LONG = 32

/** The places in a list that a quantifier has to look at; undefined for all. */
type Sieve = (frame: Frame, list: readonly unknown[]) => readonly number[] | undefined

type Bind = (frame: Frame, slot: number, value: unknown, keys: readonly unknown[], index: number) => void

interface Asked {
  readonly tests: readonly Eval[]
  readonly keys: Keys | undefined
}

/** What is known of one list. */
interface Looked {
  readonly places: readonly number[] | undefined
  times: number
  index: KeyIndex | undefined
}

/** A list that is looked through so often is worth an index. */
const OFTEN = 3

/**
 * What `siblings.exists(other, other.name == "rm" && other.index > own.index)` asks of each element alone is answered once for a list,
 * and not again for each sibling that asks. An element of which one operand of `&&` (of `||` in `all`) is false (true) already decides
 * nothing, whatever the others come to, an error included; it is left out. Where what is the element's own is compared with something
 * else, as in `other.name == own.name`, it is looked up.
 */
export function sieve(
  node: Node & { kind: 'macro' },
  slot: number,
  decisive: boolean,
  compile: (node: Node) => Eval,
  bind: Bind,
): Sieve | undefined {
  if (!isLasting(node.target)) return undefined
  let asked: Asked | undefined
  let known: WeakMap<object, Looked> | undefined
  return (frame, list) => {
    if (list.length < LONG) return undefined
    asked ??= askedOf(node, decisive, compile)
    const { tests, keys } = asked
    if (tests.length === 0 && !keys) return undefined
    known ??= new WeakMap()
    let found = known.get(list)
    if (!found) {
      found = { places: tests.length > 0 ? looked(frame, slot, list, tests, !decisive, bind) : undefined, times: 0, index: undefined }
      known.set(list, found)
    }
    if (!keys || ++found.times < OFTEN) return found.places
    found.index ??= new KeyIndex(found.places ?? list.keys(), (place) =>
      sure(() => {
        bind(frame, slot, list, list, place)
        return keys.own.map((key) => key(frame))
      }),
    )
    return found.index.of(keys.wanted(frame)) ?? found.places
  }
}

function askedOf(node: Node & { kind: 'macro' }, decisive: boolean, compile: (node: Node) => Eval): Asked {
  const all = node.args.flatMap((predicate) => operands(predicate, decisive ? '&&' : '||'))
  const [element] = node.bound
  const keys = node.bound.length === 1 && element !== undefined ? keysOf(all, element, new Set(['params']), decisive, compile) : undefined
  return { tests: askedAlone(node, decisive).map(compile), keys }
}

// The operands that name nothing but the element, and what is the same at each evaluation.
function askedAlone({ args, bound }: Node & { kind: 'macro' }, decisive: boolean): readonly Node[] {
  const seen = new Set([...bound, 'params'])
  return args.flatMap((predicate) => operands(predicate, decisive ? '&&' : '||').filter((operand) => names(operand, seen).size === 0))
}

function looked(
  frame: Frame,
  slot: number,
  list: readonly unknown[],
  tests: readonly Eval[],
  settles: boolean,
  bind: Bind,
): readonly number[] {
  const places: number[] = []
  for (let index = 0; index < list.length; index++) {
    const element: Eval = (inner) => {
      bind(inner, slot, list, list, index)
      return tests.some((test) => truth(test, inner) === settles) ? settles : !settles
    }
    if (truth(element, frame) !== settles) places.push(index)
  }
  return places
}

// A list that is there before the expression is evaluated, and so is the same each time.
function isLasting(target: Node): boolean {
  if (target.kind === 'select') return isLasting(target.operand)
  if (target.kind === 'call' && target.name === 'orValue' && target.target) return isLasting(target.target)
  return target.kind === 'name'
}

function operands(node: Node, operator: '&&' | '||'): readonly Node[] {
  if (node.kind !== 'either' || node.operator !== operator) return [node]
  return [...operands(node.left, operator), ...operands(node.right, operator)]
}
