import type { Word } from './word.ts'
import { optionEnd, type WrapperOptions } from './wrapper-options.ts'

/** What a command runs: another simple command made of its own words, or a script in one of them. */
export type Wrapped =
  | { readonly kind: 'command'; readonly words: readonly Word[]; readonly assignments: readonly Word[] }
  | { readonly kind: 'script'; readonly words: readonly Word[] }
  | { readonly kind: 'stdin' }

export const SHELLS: ReadonlySet<string> = new Set(['sh', 'bash', 'dash', 'ash', 'zsh', 'ksh', 'mksh'])

const INTERPRETER = /^(python[0-9.]*|perl|ruby|node|php|pwsh|su)$/

/** What follows the first operand of these belongs to what they run, so it is none of their flags. */
export function stopsAtOperand(name: string): boolean {
  return SHELLS.has(name) || Object.hasOwn(RUNNERS, name) || INTERPRETER.test(name)
}

const ASSIGNMENT = /^[A-Za-z_][A-Za-z0-9_]*=/

// Where the wrapped command begins: after the wrapper's own options and `skip` operands.
const RUNNERS: Readonly<Record<string, WrapperOptions>> = {
  sudo: { short: 'ugphCrtTUD', long: ['--user', '--group', '--prompt', '--host', '--chdir'], assignments: true },
  doas: { short: 'uC' },
  env: { short: 'uCS', long: ['--unset', '--chdir'], assignments: true },
  exec: { short: 'a' },
  command: { short: '', queries: 'vV' },
  builtin: { short: '' },
  time: { short: 'fo', long: ['--format', '--output'] },
  nice: { short: 'n', long: ['--adjustment'] },
  ionice: { short: 'cnpPu', long: ['--class', '--classdata'] },
  nohup: { short: '' },
  setsid: { short: '' },
  timeout: { short: 'ks', long: ['--kill-after', '--signal'], skip: 1 },
  stdbuf: { short: 'ioe', long: ['--input', '--output', '--error'] },
  chroot: { short: '', long: ['--groups', '--userspec'], skip: 1 },
  gosu: { short: '', skip: 1 },
  'su-exec': { short: '', skip: 1 },
  setpriv: { short: '', long: ['--reuid', '--regid', '--groups', '--inh-caps'] },
  flock: { short: 'wEo', long: ['--timeout', '--conflict-exit-code'], skip: 1 },
  fakeroot: { short: 'ils' },
  eatmydata: { short: '' },
  tini: { short: 'pe' },
  'dumb-init': { short: 'r', long: ['--rewrite'] },
  catatonit: { short: '' },
  busybox: { short: '' },
  xargs: {
    short: 'adEeIiLlnPs',
    long: ['--arg-file', '--delimiter', '--max-args', '--max-procs', '--max-lines', '--replace', '--max-chars'],
  },
  unbuffer: { short: '' },
  runuser: { short: 'ugGscw', long: ['--user', '--group', '--shell', '--command'], needs: '-u', skip: 0 },
}

/** What `name words…` runs besides itself. */
export function unwrap(name: string, words: readonly Word[], hasStdin: boolean): readonly Wrapped[] {
  if (SHELLS.has(name)) return shell(words, hasStdin)
  if (name === 'eval') return words.length ? [{ kind: 'script', words }] : []
  if (name === 'trap') return words[0] && words.length > 1 ? [{ kind: 'script', words: [words[0]] }] : []
  if (name === 'su' || name === 'runuser') {
    const at = words.findIndex((word) => word.value === '-c' || word.value === '--command')
    if (at >= 0) return script(words[at + 1])
  }
  if (name === 'find') return found(words)
  if (/^python[0-9.]*$/.test(name) && words[0]?.value === '-m') return command(words.slice(1))
  const options = Object.hasOwn(RUNNERS, name) ? RUNNERS[name] : undefined
  if (!options) return []
  return runner(words, options)
}

function runner(words: readonly Word[], options: WrapperOptions): readonly Wrapped[] {
  if (options.needs && !words.some((word) => word.value === options.needs)) return []
  let at = optionEnd(words, options)
  if (at === undefined) return []
  const assignments: Word[] = []
  while (options.assignments && ASSIGNMENT.test(words[at]?.prefix ?? '')) assignments.push(words[at++] as Word)
  return command(words.slice(at + (options.skip ?? 0)), assignments)
}

function command(words: readonly Word[], assignments: readonly Word[] = []): readonly Wrapped[] {
  return words.length ? [{ kind: 'command', words, assignments }] : []
}

function script(word: Word | undefined): readonly Wrapped[] {
  return word ? [{ kind: 'script', words: [word] }] : []
}

// `bash -lc script name args…`, `sh -s`, `sh < file`: the script is the first operand after options one of which holds a `c`.
function shell(words: readonly Word[], hasStdin: boolean): readonly Wrapped[] {
  let takesScript = false
  for (let at = 0; at < words.length; at++) {
    const text = words[at]?.value ?? words[at]?.prefix ?? ''
    if (/^[-+][A-Za-z]/.test(text)) {
      if (text.startsWith('-') && text.includes('c')) takesScript = true
      if (/^[-+][a-z]*[oO]$/.test(text)) at++
    } else if (text === '--rcfile' || text === '--init-file') at++
    else if (!text.startsWith('--')) return takesScript ? script(words[at]) : []
  }
  return hasStdin && !takesScript ? [{ kind: 'stdin' }] : []
}

// Each `-exec command … ;` and `-execdir command … +`.
function found(words: readonly Word[]): readonly Wrapped[] {
  const all: Wrapped[] = []
  words.forEach((word, at) => {
    if (!/^-(exec|execdir|ok|okdir)$/.test(word.value ?? '')) return
    const rest = words.slice(at + 1)
    const end = rest.findIndex((one) => one.value === ';' || one.value === '+')
    all.push(...command(end < 0 ? rest : rest.slice(0, end)))
  })
  return all
}
