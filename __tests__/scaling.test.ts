import { expect, test } from 'vitest'
import { COMPOSE, DOCKERFILES, MANIFESTS, type Shape } from '../bench/shapes.ts'
import { loadConfig } from '../src/config/load.ts'
import { gate } from '../src/gate.ts'
import { embeddedRules } from '../src/rules/embedded.ts'
import { memoryTree } from '../src/source/memory.ts'

const rules = Object.fromEntries(embeddedRules().map(({ id }) => [id, { enabled: true }]))

const settings = await loadConfig(memoryTree({ '.maturity-gate.yaml': JSON.stringify({ rules }) }), {}, { paths: [], exclude: [] })

function cpu(shape: Shape, size: number): number {
  const tree = memoryTree(shape(size))
  const before = process.cpuUsage()
  gate(tree, settings)
  const { user, system } = process.cpuUsage(before)
  return user + system
}

// Eight times as much takes about eight times as long, and 64 times where each is held against each. All rules are on.
test.each([...Object.entries(DOCKERFILES), ...Object.entries(COMPOSE), ...Object.entries(MANIFESTS)])(
  'time grows with what is there, and no faster: %s',
  (_, shape) => {
    cpu(shape, 50)
    const few = Math.min(cpu(shape, 120), cpu(shape, 120))
    expect(cpu(shape, 8 * 120) / few).toBeLessThan(24)
  },
)
