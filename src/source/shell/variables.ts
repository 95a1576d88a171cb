/** What is known of the shell's variables: a value, or undefined for one whose value is not known. */
export type Variables = ReadonlyMap<string, string | undefined>

/** The variables of one scope of a script, as far as reading from top to bottom settles them. */
export class Scope implements Iterable<[string, string | undefined]> {
  readonly #values: Map<string, string | undefined>
  readonly #assigned = new Set<string>()

  constructor(values: Iterable<readonly [string, string | undefined]>) {
    this.#values = new Map(values)
  }

  get values(): Variables {
    return this.#values
  }

  [Symbol.iterator](): Iterator<[string, string | undefined]> {
    return this.#values[Symbol.iterator]()
  }

  set(name: string, value: string | undefined): void {
    this.#values.set(name, value)
    this.#assigned.add(name)
  }

  /** A scope whose assignments do not reach this one: a subshell, a side of a pipe. */
  copy(): Scope {
    return new Scope(this.#values)
  }

  /** After a branch that may not have run: what it assigned is not known any more. */
  forget(branch: Scope): void {
    for (const name of branch.#assigned) this.set(name, undefined)
  }
}
