import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { homedir } from 'node:os'
import { dirname, isAbsolute, join } from 'node:path'
import { cachedDataVersionTag, deserialize, serialize } from 'node:v8'
import { Script } from 'node:vm'
import { TOOL } from '../model/tool.ts'

interface Code {
  /** Tells the file that it was compiled from from any later one. */
  readonly stamp: string
  readonly bytes: Uint8Array
}

interface Kept {
  /** The rules that had something to judge in the runs that it comes from. */
  readonly judged: ReadonlySet<string>
  readonly files: ReadonlyMap<string, Code>
}

const NOTHING: Kept = { judged: new Set(), files: new Map() }
const HEAD = '(function (exports, require, module, __filename, __dirname) {'

/**
 * What V8 compiles of the bundle's files, kept from run to run. Node's own cache keeps what is compiled before a file runs: next to
 * nothing or, told to compile files whole, twice what a run needs, and reading that is a large part of a start. This one is made when a
 * run is over and holds the functions that it called. V8 refuses what another version made, or one with other flags.
 */
export class CompiledCode {
  readonly #file: string | undefined
  readonly #scripts = new Map<string, { readonly script: Script; readonly stamp: string }>()
  #kept: Kept | undefined
  #isOutdated = false

  /** Of the bundle in this folder. */
  constructor(bundle: string, env: NodeJS.ProcessEnv) {
    const folder = folderOf(env)
    const name = `compiled-${cachedDataVersionTag()}${bundle.replace(/[^A-Za-z0-9]+/g, '-').slice(-100)}`
    this.#file = folder && join(folder, name)
  }

  /** Loads a file as Node does for require(). */
  load(module: NodeJS.Module, path: string): void {
    // Not the time that it bears: npm gives all files of all versions the same.
    const { size, ctimeMs } = statSync(path)
    const stamp = `${size} ${ctimeMs}`
    const code = this.#read().files.get(path)
    const cachedData = code?.stamp === stamp ? code.bytes : undefined
    // The bundle is in ASCII.
    const source = `${HEAD}${readFileSync(path, 'latin1')}\n})`
    const script = new Script(source, { filename: path, columnOffset: -HEAD.length, ...(cachedData ? { cachedData } : {}) })
    this.#isOutdated ||= code !== undefined && script.cachedDataRejected !== false
    this.#scripts.set(path, { script, stamp })
    script.runInThisContext()(module.exports, createRequire(path), module, path, dirname(path))
  }

  /** After a run: keeps what it compiled, if it loaded a part of the bundle, or a rule had something to judge, as in no earlier one. */
  keep(judged: readonly string[]): void {
    try {
      this.#keep(judged)
    } catch {
      // A folder that cannot be written, a full disk: no error of this run.
    }
  }

  #keep(judged: readonly string[]): void {
    if (this.#file === undefined) return
    const before = this.#isOutdated ? NOTHING : this.#read()
    const isNew = judged.some((rule) => !before.judged.has(rule)) || [...this.#scripts.keys()].some((path) => !before.files.has(path))
    if (!isNew) return
    const files = new Map(before.files)
    for (const [path, { script, stamp }] of this.#scripts) files.set(path, { stamp, bytes: script.createCachedData() })
    write(this.#file, serialize({ judged: new Set([...before.judged, ...judged]), files }))
  }

  #read(): Kept {
    this.#kept ??= this.#file === undefined ? NOTHING : read(this.#file)
    return this.#kept
  }
}

// Node's own names for its cache are obeyed.
function folderOf({ NODE_DISABLE_COMPILE_CACHE, NODE_COMPILE_CACHE, LOCALAPPDATA, XDG_CACHE_HOME }: NodeJS.ProcessEnv): string | undefined {
  if (NODE_DISABLE_COMPILE_CACHE) return undefined
  if (NODE_COMPILE_CACHE) return NODE_COMPILE_CACHE
  const caches = [LOCALAPPDATA, XDG_CACHE_HOME, join(home(), '.cache')].find((path) => path && isAbsolute(path))
  return caches && join(caches, TOOL.name)
}

// Of a user that the system does not know there is none.
function home(): string {
  try {
    return homedir()
  } catch {
    return ''
  }
}

function read(file: string): Kept {
  try {
    const kept: Kept = deserialize(readFileSync(file))
    return kept.files instanceof Map && kept.judged instanceof Set ? kept : NOTHING
  } catch {
    return NOTHING
  }
}

// V8 does not check what it reads, so half a file may never bear the name, nor one that two have written.
function write(file: string, bytes: Uint8Array): void {
  const made = `${file}.${Math.random().toString(36).slice(2)}`
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
    writeFileSync(made, bytes, { mode: 0o600, flush: true })
    renameSync(made, file)
  } finally {
    rmSync(made, { force: true })
  }
}
