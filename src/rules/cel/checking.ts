import type { Node } from './ast.ts'
import type { Signature, Type } from './signature.ts'
import type { Unifier } from './unify.ts'

/** What the parts of the type checker need of each other. */
export interface Checking {
  readonly unifier: Unifier
  /** Inside the arguments of a format literals may mix types, and are `exempt`. */
  type(node: Node, exempt: boolean): Type
  /** The checker of what sees these names too. */
  with(names: readonly (readonly [string, Type])[]): Checking
  /** What the overloads that take these types give; a CompileError where none does. */
  resolve(overloads: readonly Signature[], types: readonly Type[], node: Node, name: string): Type
}
