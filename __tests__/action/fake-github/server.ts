// A stand-in for GitHub's REST API on loopback. It remembers comments, and holds every request, and every answer of its
// own, to GitHub's published description.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { ANSWERS, type Answer, type Person, type Pull, type State } from './answers.ts'
import { faultsOfAnswer, faultsOfRequest, type Matched, match } from './description.ts'

export type Fault =
  | 'reset'
  | 'hang'
  | { readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly body?: object }

export interface Logged {
  readonly operation: string
  readonly status: number | string
  readonly params: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, string>>
  readonly body: unknown
}

export interface Seed {
  readonly pulls?: readonly Pull[]
  /** Texts by `owner/repo/path@commit`. */
  readonly files?: Readonly<Record<string, string>>
  readonly comments?: readonly { readonly pull: number; readonly body: string; readonly by?: Person }[]
  readonly viewer?: Person
  /** What goes wrong, by operation; each fault is used once, in order. `*` is every operation, for ever. */
  readonly faults?: Readonly<Record<string, readonly Fault[]>>
  /** What the token may write; reading is free, as in a public repository. */
  readonly permissions?: readonly string[]
  /** Path below which the API lies, as `/api/v3` on GitHub Enterprise Server. */
  readonly prefix?: string
}

const BOT: Person = { login: 'github-actions[bot]', type: 'Bot' }
const WRITES = new Map([
  ['issues/create-comment', ['issues', 'pull-requests']],
  ['issues/update-comment', ['issues', 'pull-requests']],
])

export class FakeGitHub {
  /** Every request, in order. */
  readonly log: Logged[] = []
  /** Whatever was not as described, of the requests and of our own answers: a test wants it empty. */
  readonly violations: string[] = []
  readonly state: State
  readonly #server: Server
  readonly #seed: Seed
  readonly #faults: Map<string, Fault[]>

  constructor(seed: Seed = {}) {
    this.#seed = seed
    this.#faults = new Map(Object.entries(seed.faults ?? {}).map(([operation, faults]) => [operation, [...faults]]))
    const comments = (seed.comments ?? []).map(({ pull, body, by }, index) => ({ id: index + 1, pull, body, by: by ?? BOT }))
    this.state = { viewer: seed.viewer ?? BOT, comments, pulls: seed.pulls ?? [], files: seed.files ?? {} }
    this.#server = createServer((request, response) => {
      this.#serve(request, response).catch((error: unknown) => {
        this.violations.push(String(error))
        response.destroy()
      })
    })
  }

  async start(port = 0): Promise<string> {
    await new Promise<void>((done) => this.#server.listen(port, '127.0.0.1', done))
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}${this.#seed.prefix ?? ''}`
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise((done) => this.#server.close(done))
  }

  /** Operations asked for, in order. */
  get operations(): string[] {
    return this.log.map(({ operation }) => operation)
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const text = (await request.toArray()).map(String).join('')
    const url = new URL(request.url ?? '/', `http://${request.headers.host}`)
    const query = Object.fromEntries(url.searchParams)
    const body: unknown = text ? JSON.parse(text) : undefined
    const matched = match(request.method ?? '', url.pathname.replace(this.#seed.prefix ?? '', ''))
    const fault = this.#nextFault(matched)
    const answer = typeof fault === 'string' ? undefined : this.#answer(request, matched, query, body, fault)
    this.log.push({
      operation: matched?.id ?? url.pathname,
      status: answer?.status ?? String(fault),
      params: matched?.params ?? {},
      query,
      body,
    })
    if (fault === 'reset') request.socket.resetAndDestroy()
    if (answer) send(response, url, query, answer, typeof fault === 'object' ? fault.headers : {})
  }

  #nextFault(matched: Matched | undefined): Fault | undefined {
    return this.#faults.get(matched?.id ?? '')?.shift() ?? this.#faults.get('*')?.[0]
  }

  #answer(request: IncomingMessage, matched: Matched | undefined, query: Record<string, string>, body: unknown, fault?: Fault): Answer {
    if (typeof fault === 'object') return { status: fault.status, body: { message: `injected ${fault.status}`, ...fault.body } }
    if (!matched) {
      this.violations.push(`no operation for ${request.method} ${request.url}`)
      return { status: 404, body: { message: 'Not Found' } }
    }
    if (!/^(token|Bearer) \S+$/.test(request.headers.authorization ?? '')) return { status: 401, body: { message: 'Bad credentials' } }
    const wanted = WRITES.get(matched.id)
    if (wanted && this.#seed.permissions && !wanted.some((permission) => this.#seed.permissions?.includes(permission))) {
      return {
        status: 403,
        body: { message: 'Resource not accessible by integration', documentation_url: 'https://docs.github.com', status: '403' },
      }
    }
    const faults = faultsOfRequest(matched, query, body)
    this.violations.push(...faults.map((text) => `${matched.id}: ${text}`))
    if (faults.length > 0) return { status: 422, body: { message: 'Validation Failed' } }
    const answer = ANSWERS[matched.id]?.(this.state, { params: matched.params, query, body }) ?? { status: 501, body: {} }
    this.violations.push(...faultsOfAnswer(matched, answer.status, answer.body))
    return answer
  }
}

function send(response: ServerResponse, url: URL, query: Record<string, string>, { status, body }: Answer, headers = {}): void {
  const perPage = Number(query.per_page ?? 30)
  const page = Number(query.page ?? 1)
  if (Array.isArray(body) && body.length > page * perPage) {
    url.searchParams.set('page', String(page + 1))
    response.setHeader('link', `<${url.href}>; rel="next"`)
  }
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers })
  response.end(JSON.stringify(Array.isArray(body) ? body.slice((page - 1) * perPage, page * perPage) : body))
}
