/** What is known of the shell's variables: a value; undefined for one that is set to something that nobody knows, and for one that is not set. */
export interface Variables {
  get(name: string): string | undefined
  has(name: string): boolean
}

/** The variables of one scope of a script, as far as reading from top to bottom settles them, over those around it. */
export class Scope implements Variables {
  readonly #around: Variables
  readonly #own = new Map<string, string | undefined>()

  constructor(around: Variables) {
    this.#around = around
  }

  get(name: string): string | undefined {
    return this.#own.has(name) ? this.#own.get(name) : this.#around.get(name)
  }

  has(name: string): boolean {
    return this.#own.has(name) || this.#around.has(name)
  }

  set(name: string, value: string | undefined): void {
    this.#own.set(name, value)
  }

  /** A scope whose assignments do not reach this one: a subshell, a side of a pipe. */
  copy(): Scope {
    return new Scope(this)
  }

  /** After a branch that may not have run: what it assigned is not known any more. */
  forget(branch: Scope): void {
    for (const name of branch.#own.keys()) this.set(name, undefined)
  }
}
