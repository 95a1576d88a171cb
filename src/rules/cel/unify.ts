import type { Type } from './signature.ts'

export const DYN: Type = { name: 'dyn', of: [] }
const NULLABLE: ReadonlySet<string> = new Set(['null', 'optional', 'timestamp', 'duration'])

export function isVariable(type: Type): boolean {
  return type.name.startsWith('%')
}

export function sameType(a: Type, b: Type): boolean {
  return a.name === b.name && a.of.length === b.of.length && a.of.every((part, index) => sameType(part, b.of[index] ?? DYN))
}

/** What type variables stand for, found while an expression is checked, after the algorithm of cel-go's checker. */
export class Unifier {
  #found = new Map<string, Type>()
  #count = 0

  fresh(): Type {
    return { name: `%${++this.#count}`, of: [] }
  }

  /** Whether all of the one fit the others; if they do not, nothing that was found on the way is kept. */
  fits(types: readonly Type[], wanted: readonly Type[]): boolean {
    const before = new Map(this.#found)
    if (types.every((type, index) => this.#assignable(type, wanted[index] ?? DYN))) return true
    this.#found = before
    return false
  }

  /** With variables replaced by what they stand for; those that stand for nothing stay, or are dyn. */
  resolve(type: Type, toDyn = false): Type {
    const known = this.#found.get(type.name)
    if (known) return this.resolve(known, toDyn)
    if (isVariable(type)) return toDyn ? DYN : type
    return type.of.length === 0 ? type : { name: type.name, of: type.of.map((part) => this.resolve(part, toDyn)) }
  }

  mostGeneral(a: Type, b: Type): Type {
    return this.#lessSpecific(a, b) ? a : b
  }

  #assignable(a: Type, b: Type): boolean {
    if (isVariable(b)) {
      const known = this.#found.has(b.name)
      if (this.#stands(b, a)) return true
      if (known) return false
    }
    if (isVariable(a)) return this.#stands(a, b)
    if (a.name === 'dyn' || b.name === 'dyn') return true
    if (a.name === 'null') return isNullable(b)
    if (b.name === 'null') return isNullable(a)
    if (a.name === 'type') return b.name === 'type'
    return a.name === b.name && a.of.every((part, index) => this.#assignable(part, b.of[index] ?? DYN))
  }

  // Whether the variable can stand for the type; from then on it does, or for the more general of this and what it stood for.
  #stands(variable: Type, type: Type): boolean {
    if (sameType(variable, type)) return true
    const known = this.#found.get(variable.name)
    if (known === undefined) {
      if (this.#occurs(variable, type)) return false
      this.#found.set(variable.name, type)
      return true
    }
    if (sameType(known, type)) return true
    if (!this.#assignable(type, known)) return false
    const general = this.mostGeneral(type, known)
    if (!this.#occurs(variable, general)) this.#found.set(variable.name, general)
    return true
  }

  #occurs(variable: Type, within: Type): boolean {
    if (sameType(variable, within)) return true
    const known = this.#found.get(within.name)
    return known ? this.#occurs(variable, known) : within.of.some((part) => this.#occurs(variable, part))
  }

  #lessSpecific(a: Type, b: Type): boolean {
    if (a.name === 'dyn' || isVariable(a)) return true
    if (b.name === 'dyn' || isVariable(b) || a.name !== b.name) return false
    return a.name === 'type' || a.of.every((part, index) => this.#lessSpecific(part, b.of[index] ?? DYN))
  }
}

// As before CEL had a type for null: whatever is a message may be null, and no list, map or scalar.
function isNullable(type: Type): boolean {
  return NULLABLE.has(type.name) || /^[A-Z]/.test(type.name)
}
