import { explain } from '../github/failure.ts'
import { list } from '../report/words.ts'

/** What could not be done. It never changes a verdict, and is said once, at the end. */
export class Troubles {
  readonly #said: string[] = []

  /** Does something that writes a file; what goes wrong is kept. */
  async local(what: string, act: () => Promise<void> | void): Promise<void> {
    try {
      await act()
    } catch (error) {
      this.add(what, error instanceof Error ? error.message : String(error))
    }
  }

  /** Talks to GitHub; answers with undefined when that did not work. */
  async github<T>(what: string, permission: string, ask: () => Promise<T>): Promise<T | undefined> {
    try {
      return await ask()
    } catch (error) {
      this.add(what, explain(error, permission))
      return undefined
    }
  }

  add(what: string, why: string): void {
    this.#said.push(`${what}: ${why}`)
  }

  /** One text for all of them; undefined when everything was done. */
  get text(): string | undefined {
    if (this.#said.length === 0) return undefined
    return `Not done: ${list([...new Set(this.#said)])}. The verdict stands.`
  }
}
