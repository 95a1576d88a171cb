// Asks a real API server what it says to manifests: server-side dry run of a create, strict field validation.
import { readFileSync } from 'node:fs'
import { request } from 'node:https'
import { parse } from 'yaml'

export interface Verdict {
  readonly accepted: boolean
  /** '' where accepted. */
  readonly message: string
}

interface Kubeconfig {
  readonly clusters: readonly [{ readonly cluster: { readonly server: string } }]
  readonly users: readonly [{ readonly user: { readonly token: string } }]
}
interface Answer {
  readonly status: number
  readonly body: { readonly message?: string; readonly resources?: readonly ApiResource[] }
}
interface Definition {
  readonly group: string
  readonly versions: readonly { readonly name: string; readonly served: boolean }[]
  readonly names: { readonly plural: string }
}
interface ApiResource {
  readonly name: string
  readonly kind: string
  readonly namespaced: boolean
}

/** A cluster for questions; a throw-away one, since namespaces are created in it. */
export class ApiServer {
  readonly #server: string
  readonly #token: string
  readonly #resources = new Map<string, Promise<readonly ApiResource[]>>()

  constructor(kubeconfig: string) {
    const { clusters, users } = parse(readFileSync(kubeconfig, 'utf8')) as Kubeconfig
    this.#server = clusters[0].cluster.server
    this.#token = users[0].user.token
  }

  /** Undefined where the server does not know the kind. */
  async apply(apiVersion: string, kind: string, namespace: string, text: string): Promise<Verdict | undefined> {
    const base = apiVersion.includes('/') ? `/apis/${apiVersion}` : `/api/${apiVersion}`
    const known = this.#resources.get(apiVersion) ?? this.#send('GET', base, '').then(({ body }) => body.resources ?? [])
    this.#resources.set(apiVersion, known)
    const resource = (await known).find((one) => one.kind === kind && !one.name.includes('/'))
    if (!resource) return undefined
    const place = resource.namespaced ? `${base}/namespaces/${encodeURIComponent(namespace || 'default')}` : base
    const path = `${place}/${resource.name}?dryRun=All&fieldValidation=Strict`
    let answer = await this.#send('POST', path, text)
    if (answer.status === 404 && /^namespaces ".*" not found/.test(answer.body.message ?? '')) {
      await this.#send('POST', '/api/v1/namespaces', JSON.stringify({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespace } }))
      answer = await this.#send('POST', path, text)
    }
    const exists = answer.status === 409
    return {
      accepted: exists || answer.status < 300,
      message: exists || answer.status < 300 ? '' : (answer.body.message ?? `status ${answer.status}`),
    }
  }

  /** Makes a CustomResourceDefinition and waits until its kind is served. */
  async install(definition: unknown): Promise<void> {
    await this.#send('POST', '/apis/apiextensions.k8s.io/v1/customresourcedefinitions', JSON.stringify(definition))
    const { group, versions, names } = (definition as { spec: Definition }).spec
    const version = versions.find(({ served }) => served)?.name ?? ''
    for (let tries = 0; tries < 50; tries++) {
      const { status } = await this.#send('GET', `/apis/${group}/${version}/${names.plural}`, '')
      if (status === 200) return
      await new Promise((resolve) => setTimeout(resolve, 200))
    }
  }

  #send(method: string, path: string, body: string): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const headers = { authorization: `Bearer ${this.#token}`, 'content-type': 'application/yaml', accept: 'application/json' }
      const sent = request(`${this.#server}${path}`, { method, headers, rejectUnauthorized: false }, (response) => {
        let text = ''
        response.setEncoding('utf8')
        response.on('data', (part: string) => (text += part))
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, body: (text.startsWith('{') ? JSON.parse(text) : {}) as Answer['body'] }),
        )
      })
      sent.on('error', reject)
      sent.end(body)
    })
  }
}
