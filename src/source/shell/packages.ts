import type { CommandPackage, CommandPackages } from '../../model/command.ts'
import type { Origin } from '../../model/origin.ts'
import { withOrigin } from '../../model/origin.ts'
import { placedObjects, setReading } from '../origins.ts'
import type { Split } from './flags.ts'
import { PACKAGE_MANAGERS, type PackageAction, type PackageManager } from './package-managers.ts'
import type { Word } from './word.ts'

const BY_COMMAND = new Map(PACKAGE_MANAGERS.flatMap((manager) => manager.commands.map((command) => [command, manager] as const)))
const NONE = { value: '', reason: '' }

const NO_MANAGER: CommandPackages = Object.freeze({ manager: '', yes: false, cache: '^$', action: '', packages: [] })

/** What a command does with packages; its `manager` is '' where it is none of a package manager's. */
export function packagesOf(name: string, split: Split, origin: Origin): CommandPackages {
  const { manager, operands } = managerOf(name, split.operands)
  if (!manager) return NO_MANAGER
  const action = actionOf(manager, operands) ?? pacmanAction(manager, split)
  const made = { manager: manager.name, yes: saysYes(manager, split), cache: manager.cache }
  const unsettled = operands[0]?.value === undefined ? operands[0] : undefined
  setReading(made, 'action', unsettled ?? { ...NONE, value: action?.name ?? '', origin })
  const packages = action?.name === 'install' ? operands.slice(action.words).map((word) => packageOf(word, manager)) : []
  return withOrigin(Object.assign(made, { packages: placedObjects(packages, origin) }) as unknown as CommandPackages, origin)
}

// pip3.11 is pip, and `uv pip` too.
function managerOf(name: string, operands: readonly Word[]): { manager: PackageManager | undefined; operands: readonly Word[] } {
  if (name === 'uv' && operands[0]?.value === 'pip') return { manager: BY_COMMAND.get('uv pip'), operands: operands.slice(1) }
  return { manager: BY_COMMAND.get(/^pip\d[\d.]*$/.test(name) ? 'pip' : name), operands }
}

function actionOf(manager: PackageManager, operands: readonly Word[]): { name: PackageAction; words: number } | undefined {
  const first = operands[0]?.value
  if (first === undefined) return operands.length === 0 && manager.bare ? { name: manager.bare, words: 0 } : undefined
  const two = `${first} ${operands[1]?.value ?? ''}`
  let found: { name: PackageAction; words: number } | undefined
  for (const [name, words] of Object.entries(manager.actions) as [PackageAction, readonly string[]][]) {
    if (words.includes(two)) return { name, words: 2 }
    if (words.includes(first)) found = { name, words: 1 }
  }
  return found
}

// pacman's subcommands are letters: -S installs, with y it refreshes the index, with u it upgrades.
function pacmanAction(manager: PackageManager, split: Split): { name: PackageAction; words: number } | undefined {
  if (manager.name !== 'pacman') return undefined
  const has = (...names: string[]) => split.flags.some((flag) => names.includes(flag.name))
  if (has('-R', '--remove')) return { name: 'remove', words: 0 }
  if (!has('-S', '--sync')) return undefined
  if (has('-c', '--clean')) return { name: 'clean', words: 0 }
  if (has('-u', '--sysupgrade')) return { name: 'upgrade', words: 0 }
  return { name: split.operands.length ? 'install' : 'update', words: 0 }
}

// apt takes -qq, and -q=2, for a yes as well.
function saysYes(manager: PackageManager, split: Split): boolean {
  const names = split.flags.map((flag) => flag.name)
  if (names.some((name) => manager.yes.includes(name))) return true
  if (manager.name !== 'apt') return false
  const quiet = split.flags.filter((flag) => flag.name === '-q' || flag.name === '--quiet')
  return quiet.length > 1 || split.flags.some((flag) => isYesOption(flag))
}

function isYesOption(flag: Split['flags'][number]): boolean {
  if (flag.name === '-o' || flag.name === '--option')
    return /^apt::get::assume-yes(?:=(?:true|yes|1))?$/i.test(settledValue(flag).replaceAll('"', ''))
  return (flag.name === '-q' || flag.name === '--quiet') && settledValue(flag) === '2'
}

function settledValue(flag: Split['flags'][number]): string {
  try {
    return flag.value
  } catch {
    return ''
  }
}

const FILE = /^(?:\.{0,2}\/|~|file:)|\.(?:deb|rpm|apk|whl|tgz|tar|tar\.(?:gz|bz2|xz)|zip|gem)$/
const REMOTE = /^(?:https?|ftp|git|ssh|git\+\w+|svn\+\w+):\/\/|^git@/

function packageOf(word: Word, manager: PackageManager): CommandPackage {
  const text = word.value ?? word.template
  const kind = REMOTE.test(text) ? 'url' : FILE.test(text) || (manager.name === 'pip' && /^\.(?:$|\[)/.test(text)) ? 'file' : 'package'
  const at = kind === 'file' ? -1 : text.search(manager.version)
  const made: Record<string, unknown> = { kind }
  // `curl=$VERSION` is pinned to whatever the variable holds; `$PACKAGES` may be anything.
  const known = word.value !== undefined || at > 0
  setReading(made, 'spec', word)
  setReading(made, 'name', known ? { ...NONE, value: at > 0 ? text.slice(0, at) : text, origin: word.origin } : word)
  setReading(
    made,
    'version',
    known ? { ...NONE, value: at > 0 ? text.slice(at).replace(/^[-=~<>!@:/]+/, '') : '', origin: word.origin } : word,
  )
  return withOrigin(made as unknown as CommandPackage, word.origin)
}
