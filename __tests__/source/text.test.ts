import { expect, test } from 'vitest'
import { Source } from '../../src/model/position.ts'
import { isSize } from '../../src/source/dockerfile/numbers.ts'
import { parseDockerfile } from '../../src/source/dockerfile/parse.ts'
import { globMatcher } from '../../src/source/globs.ts'
import { withoutEnd } from '../../src/source/text.ts'

test('characters at an end are taken off, and none before it', () => {
  expect(withoutEnd('a/b//', '/')).toBe('a/b')
  expect(withoutEnd('///', '/')).toBe('')
  expect(withoutEnd(' a \t', ' \t')).toBe(' a')
})

test('long runs of one character are looked at once', () => {
  const long = 150_000
  const { user } = process.cpuUsage()
  expect(globMatcher([`a${'/'.repeat(long)}b`], { anyDepth: false })('a')).toBe(false)
  expect(isSize(`${'0'.repeat(long)}!`)).toBe(false)
  expect(isSize('64m')).toBe(true)
  parseDockerfile(new Source('Dockerfile', `# escape=${' '.repeat(60_000)}x\nFROM alpine\n`))
  expect((process.cpuUsage().user - user) / 1000).toBeLessThan(1500)
})
