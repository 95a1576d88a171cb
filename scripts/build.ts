// Bundles the two entries into dist/, or into the folder that is named, with the files that they read at run time.
import { execFileSync } from 'node:child_process'
import { appendFileSync, copyFileSync, readFileSync, rmSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'

const ROOT = join(import.meta.dirname, '..')
const RE2JS = 'node_modules/re2js'

/** Read when they are first needed, so no part of the bundle. */
const DATA = [
  'src/rules/embedded-rules.jsonl',
  'src/rules/embedded-texts.json',
  'src/api/schemas.jsonl',
  'src/api/embedded-validation.jsonl',
]

function build(out: string): void {
  rmSync(out, { recursive: true, force: true })
  for (const entry of ['cli', 'action']) {
    const folder = join(out, entry)
    const ncc = join(ROOT, 'node_modules/@vercel/ncc/dist/ncc/cli.js')
    const args = ['build', `src/${entry}.ts`, '-o', folder, '--transpile-only', '--license', 'licenses.txt', '--quiet']
    execFileSync(process.execPath, [ncc, ...args], { cwd: ROOT, stdio: ['ignore', 'inherit', 'inherit'] })
    for (const path of DATA) copyFileSync(join(ROOT, path), join(folder, basename(path)))
    copyFileSync(join(ROOT, RE2JS, 'build/index.cjs'), join(folder, 're2js.cjs'))
    appendFileSync(join(folder, 'licenses.txt'), `\nre2js\nMIT\n${readFileSync(join(ROOT, RE2JS, 'LICENSE'), 'utf8')}`)
  }
}

build(resolve(process.argv[2] ?? join(ROOT, 'dist')))
