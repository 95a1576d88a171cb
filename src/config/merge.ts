import type { Config } from './schema.ts'

/** Lists that a configuration writes as a whole; all others add up. */
const WHOLE: ReadonlySet<string> = new Set(['include', 'targets', 'extends'])

/** One configuration out of several; the later one wins, lists add up, and so do mappings, rules parameter by parameter. */
export function mergeConfigs(configs: readonly Config[]): Config {
  const merged: Record<string, unknown> = {}
  for (const config of configs) {
    for (const [key, value] of Object.entries(config)) {
      merged[key] = WHOLE.has(key) ? value : together(merged[key], value, key === 'rules' ? 3 : 1)
    }
  }
  return merged as Config
}

function together(under: unknown, over: unknown, depth: number): unknown {
  if (Array.isArray(under) && Array.isArray(over) && depth === 1) return [...under, ...over]
  if (!isMapping(under) || !isMapping(over) || depth === 0) return over
  const merged = new Map(Object.entries(under))
  for (const [key, value] of Object.entries(over)) merged.set(key, together(merged.get(key), value, depth - 1))
  return Object.fromEntries(merged)
}

function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
