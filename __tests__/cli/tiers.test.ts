import { expect, test } from 'vitest'
import { optimising } from '../../src/cli/tiers.ts'
import { memoryTree } from '../../src/source/memory.ts'

test('optimised code is made once much was read, and once only', () => {
  let times = 0
  const text = 'a'.repeat(100 * 1024)
  const tree = optimising(memoryTree({ a: text, b: text, c: text, d: text }), () => times++)
  tree.read('a')
  tree.read('b')
  expect(times).toBe(0)
  tree.read('c')
  expect(times).toBe(1)
  tree.read('d')
  expect(times).toBe(1)
})
