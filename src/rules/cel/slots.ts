/** Where the variables that macros bind are kept in a frame; its first place holds the variables of the expression. */
export class Slots {
  readonly #names: readonly string[]

  constructor(names: readonly string[] = []) {
    this.#names = names
  }

  with(names: readonly string[]): Slots {
    return new Slots([...this.#names, ...names])
  }

  of(name: string): number | undefined {
    const at = this.#names.lastIndexOf(name)
    return at < 0 ? undefined : at + 1
  }

  get next(): number {
    return this.#names.length + 1
  }
}
