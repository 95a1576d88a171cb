import { nearest } from '../../errors.ts'
import { CompileError, type Node } from './ast.ts'
import { checkComprehension } from './check-macro.ts'
import type { Checking } from './checking.ts'
import { candidates, isFunction } from './library.ts'
import { checkLiteral, sameElements } from './literals.ts'
import { operatorTypes } from './operator-types.ts'
import { type Signature, showType, type Type, typeOfLiteral } from './signature.ts'
import { typeConstant } from './types.ts'
import { DYN, isVariable, sameType, Unifier } from './unify.ts'

/** The type of an expression whose variables may be anything. Throws a CompileError where Kubernetes refuses it. */
export function check(node: Node, variables: ReadonlySet<string>): Type {
  const checker = new Checker(new Map([...variables].map((name) => [name, DYN])))
  const type = checker.type(node, false)
  checker.finish()
  return checker.unifier.resolve(type, true)
}

class Checker implements Checking {
  readonly unifier: Unifier
  readonly #names: ReadonlyMap<string, Type>
  /** Checks that need the final types, which later parts of the expression still settle. */
  readonly #later: (() => void)[]
  readonly #types: Map<Node, Type>

  constructor(names: ReadonlyMap<string, Type>, outer?: Checker) {
    this.#names = names
    this.unifier = outer?.unifier ?? new Unifier()
    this.#later = outer ? outer.#later : []
    this.#types = outer ? outer.#types : new Map()
  }

  with(names: readonly (readonly [string, Type])[]): Checker {
    return new Checker(new Map([...this.#names, ...names]), this)
  }

  finish(): void {
    for (const each of this.#later) each()
  }

  type(node: Node, exempt: boolean): Type {
    const type = this.#typeOf(node, exempt)
    this.#types.set(node, type)
    return type
  }

  /** The final type of a part that has been checked. */
  known(node: Node): Type {
    return this.unifier.resolve(this.#types.get(node) ?? DYN, true)
  }

  #typeOf(node: Node, exempt: boolean): Type {
    switch (node.kind) {
      case 'literal':
        return typeOfLiteral(node.value)
      case 'name':
        return this.#name(node)
      case 'select':
        return this.#select(node, exempt)
      case 'has':
        this.#field(node.operand, node.start, exempt)
        return { name: 'bool', of: [] }
      case 'index':
        return this.#apply(node.optional ? '[?]' : '[]', [node.operand, node.index], node, exempt)
      case 'unary':
        return this.#apply(node.operator === '-' ? 'unary -' : node.operator, [node.operand], node, exempt)
      case 'binary':
      case 'either':
        return this.#apply(node.operator, [node.left, node.right], node, exempt)
      case 'conditional':
        return this.#apply('?:', [node.test, node.yes, node.no], node, exempt)
      case 'list':
      case 'map':
        return this.#aggregate(node, exempt)
      case 'macro':
        return checkComprehension(this, node, exempt)
      case 'call':
        return this.#call(node, exempt)
    }
  }

  #apply(operator: string, operands: readonly Node[], node: Node, exempt: boolean): Type {
    return this.resolve(
      operatorTypes(operator),
      operands.map((operand) => this.type(operand, exempt)),
      node,
      operator,
    )
  }

  resolve(overloads: readonly Signature[], types: readonly Type[], node: Node, name: string): Type {
    let result: Type | undefined
    for (const overload of overloads) {
      const renamed = this.#instance(overload)
      if (!this.unifier.fits(types, renamed.parameters)) continue
      const type = this.unifier.resolve(renamed.result)
      if (result === undefined) result = type
      else if (!sameType(result, type)) result = DYN
    }
    if (result) return result
    const shown = types.map((type) => showType(this.unifier.resolve(type, true)))
    throw new CompileError(`found no matching overload for '${name}' applied to '(${shown.join(', ')})'`, node.start)
  }

  #instance(overload: Signature): Signature {
    const fresh = new Map<string, Type>()
    const rename = (type: Type): Type => {
      if (type.name !== 'A' && type.name !== 'B') return type.of.length === 0 ? type : { name: type.name, of: type.of.map(rename) }
      const known = fresh.get(type.name) ?? this.unifier.fresh()
      fresh.set(type.name, known)
      return known
    }
    return { ...overload, parameters: overload.parameters.map(rename), result: rename(overload.result) }
  }

  #name(node: Node & { kind: 'name' }): Type {
    const type = this.#names.get(node.name)
    if (type) return type
    const constant = typeConstant(node.name)
    if (constant) return { name: 'type', of: [constant.of] }
    const meant = nearest(node.name, this.#names.keys())
    throw new CompileError(`undeclared reference to '${node.name}'${meant ? `; did you mean ${meant}?` : ''}`, node.start)
  }

  #select(node: Node & { kind: 'select' }, exempt: boolean): Type {
    const { type, optional } = this.#field(node.operand, node.start, exempt)
    return optional || node.optional ? { name: 'optional', of: [type] } : type
  }

  #field(operand: Node, at: number, exempt: boolean): { type: Type; optional: boolean } {
    const from = this.unifier.resolve(this.type(operand, exempt))
    const optional = from.name === 'optional'
    const holder = optional ? (from.of[0] ?? DYN) : from
    if (holder.name === 'map') return { type: holder.of[1] ?? DYN, optional }
    if (isVariable(holder)) this.unifier.fits([DYN], [holder])
    else if (holder.name !== 'dyn')
      throw new CompileError(`type '${showType(this.unifier.resolve(holder, true))}' does not support field selection`, at)
    return { type: DYN, optional }
  }

  #aggregate(node: Node & { kind: 'list' | 'map' }, exempt: boolean): Type {
    const keys = node.kind === 'map' ? node.entries.map(({ key }) => ({ node: key, type: this.type(key, exempt) })) : []
    const values = (node.kind === 'map' ? node.entries : node.items).map(({ value, optional }) => ({
      node: value,
      type: optional ? this.#unwrapped(value, exempt) : this.type(value, exempt),
    }))
    if (!exempt)
      this.#later.push(
        () => sameElements(keys, this.unifier),
        () => sameElements(values, this.unifier),
      )
    const joined = [...(node.kind === 'map' ? [this.#join(keys)] : []), this.#join(values)]
    return { name: node.kind, of: joined }
  }

  #unwrapped(node: Node, exempt: boolean): Type {
    const type = this.unifier.resolve(this.type(node, exempt))
    if (type.name === 'optional') return type.of[0] ?? DYN
    if (type.name === 'dyn') return DYN
    throw new CompileError(`expected type 'optional_type' but found '${showType(this.unifier.resolve(type, true))}'`, node.start)
  }

  #join(elements: readonly { readonly type: Type }[]): Type {
    let joined: Type | undefined
    for (const { type } of elements) {
      if (joined === undefined) joined = type
      else joined = this.unifier.fits([joined], [type]) ? this.unifier.mostGeneral(joined, type) : DYN
    }
    return joined ?? this.unifier.fresh()
  }

  #call(node: Node & { kind: 'call' }, exempt: boolean): Type {
    const operands = node.target ? [node.target, ...node.args] : node.args
    if (!isFunction(node.name)) throw new CompileError(`undeclared reference to '${node.name}'`, node.start)
    const free = exempt || node.name === 'format'
    const types = operands.map((operand) => this.type(operand, free))
    const overloads = candidates(node.name, node.target !== undefined, operands.length).map((overload) => overload.signature)
    const result = this.resolve(overloads, types, node, node.name)
    this.#later.push(() => checkLiteral(node, (part) => this.known(part)))
    return result
  }
}
