import type { Fields } from '../values.ts'
import { BOOTSTRAP_ROLES } from './bootstrap-roles.ts'

let packed: ReadonlyMap<string, string> | undefined

/** What a role that Kubernetes makes itself grants, by kind and name; undefined for any other. */
export function bootstrapRules(kind: string, name: string): readonly Fields[] | undefined {
  packed ??= new Map(BOOTSTRAP_ROLES.trim().split('\n').map(entry))
  return packed.get(`${kind} ${name}`)?.split(';').filter(Boolean).map(unpack)
}

function entry(line: string): [role: string, rules: string] {
  const equals = line.indexOf('=')
  return [line.slice(0, equals), line.slice(equals + 1)]
}

function unpack(text: string): Fields {
  const [groups = '', resources = '', verbs = '', names = ''] = text.split('|')
  const lists = { apiGroups: groups.split(','), resources: resources.split(','), verbs: verbs.split(',') }
  return names === '' ? lists : { ...lists, resourceNames: names.split(',') }
}
