// Records what a real API server says to the manifests of __tests__/fixtures/api/*.yaml, each changed in one place: *.jsonl beside them.
//   node scripts/oracle/record-changes.ts KUBECONFIG [COUNT [SEED [NAME…]]]      the cluster keeps the definitions of definitions.yaml
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseAllDocuments, stringify } from 'yaml'
import { ApiServer } from './apply.ts'
import { Changes, changed } from './change.ts'

interface Manifest {
  readonly apiVersion: string
  readonly kind: string
  readonly metadata: { readonly namespace?: string }
}

const FOLDER = join(import.meta.dirname, '../../__tests__/fixtures/api')

function manifestsOf(name: string): readonly Manifest[] {
  const text = readFileSync(join(FOLDER, `${name}.yaml`), 'utf8')
  return parseAllDocuments(text, { version: '1.1' }).map((document) => document.toJS() as Manifest)
}

/** What this cluster's own flags and addresses forbid is no matter of the API. */
const OWN = /disallowed by cluster policy|not configured|failed to allocate|serviceAccountName is not set/

const [kubeconfig = '', count = '1000', seed = '1', ...names] = process.argv.slice(2)
const server = new ApiServer(kubeconfig)
for (const definition of manifestsOf('definitions')) await server.install(definition)
for (const name of names.length > 0 ? names : ['kinds', 'fields', 'definitions', 'objects']) {
  const manifests = manifestsOf(name)
  const changes = new Changes(Number(seed), name === 'fields' ? manifests : [])
  const lines: string[] = []
  for (let turn = 0; turn < Number(count); turn++) {
    const of = turn % manifests.length
    const { apiVersion, kind, metadata } = manifests[of] as Manifest
    const change = changes.of(manifests[of])
    const object = changed(manifests[of], change) as Partial<Manifest> | null
    if (object?.kind === undefined) continue
    const text = stringify(object, { version: '1.1', lineWidth: 0, aliasDuplicateObjects: false })
    // Some definitions crash the server's handler: that is no verdict.
    const verdict = await server.apply(apiVersion, kind, metadata.namespace ?? '', text).catch(() => undefined)
    if (verdict && !OWN.test(verdict.message))
      lines.push(JSON.stringify({ of, change, accepted: verdict.accepted, message: verdict.message.slice(0, 160) }))
  }
  writeFileSync(join(FOLDER, `${name}.jsonl`), `${lines.join('\n')}\n`)
  console.log(`${name}: ${lines.length}`)
}
