// Records what a real API server says to manifests of many kinds, each changed in one place: __tests__/fixtures/api/apply.jsonl.
//   node scripts/oracle/record-apply.ts KUBECONFIG FOLDER [COUNT]      manifests are taken from the folder
import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseAllDocuments, stringify } from 'yaml'
import { ApiServer } from './apply.ts'

interface Change {
  readonly did: string
  readonly object: unknown
}
type Json = Record<string, unknown>

/** The same numbers on each run. */
let seed = 20261124
function random(below: number): number {
  seed = (seed * 1103515245 + 12345) % 2147483648
  return Math.floor((seed / 2147483648) * below)
}

const TEXTS = ['', 'Bogus', 'bogus_', '-x', 'a b', '1', 'x'.repeat(300), '/a/../b', '10%', '-1']
const VALUES: readonly unknown[] = [null, 0, -1, 70000, 1.5, true, 'Bogus', [], {}, [null], ['x'], { x: 'y' }, 99999999999]

/** Every place in a value, as its holder and key. */
function places(value: unknown, found: { holder: Json; key: string }[] = []): typeof found {
  if (typeof value !== 'object' || value === null) return found
  for (const key of Object.keys(value)) {
    found.push({ holder: value as Json, key })
    places((value as Json)[key], found)
  }
  return found
}

function changed(original: unknown): Change {
  const object = structuredClone(original)
  const all = places(object).filter(({ holder, key }) => holder !== object || !['apiVersion', 'kind'].includes(key))
  const { holder, key } = all[random(all.length)] ?? { holder: object as Json, key: 'metadata' }
  const way = random(5)
  if (way === 0 && !Array.isArray(holder)) delete holder[key]
  else if (way === 1 && !Array.isArray(holder)) {
    holder[`${key}x`] = holder[key]
    delete holder[key]
  } else if (way === 2 && Array.isArray(holder)) holder.push(structuredClone(holder[Number(key)]))
  else if (typeof holder[key] === 'string') holder[key] = TEXTS[random(TEXTS.length)]
  else holder[key] = VALUES[random(VALUES.length)]
  return { did: `${key} (${way})`, object }
}

function objectsOf(folder: string): readonly Json[] {
  const files = globSync('**/*.{yaml,yml}', { cwd: folder }).sort()
  return files.flatMap((file) => {
    try {
      return parseAllDocuments(readFileSync(join(folder, file), 'utf8'), { version: '1.1' }).flatMap((document) => {
        if (document.errors.length > 0) return []
        const object = document.toJS() as Json | null
        return typeof object?.kind === 'string' && typeof object.apiVersion === 'string' && JSON.stringify(object).length < 4000
          ? [object]
          : []
      })
    } catch {
      return []
    }
  })
}

const [kubeconfig = '', folder = '.', count = '400'] = process.argv.slice(2)
const server = new ApiServer(kubeconfig)
const byKind = new Map<string, Json[]>()
for (const object of objectsOf(folder)) {
  const kind = `${String(object.apiVersion)}/${String(object.kind)}`
  byKind.set(kind, [...(byKind.get(kind) ?? []), object])
}
const kinds = [...byKind.keys()].sort()
const lines: string[] = []
for (let turn = 0; lines.length < Number(count) && turn < Number(count) * 20; turn++) {
  const kind = kinds[turn % kinds.length] ?? ''
  const of = byKind.get(kind) ?? []
  const { did, object } = changed(of[random(of.length)])
  const { apiVersion, metadata } = object as { apiVersion: string; metadata?: { namespace?: unknown } | null }
  const namespace = typeof metadata?.namespace === 'string' && /^[a-z0-9-]+$/.test(metadata.namespace) ? metadata.namespace : ''
  const text = stringify(object, { version: '1.1', lineWidth: 0, aliasDuplicateObjects: false })
  const verdict = await server.apply(apiVersion, kind.slice(apiVersion.length + 1), namespace, text)
  // What the cluster's own flags forbid is no matter of the API; long manifests say no more than short ones.
  if (verdict && text.length < 1800 && !verdict.message.includes('disallowed by cluster policy'))
    lines.push(JSON.stringify({ kind, did, ...verdict, message: verdict.message.slice(0, 300), text }))
}
const out = join(import.meta.dirname, '../../__tests__/fixtures/api/apply.jsonl')
mkdirSync(dirname(out), { recursive: true })
writeFileSync(out, `${lines.join('\n')}\n`)
