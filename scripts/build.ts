// Bundles the two entries into dist/, or into the folder that is named, with the files that they read at run time.
import { execFileSync } from 'node:child_process'
import { chmodSync, copyFileSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { minifySync } from 'rolldown/utils'

const ROOT = join(import.meta.dirname, '..')
const NCC = join(ROOT, 'node_modules/@vercel/ncc/dist/ncc/cli.js')

/** Read when they are first needed, so no part of the bundle. */
const DATA = [
  'src/rules/embedded-rules.jsonl',
  'src/rules/embedded-texts.json',
  'src/api/schemas.jsonl',
  'src/api/embedded-validation.jsonl',
]

/** Those of src/source/packages.ts, loaded when they are first needed: a file each. */
const PACKAGES = ['glob', 'minimatch', 're2js', 'unbash', 'yaml']

const WORK = join(ROOT, 'node_modules/.bundled')

function bundle(entry: string, out: string, ...options: string[]): void {
  const args = ['build', entry, '-o', out, '--license', 'licenses.txt', '--quiet', ...options]
  execFileSync(process.execPath, [NCC, ...args], { cwd: ROOT, stdio: ['ignore', 'inherit', 'inherit'] })
}

// A start reads all of a bundle and runs a part of it. Names stay, for whoever reads a stack; lines do not get so long that nothing shows
// them. In ASCII a text takes half the memory.
function minify(path: string, module: boolean): void {
  const { code, errors } = minifySync(basename(path), readFileSync(path, 'utf8'), {
    module,
    compress: { keepNames: { function: true, class: true } },
    mangle: { toplevel: false, keepNames: true },
  })
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`)
  writeFileSync(
    path,
    code.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`),
  )
}

/** Bundles a line of CommonJS. The bundler numbers modules by their paths, so the line always lies in the same place. */
function bundleLine(line: string, name: string, out: string): void {
  mkdirSync(WORK, { recursive: true })
  try {
    writeFileSync(join(WORK, 'package.json'), '{ "type": "commonjs" }')
    writeFileSync(join(WORK, name), line)
    bundle(join(WORK, name), out, '--transpile-only')
  } finally {
    rmSync(WORK, { recursive: true, force: true })
  }
}

/** The packages as files for require(), and their licences. */
function bundlePackages(out: string): string {
  return PACKAGES.map((name) => {
    const folder = join(out, name)
    bundleLine(`module.exports = require('${name}')\n`, `${name}.cjs`, folder)
    const made = join(out, `${name}.cjs`)
    copyFileSync(globSync(join(folder, 'index.*js'))[0] ?? '', made)
    minify(made, false)
    return readFileSync(join(folder, 'licenses.txt'), 'utf8')
  }).join('\n')
}

/** For require(), as src/cli/compiled.ts loads it; where Node looks for its kind, its kind is written. */
function bundleCli(folder: string): void {
  bundleLine("#!/usr/bin/env node\nrequire('../../src/cli.ts')\n", 'index.js', folder)
  writeFileSync(join(folder, 'package.json'), '{\n  "type": "commonjs"\n}\n')
  chmodSync(join(folder, 'index.js'), 0o755)
}

function build(out: string): void {
  rmSync(out, { recursive: true, force: true })
  const packages = join(out, 'packages')
  mkdirSync(packages, { recursive: true })
  const licences = bundlePackages(packages)
  bundleCli(join(out, 'cli'))
  bundle('src/action.ts', join(out, 'action'), '--transpile-only')
  for (const entry of ['cli', 'action']) {
    const folder = join(out, entry)
    for (const path of globSync(join(folder, '*.js'))) minify(path, entry === 'action')
    for (const name of PACKAGES) copyFileSync(join(packages, `${name}.cjs`), join(folder, `${name}.cjs`))
    for (const path of DATA) copyFileSync(join(ROOT, path), join(folder, basename(path)))
    const own = join(folder, 'licenses.txt')
    writeFileSync(own, `${readFileSync(own, 'utf8')}\n${licences}`)
  }
  rmSync(packages, { recursive: true })
}

build(resolve(process.argv[2] ?? join(ROOT, 'dist')))
