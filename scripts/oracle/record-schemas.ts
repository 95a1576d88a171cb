// Writes src/api/schemas.jsonl from the OpenAPI descriptions that Kubernetes publishes with its source. Needs Go, for the module proxy.
//   node scripts/oracle/record-schemas.ts
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const RELEASES = ['1.31.14', '1.32.13', '1.33.13', '1.34.4', '1.35.4', '1.36.3']

interface Definition {
  readonly 'x-kubernetes-group-version-kind'?: readonly { readonly group: string; readonly version: string; readonly kind: string }[]
}
type Definitions = Readonly<Record<string, Definition>>

function definitionsOf(release: string): Definitions {
  const env = { ...process.env, GOFLAGS: '-mod=mod' }
  const answer = execFileSync('go', ['mod', 'download', '-json', `k8s.io/kubernetes@v${release}`], { encoding: 'utf8', env })
  const { Dir } = JSON.parse(answer) as { Dir: string }
  return (JSON.parse(readFileSync(join(Dir, 'api/openapi-spec/swagger.json'), 'utf8')) as { definitions: Definitions }).definitions
}

const KEPT = new Set(['type', 'format', 'required', '$ref', 'properties', 'items', 'additionalProperties'])

/** What validation needs: no descriptions, no merge strategies; references by the definition's name alone. */
function slim(schema: unknown, isProperties = false): unknown {
  if (Array.isArray(schema)) return schema.map((item) => slim(item))
  if (typeof schema !== 'object' || schema === null) return typeof schema === 'string' ? schema.replace('#/definitions/', '') : schema
  const entries = Object.entries(schema).filter(([key]) => isProperties || KEPT.has(key))
  return Object.fromEntries(entries.map(([key, value]) => [key, slim(value, !isProperties && key === 'properties')]))
}

const lines: string[] = []
const seen = new Map<string, number>()
const names: Record<string, number[]> = {}
const kinds: Record<string, string> = {}
RELEASES.forEach((release, at) => {
  for (const [name, definition] of Object.entries(definitionsOf(release))) {
    const text = JSON.stringify(slim(definition))
    let line = seen.get(text)
    if (line === undefined) {
      line = lines.push(text) - 1
      seen.set(text, line)
    }
    names[name] ??= RELEASES.map(() => -1)
    names[name][at] = line
    const [gvk, more] = definition['x-kubernetes-group-version-kind'] ?? []
    if (gvk && !more) kinds[gvk.group ? `${gvk.group}/${gvk.version}/${gvk.kind}` : `${gvk.version}/${gvk.kind}`] = name
  }
})
const compact = Object.fromEntries(Object.entries(names).map(([name, at]) => [name, at.every((line) => line === at[0]) ? at[0] : at]))
const index = JSON.stringify({ versions: RELEASES.map((release) => release.split('.').slice(0, 2).join('.')), kinds, names: compact })
writeFileSync(join(import.meta.dirname, '../../src/api/schemas.jsonl'), `${[index, ...lines].join('\n')}\n`)
