import { expect, test } from 'vitest'
import { writtenAlike } from '../../src/model/alike.ts'
import { Unsettled } from '../../src/model/origin.ts'
import { Source } from '../../src/model/position.ts'
import { originAt } from '../../src/source/origins.ts'

function unsettled(text: string, path = 'chart/templates/a.yaml', reason = ''): Unsettled {
  const body = /\{\{-?\s*(.*?)\s*-?\}\}/.exec(text)?.[1] ?? ''
  return new Unsettled(
    reason || `depends on the template expression {{ ${body} }}`,
    originAt(new Source(path, text), { start: 0, end: text.length }),
  )
}

test.each([
  ['{{ .Values.web.name }}', '{{.Values.web.name}}'],
  ['{{ .Values.web.name }}', '"{{- .Values.web.name -}}"'],
  [
    '{{ include "web.fullname" . }}-{{ .Values.suffix | default "x" | trunc 63 }}',
    '{{ include "web.fullname" . }}-{{ .Values.suffix | default "x" | trunc 63 }}',
  ],
  ['{{ $.Release.Name | quote }}', '{{ $.Release.Name | quote }}'],
])('%s is %s', (one, other) => {
  expect(writtenAlike(unsettled(one), unsettled(other, 'chart/templates/sub/b.yaml'))).toBe(true)
})

test.each([
  ['another value', '{{ .Values.a }}', '{{ .Values.b }}'],
  ['another text around it', 'x-{{ .Values.a }}', 'y-{{ .Values.a }}'],
  ['chance', '{{ randAlphaNum 5 }}', '{{ randAlphaNum 5 }}'],
  ['what a loop is at', '{{ .name }}', '{{ .name }}'],
  ['a variable', '{{ $name }}', '{{ $name }}'],
  ['another steady part', '{{ .Values.a }}{{ now }}', '{{ .Values.a }}{{ now }}'],
])('%s is not alike', (_, one, other) => {
  expect(writtenAlike(unsettled(one), unsettled(other))).toBe(false)
})

test.each([
  ['{{ range .Values.all }}\nname: "{{ include "name" . }}"\n{{ end }}\n', false],
  ['{{- with .Values.one }}{{ if .x }}a{{ end }}\nname: {{ .Values.a }}\n{{- end }}\n', false],
  ['{{ define "a" }}\nname: {{ .Values.a }}\n{{ end }}\n', false],
  ['{{ range .Values.all }}\nname: {{ $.Values.a }}\n{{ end }}\n', true],
  ['{{ range .Values.all }}a{{ end }}\nname: {{ .Values.a }}\n', true],
  ['{{ if .Values.all }}\nname: {{ .Values.a }}\n{{ end }}\n', true],
])('the dot is what the chart is given: %s %s', (text, expected) => {
  const source = new Source('chart/templates/a.yaml', text)
  const [, before = '', value = ''] = /^(.*?name: )(.*?)\n/s.exec(text) ?? []
  const body = /\{\{ (.*) \}\}/.exec(value)?.[1]
  const span = { start: before.length, end: before.length + value.length }
  const given = () => new Unsettled(`depends on the template expression {{ ${body} }}`, originAt(source, span))
  expect(writtenAlike(given(), given())).toBe(expected)
})

test('charts are given values of their own, and a condition leaves open whether there is a value', () => {
  const text = '{{ .Values.a }}'
  expect(writtenAlike(unsettled(text), unsettled(text, 'other/templates/a.yaml'))).toBe(false)
  expect(writtenAlike(unsettled(text), unsettled(text, undefined, 'depends on the template expression {{ if .Values.a }}'))).toBe(false)
  expect(writtenAlike(unsettled(text), new Unsettled('depends on the tag that skaffold writes', undefined))).toBe(false)
})
