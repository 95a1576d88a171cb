import { type Client, type Connection, connect } from './client.ts'
import { keepComment, type Wish } from './comment.ts'
import type { Event } from './event.ts'
import { type Changes, changesOf, pullRequestsOf } from './pulls.ts'

/** All that a run has to say to GitHub and to ask of it, about the pull requests of its event. Connects at the first use. */
export class Conversation {
  readonly #connection: Connection
  readonly #event: Event
  #client: Promise<Client> | undefined
  #changes: Promise<Changes> | undefined
  #pulls: Promise<readonly number[]> | undefined

  constructor(connection: Connection, event: Event) {
    this.#connection = connection
    this.#event = event
  }

  /** Rejects when GitHub had to be asked and did not answer. */
  pulls(): Promise<readonly number[]> {
    const { pushed, pulls } = this.#event
    this.#pulls ??=
      pushed === undefined ? Promise.resolve(pulls) : this.#connected().then((client) => pullRequestsOf(client, this.#event, pushed))
    return this.#pulls
  }

  /** Undefined where no pull request says what changes. */
  async changes(): Promise<Changes | undefined> {
    const pulls = await this.pulls()
    if (pulls.length === 0) return undefined
    this.#changes ??= this.#connected().then((client) => changesOf(client, this.#event, pulls))
    return this.#changes
  }

  async comment(pull: number, wish: Wish): Promise<void> {
    await keepComment(await this.#connected(), this.#event, pull, wish)
  }

  #connected(): Promise<Client> {
    this.#client ??= connect(this.#connection)
    return this.#client
  }
}
