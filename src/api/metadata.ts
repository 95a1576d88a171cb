import type { Decoded } from './decode.ts'
import { formatMistake } from './formats.ts'
import type { Fault, StructRules } from './shape.ts'
import { isPlaceholder } from './written.ts'

type Fields = Readonly<Record<string, unknown>>

/** What only an object's own metadata is held to, not that of the templates in it: its name. */
export function metadataFaults({ value, open }: Decoded, { name: format = 'dns-subdomain', named }: StructRules = {}): readonly Fault[] {
  const { metadata = {} } = value as { readonly metadata?: Fields }
  if (typeof metadata !== 'object') return []
  const { name = '', generateName = '' } = metadata
  const faults: Fault[] = []
  if (name === '' && generateName === '' && !named && !open.has(metadata)) {
    if (!open.has(value) || (value as Fields).metadata !== undefined)
      faults.push({ kind: 'required', path: ['metadata', 'name'], message: 'is missing' })
  }
  if (typeof name === 'string' && name !== '') faults.push(...mistake('name', name, format))
  if (typeof generateName === 'string' && generateName !== '')
    faults.push(...mistake('generateName', generateName, GENERATED[format] ?? format))
  return faults
}

const GENERATED: Readonly<Record<string, string>> = {
  'dns-subdomain': 'generate-subdomain',
  'dns-label': 'generate-label',
  'dns-1035-label': 'generate-1035',
}

function mistake(key: string, text: string, format: string): readonly Fault[] {
  const words = isPlaceholder(text) ? undefined : formatMistake(format, text)
  return words === undefined ? [] : [{ kind: 'invalid', path: ['metadata', key], message: `${JSON.stringify(text.slice(0, 80))} ${words}` }]
}
