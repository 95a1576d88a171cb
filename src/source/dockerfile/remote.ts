import { isBoolean } from './numbers.ts'

/** What a source of ADD or COPY is. */
export type SourceKind = 'local' | 'http' | 'git'

interface Remote {
  readonly kind: SourceKind
  /** Why BuildKit refuses the reference. */
  readonly fault?: string | undefined
}

const SCHEME = /^([a-zA-Z0-9]+):\/\//
const SCP = /^[a-zA-Z0-9-_]+@[a-zA-Z0-9-.]+:([^?#]*)(?:\?([^#]*))?(?:#.*)?$/s

/** Tells a local path, a URL to fetch and a git repository apart, as BuildKit does. */
export function readRemote(source: string): Remote {
  const scheme = SCHEME.exec(source)?.[1]?.toLowerCase()
  if (scheme === undefined) {
    const scp = SCP.exec(source)
    return scp ? { kind: 'git', fault: queryFault(scp[2] ?? '') } : { kind: 'local' }
  }
  const [beforeFragment = ''] = source.split('#')
  const query = beforeFragment.includes('?') ? beforeFragment.slice(beforeFragment.indexOf('?') + 1) : ''
  if (scheme === 'git' || scheme === 'ssh') return { kind: 'git', fault: queryFault(query) }
  if (scheme !== 'http' && scheme !== 'https') return { kind: 'local' }
  const path = (beforeFragment.split('?')[0] ?? '').slice(scheme.length + 3)
  const isGit = path.includes('/') && path.endsWith('.git')
  if (isGit) return { kind: 'git', fault: queryFault(query) }
  return { kind: /^https?:\/\//.test(source) ? 'http' : 'local' }
}

const KEYS = ['ref', 'tag', 'branch', 'subdir', 'checksum', 'commit', 'keep-git-dir', 'submodules']

function queryFault(query: string): string | undefined {
  const found = new Map<string, string>()
  for (const [key, value] of new URLSearchParams(query)) {
    if (found.has(key)) return `the query \`${key}\` stands twice: keep one`
    found.set(key, value)
    const flag = key === 'keep-git-dir' || key === 'submodules'
    if (!value && !flag) return `the query \`${key}\` has no value`
    if (!KEYS.includes(key)) return `\`${key}\` is no query of a git source: write ${KEYS.join(', ')}`
    if (flag && value && !isBoolean(value)) return `\`${key}=${value}\` is neither true nor false`
  }
  const refs = ['ref', 'tag', 'branch'].filter((key) => found.has(key))
  const tag = found.get('tag')
  const branch = found.get('branch')
  const full = [found.get('ref'), tag && prefixed(tag, 'refs/tags/'), branch && prefixed(branch, 'refs/heads/')].filter(Boolean)
  return refs.length > 1 && new Set(full).size > 1 ? `${refs.join(' and ')} name different commits: keep one` : undefined
}

function prefixed(name: string, prefix: string): string {
  return name.startsWith(prefix) ? name : prefix + name
}
