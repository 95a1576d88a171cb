import { posix } from 'node:path'
import { type CiCommand, OPAQUE } from '../../model/ci.ts'
import type { Source } from '../../model/position.ts'
import type { Sources } from '../../model/sources.ts'
import { makeCalls, unmadeTargets } from './make.ts'
import { type Call, type Script, type Tool, withoutAssignments } from './script.ts'
import { justCalls, packageCalls, preCommitTools, taskCalls } from './scripts.ts'

/** What a command runs besides itself: a script of the repository, a target, a container, a Go or npm package. */
export function calledBy(command: CiCommand, folder: string, sources: Sources): readonly Call[] {
  const { name } = command
  const words = command.arguments
  if (/^(?:make|gmake)$/.test(name)) return makeCalls(words, folder, sources)
  if (/^(?:npm|yarn|pnpm|bun)$/.test(name))
    return [...packageCalls(name, command.operands, folder, sources), ...tools(name, packaged(words))]
  if (name === 'task' || name === 'go-task') return taskCalls(command.operands, folder, sources)
  if (name === 'just') return justCalls(command.operands, folder, sources)
  if (/^(?:pre-commit|prek)$/.test(name) && words.includes('run')) return preCommitTools(folder, sources)
  if (/^(?:docker|podman|nerdctl)$/.test(name)) return tools(`${name} run`, contained(words))
  if (name === 'go') return tools('go run', words[0] === 'run' ? packaged(words.slice(1)) : undefined)
  if (/^(?:npx|bunx|uvx|pipx|uv|poetry|pipenv|hatch|rye|mise|aqua|devbox|asdf)$/.test(name)) return tools(name, packaged(words))
  return shellScript(command, folder, sources)
}

function tools(how: string, words: readonly string[] | undefined): readonly Call[] {
  const [first, ...rest] = words ?? []
  if (first === undefined) return []
  const tool: Tool = { name: toolName(first), arguments: rest, origin: undefined }
  return [{ how, key: `${how} ${words?.join(' ')}`, scripts: [], tools: [tool] }]
}

/** `aquasec/trivy:0.50` → `trivy`; `github.com/yannh/kubeconform/cmd/kubeconform@v0.6` → `kubeconform`; `@scope/tool@1` → `tool`. */
export function toolName(reference: string): string {
  const bare = reference.replace(/(?<=.)@.*$/, '').replace(/\/v\d+$/, '')
  return bare.slice(bare.lastIndexOf('/') + 1).replace(/:.*$/, '')
}

// `npx --yes tool`, `uv run tool`, `pnpm dlx tool`, `go run module@version`.
function packaged(words: readonly string[]): readonly string[] | undefined {
  const runs = new Set(['run', 'exec', 'dlx', 'x', 'tool', '--'])
  const from = words.findIndex((word) => !word.startsWith('-') && !runs.has(word))
  return from >= 0 && words[from] !== OPAQUE ? words.slice(from) : undefined
}

/** Options of `docker run` that take no value. */
const BARE =
  /^(?:--(?:rm|init|privileged|detach|interactive|tty|read-only|publish-all|no-healthcheck|oom-kill-disable|quiet|sig-proxy)|-[itdPq]+)$/

function contained(words: readonly string[]): readonly string[] | undefined {
  const run = words.indexOf('run')
  if (run < 0 || words[0] === 'compose') return undefined
  let at = run + 1
  for (; at < words.length && words[at]?.startsWith('-'); at++) {
    const word = words[at] ?? ''
    if (!BARE.test(word) && !word.includes('=')) at++
  }
  return words[at] === undefined || words[at] === OPAQUE ? undefined : words.slice(at)
}

const SHELLS = /^(?:sh|bash|dash|ash|zsh|ksh|source|\.)$/
const BIGGEST = 256 * 1024

/** Scripts and targets that a command runs and that are not among the files: `./hack/verify.sh`, `make verify`. */
export function unreadBy(command: CiCommand, folder: string, sources: Sources): readonly string[] {
  if (/^(?:make|gmake)$/.test(command.name)) return unmadeTargets(command.arguments, folder, sources).map((target) => `make ${target}`)
  const written = scriptPath(command)
  if (written === undefined || !/^(?:\.{1,2}\/)?[\w.][\w./-]*$/.test(written) || !/\/|\.(?:ba)?sh$/.test(written)) return []
  return resolvePath(written, folder, sources) === undefined ? [written] : []
}

function scriptPath(command: CiCommand): string | undefined {
  return SHELLS.test(command.name) ? command.operands[0] : /^["']?([^\s"';|&]+)/.exec(withoutAssignments(command.text))?.[1]
}

function shellScript(command: CiCommand, folder: string, sources: Sources): readonly Call[] {
  const written = scriptPath(command)
  if (written === undefined || (!SHELLS.test(command.name) && !/^\.{1,2}\/|\/.*|\.(?:ba)?sh$/.test(written))) return []
  const path = resolvePath(written, folder, sources)
  const source = path === undefined ? undefined : sources.sourceOf(path)
  if (!source || source.text.length > BIGGEST) return []
  if (!/\.(?:ba|z|k)?sh$/.test(source.path) && !/^#!.{0,40}\b(?:ba|da|z|k)?sh\b/.test(source.text)) return []
  return [{ how: written, key: source.path, scripts: [wholeFile(source, folder)] }]
}

// `"${ROOT}/hack/verify.sh"`: what stands before the first settled folder is taken for the root.
function resolvePath(written: string, folder: string, sources: Sources): string | undefined {
  const bare = written.replace(/^(?:\$\{?\w+\}?|\$\([^)]*\))\//, '')
  if (bare.includes('$')) return undefined
  const rooted = bare !== written
  const candidates = [rooted ? posix.normalize(bare) : posix.normalize(posix.join(folder, bare)), posix.normalize(bare)]
  return candidates.find((path) => !path.startsWith('..') && !path.startsWith('/') && sources.has(path))
}

function wholeFile(source: Source, folder: string): Script {
  return { text: source.text, at: (offset) => offset, source, folder }
}
