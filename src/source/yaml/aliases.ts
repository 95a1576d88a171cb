/**
 * How many values the aliases and merge keys of a file may stand for: a few for any file, and more where much is written. A text of a few
 * kilobytes stands for thousands of pods otherwise, and one that is made for it for billions of values.
 */
export class AliasAllowance {
  readonly #most: number
  readonly #byDocument = new Map<number, number>()
  #used = 0

  constructor({ length }: { readonly length: number }) {
    this.#most = 10_000 + Math.floor(length / 4)
  }

  /** What is left for the document that begins there. */
  before(start: number): { readonly left: number; readonly most: number } {
    return { left: this.#most - this.#used + (this.#byDocument.get(start) ?? 0), most: this.#most }
  }

  /** What a document has used; one that is read again uses nothing more. */
  use(start: number, values: number): void {
    this.#used += values - (this.#byDocument.get(start) ?? 0)
    this.#byDocument.set(start, values)
  }
}
