import type { Resource } from '../model/document.ts'
import { Unsettled } from '../model/origin.ts'
import { isCredentialName } from '../source/secret-names.ts'
import { detectSecret, findSecrets, type Secret } from '../source/secrets.ts'
import { storedSecrets } from './stored-secrets.ts'
import { type Fields, keysOf, mappingAt, mappingsAt, member, placed, textAt } from './values.ts'

/** A list for expressions: literal credentials, each where its value stands; one that the files do not settle throws when it is read. */
export function environmentSecrets(container: Fields): readonly Fields[] {
  const found = mappingsAt(container, 'env').map((env) => {
    const name = textAt(env, 'name') ?? ''
    return secretAt(env, 'value', name, (text) => detectSecret(name, text))
  })
  return asList(found)
}

export function objectSecrets(resource: Resource): readonly Fields[] {
  if (resource.group !== '') return []
  if (resource.kind === 'Secret') return asList(storedSecrets(resource.object))
  if (resource.kind !== 'ConfigMap') return []
  const data = mappingAt(resource.object, 'data')
  const keys = data ? keysOf(data) : []
  if (!data || keys instanceof Unsettled) return []
  return asList(keys.map((name) => secretAt(data, name, name, (text) => configSecret(name, text))))
}

// A file in a ConfigMap holds settings of its own; a single line is a value of its key.
function configSecret(name: string, text: string): Secret | undefined {
  const single = text.includes('\n') || /^\s*[{[]/.test(text) ? undefined : detectSecret(name, text)
  return single ?? findSecrets(text)[0]
}

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
