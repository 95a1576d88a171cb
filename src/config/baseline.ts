import { UserError } from '../errors.ts'
import { FINGERPRINT } from '../model/finding.ts'
import type { ConfigFiles } from './layers.ts'
import type { Baseline, BaselineEntry } from './settings.ts'

/** In the root, where the configuration names none. */
export const BASELINE_FILE = '.maturity-gate-baseline.json'

const VERSION = 1

/** Throws a UserError with every mistake at its place: a file that is half understood could hide a finding. */
export async function readBaseline(text: string, file: string): Promise<Baseline> {
  const entries = quickly(text)
  if (entries) return { file, entries }
  const { baselineMistakes } = await import('./baseline-mistakes.ts')
  throw new UserError(baselineMistakes(text, file))
}

/** What is to be written anew: where it is not there, or cannot be read, nothing is known yet. */
export async function oldBaseline(file: string, files: Pick<ConfigFiles, 'read'>): Promise<Baseline> {
  try {
    return await readBaseline(await files.read(file), file)
  } catch (error) {
    if (error instanceof UserError) return { file, entries: [] }
    throw error
  }
}

// Thousands of entries are read in milliseconds so; only what is wrong needs places.
function quickly(text: string): readonly BaselineEntry[] | undefined {
  try {
    const value: unknown = JSON.parse(text)
    if (!isRecord(value) || value.version !== VERSION || !Array.isArray(value.findings)) return undefined
    if (Object.keys(value).length > 2) return undefined
    return value.findings.every(isEntry) ? value.findings.map(toEntry) : undefined
  } catch {
    return undefined
  }
}

const NAMES: ReadonlySet<string> = new Set(['rule', 'file', 'resource', 'container', 'fingerprint'])

type Written = Partial<BaselineEntry> & Pick<BaselineEntry, 'rule' | 'file' | 'fingerprint'>

function isEntry(value: unknown): value is Written {
  if (!isRecord(value) || !Object.entries(value).every(([name, one]) => NAMES.has(name) && typeof one === 'string')) return false
  return value.rule !== '' && value.file !== '' && FINGERPRINT.test(String(value.fingerprint)) && 'rule' in value && 'file' in value
}

function toEntry({ rule, file, resource = '', container = '', fingerprint }: Written): BaselineEntry {
  return { rule, file, resource, container, fingerprint }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** One line for each finding, in an order that no moved line changes: a change of the file is read as what was fixed or added. */
export function writeBaseline(entries: readonly BaselineEntry[]): string {
  const lines = [...entries].sort(byFile).map(({ rule, file, resource, container, fingerprint }) => {
    const place = { ...(resource === '' ? {} : { resource }), ...(container === '' ? {} : { container }) }
    const named = Object.entries({ rule, file, ...place, fingerprint }).map(([name, value]) => `"${name}": ${JSON.stringify(value)}`)
    return `    { ${named.join(', ')} }`
  })
  return `{\n  "version": ${VERSION},\n  "findings": [${lines.length === 0 ? '' : `\n${lines.join(',\n')}\n  `}]\n}\n`
}

function byFile(a: BaselineEntry, b: BaselineEntry): number {
  for (const name of ['file', 'rule', 'resource', 'container', 'fingerprint'] as const) {
    if (a[name] !== b[name]) return a[name] < b[name] ? -1 : 1
  }
  return 0
}
