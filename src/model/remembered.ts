/** Answers about an object's members, kept as long as the object: what a template writes throws each time it is read. */
export class Remembered<Answer> {
  readonly #answers = new WeakMap<object, Map<string, Answer>>()

  of(holder: object, key: string, answer: () => Answer): Answer {
    let known = this.#answers.get(holder)
    if (!known) {
      known = new Map()
      this.#answers.set(holder, known)
    }
    if (!known.has(key)) known.set(key, answer())
    return known.get(key) as Answer
  }
}
