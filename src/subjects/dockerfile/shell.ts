import type { Command } from '../../model/command.ts'
import type { Dockerfile, DockerWord, Environment, Instruction, Stage, Step } from '../../model/dockerfile.ts'
import { heredocHead } from '../../source/dockerfile/heredocs.ts'
import { Weave } from '../../source/dockerfile/joined.ts'
import { originAt } from '../../source/origins.ts'
import { readExec, readScript } from '../../source/shell/commands.ts'
import { type ScriptFault, scriptFaults } from '../../source/shell/faults.ts'
import type { Variables } from '../../source/shell/variables.ts'
import type { Script, Word } from '../../source/shell/word.ts'

/** `posix` is what the commands of a RUN are read for; the others have a grammar of their own. */
export type ShellKind = 'posix' | 'powershell' | 'cmd' | 'other'

const WINDOWS_BASE = /(?:^|\/)(?:windows\/|windowsservercore|nanoserver|servercore)|windowsservercore|nanoserver|-windows(?:-|$)/i
const POSIX = /^(?:sh|bash|dash|ash|zsh|ksh|mksh)$/

/** The shell that runs the shell form of an instruction. */
export function shellKind(dockerfile: Dockerfile, step: Pick<Step, 'before' | 'stage'>): ShellKind {
  const words = step.before.shell?.words
  if (!words) return isWindows(dockerfile, step.stage) ? 'cmd' : 'posix'
  // SHELL ["/usr/bin/env", "bash", "-c"]: the program is the first that is a shell.
  for (const word of words) {
    const name = (word.text.split(/[\\/]/).at(-1) ?? '').toLowerCase().replace(/\.exe$/, '')
    if (POSIX.test(name)) return 'posix'
    if (name === 'powershell' || name === 'pwsh') return 'powershell'
    if (name === 'cmd') return 'cmd'
  }
  return 'other'
}

const windows = new WeakMap<Stage, boolean>()

// A stage is what its parent is. Asked of one, all that it is built on are answered, so that long chains cost nothing.
export function isWindows(dockerfile: Dockerfile, stage: Stage): boolean {
  if (dockerfile.escape === '`') return true
  const asked: Stage[] = []
  let answer: boolean | undefined
  for (let one: Stage | undefined = stage; one && answer === undefined; one = one.parent) {
    asked.push(one)
    answer =
      windows.get(one) ??
      (one.platform?.value.toLowerCase().startsWith('windows') || (!one.parent && WINDOWS_BASE.test(one.base.value)) || undefined)
  }
  for (const one of asked) windows.set(one, answer ?? false)
  return answer ?? false
}

/** The simple commands of a RUN; none where its shell is not POSIX. */
export function commandsOf(dockerfile: Dockerfile, step: Step): readonly Command[] {
  const { instruction } = step
  const known = knownOf(step.before.environment)
  if (instruction.form === 'exec') return execCommands(dockerfile, instruction, known)
  if (shellKind(dockerfile, step) !== 'posix') return []
  const script = scriptOf(dockerfile, instruction)
  // The default is /bin/sh; what a SHELL names is mostly bash.
  const dialect = step.before.shell ? 'bash' : 'posix'
  return script ? readScript(script.text, (offset) => script.at(offset), dockerfile.source, known, dialect) : []
}

/** What the shell of a RUN refuses to read; none where it is not POSIX. */
export function scriptFaultsOf(dockerfile: Dockerfile, step: Step): readonly ScriptFault[] {
  const { instruction } = step
  if (instruction.form === 'exec' || shellKind(dockerfile, step) !== 'posix') return []
  const script = scriptOf(dockerfile, instruction)
  return script ? scriptFaults({ text: script.text, source: dockerfile.source, at: (offset) => script.at(offset) }) : []
}

// A value that the file does not settle is known to be set, so that a default does not stand in for it.
function knownOf(environment: Environment): Variables {
  return {
    has: (name) => environment.has(name),
    get: (name) => {
      const found = environment.get(name)
      return found?.reason === '' ? found.value : undefined
    },
  }
}

const SHEBANG = /^#!\s*(\S+)(?:\s+(\S+))?/

// RUN <<EOF is the body itself, run by what its first line says; any other here-document is the shell's business.
function scriptOf(dockerfile: Dockerfile, instruction: Instruction): Weave | undefined {
  const { joined, rest, heredocs } = instruction
  const { text } = dockerfile.source
  const [first] = heredocs
  const script = new Weave(instruction.span.start)
  const line = joined.text.slice(rest.from, rest.to)
  if (first && heredocHead(line)) {
    const body = text.slice(first.body.start, first.body.end)
    const [, program = '', argument = ''] = SHEBANG.exec(body) ?? []
    const name = (program.endsWith('/env') ? argument : program).split('/').at(-1) ?? ''
    return name === '' || POSIX.test(name) ? script.add(body, first.body.start) : undefined
  }
  addRange(script, instruction, rest.from, rest.to)
  for (const heredoc of heredocs) {
    script.add('\n', heredoc.body.start - 1)
    script.add(text.slice(heredoc.body.start, heredoc.body.end), heredoc.body.start)
    script.add(heredoc.name, heredoc.body.end)
  }
  return script
}

// Copies a range of a joined text piece by piece: a piece is what stands together in the file.
function addRange(script: Weave, { joined }: Instruction, from: number, to: number): void {
  let start = from
  for (let at = from; at <= to; at++) {
    if (at < to && (at === start || joined.at(at) === joined.at(at - 1) + 1)) continue
    script.add(joined.text.slice(start, at), joined.at(start))
    start = at
  }
}

function execCommands(dockerfile: Dockerfile, instruction: Instruction, known: Variables): readonly Command[] {
  const [first] = instruction.words
  const last = instruction.words.at(-1)
  if (!first || !last) return []
  const { source } = dockerfile
  const script: Script = { text: source.text, source, at: (offset) => offset }
  return readExec(
    instruction.words.map((word) => execWord(word, script)),
    script,
    { start: first.span.start, end: last.span.end },
    known,
  )
}

function execWord(word: DockerWord, script: Script): Word {
  const { start, end } = word.span
  const exact = end - start === word.text.length + 2
  return {
    text: word.text,
    value: word.text,
    template: word.text,
    reason: '',
    prefix: word.text,
    quoted: true,
    offsets: Array.from({ length: word.text.length }, (_, index) => (exact ? start + 1 + index : start)),
    origin: originAt(script.source, word.span),
  }
}
