import type { Judgement, Offence } from '../../src/model/finding.ts'
import { type Origin, originOf } from '../../src/model/origin.ts'
import { Source } from '../../src/model/position.ts'
import type { CompiledRule, Rule } from '../../src/model/rule.ts'
import type { Subject } from '../../src/model/subject.ts'
import { compileRule } from '../../src/rules/compile.ts'
import { parseYaml } from '../../src/source/yaml/parse.ts'

export function rule(over: Partial<Rule> = {}): Rule {
  return {
    id: 'a-rule',
    title: 'A rule holds',
    stage: 3,
    practice: 'workload-hardening',
    severity: 'medium',
    kind: 'static',
    scope: 'container',
    kinds: [],
    in: [],
    default: true,
    at: [],
    remedy: 'Write it.',
    covers: [],
    givesWayTo: [],
    together: false,
    aliases: {},
    frameworks: {},
    params: {},
    waivedFor: [],
    ...over,
  }
}

export function compiled(over: Partial<Rule>): CompiledRule {
  return compileRule(rule(over), {})
}

export function yaml(text: string, file = 'a.yaml', templated = false): { value: unknown; origin: Origin } {
  const { documents, faults } = parseYaml(new Source(file, text), { templated })
  const [document] = documents
  if (!document) throw new Error(`no document: ${JSON.stringify(faults)}`)
  return document
}

/** A container written in YAML at the path `spec.containers[0]` of its document, else the document itself. */
export function containerIn(text: string, over: Partial<Subject> = {}, templated = false): Subject {
  const { value: object } = yaml(text, over.file ?? 'a.yaml', templated)
  const pod = (object as { spec: { containers: [{ name?: string }] } }).spec
  const [container] = pod.containers
  return subject({
    scope: 'container',
    origin: originOf(container),
    container: container.name ?? '',
    label: 'container web of Pod web',
    value: container,
    variables: { object, pod, container },
    variant: 'Pod',
    ...over,
  })
}

export function subject(over: Partial<Subject> = {}): Subject {
  const resource = { apiVersion: 'v1', kind: 'Pod', namespace: 'default', name: 'web' }
  return {
    scope: 'resource',
    origin: undefined,
    file: 'a.yaml',
    resource,
    container: undefined,
    workload: undefined,
    label: 'Pod web',
    value: {},
    variables: {},
    variant: 'Pod',
    group: '',
    ...over,
  }
}

export function offence(over: Partial<Offence> = {}): Offence {
  return { file: 'a.yaml', line: 1, column: 1, endLine: 1, endColumn: 5, message: 'wrong', related: [], path: '', identity: '', ...over }
}

export function judgement(over: Partial<Judgement> = {}): Judgement {
  return { rule: compiled({}), subject: subject(), answer: 'fail', offences: [offence()], evidence: [], ...over }
}
