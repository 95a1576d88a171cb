import type { Mistake } from '../errors.ts'
import type { Rule } from '../model/rule.ts'
import type { PlacedYaml } from '../source/yaml/placed.ts'
import type { RuleNames } from './names.ts'
import type { Config } from './schema.ts'
import type { AttestationConfig, Honoured, WaiverConfig } from './schema-accountable.ts'
import type { Attestation, ConfigLine, ConfiguredWaiver, Terms } from './settings.ts'

/** One year, leap years too. */
const DAYS = 366

/** What the configuration says somebody answers for. */
export interface Accountable {
  readonly attestations: readonly Attestation[]
  readonly waivers: readonly ConfiguredWaiver[]
  readonly terms: Terms
  readonly honour: readonly Honoured[]
}

export const NOTHING_OWED: Accountable = {
  attestations: [],
  waivers: [],
  terms: { attestationDays: DAYS, waiverDays: DAYS, openEnded: false },
  honour: [],
}

/** What is wrong with attestations and waivers beside their shape: takes the file as it is read, so that all mistakes come together. */
export function accountableMistakes(yaml: PlacedYaml, names: RuleNames, custom: ReadonlySet<string>): readonly Mistake[] {
  const mistakes: Mistake[] = []
  const wrong = (path: readonly PropertyKey[], message: string) => mistakes.push({ ...yaml.place(path), message })
  const known = (path: readonly PropertyKey[], name: string) => {
    const rules = names.find(name)
    if (rules.length === 0 && !custom.has(name)) wrong(path, `${path[0] as string}: ${names.unknown(name)}`)
    return rules
  }
  const attested = new Set<Rule>()
  for (const [index, entry] of listed(yaml.value, 'attestations')) {
    const name = text(entry, 'control')
    if (name === undefined) continue
    const path = ['attestations', index, 'control']
    const rules = known(path, name)
    if (rules.length > 0 && rules.every(({ kind }) => kind === 'static'))
      wrong(path, `attestations: the files decide ${name}, so nobody can attest it; a waiver accepts what they say`)
    if (rules.some((rule) => attested.has(rule))) wrong(path, `attestations: ${name} is attested above already`)
    for (const rule of rules) attested.add(rule)
  }
  for (const [index, entry] of listed(yaml.value, 'waivers')) {
    const given = ['rule', 'control'].filter((key) => text(entry, key) !== undefined)
    if (given.length !== 1)
      wrong(['waivers', index], `waivers[${index}]: ${given.length === 0 ? 'missing: rule' : 'either rule or control, not both'}`)
    for (const key of given) known(['waivers', index, key], text(entry, key) ?? '')
    for (const [at, resource] of listed(entry, 'resources')) {
      if (typeof resource === 'string' && !/^[^/\s]+(?:\/[^/\s]+){1,2}$/.test(resource))
        wrong(
          ['waivers', index, 'resources', at],
          `waivers[${index}].resources: ${JSON.stringify(resource)} is not Kind/name or Kind/namespace/name`,
        )
    }
  }
  return mistakes
}

/** One file of a configuration; `path` is what reports call it, undefined where it lies outside the root. */
interface Part {
  readonly config: Config
  readonly yaml: PlacedYaml
  readonly path: string | undefined
}

/** Of files with no mistakes, what is extended first, and of all of them together. */
export function accountable(parts: readonly Part[], merged: Config, names: RuleNames): Accountable {
  const ids = (name: string) => names.find(name).map(({ id }) => id)
  return {
    attestations: parts.flatMap(({ config, ...part }) =>
      (config.attestations ?? []).map((one, index) => toAttestation(one, ids, lineOf(part, ['attestations', index]))),
    ),
    waivers: parts.flatMap(({ config, ...part }) =>
      (config.waivers ?? []).map((one, index) => toWaiver(one, ids, lineOf(part, ['waivers', index]))),
    ),
    terms: {
      attestationDays: merged['attestation-max-days'] ?? DAYS,
      waiverDays: merged['waiver-max-days'] ?? DAYS,
      openEnded: merged['waiver-expiry'] === 'optional',
    },
    honour: merged.honour ?? [],
  }
}

function lineOf({ yaml, path }: Pick<Part, 'yaml' | 'path'>, at: readonly PropertyKey[]): ConfigLine {
  const { line = 1, column = 1 } = yaml.place(at)
  return path === undefined ? { file: '.', line: 1, column: 1 } : { file: path, line, column }
}

type Ids = (name: string) => readonly string[]

function toAttestation({ control, ...rest }: AttestationConfig, ids: Ids, place: ConfigLine): Attestation {
  return { ...rest, rules: ids(control), place }
}

function toWaiver(config: WaiverConfig, ids: Ids, place: ConfigLine): ConfiguredWaiver {
  const { rule, control, paths = [], resources = [], containers = [], reason, owner, expires } = config
  const name = rule ?? control ?? ''
  return { name, rules: ids(name), paths, resources, containers, reason, owner, expires, place }
}

function listed(value: unknown, key: string): [number, unknown][] {
  const list = member(value, key)
  return Array.isArray(list) ? [...list.entries()] : []
}

function text(value: unknown, key: string): string | undefined {
  const found = member(value, key)
  return typeof found === 'string' && found.trim() !== '' ? found.trim() : undefined
}

function member(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? (value as Record<string, unknown>)[key] : undefined
}
