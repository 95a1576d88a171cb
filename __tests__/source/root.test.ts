import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { UserError } from '../../src/errors.ts'
import { findRoot } from '../../src/source/root.ts'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'root-'))
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

function write(...paths: string[]): void {
  for (const path of paths) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), '')
  }
}

test.each([
  { name: 'an empty .git marks it', given: ['repo/k8s'], root: 'repo', paths: ['k8s'] },
  { name: 'a configuration marks it', given: ['repo/own/deep'], root: 'repo/own', paths: ['deep'] },
  { name: 'the nearest mark wins', given: ['repo/own'], root: 'repo/own', paths: ['.'] },
  { name: 'a file is looked up from its folder', given: ['repo/k8s/web.yaml'], root: 'repo', paths: ['k8s/web.yaml'] },
  { name: 'no mark: the folder itself', given: ['plain'], root: 'plain', paths: ['.'] },
  { name: 'no mark: the folder of the file', given: ['plain/web.yaml'], root: 'plain', paths: ['web.yaml'] },
  { name: 'a glob starts from its folders', given: ['repo/k8s/*.yaml'], root: 'repo', paths: ['k8s/*.yaml'] },
  {
    name: 'several of one root',
    given: ['repo/k8s', 'repo/k8s/web.yaml', '!repo/k8s/old'],
    root: 'repo',
    paths: ['k8s', 'k8s/web.yaml', '!k8s/old'],
  },
])('$name', ({ given, root, paths }) => {
  write('repo/k8s/web.yaml', 'repo/own/.maturity-gate.yaml', 'repo/own/deep/x', 'plain/web.yaml')
  mkdirSync(join(folder, 'repo/.git'))
  expect(findRoot(given, folder)).toEqual({ root: join(folder, root), paths })
})

test('without a path the current folder is given', () => {
  write('.git')
  mkdirSync(join(folder, 'sub'))
  expect(findRoot([], join(folder, 'sub'))).toEqual({ root: folder, paths: ['sub'] })
})

test('every path that does not exist is named at once', () => {
  write('here')
  expect(() => findRoot(['here', 'a', 'b/*.yaml'], folder)).toThrow(
    expect.objectContaining({
      mistakes: [{ message: 'a: there is no such file or folder' }, { message: 'b/*.yaml: there is no such file or folder' }],
    }),
  )
})

test('paths with different roots are a mistake', () => {
  mkdirSync(join(folder, 'a/.git'), { recursive: true })
  mkdirSync(join(folder, 'b/.git'), { recursive: true })
  expect(() => findRoot(['a', 'b'], folder)).toThrow(UserError)
  expect(() => findRoot(['a', 'b'], folder)).toThrow('a and b lie in different roots')
})

test('a link that leads nowhere is a path that does not exist', () => {
  symlinkSync('nowhere', join(folder, 'link'))
  expect(() => findRoot(['link'], folder)).toThrow('link: there is no such file or folder')
})

test.skipIf(process.getuid?.() === 0)('a path that cannot be read is a mistake', () => {
  write('secret')
  chmodSync(join(folder, 'secret'), 0)
  expect(() => findRoot(['secret'], folder)).toThrow('secret: cannot be read (EACCES)')
})

test('a device is neither a file nor a folder to look into', () => {
  expect(() => findRoot(['/dev/null'], folder)).toThrow(new UserError('/dev/null: is neither a file nor a folder'))
})
