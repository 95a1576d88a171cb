import type { Config } from './schema.ts'

/** Lists that a configuration writes as a whole; all others add up. */
const WHOLE: ReadonlySet<string> = new Set(['include', 'targets', 'extends'])

/** One configuration out of several; the later one wins, lists add up, and so do mappings, entry by entry. */
export function mergeConfigs(configs: readonly Config[]): Config {
  const merged: Record<string, unknown> = {}
  for (const config of configs) {
    for (const [key, value] of Object.entries(config)) merged[key] = WHOLE.has(key) ? value : together(merged[key], value)
  }
  return merged as Config
}

function together(under: unknown, over: unknown): unknown {
  if (Array.isArray(under) && Array.isArray(over)) return [...under, ...over]
  if (!isMapping(under) || !isMapping(over)) return over
  return Object.fromEntries(new Map([...Object.entries(under), ...Object.entries(over)]))
}

function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
