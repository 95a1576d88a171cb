import type { Selection } from '../model/sources.ts'
import { globMatcher, isMagic } from './globs.ts'

/** Left out wherever they stand, unless a path names them or `exclude` takes one back with `!`. See docs/guides/discovery.md. */
const DEFAULT_EXCLUDES: readonly string[] = [
  '.git',
  '.terraform',
  '.venv',
  'bower_components',
  'node_modules',
  'site-packages',
  'third_party',
  'vendor',
  'testdata',
  'test-data',
  '__fixtures__',
  '__tests__',
  '**/test/fixtures',
  '**/tests/fixtures',
  '**/test/datasets',
]

/** Folders whose content shows how something could be done, not that it is done here. */
const NO_EVIDENCE = new Set([
  ...['example', 'examples', 'sample', 'samples', 'docs', 'doc', 'test', 'tests', '__tests__', 'testing', 'testdata'],
  ...[
    'e2e',
    'fixture',
    'fixtures',
    '__fixtures__',
    'vendor',
    'vendored',
    'archive',
    'archived',
    '_archived',
    'attic',
    'third_party',
    'third-party',
    'node_modules',
  ],
])

export interface Selected {
  isSubject(path: string): boolean
  isExcluded(path: string): boolean
}

export function select(selection: Selection): Selected {
  const byDefault = globMatcher([...DEFAULT_EXCLUDES, ...selection.exclude], { anyDepth: true })
  const byUser = globMatcher(selection.exclude, { anyDepth: true })
  const named = globMatcher(selection.paths.length > 0 ? withPositive(selection.paths) : ['.'], { anyDepth: false })
  const included = globMatcher(selection.include.length > 0 ? withPositive(selection.include) : ['.'], { anyDepth: false })
  // A default that matches the very path somebody named does not apply to it; to what lies deeper it does.
  const inside = selection.paths.filter((path) => !isMagic(path) && path !== '.' && byDefault(path) && !byUser(path))
  const isExcluded = (path: string): boolean => {
    if (!byDefault(path)) return false
    const base = inside.find((named) => path === named || path.startsWith(`${named}/`))
    return base === undefined || byUser(path) || (path !== base && byDefault(path.slice(base.length + 1)))
  }
  return { isExcluded, isSubject: remembered((path) => named(path) && included(path) && !isExcluded(path)) }
}

/** Every rule asks of the same paths. */
export function remembered(answer: (path: string) => boolean): (path: string) => boolean {
  const answers = new Map<string, boolean>()
  return (path) => {
    const known = answers.get(path)
    if (known !== undefined) return known
    const given = answer(path)
    answers.set(path, given)
    return given
  }
}

// `!docs/**` alone means everything but docs.
function withPositive(globs: readonly string[]): readonly string[] {
  return globs.some((glob) => !glob.startsWith('!')) ? globs : ['.', ...globs]
}

/** Folders are asked, not the file's own name. */
export function isEvidence(path: string): boolean {
  return folderApart(path) === undefined
}

/** The first folder of a path below which nothing proves a practice. */
export function folderApart(path: string): string | undefined {
  const folders = path.split('/').slice(0, -1)
  return folders.find((folder) => NO_EVIDENCE.has(folder.toLowerCase()))
}
