import { expect, test } from 'vitest'
import { chosen, report } from './judging.ts'

// What a template writes into an object under a condition may not be there: it proves nothing and offends nobody for sure, and what
// stands around it is judged as if the condition were not written.

const CHART = { 'chart/Chart.yaml': 'apiVersion: v2\nname: c\nversion: 1.0.0\n' }

const privileged = chosen({
  id: 'privileged',
  scope: 'container',
  require: '!container.?securityContext.?privileged.orValue(false)',
  message: '"privileged"',
})
const hostPath = chosen({
  id: 'host-path',
  scope: 'pod',
  each: 'pod.volumes',
  require: '!has(item.hostPath)',
  message: '"host path"',
})
const secrets = chosen({
  id: 'secrets',
  scope: 'resource',
  kinds: ['Role'],
  each: 'related.rules',
  require: '!("secrets" in item.resources)',
  message: '"secrets"',
})
const granted = chosen({
  id: 'granted',
  scope: 'resource',
  kinds: ['RoleBinding'],
  require: '!related.grants.exists(grant, "secrets" in grant.resources && "get" in grant.verbs)',
  message: '"granted"',
})

/** `fail` and `unknown` with the lines they stand at. */
function said(template: string, rule: ReturnType<typeof chosen>): readonly string[] {
  const { findings, unknown, controls } = report({ ...CHART, 'chart/templates/a.yaml': template }, [rule])
  const answers = [...findings.map(({ line }) => `fail ${line}`), ...unknown.map(({ line }) => `unknown ${line}`)]
  return answers.length > 0 ? answers.sort() : [String(controls[0]?.status)]
}

const pod = (spec: string) => `apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec:\n${spec}`
const container = (name: string, isPrivileged = true) =>
  `  - {name: ${name}, image: a, securityContext: {privileged: ${String(isPrivileged)}}}\n`
const when = (text: string, condition = 'if .Values.on') => `  {{- ${condition} }}\n${text}  {{- end }}\n`

test.each([
  ['before and after it', container('a') + when(container('b')) + container('c'), ['fail 6', 'fail 10', 'unknown 8']],
  ['where it comes first', when(container('b', false)) + container('c'), ['fail 9']],
  ['where it is right', container('a', false) + when(container('b', false)), ['pass']],
  ['where it is the other of two', when(`${container('a', false)}  {{- else }}\n${container('b')}`), ['unknown 9']],
  ['where it may come many times', when(container('a'), 'range .Values.list'), ['unknown 7']],
])('containers %s', (_, items, expected) => {
  expect(said(pod(`  containers:\n${items}`), privileged)).toEqual([...expected].sort())
})

test('a list that stands under a condition as a whole', () => {
  const lists = `  containers:\n${container('a', false)}${when(`  initContainers:\n${container('b')}`)}`
  expect(said(pod(lists), privileged)).toEqual(['unknown 9'])
  expect(said(pod(lists.replace('privileged: true', 'privileged: false')), privileged)).toEqual(['pass'])
})

test('items of `each`, and what a template adds to them', () => {
  const volumes = (items: string) => pod(`  volumes:\n${items}`)
  const host = (name: string) => `  - {name: ${name}, hostPath: {path: /}}\n`
  expect(said(volumes(host('a') + when(host('b')) + host('c')), hostPath)).toEqual(['fail 10', 'fail 6', 'unknown 8'])
  expect(said(volumes(`${when(host('b'))}  - {name: c, emptyDir: {}}\n`), hostPath)).toEqual(['unknown 7'])
  expect(said(volumes(`  - {name: c, emptyDir: {}}\n${when('  - {name: b, emptyDir: {}}\n')}`), hostPath)).toEqual(['pass'])
  expect(said(volumes('  - {name: c, emptyDir: {}}\n  {{- toYaml .Values.volumes | nindent 2 }}\n'), hostPath)).toEqual(['unknown 5'])
})

const role = (rules: string) => `apiVersion: rbac.authorization.k8s.io/v1\nkind: Role\nmetadata: {name: a, namespace: n}\nrules:\n${rules}`
const right = (resource: string) => `  - {apiGroups: [''], resources: [${resource}], verbs: [get]}\n`
const binding = `---\napiVersion: rbac.authorization.k8s.io/v1\nkind: RoleBinding\nmetadata: {name: b, namespace: n}\nroleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: a}\nsubjects: [{kind: User, name: u}]\n`

test('rules of a role, and what it grants to whom it is bound to', () => {
  const sure = role(right('pods') + when(right('nodes')) + right('secrets')) + binding
  expect(said(sure, secrets)).toEqual(['fail 9'])
  expect(said(sure, granted)).toEqual(['fail 11'])
  const open = role(right('pods') + when(right('secrets'))) + binding
  expect(said(open, secrets)).toEqual(['unknown 7'])
  expect(said(open, granted)).toEqual(['unknown 7'])
  const added = role(`${right('pods')}  {{- toYaml .Values.rules | nindent 2 }}\n`) + binding
  expect(said(added, secrets)).toEqual(['unknown 4'])
  expect(said(added, granted)).toEqual(['unknown 4'])
  const none = role(right('pods') + when(right('nodes'))) + binding
  expect([said(none, secrets), said(none, granted)]).toEqual([['pass'], ['pass']])
})

const drops = (require: string) => chosen({ id: 'drops', scope: 'container', require, message: '"keeps"' })

test.each([
  ['the item is there for sure', `        - ALL\n${when('        - NET_RAW\n')}`, 'pass', 'fail'],
  ['the item is there on a condition', `        - NET_RAW\n${when('        - ALL\n')}`, 'unknown', 'unknown'],
  ['no item is the one', `        - NET_RAW\n${when('        - SYS_TIME\n')}`, 'fail', 'pass'],
  ['others may be added', '        - NET_RAW\n        {{- toYaml .Values.drop | nindent 8 }}\n', 'unknown', 'unknown'],
])('expressions over a list: %s', (_, items, held, forbidden) => {
  const text = pod(`  containers:\n  - name: a\n    securityContext:\n      capabilities:\n        drop:\n${items}`)
  const list = 'container.securityContext.capabilities.drop'
  const answer = (require: string) => said(text, drops(require)).map((line) => line.replace(/ \d+$/, ''))
  expect(answer(`"ALL" in ${list}`)).toEqual([held])
  expect(answer(`${list}.exists(name, name == "ALL")`)).toEqual([held])
  expect(answer(`${list}.all(name, name != "ALL")`)).toEqual([forbidden])
})

test('a whole object under a condition is judged as if it were there', () => {
  expect(said(`{{- if .Values.on }}\n${pod(`  containers:\n${container('a')}`)}{{- end }}\n`, privileged)).toEqual(['fail 7'])
})

test('an object that may not be applied with another decides only what it would decide if it were', () => {
  const files = {
    'a/pod.yaml': 'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: {containers: [{name: a, image: a}]}\n',
    'b/range.yaml': 'apiVersion: v1\nkind: LimitRange\nmetadata: {name: b}\nspec: {limits: [{type: Container, default: {memory: 1Gi}}]}\n',
  }
  const limited = (resource: string) =>
    chosen({
      id: 'limited',
      scope: 'container',
      require: `related.limitRanges.exists(range, range.spec.limits.exists(limit, "${resource}" in limit.default))`,
    })
  const status = (resource: string, range = 'b/range.yaml') =>
    report({ 'a/pod.yaml': files['a/pod.yaml'], [range]: files['b/range.yaml'] }, [limited(resource)]).controls[0]?.status
  expect(status('cpu')).toBe('fail')
  expect(status('memory')).toBe('unknown')
  expect(status('memory', 'a/range.yaml')).toBe('pass')
})
