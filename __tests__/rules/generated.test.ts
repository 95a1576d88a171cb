import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { generated, OWNED, ROOT } from '../../scripts/generated.ts'

test('what is generated is what is committed: npm run generate', () => {
  const files = generated()
  const stale = [...files].filter(([path, text]) => content(path) !== text).map(([path]) => path)
  expect(stale).toEqual([])
})

test('nothing else lies where only generated files belong', () => {
  const files = generated()
  expect(globSync(`{${OWNED.join(',')}}/*`, { cwd: ROOT }).filter((path) => !files.has(path.replaceAll('\\', '/')))).toEqual([])
})

function content(path: string): string | undefined {
  try {
    return readFileSync(join(ROOT, path), 'utf8')
  } catch {
    return undefined
  }
}
