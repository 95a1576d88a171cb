import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readme } from '../scripts/readme.ts'

test('README.md says what action.yml and the gate say: npm run build', async () => {
  const text = readFileSync('README.md', 'utf8')
  expect(await readme(text)).toBe(text)
})
