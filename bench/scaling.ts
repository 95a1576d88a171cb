import { loadConfig } from '../src/config/load.ts'
import { gate } from '../src/gate.ts'
import { embeddedRules } from '../src/rules/embedded.ts'
import { memoryTree } from '../src/source/memory.ts'
import { COMPOSE, DOCKERFILES, MANIFESTS, type Shape } from './shapes.ts'

// Every rule is on. Four times as much should take four times as long; a long start in the first figure makes it less.
const rules = Object.fromEntries(embeddedRules().map(({ id }) => [id, { enabled: true }]))
const config = memoryTree({ '.maturity-gate.yaml': JSON.stringify({ rules }) })

async function seconds(shape: Shape, size: number): Promise<number> {
  const tree = memoryTree(shape(size))
  const settings = await loadConfig(config, {}, { paths: [], exclude: [] })
  const before = process.cpuUsage()
  gate(tree, settings)
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1e6
}

async function measure(name: string, shape: Shape, sizes: readonly number[]): Promise<void> {
  const found: number[] = []
  for (const size of sizes) found.push(await seconds(shape, size))
  const each = sizes.map((size, at) => `${size}: ${(found[at] ?? 0).toFixed(2)} s, ${(((found[at] ?? 0) / size) * 1e6).toFixed(0)} µs each`)
  console.log(`${name.padEnd(40)} ${each.join('   ')}`)
}

const [only = ''] = process.argv.slice(2)
await seconds(MANIFESTS['objects in one file and namespace'] as Shape, 600)
await seconds(DOCKERFILES['RUN lines'] as Shape, 200)
for (const [name, shape] of Object.entries(DOCKERFILES)) if (name.includes(only)) await measure(name, shape, [1_000, 4_000, 16_000])
for (const [name, shape] of Object.entries(COMPOSE)) if (name.includes(only)) await measure(name, shape, [1_000, 4_000, 16_000])
for (const [name, shape] of Object.entries(MANIFESTS)) if (name.includes(only)) await measure(name, shape, [1_000, 10_000, 50_000])
