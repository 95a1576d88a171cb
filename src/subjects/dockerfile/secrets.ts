import type { Command } from '../../model/command.ts'
import type { Dockerfile, Instruction, Stage, Step } from '../../model/dockerfile.ts'
import { type Origin, originOf, withOrigin } from '../../model/origin.ts'
import { originAt } from '../../source/origins.ts'
import { isCredentialName } from '../../source/secrets/names.ts'
import { detectSecret, findSecrets, looksIssued, MASK } from '../../source/secrets/secrets.ts'
import { type Fields, itemsAt, member, textAt } from '../values.ts'

interface Context {
  readonly file: Dockerfile
  readonly step: Step | undefined
  readonly final: boolean
}

/**
 * What an instruction gives away, for `each`: credentials in ENV and ARG, build arguments that end in the image's environment, files
 * of credentials that are copied into the image, credentials in commands and tokens anywhere. Each stands where it is written.
 */
export function secretsOf(one: Instruction, fields: Fields, context: Context): readonly Fields[] {
  const found = [...pairSecrets(one, context), ...fileSecrets(fields, context), ...commandSecrets(fields), ...assignedSecrets(one, context)]
  const lines = new Set(found.map((secret) => originOf(secret)?.span.start))
  return [...found, ...tokens(one, context).filter((secret) => !lines.has(originOf(secret)?.span.start))]
}

function secret(name: string, kind: string, masked: string, origin: Origin): Fields {
  return withOrigin({ name, kind, masked }, origin)
}

function pairSecrets(one: Instruction, { file, step, final }: Context): Fields[] {
  if (one.name !== 'env' && one.name !== 'arg') return []
  return one.pairs.flatMap((pair) => {
    if (!pair.value) return []
    const origin = originAt(file.source, pair.value.span, pair.name.span)
    const expanded = step?.expanded.get(pair.value)
    const value = expanded?.value ?? pair.value.text.replace(/^(["'])(.*)\1$/s, '$2')
    const name = pair.name.text
    const literal = !expanded?.reason && !pair.value.text.includes('$') ? detectSecret(name, value) : undefined
    if (literal) return [secret(name, literal.kind, literal.masked, origin)]
    const argument =
      one.name === 'env' && final ? expanded?.unset.find((unset) => isCredentialName(unset) || isCredentialName(name)) : undefined
    return argument && declared(step, argument) ? [secret(name, 'build argument', `$${argument}`, origin)] : []
  })
}

// An ARG without default in the stage: what the caller passes ends in the image's environment.
function declared(step: Step | undefined, name: string): boolean {
  for (let stage = step?.stage; stage; stage = stage.parent) if (argumentsOf(stage).has(name)) return true
  return false
}

const known = new WeakMap<Stage, ReadonlySet<string>>()

function argumentsOf(stage: Stage): ReadonlySet<string> {
  let names = known.get(stage)
  if (!names) {
    const pairs = stage.steps.flatMap(({ instruction }) => (instruction.name === 'arg' ? instruction.pairs : []))
    names = new Set(pairs.map((pair) => pair.name.text))
    known.set(stage, names)
  }
  return names
}

const CREDENTIAL_FILE =
  /^(?:id_(?:rsa|dsa|ecdsa|ed25519)|ssh_host_[\w*?]+_key\*?|\.htpasswd|\.npmrc|\.netrc|_netrc|\.pypirc|\.env|\.env\.(?!example$|sample$|template$|dist$|defaults?$)[\w.-]+|\.git-credentials|\.dockercfg|kubeconfig|credentials\.json)$/i
const CREDENTIAL_PATH =
  /(?:^|\/)(?:\.aws\/credentials|\.docker\/config\.json|\.kube\/config|\.ssh(?:\/(?!known_hosts|config|authorized_keys|[^/]*\.pub$).*)?)$/i
const PRIVATE_KEY = /(?:^|[-_./])(?:private|priv|privkey|key|server-key|client-key|tls)[\w-]*\.pem$|\.key$/i

function fileSecrets(fields: Fields, { final }: Context): Fields[] {
  if (!final || textAt(fields, 'from')) return []
  return itemsAt(fields, 'sources').flatMap((source) => {
    const path = textAt(source, 'path')
    const origin = originOf(source)
    if (path === undefined || !origin || textAt(source, 'kind') !== 'local') return []
    const name = path.replace(/\/+$/, '').split('/').at(-1) ?? ''
    const found = CREDENTIAL_FILE.test(name) || CREDENTIAL_PATH.test(path) || PRIVATE_KEY.test(name)
    return found ? [secret(name, 'file of credentials', name, origin)] : []
  })
}

function commandSecrets(fields: Fields): Fields[] {
  return itemsAt(fields, 'commands').flatMap((item) => {
    const command = item as Command
    const name = textAt(command, 'name')
    if (name === 'docker' || name === 'podman' || name === 'buildah' || name === 'helm' || name === 'oras' || name === 'crane')
      return loginSecrets(command)
    if (name === 'aws') return settingSecret(command, ['configure', 'set'], /^aws_(?:secret_access_key|session_token)$/)
    if (name === 'npm' || name === 'yarn' || name === 'pnpm')
      return settingSecret(command, ['config', 'set'], /(?:_auth(?:token)?|_password)$/i)
    return []
  })
}

function loginSecrets(command: Command): Fields[] {
  const operands = itemsAt(command, 'operands')
  if (!operands.includes('login')) return []
  return itemsAt(command, 'flags').flatMap((flag) => {
    const name = textAt(flag, 'name')
    const value = textAt(flag, 'value')
    const origin = originOf(flag)
    return origin && value && (name === '-p' || name === '--password') ? [secret(name, 'password of a registry', MASK, origin)] : []
  })
}

// `aws configure set aws_secret_access_key VALUE`, `npm config set //registry/:_authToken=VALUE`
function settingSecret(command: Command, words: readonly string[], key: RegExp): Fields[] {
  const operands = Array.from({ length: command.operands.length }, (_, index) => member(command.operands, index))
  if (words.some((word, index) => operands[index] !== word)) return []
  const list = originOf(command.operands)
  return operands.slice(words.length).flatMap((operand, index) => {
    if (typeof operand !== 'string') return []
    const [name = '', inline] = operand.split(/=(.*)/s)
    const value = inline ?? operands[words.length + index + 1]
    const origin = list?.child(words.length + index)
    return origin && key.test(name) && typeof value === 'string' && value !== '' ? [secret(name, 'credential', MASK, origin)] : []
  })
}

// `export NAME=…` also inside a text that is written into a file; the line breaks of echo and printf stand as \n there.
const ASSIGNED =
  /(?:(?<![\w$.-])|(?<=\\n))(export[ \t]{1,8})?([A-Za-z_]\w{0,79})=(?:\\?"([^"\\\n]{1,500})\\?"|'([^'\n]{1,500})'|([^\s"'`\\;&|()<>]{1,500}))/dg

/** What a RUN gives a variable: what is exported by its name, what stands before one command only where it is no stand-in for a build. */
function assignedSecrets(one: Instruction, { file }: Context): Fields[] {
  if (one.name !== 'run') return []
  const found: Fields[] = []
  let { start } = one.span
  for (const line of file.source.text.slice(start, one.span.end).split('\n')) {
    if (!/^[ \t]*#/.test(line)) for (const match of line.matchAll(ASSIGNED)) found.push(...assignedSecret(match, start, file))
    start += line.length + 1
  }
  return found
}

function assignedSecret(match: RegExpExecArray, start: number, { source }: Dockerfile): Fields[] {
  const [, exported, name = ''] = match
  const at = [3, 4, 5].find((group) => match[group] !== undefined) ?? 5
  const [from = 0, to = 0] = match.indices?.[at] ?? []
  const value = match[at] ?? ''
  const found = /[$`]/.test(value) ? undefined : detectSecret(name, value)
  if (!found || !(exported || looksIssued(value))) return []
  return [secret(name, found.kind, found.masked, originAt(source, { start: start + from, end: start + to }))]
}

// Known token formats, whose places the file's own text gives.
function tokens(one: Instruction, { file }: Context): Fields[] {
  const { start, end } = one.span
  const text = file.source.text.slice(start, end)
  return findSecrets(text).flatMap((found) => {
    if (found.name !== '') return []
    const span = { start: start + found.start, end: start + found.end }
    return [secret('', found.kind, found.masked, originAt(file.source, span))]
  })
}
