import { expect, test } from 'vitest'
import { Api } from '../../src/api/api.ts'
import { memoryTree } from '../../src/source/memory.ts'
import { readSources } from '../../src/source/read.ts'

function said(volume: string): readonly string[] {
  const pod = `apiVersion: v1
kind: Pod
metadata: {name: a}
spec:
  containers: [{name: a, image: a}]
  volumes:
    - name: data
${volume.replace(/^/gm, '      ')}
`
  const tree = memoryTree({ 'c/Chart.yaml': 'apiVersion: v2\nname: c\nversion: 1.0.0\n', 'c/templates/a.yaml': pod })
  const { resources } = readSources(tree, { paths: [], include: [], exclude: [] })
  const api = new Api('1.36', [])
  return resources.flatMap((resource) => api.errorsOf(resource)).map(({ path, message }) => `${path} ${message}`)
}

test.each([
  ['two branches', '{{ if .x }}\nemptyDir: {}\n{{ else }}\nhostPath: {path: /a}\n{{ end }}', []],
  ['three branches', '{{ if .x }}\nemptyDir: {}\n{{ else if .y }}\nhostPath: {path: /a}\n{{ else }}\nconfigMap: {name: a}\n{{ end }}', []],
  ['a condition beside what always stands', 'emptyDir: {}\n{{ if .x }}\nhostPath: {path: /a}\n{{ end }}', []],
  [
    'no condition',
    'emptyDir: {}\nhostPath: {path: /a}\nconfigMap: {name: {{ .x }}}',
    ['spec.volumes[0].hostPath may not be set beside emptyDir', 'spec.volumes[0].configMap may not be set beside emptyDir'],
  ],
])('sources of a volume under %s', (_, volume, expected) => {
  expect(said(volume)).toEqual(expected)
})
