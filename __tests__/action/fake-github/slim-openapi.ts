// Cuts __tests__/fixtures/github/openapi.json out of GitHub's own description: the operations named below and what they refer to, without
// prose and examples.
//   npm pack @octokit/openapi@23.0.2 && tar xzf octokit-openapi-23.0.2.tgz package/generated/api.github.com.json
//   node __tests__/action/fake-github/slim-openapi.ts package/generated/api.github.com.json
// The package unpacks to 400 MB, so it is no dependency.
import { readFileSync, writeFileSync } from 'node:fs'

type Node = Record<string, unknown>

const KEPT = new Set([
  'issues/list-comments',
  'issues/create-comment',
  'issues/update-comment',
  'pulls/list-files',
  'repos/get-content',
  'repos/list-pull-requests-associated-with-commit',
  'users/get-authenticated',
])
const DROPPED = new Set(['examples', 'example', 'x-github', 'externalDocs'])

const references: string[] = []

function slim(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(slim)
  if (typeof node !== 'object' || node === null) return node
  const kept: Node = {}
  for (const [key, value] of Object.entries(node)) {
    // A property may be called `description` or `example`; only its schema is slimmed.
    if (key === 'properties') kept[key] = Object.fromEntries(Object.entries(value as Node).map(([name, schema]) => [name, slim(schema)]))
    else if (DROPPED.has(key) || (key === 'description' && typeof value === 'string')) continue
    else kept[key] = slim(value)
    if (key === '$ref') references.push(String(value))
  }
  return kept
}

function keptPaths(paths: Record<string, Record<string, Node>>): Node {
  const kept: Record<string, Node> = {}
  const missing = new Set(KEPT)
  for (const [path, item] of Object.entries(paths)) {
    for (const [method, operation] of Object.entries(item)) {
      const id = String(operation.operationId)
      if (!KEPT.has(id)) continue
      missing.delete(id)
      kept[path] = { ...kept[path], [method]: slim(operation) }
    }
  }
  if (missing.size > 0) throw new Error(`not in the description: ${[...missing].join(', ')}`)
  return kept
}

const [from = ''] = process.argv.slice(2)
const whole = JSON.parse(readFileSync(from, 'utf8'))
const paths = keptPaths(whole.paths)
const components: Record<string, Node> = {}
for (let reference = references.pop(); reference; reference = references.pop()) {
  const [, , kind = '', name = ''] = reference.split('/')
  if (components[kind]?.[name]) continue
  components[kind] = { ...components[kind], [name]: slim(whole.components[kind][name]) }
}
const out = new URL('../../fixtures/github/openapi.json', import.meta.url)
writeFileSync(out, `${JSON.stringify({ openapi: whole.openapi, info: slim(whole.info), paths, components }, null, 1)}\n`)
