import type { Rule } from '../model/rule.ts'
import type { Scope, Subject } from '../model/subject.ts'
import type { Placed, Placing } from './placing.ts'

const IMAGE_VARIANTS: readonly string[] = ['pod', 'kustomization']

/** Subjects by scope and by what `kinds` and `in` ask for, so that a rule meets only those it is about. */
export class SubjectIndex {
  readonly #groups = new Map<Scope, ReadonlyMap<string, readonly Placed[]>>()

  constructor(subjects: ReadonlyMap<Scope, readonly Subject[]>, placing: Placing) {
    for (const [scope, all] of subjects) this.#groups.set(scope, groupBy(scope, all, placing))
  }

  /** In the order in which they were collected, kind by kind. */
  of(rule: Rule): readonly Placed[] {
    const groups = [...(this.#groups.get(rule.scope)?.values() ?? [])]
    return groups.filter(([first]) => first && applies(rule, first.subject)).flat()
  }
}

function groupBy(scope: Scope, subjects: readonly Subject[], placing: Placing): ReadonlyMap<string, readonly Placed[]> {
  const groups = new Map<string, Placed[]>()
  for (const subject of subjects) {
    const placed = placing.place(subject)
    if (placed.targets.length === 0 && !placed.outside) continue
    const kind = `${kindOf(subject)}.${subject.group ?? '-'}`
    const key = scope === 'image' ? `${subject.variant} ${kind}` : kind
    const group = groups.get(key)
    if (group) group.push(placed)
    else groups.set(key, [placed])
  }
  return groups
}

function kindOf(subject: Subject): string {
  return subject.resource?.kind ?? subject.variant
}

/** Whether a rule's `in` and `kinds` take in a subject of its scope. */
export function applies(rule: Rule, subject: Subject): boolean {
  if (rule.scope === 'image') {
    const variants = rule.in.length > 0 ? rule.in : IMAGE_VARIANTS
    if (!variants.includes(subject.variant)) return false
  }
  // Files that a component is given are no objects of a cluster.
  const kinds = subject.variant === 'configuration' ? rule.kinds.filter((pattern) => !pattern.includes('*')) : rule.kinds
  return rule.kinds.length === 0 || kinds.some((pattern) => matchesKind(pattern, kindOf(subject), subject.group))
}

function matchesKind(pattern: string, kind: string, group: string | undefined): boolean {
  if (pattern === '*') return true
  const dot = pattern.indexOf('.')
  if (dot < 0) return pattern === kind && (group === undefined || isKubernetesOwn(group))
  const name = pattern.slice(0, dot)
  return pattern.slice(dot + 1) === group && (name === '*' || name === kind)
}

// Groups without a dot are Kubernetes' first ones, and *.k8s.io is reserved for it (KEP-1111); *.x-k8s.io is not.
function isKubernetesOwn(group: string): boolean {
  return !group.includes('.') || group.endsWith('.k8s.io')
}
