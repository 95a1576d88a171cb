import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { LARGEST, Unreadable } from '../../src/model/document.ts'
import { openTree } from '../../src/source/files.ts'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tree-'))
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

function write(files: Record<string, string>, base = folder): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(base, path)), { recursive: true })
    writeFileSync(join(base, path), content)
  }
}

function git(...words: string[]): void {
  execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', ...words], { cwd: folder, stdio: 'ignore' })
}

const text = (path: string, tree = openTree(folder)) => Buffer.from(tree.read(path)).toString()

describe('in a git repository', () => {
  beforeEach(() => git('init', '-q'))

  test('tracked and untracked files are listed, ignored ones are not', () => {
    write({ '.gitignore': 'build/\n*.log\n', 'a.yaml': '', 'b/c.yaml': '', 'build/out.yaml': '', 'x.log': '', 'ünïcode.yaml': 'u' })
    git('add', 'a.yaml')
    const tree = openTree(folder)
    expect(tree.files).toEqual(['.gitignore', 'a.yaml', 'b/c.yaml', 'ünïcode.yaml'])
    expect(text('ünïcode.yaml', tree)).toBe('u')
  })

  test('an ignored path that somebody names is read', () => {
    write({ '.gitignore': 'build/\n', 'build/out.yaml': '', 'build/deep/more.yaml': '', 'a.yaml': '' })
    expect(openTree(folder, ['build']).files).toEqual(['.gitignore', 'a.yaml', 'build/deep/more.yaml', 'build/out.yaml'])
    expect(openTree(folder, ['build/out.yaml']).files).toEqual(['.gitignore', 'a.yaml', 'build/out.yaml'])
    expect(openTree(folder, ['build/*.yaml']).files).toEqual(['.gitignore', 'a.yaml', 'build/out.yaml'])
    expect(openTree(folder, ['.', 'a.yaml']).files).toEqual(['.gitignore', 'a.yaml'])
  })

  test('a tracked file that is deleted is absent', () => {
    write({ 'a.yaml': '' })
    git('add', '.')
    rmSync(join(folder, 'a.yaml'))
    expect(() => openTree(folder).read('a.yaml')).toThrow(expect.objectContaining({ name: 'Unreadable', absent: true }))
  })

  test('repositories below are roots of their own', () => {
    write({ 'a.yaml': '', 'inner/b.yaml': '' })
    execFileSync('git', ['init', '-q'], { cwd: join(folder, 'inner') })
    expect(openTree(folder).files).toEqual(['a.yaml'])
  })

  test('a folder of the repository lists its own files only', () => {
    write({ 'a.yaml': '', 'sub/b.yaml': '' })
    expect(openTree(join(folder, 'sub')).files).toEqual(['b.yaml'])
  })

  test('no program of the configuration is run', () => {
    write({ 'a.yaml': '', 'monitor.sh': `#!/bin/sh\ntouch ${folder}/ran\n` })
    chmodSync(join(folder, 'monitor.sh'), 0o755)
    git('config', 'core.fsmonitor', join(folder, 'monitor.sh'))
    expect(openTree(folder).files).toContain('a.yaml')
    expect(existsSync(join(folder, 'ran'))).toBe(false)
  })
})

describe('without git', () => {
  test('every file is listed, dot files too, without repositories below', () => {
    mkdirSync(join(folder, '.git'))
    write({
      'a.yaml': '',
      '.github/workflows/ci.yaml': '',
      'b/c.yaml': '',
      'inner/.git/HEAD': '',
      'inner/d.yaml': '',
      'node_modules/x/e.yaml': '',
    })
    expect(openTree(folder).files).toEqual(['.github/workflows/ci.yaml', 'a.yaml', 'b/c.yaml'])
  })

  test('an empty .git is not looked for further up', () => {
    execFileSync('git', ['init', '-q'], { cwd: folder })
    write({ '.gitignore': '*', 'inner/.git/x': '' })
    rmSync(join(folder, 'inner/.git/x'))
    write({ 'inner/a.yaml': '' })
    expect(openTree(join(folder, 'inner')).files).toEqual(['a.yaml'])
  })

  test.skipIf(process.getuid?.() === 0)('a folder that cannot be listed is said', () => {
    write({ 'shut/a.yaml': '', 'b.yaml': '' })
    chmodSync(join(folder, 'shut'), 0)
    const tree = openTree(folder)
    expect(tree.files).toEqual(['b.yaml'])
    expect(tree.unlisted).toEqual([{ path: 'shut', reason: 'the folder cannot be listed (EACCES)' }])
    chmodSync(join(folder, 'shut'), 0o755)
  })
})

describe('reading', () => {
  test('a link inside the root counts once, one that leaves it not at all', () => {
    const outside = mkdtempSync(join(tmpdir(), 'outside-'))
    write({ 'secret.yaml': 's' }, outside)
    write({ 'a.yaml': 'a' })
    symlinkSync('a.yaml', join(folder, 'same.yaml'))
    symlinkSync(join(outside, 'secret.yaml'), join(folder, 'out.yaml'))
    symlinkSync(outside, join(folder, 'dir'))
    symlinkSync('nowhere', join(folder, 'broken.yaml'))
    const tree = openTree(folder)
    for (const path of ['same.yaml', 'out.yaml', 'broken.yaml', 'dir/secret.yaml', '../x']) {
      expect(() => tree.read(path), path).toThrow(expect.objectContaining({ absent: true }))
    }
    expect(text('a.yaml', tree)).toBe('a')
    rmSync(outside, { recursive: true })
  })

  test('a pipe is never opened', () => {
    write({ 'a.yaml': '' })
    execFileSync('mkfifo', [join(folder, 'pipe.yaml')])
    expect(() => openTree(folder).read('pipe.yaml')).toThrow(expect.objectContaining({ absent: true }))
  })

  test('a file that is too large is refused, its head is not', () => {
    write({ 'big.yaml': `apiVersion: v1\n${'#'.repeat(LARGEST)}` })
    const tree = openTree(folder)
    expect(() => tree.read('big.yaml')).toThrow(Unreadable)
    expect(Buffer.from(tree.read('big.yaml', 14)).toString()).toBe('apiVersion: v1')
  })

  test('the buffer grows with the files', () => {
    write({ 'a.yaml': 'a'.repeat(300_000), 'b.yaml': 'b' })
    const tree = openTree(folder)
    expect(text('a.yaml', tree)).toHaveLength(300_000)
    expect(text('b.yaml', tree)).toBe('b')
  })
})
