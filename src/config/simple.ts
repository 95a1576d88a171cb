import { STAGE_IDS } from './ids.ts'
import type { Config } from './schema.ts'

/** What a value is, as text, by the key it stands at; the keys that take lists have one for each item. */
const VALUES: Readonly<Record<string, (text: string) => unknown>> = {
  'required-stage': (text) => (/^[1-5]$/.test(text) ? Number(text) : STAGE_IDS.find((id) => id === text)),
  threshold: (text) => (/^(?:100|[1-9]?\d)$/.test(text) ? Number(text) : undefined),
  mode: (text) => (text === 'enforce' || text === 'report' ? text : undefined),
  'kubernetes-version': (text) => (/^(["'])1\.\d{1,2}\1$/.test(text) ? text.slice(1, -1) : undefined),
}
const LISTS: ReadonlySet<string> = new Set(['include', 'exclude'])

const ENTRY = /^([a-z-]+):(?: +([^\s#](?:[^#]*[^\s#])?))? *(?: #.*)?$/
const ITEM = /^ {2}- ([^\s#](?:[^#]*[^\s#])?) *(?: #.*)?$/

/**
 * A configuration of a few plain lines, which most are, without the schema and the YAML reader, whose loading takes longer than all that
 * a small repository needs. Answers only where both would surely take the text, and for the same; a test holds it to them.
 */
export function simpleConfig(text: string): Config | undefined {
  const config: Record<string, unknown> = {}
  let list: string[] | undefined
  for (const line of text.split('\n')) {
    if (/^ *(?:#[\t -~]*)?$/.test(line)) continue
    if (!/^[ -~]*$/.test(line)) return undefined
    const item = ITEM.exec(line)
    const glob = item && list ? globOf(item[1] ?? '') : undefined
    if (glob !== undefined) {
      list?.push(glob)
      continue
    }
    const [, key = '', value] = ENTRY.exec(line) ?? []
    if (key === '' || Object.hasOwn(config, key) || list?.length === 0) return undefined
    list = value === undefined && LISTS.has(key) ? [] : undefined
    const read = list ?? (Object.hasOwn(VALUES, key) ? VALUES[key]?.(value ?? '') : undefined)
    if (read === undefined) return undefined
    config[key] = read
  }
  return list?.length === 0 ? undefined : (config as Config)
}

// A word that YAML takes for a text, or one in quotes with nothing escaped.
function globOf(text: string): string | undefined {
  if (!/^'[^']*'$|^"[^"\\]*"$/.test(text))
    return /^[A-Za-z][\w./*-]*$/.test(text) && !/^(?:true|false|null|y|n|yes|no|on|off)$/i.test(text) ? text : undefined
  const quoted = text.slice(1, -1)
  return quoted === quoted.trim() && quoted !== '' ? quoted : undefined
}
