import { type Origin, originOf, Unsettled } from '../../model/origin.ts'
import { parseImage } from '../../source/image-reference.ts'
import { readScript } from '../../source/shell/commands.ts'
import { SHELLS } from '../../source/shell/wrappers.ts'
import { at, type Fields, itemsAt, mappingsAt, member, textAt } from '../values.ts'
import { Flags } from './flags.ts'

const COMPONENTS = ['kube-apiserver', 'kube-controller-manager', 'kube-scheduler', 'etcd', 'kubelet', 'kube-proxy']
/** What starts another program that follows its own flags. */
const LAUNCHERS = new Set(['dumb-init', 'exec', 'go-runner', 'hyperkube', 'kube-log-runner', 'nice', 'tini'])
/** hyperkube took the short names as well. */
const SHORT: Readonly<Record<string, string>> = {
  apiserver: 'kube-apiserver',
  'controller-manager': 'kube-controller-manager',
  scheduler: 'kube-scheduler',
}

interface Word {
  readonly text: string | Unsettled
  readonly origin: Origin
}

export interface Running {
  readonly name: string
  readonly flags: Flags
  /** Where a flag that is missing would be written. */
  readonly origin: Origin
  /** The minor version of Kubernetes 1 that the tag of its image names, 0 where it names none. */
  readonly minor: number
}

/** The component that a container runs and what it is told; undefined where it runs anything else. */
export function componentOf(container: Fields): Running | undefined {
  const command = wordsAt(container, 'command')
  const words = scriptWords([...command, ...wordsAt(container, 'args')])
  const start = words.findIndex(({ text }, index) => componentName(text) !== undefined && isFirst(words.slice(0, index)))
  const first = words[start]
  const name = first && componentName(first.text)
  if (!name) return undefined
  const own = words.slice(start + 1)
  const flags = readFlags(own)
  for (const list of ['command', 'args']) openFor(flags, container, list)
  if (name === 'etcd') readEnvironment(flags, container)
  const beside = own.find(({ text }) => typeof text === 'string' && text.startsWith('-')) ?? first
  const list = command.includes(beside) ? 'command' : 'args'
  return { name, flags, origin: originOf(container)?.child(list) ?? first.origin, minor: minorOf(name, container) }
}

function minorOf(name: string, container: Fields): number {
  const tag = name === 'etcd' ? undefined : parseImage(textAt(container, 'image') ?? '').tag
  return Number(/^v?1\.(\d{1,3})(?:\.|$)/.exec(tag ?? '')?.[1] ?? 0)
}

function componentName(text: string | Unsettled): string | undefined {
  // `--kubelet-service=kube-system/kubelet` is a flag of something else.
  if (typeof text !== 'string' || text.length > 200 || text.startsWith('-')) return undefined
  const base = text.slice(text.lastIndexOf('/') + 1)
  return COMPONENTS.includes(base) ? base : SHORT[base]
}

function isFirst(before: readonly Word[]): boolean {
  const [launcher] = before
  if (!launcher) return true
  if (typeof launcher.text !== 'string') return false
  const base = launcher.text.slice(launcher.text.lastIndexOf('/') + 1)
  return LAUNCHERS.has(base) && before.slice(1).every(({ text }) => typeof text === 'string' && text.startsWith('-'))
}

function wordsAt(container: Fields, list: string): Word[] {
  const value = at(container, list)
  const origin = originOf(value)
  if (!Array.isArray(value) || !origin) return []
  const length = member(value, 'length')
  const size = typeof length === 'number' ? length : itemsAt(container, list).length
  const words: Word[] = []
  for (let index = 0; index < size; index++) {
    const text = member(value, index)
    if (typeof text === 'string' || text instanceof Unsettled) words.push({ text, origin: origin.child(index) ?? origin })
  }
  return words
}

// `sh -c 'mkfifo … && exec kube-apiserver --…'`: the words of the component's own command, all where the script stands.
function scriptWords(words: Word[]): Word[] {
  const [shell, ...rest] = words
  if (typeof shell?.text !== 'string' || !SHELLS.has(shell.text.slice(shell.text.lastIndexOf('/') + 1))) return words
  const script = rest.find(({ text }) => typeof text === 'string' && !text.startsWith('-'))
  if (typeof script?.text !== 'string') return words
  const { source, span } = script.origin
  const command = readScript(script.text, () => span.start, source).find((one) => COMPONENTS.includes(one.name))
  if (!command) return words
  const own = Array.from({ length: command.arguments.length }, (_, index) => member(command.arguments, index))
  return [command.name, ...own].flatMap((text) =>
    typeof text === 'string' || text instanceof Unsettled ? [{ text, origin: script.origin }] : [],
  )
}

const FLAG = /^--?([A-Za-z][A-Za-z0-9_-]*)(?:=([\s\S]*))?$/

function readFlags(words: readonly Word[]): Flags {
  const flags = new Flags()
  for (const [index, { text, origin }] of words.entries()) {
    if (text instanceof Unsettled) readUnsettled(flags, text, origin)
    const found = typeof text === 'string' ? FLAG.exec(text.trim()) : null
    if (!found?.[1]) continue
    const next = words[index + 1]?.text
    const isValue = next instanceof Unsettled ? !startsFlag(words[index + 1]?.origin) : next !== undefined && !next.startsWith('-')
    flags.set(found[1], found[2] ?? (isValue && next !== undefined ? next : 'true'), origin)
  }
  return flags
}

// `--etcd-servers={{ … }}` says which flag is not settled; anything else may be any flag, or the value of the one before.
function readUnsettled(flags: Flags, text: Unsettled, origin: Origin): void {
  const name = writtenFlag(origin)
  if (name !== undefined) flags.set(name, text, origin)
  else flags.leaveOpen(text)
}

function writtenFlag({ source, span }: Origin): string | undefined {
  return /^["']?--?([A-Za-z][A-Za-z0-9_-]*)=/.exec(source.text.slice(span.start, Math.min(span.end, span.start + 200)))?.[1]
}

function startsFlag(origin: Origin | undefined): boolean {
  return origin !== undefined && writtenFlag(origin) !== undefined
}

function openFor(flags: Flags, container: Fields, list: string): void {
  const value = at(container, list)
  const rest = value instanceof Unsettled ? value : member(value, 'length')
  if (rest instanceof Unsettled) flags.leaveOpen(rest)
}

// etcd takes each flag from the environment as well; given twice the flag counts. A configuration file makes it read nothing else.
function readEnvironment(flags: Flags, container: Fields): void {
  for (const variable of mappingsAt(container, 'env')) {
    const name = textAt(variable, 'name')
    if (!name?.startsWith('ETCD_')) continue
    const flag = name.slice('ETCD_'.length).toLowerCase().replaceAll('_', '-')
    const origin = originOf(variable)
    const value = member(variable, 'value')
    const isGiven = typeof value === 'string' || value instanceof Unsettled
    const text = isGiven ? value : new Unsettled(`depends on where ${name} comes from`, origin)
    if (!flags.has(flag)) flags.set(flag, text, origin?.child('value') ?? origin)
  }
  const from = at(container, 'envFrom')
  if (from instanceof Unsettled) flags.leaveOpen(from)
  else if (from !== undefined) flags.leaveOpen(new Unsettled('depends on what envFrom brings in', originOf(container)?.child('envFrom')))
  if (flags.has('config-file')) flags.leaveOpen(new Unsettled('depends on the file of --config-file', originOf(container)))
}
