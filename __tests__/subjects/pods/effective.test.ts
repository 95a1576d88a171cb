import { expect, test } from 'vitest'
import { originOf } from '../../../src/model/origin.ts'
import { chart, collected, type Members, reading } from '../collected.ts'

function effective(pod: string, container: string, files = (text: string): string | Record<string, string> => text): Members {
  const text = `apiVersion: v1\nkind: Pod\nmetadata: { name: a }\nspec:\n  securityContext: ${pod}\n  containers:\n    - name: web\n      securityContext: ${container}\n`
  return collected(files(text), 'container')[0]?.variables.effective as Members
}

test.each([
  ['{}', '{}', {}],
  ['{ runAsNonRoot: true, runAsUser: 7 }', '{}', { runAsNonRoot: true, runAsUser: 7n }],
  ['{ runAsNonRoot: true, runAsUser: 7 }', '{ runAsNonRoot: false }', { runAsNonRoot: false, runAsUser: 7n }],
  ['{ runAsUser: 7 }', '{ runAsUser: 0 }', { runAsUser: 0n }],
  ['{ fsGroup: 3 }', '{ privileged: true }', {}],
  ['{ seccompProfile: { type: RuntimeDefault } }', '{ seccompProfile: { type: Unconfined } }', { seccompProfile: { type: 'Unconfined' } }],
  ['{ seLinuxOptions: { user: u, role: r } }', '{ seLinuxOptions: { type: t } }', { seLinuxOptions: { type: 't' } }],
  [
    '{ windowsOptions: { runAsUserName: pod, hostProcess: true } }',
    '{ windowsOptions: { runAsUserName: web } }',
    { windowsOptions: { runAsUserName: 'web', hostProcess: true } },
  ],
])('pod %s, container %s', (pod, container, expected) => {
  expect(effective(pod, container)).toEqual(expected)
})

test('each setting stands where it was decided', () => {
  const settings = effective('{ runAsUser: 7, runAsNonRoot: true }', '{ runAsUser: 8 }')
  const place = (name: string) => {
    const origin = originOf(settings)?.child(name)
    return origin?.source.place(origin.key).line
  }
  expect([place('runAsUser'), place('runAsNonRoot'), place('runAsGroup')]).toEqual([8, 5, undefined])
})

test.each([
  ['{{ .Values.pod }}', '{ runAsUser: 8 }', 'runAsUser', 8n],
  ['{{ .Values.pod }}', '{}', 'runAsUser', 'unknown'],
  ['{ runAsUser: 7 }', '{{ .Values.web }}', 'runAsUser', 'unknown'],
])('templated: pod %s, container %s', (pod, container, name, expected) => {
  expect(reading(() => effective(pod, container, chart)[name])).toEqual(expected)
})
