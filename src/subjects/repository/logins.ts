import { type Origin, originOf } from '../../model/origin.ts'
import type { Sources } from '../../model/sources.ts'
import { readCi } from '../../source/ci/ci.ts'
import { isOff } from '../../source/ci/reader.ts'
import { entries, items, member } from '../../source/values.ts'
import { placed, placeInScript } from './places.ts'

/** How a pipeline gets into a cloud or a cluster. */
export interface Login {
  readonly name: string
  /** Whether it does so by an identity of its own, and not by a key that somebody has copied. */
  readonly federated: boolean
  /** A key beside an input for an identity: which of the two it is, the pipeline's secrets decide. */
  readonly fallback: boolean
  readonly file: string
  readonly label: string
}

type Add = (login: Login, origin: Origin | undefined) => void

/** Logins of the pipelines: each once in a file. GITHUB_TOKEN and its like are none. */
export function pipelineLogins(sources: Sources): readonly object[] {
  const found: object[] = []
  const seen = new Set<string>()
  const add: Add = (login, origin) => {
    const key = `${login.file}\0${login.name}\0${login.federated}`
    if (!seen.has(key)) found.push(placed(login, origin))
    seen.add(key)
  }
  federatedSteps(sources, add)
  keyedCommands(sources, add)
  for (const workflow of sources.workflows) new Keys(workflow.source.path, add).of(workflow.value, 0)
  return found
}

/** Actions, orbs and plugins that take a short-lived identity, with the inputs that say so. */
const FEDERATED: readonly (readonly [RegExp, RegExp])[] = [
  [/^aws-actions\/configure-aws-credentials$/, /^role-to-assume$/],
  [/^azure\/login$/, /^client-id$/],
  [/^google-github-actions\/auth$/, /^workload_identity_provider$/],
  [/^jfrog\/setup-jfrog-cli$/, /^oidc-provider-name$/],
  [/^octopusdeploy\/login$/, /^service_account_id$/],
  [/^circleci\/(?:aws-cli\/setup|aws-ecr\/|aws-eks\/)/, /^role[-_]arn$/],
  [/^circleci\/gcp-cli\/setup$/, /^use_oidc$/],
  [/^atlassian\/aws-/, /^AWS_OIDC_ROLE_ARN$/],
  [/aws-assume-role-with-web-identity|gcp-workload-identity-federation/, /^role-arn$|^audience$/],
]

/** Inputs beside which an identity is a key all the same. */
const KEYED = /^(?:aws-access-key-id|creds|client-secret|credentials_json|service_account_key)$/

function federatedSteps(sources: Sources, add: Add): void {
  const { steps, commands } = readCi(sources)
  for (const step of steps) {
    const inputs = Object.entries(step.with).filter(([, value]) => value !== '')
    const isFederated =
      FEDERATED.some(([uses, input]) => uses.test(step.uses) && inputs.some(([name]) => input.test(name))) ||
      (step.uses === 'hashicorp/vault-action' && step.with.method === 'jwt')
    if (!isFederated || inputs.some(([name]) => KEYED.test(name))) continue
    add({ name: step.uses, federated: true, fallback: false, file: step.pipeline, label: step.label }, originOf(step))
  }
  for (const command of commands) {
    const { text, pipeline, label } = command
    const isFederated = /\bassume-role-with-web-identity\b|--federated-token\b|\bauth\/jwt\/login\b|\bcreate-cred-config\b/.test(text)
    if (isFederated) add({ name: command.name, federated: true, fallback: false, file: pipeline, label }, originOf(command))
  }
}

function keyedCommands(sources: Sources, add: Add): void {
  for (const command of readCi(sources).commands) {
    const { name, words, flags, pipeline, label } = command
    const isKeyed =
      (name === 'gcloud' && words.includes('activate-service-account')) ||
      (name === 'az' && words.includes('login') && words.includes('--service-principal') && !('--federated-token' in flags))
    if (isKeyed) add({ name: `${name} login`, federated: false, fallback: false, file: pipeline, label }, originOf(command))
  }
}

/** Names of keys that do not expire, in inputs, variables and secrets alike. */
const STATIC =
  /(?:^|_)(?:AWS_SECRET_ACCESS_KEY|AZURE_CREDENTIALS|AZURE_CLIENT_SECRET|ARM_CLIENT_SECRET|CREDENTIALS_JSON|SERVICE_ACCOUNT_KEY|(?:GCP|GKE|GCLOUD)_(?:SA|SERVICE_ACCOUNT)_(?:KEY|JSON)|GCP_CREDENTIALS|GOOGLE_CREDENTIALS|GCP_KEY|KUBE_?CONFIG(?:_DATA|_FILE|_B64|_BASE64)?)$/
/** Inputs of actions that take a key in place of them. */
const IDENTITY = new Set(['workload_identity_provider'])
const SECRET = /\bsecrets\.(\w{1,100})/g

/** Secrets of GitHub workflows that are such keys. */
class Keys {
  readonly #file: string
  readonly #add: Add

  constructor(file: string, add: Add) {
    this.#file = file
    this.#add = add
  }

  of(holder: unknown, depth: number): void {
    if (depth > 12 || isOff(member(holder, 'if'))) return
    if (Array.isArray(holder)) for (const item of items(holder)) this.of(item, depth + 1)
    else for (const [key, value] of entries(holder)) this.#entry(holder, key, value, depth)
  }

  #entry(holder: unknown, key: string, value: unknown, depth: number): void {
    if (typeof value !== 'string') {
      this.of(value, depth + 1)
      return
    }
    for (const { 1: secret = '', index } of value.matchAll(SECRET)) {
      const name = [key, secret].map((one) => one.toUpperCase().replaceAll('-', '_')).find((one) => STATIC.test(one))
      if (name === undefined) continue
      const fallback = entries(holder).some(([other, held]) => IDENTITY.has(other) && typeof held === 'string' && held !== '')
      this.#add({ name, federated: false, fallback, file: this.#file, label: `secret ${secret}` }, placeInScript(holder, key, index))
    }
  }
}
