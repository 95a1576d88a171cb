import type { Resource } from '../../model/document.ts'
import { originOf, Unsettled, withOrigin } from '../../model/origin.ts'
import { offsetsIn } from '../../source/ci/script.ts'
import { originAt } from '../../source/origins.ts'
import { isCredentialName } from '../../source/secrets/names.ts'
import { detectSecret, findSecrets, type PlacedSecret, type Secret } from '../../source/secrets/secrets.ts'
import { type Fields, keysOf, mappingAt, mappingsAt, member, placed, textAt } from '../values.ts'
import { generatedSecrets, storedSecrets } from './stored-secrets.ts'

const KUSTOMIZE = 'kustomize.config.k8s.io'

/** A list for expressions: literal credentials, each where its value stands; one that the files do not settle throws when it is read. */
export function environmentSecrets(container: Fields): readonly Fields[] {
  const found = mappingsAt(container, 'env').map((env) => {
    const name = textAt(env, 'name') ?? ''
    return secretAt(env, 'value', name, (text) => detectSecret(name, text))
  })
  return asList(found)
}

export function objectSecrets(resource: Resource): readonly Fields[] {
  if (resource.kind === 'Kustomization' && resource.group === KUSTOMIZE) return asList(generatedSecrets(resource.object))
  if (resource.group !== '') return []
  if (resource.kind === 'Secret') return asList(storedSecrets(resource.object))
  if (resource.kind !== 'ConfigMap') return []
  const data = mappingAt(resource.object, 'data')
  const keys = data ? keysOf(data) : []
  if (!data || keys instanceof Unsettled) return []
  return asList(keys.map((name) => configSecret(data, name)))
}

// A file in a ConfigMap holds settings of its own; a single line is a value of its key.
function configSecret(data: Fields, name: string): Fields | Unsettled | undefined {
  const text = textAt(data, name)
  const isFile = text !== undefined && (text.includes('\n') || /^\s*[{[]/.test(text))
  const single = isFile ? undefined : secretAt(data, name, name, (value) => detectSecret(name, value))
  const inside = single || text === undefined ? undefined : findSecrets(text)[0]
  return inside && text !== undefined ? within(data, name, text, inside) : single
}

/** Stands at the key; `setting` names what holds it in the file and stands on its line, where that is found. */
function within(data: Fields, key: string, text: string, { name, kind, masked, start }: PlacedSecret): Fields {
  const item = { name: key, kind, masked }
  const origin = originOf(data)?.child(key)
  if (!origin) return item
  const { source, span } = origin.anchor ?? origin
  const at = offsetsIn(text, origin.anchor ?? origin)(start)
  if (!source.text.startsWith(text.slice(start, start + SURE), at))
    return withOrigin(item, originAt(origin.source, origin.span, origin.key))
  const line = originAt(source, span, { start: at, end: at + 1 })
  return withOrigin({ ...item, setting: name }, originAt(origin.source, origin.span, origin.key, new Map([['setting', line]])))
}

/** Characters that have to be the same in the file and in the text for a place to hold. */
const SURE = 8

function secretAt(holder: Fields, key: string, name: string, detect: (text: string) => Secret | undefined): Fields | Unsettled | undefined {
  const value = member(holder, key)
  if (value instanceof Unsettled) return isCredentialName(name) ? value : undefined
  const found = typeof value === 'string' ? detect(value) : undefined
  return found && placed({ name, kind: found.kind, masked: found.masked }, holder, key)
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
