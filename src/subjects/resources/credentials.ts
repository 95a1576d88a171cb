import type { Resource } from '../../model/document.ts'
import { type Origin, originOf, Unsettled } from '../../model/origin.ts'
import { isCredentialName, isKeyIdBeside } from '../../source/secrets/names.ts'
import { detectSecret, findSecrets } from '../../source/secrets/secrets.ts'
import { type Fields, keysOf, mappingAt, mappingsAt, member, placed, textAt } from '../values.ts'
import { sampleAt } from './samples.ts'
import { generatedSecrets, storedSecrets } from './stored-secrets.ts'
import { within } from './within.ts'

const KUSTOMIZE = 'kustomize.config.k8s.io'

/** A list for expressions: literal credentials, each where its value stands; one that the files do not settle throws when it is read. */
export function environmentSecrets(container: Fields): readonly Fields[] {
  const variables = mappingsAt(container, 'env')
  const names = variables.map((env) => textAt(env, 'name') ?? '')
  return asList(variables.map((env, index) => secretAt(env, 'value', { name: names[index] ?? '', entry: originOf(env), beside: names })))
}

export function objectSecrets(resource: Resource): readonly Fields[] {
  if (resource.kind === 'Kustomization' && resource.group === KUSTOMIZE) return asList(generatedSecrets(resource.object))
  if (resource.group !== '') return []
  if (resource.kind === 'Secret') return asList(storedSecrets(resource.object))
  if (resource.kind !== 'ConfigMap') return []
  const data = mappingAt(resource.object, 'data')
  const keys = data ? keysOf(data) : []
  if (!data || keys instanceof Unsettled) return []
  return asList(keys.map((name) => configSecret(data, name, keys)))
}

// A file in a ConfigMap holds settings of its own; a single line is a value of its key.
function configSecret(data: Fields, name: string, keys: readonly string[]): Fields | Unsettled | undefined {
  const text = textAt(data, name)
  const isFile = text !== undefined && (text.includes('\n') || /^\s*[{[]/.test(text))
  const single = isFile ? undefined : secretAt(data, name, { name, entry: originOf(data)?.child(name), beside: keys })
  const inside = single || text === undefined ? undefined : findSecrets(text)[0]
  return inside && text !== undefined ? within(data, name, text, inside) : single
}

/** What a value is called, where the entry that holds it stands, and what else is called there. */
interface Variable {
  readonly name: string
  readonly entry: Origin | undefined
  readonly beside: readonly string[]
}

function secretAt(holder: Fields, key: string, { name, entry, beside }: Variable): Fields | Unsettled | undefined {
  const called = isKeyIdBeside(name, beside) ? '' : name
  const value = member(holder, key)
  if (value instanceof Unsettled) return isCredentialName(called) ? value : undefined
  if (typeof value !== 'string') return undefined
  const found = detectSecret(called, value)
  const isToken = found !== undefined && found.kind !== 'credential'
  const sample = isToken ? undefined : sampleAt(called, value, found !== undefined, entry, originOf(holder)?.child(key))
  return sample ?? (found && placed({ name, kind: found.kind, masked: found.masked }, holder, key))
}

function asList(found: readonly (Fields | Unsettled | undefined)[]): readonly Fields[] {
  const list: Fields[] = []
  for (const item of found) {
    if (item instanceof Unsettled) {
      Object.defineProperty(list, list.length, {
        enumerable: true,
        get: () => {
          throw item
        },
      })
    } else if (item) list.push(item)
  }
  return list
}
