// Bundles the two entries into dist/, or into the folder that is named, with the files that they read at run time.
import { execFileSync } from 'node:child_process'
import { copyFileSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
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

function bundle(entry: string, out: string, ...options: string[]): void {
  const args = ['build', entry, '-o', out, '--license', 'licenses.txt', '--quiet', ...options]
  execFileSync(process.execPath, [NCC, ...args], { cwd: ROOT, stdio: ['ignore', 'inherit', 'inherit'] })
}

// A start reads all of a bundle and runs a part of it. Names stay, for whoever reads a stack; lines do not get so long that nothing shows
// them. In ASCII a text takes half the memory.
function minify(path: string): void {
  const { code, errors } = minifySync(basename(path), readFileSync(path, 'utf8'), {
    module: path.endsWith('.js'),
    compress: { keepNames: { function: true, class: true } },
    mangle: { toplevel: false, keepNames: true },
  })
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`)
  writeFileSync(
    path,
    code.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`),
  )
}

/** The packages as files for require(), and their licences. */
function bundlePackages(out: string): string {
  // Always of one name: the bundler numbers modules by their paths.
  const work = join(ROOT, 'node_modules/.packages')
  mkdirSync(work, { recursive: true })
  try {
    return PACKAGES.map((name) => {
      writeFileSync(join(work, `${name}.cjs`), `module.exports = require('${name}')\n`)
      bundle(join(work, `${name}.cjs`), join(work, name))
      const made = join(out, `${name}.cjs`)
      copyFileSync(globSync(join(work, name, 'index.*js'))[0] ?? '', made)
      minify(made)
      return readFileSync(join(work, name, 'licenses.txt'), 'utf8')
    }).join('\n')
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

function build(out: string): void {
  rmSync(out, { recursive: true, force: true })
  const packages = join(out, 'packages')
  mkdirSync(packages, { recursive: true })
  const licences = bundlePackages(packages)
  for (const entry of ['cli', 'action']) {
    const folder = join(out, entry)
    bundle(`src/${entry}.ts`, folder, '--transpile-only')
    for (const path of globSync(join(folder, '*.js'))) minify(path)
    for (const name of PACKAGES) copyFileSync(join(packages, `${name}.cjs`), join(folder, `${name}.cjs`))
    for (const path of DATA) copyFileSync(join(ROOT, path), join(folder, basename(path)))
    const own = join(folder, 'licenses.txt')
    writeFileSync(own, `${readFileSync(own, 'utf8')}\n${licences}`)
  }
  rmSync(packages, { recursive: true })
}

build(resolve(process.argv[2] ?? join(ROOT, 'dist')))
