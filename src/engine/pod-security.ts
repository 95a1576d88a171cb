import type { Settings } from '../config/settings.ts'
import { keyPlace } from '../model/origin.ts'
import type { PodSecurity } from '../model/report.ts'
import type { PodSecurityCheck, Program } from '../model/rule.ts'
import type { Subject } from '../model/subject.ts'
import { compileExpression } from '../rules/compile.ts'
import { compare, type Tally } from './tally.ts'

type Level = PodSecurityCheck['level']
type Answer = 'pass' | 'fail' | 'unknown'

interface Check {
  readonly id: string
  readonly overrides: readonly string[]
  readonly program: Program
}

/** Decides at which Pod Security level Kubernetes' own admission of one version would take a pod: by its checks, not by findings. */
export class PodSecurityLevels {
  readonly #baseline: readonly Check[]
  readonly #restricted: readonly Check[]
  /** `baseline/privileged` → the rules that say the same. */
  readonly #rules = new Map<string, string[]>()

  constructor(checks: readonly PodSecurityCheck[], { kubernetesVersion, rules }: Pick<Settings, 'kubernetesVersion' | 'rules'>) {
    const held = newest(checks, kubernetesVersion)
    const of = (level: Level) => held.filter((check) => check.level === level).map(toCheck)
    const restricted = of('restricted')
    const overridden = new Set(restricted.flatMap(({ overrides }) => overrides))
    this.#baseline = of('baseline')
    this.#restricted = [...restricted, ...this.#baseline.filter(({ id }) => !overridden.has(id))]
    for (const { rule } of rules) {
      for (const alias of rule.aliases.pss ?? []) this.#rules.set(alias, [...(this.#rules.get(alias) ?? []), rule.id])
    }
  }

  /** One entry for each workload, in the order of files and lines. Of the rules that say a check, those that fail for the pod are named. */
  of(pods: readonly Subject[], tallies: readonly Pick<Tally, 'rule' | 'failures'>[]): readonly PodSecurity[] {
    const named = new Set([...this.#rules.values()].flat())
    const failing = new Map<unknown, Set<string>>()
    for (const { rule, failures } of tallies.filter((tally) => named.has(tally.rule.id))) {
      for (const { subject } of failures.map(({ judgement }) => judgement)) {
        const { pod } = subject.variables
        failing.set(pod, (failing.get(pod) ?? new Set()).add(rule.id))
      }
    }
    return pods
      .flatMap((pod) => this.#levelOf(pod, failing.get(pod.variables.pod) ?? new Set()) ?? [])
      .sort((a, b) => compare(a.file, b.file) || a.line - b.line)
  }

  #levelOf(subject: Subject, failed: ReadonlySet<string>): PodSecurity | undefined {
    if (!subject.resource || !subject.origin) return undefined
    const variables = podVariables(subject)
    const restricted = ask(this.#restricted, variables)
    const baseline = restricted.answer === 'pass' ? restricted : ask(this.#baseline, variables)
    const { file, line } = keyPlace(subject.origin)
    const level =
      restricted.answer === 'fail' && baseline.answer === 'pass' ? 'baseline' : LEVELS[worse(restricted.answer, baseline.answer)]
    return { file, line, resource: subject.resource, level, blockedBy: this.#blockers(level, baseline.failing, restricted.failing, failed) }
  }

  #blockers(level: PodSecurity['level'], baseline: readonly string[], restricted: readonly string[], failed: ReadonlySet<string>) {
    const named = (at: Level, failing: readonly string[]) => failing.flatMap((id) => this.#saying(`${at}/${id}`, failed))
    const blockers = level === 'privileged' ? named('baseline', baseline) : level === 'baseline' ? named('restricted', restricted) : []
    // A restricted profile also holds what baseline asks.
    const more = level === 'baseline' ? named('baseline', restricted) : []
    return [...new Set([...blockers, ...more])].sort()
  }

  // Where none of them fails, one that is switched off would.
  #saying(check: string, failed: ReadonlySet<string>): readonly string[] {
    const rules = this.#rules.get(check) ?? []
    const failing = rules.filter((rule) => failed.has(rule))
    return failing.length > 0 ? failing : rules
  }
}

const LEVELS = { pass: 'restricted', fail: 'privileged', unknown: 'unknown' } as const

function worse(restricted: Answer, baseline: Answer): Answer {
  if (restricted === 'pass') return 'pass'
  return baseline === 'fail' ? 'fail' : 'unknown'
}

// Init containers first, then ordinary and ephemeral ones, as Kubernetes visits them.
// Read only when a check asks: what a template decides throws.
function podVariables({ variables }: Subject): Readonly<Record<string, unknown>> {
  const { pod } = variables
  return {
    pod,
    get podMetadata() {
      return variables.podMetadata
    },
    get containers() {
      const spec = pod as Readonly<Record<string, readonly unknown[] | undefined>>
      return [...(spec.initContainers ?? []), ...(spec.containers ?? []), ...(spec.ephemeralContainers ?? [])]
    },
  }
}

function ask(checks: readonly Check[], variables: Readonly<Record<string, unknown>>): { answer: Answer; failing: readonly string[] } {
  const failing: string[] = []
  let unknown = false
  for (const { id, program } of checks) {
    try {
      if (program(variables) !== true) failing.push(id)
    } catch {
      unknown = true
    }
  }
  return { answer: failing.length > 0 ? 'fail' : unknown ? 'unknown' : 'pass', failing }
}

function toCheck({ id, overrides, require, parsed }: PodSecurityCheck): Check {
  return { id, overrides: overrides ?? [], program: compileExpression(require, parsed) }
}

/** Of the entries for one check the newest that holds for the version. */
function newest(checks: readonly PodSecurityCheck[], version: string): readonly PodSecurityCheck[] {
  const held = new Map<string, PodSecurityCheck>()
  for (const check of checks) {
    const { since = '1.0', level, id } = check
    const before = held.get(`${level}/${id}`)
    if (minor(since) <= minor(version) && (!before || minor(before.since ?? '1.0') <= minor(since))) held.set(`${level}/${id}`, check)
  }
  return [...held.values()]
}

function minor(version: string): number {
  return Number(version.split('.')[1] ?? 0)
}
