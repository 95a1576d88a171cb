import { describe, expect, it } from 'vitest'
import { Unsettled } from '../../../src/model/origin.ts'
import { written } from '../../../src/model/written.ts'
import { faultsOf, only, read, short } from './read.ts'

const OPEN = Symbol('open')

/** The value as plain data: what throws is its reason, a collection that may have more members holds one under OPEN. */
function seen(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  const names = Object.keys(written(value))
  const list = Array.isArray(value)
  const members = names.map((name) => [name, reading(() => seen(Reflect.get(value, name)))] as const)
  const more = reading(() => (list ? value.length : Object.keys(value)))
  const result = list ? members.map(([, member]) => member) : Object.fromEntries(members)
  return typeof more === 'string' ? Object.assign(result, { [OPEN]: more }) : result
}

function reading(read: () => unknown): unknown {
  try {
    return read()
  } catch (error) {
    if (!(error instanceof Unsettled)) throw error
    return error.reason.replace('depends on the template expression ', '')
  }
}

const template = (text: string): unknown => seen(only(text, { templated: true }).value)

describe('a template settles', () => {
  it.each<[string, string, unknown]>([
    ['what it writes out', 'a: {{ .x }}\nb: c\n', { a: '{{ .x }}', b: 'c' }],
    ['no text with an expression in it', 'a: "x-{{ .x | default "}}" }}"\n', { a: '{{ .x | default "}}" }}' }],
    ['no block with an expression in it', 'a: |\n  x\n  {{- if .y }}\n  z\n  {{- end }}\nb: 1\n', { a: '{{ if .y }}', b: 1n }],
    ['nothing about a value on the lines below', 'a:\n  {{- toYaml .x | nindent 2 }}\nb: 1\n', { a: '{{ toYaml .x | nindent 2 }}', b: 1n }],
    [
      'nothing about a list whose first item it inserts',
      'a:\n{{- include "b" . }}\n  c: 1\n',
      { a: '{{ include "b" . }}', [OPEN]: '{{ include "b" . }}' },
    ],
    ['nothing about a list as deep as its key', 'a:\n{{ toYaml .x }}\nb: 1\n', { a: '{{ toYaml .x }}', b: 1n }],
    [
      'members beside an insertion',
      'a:\n  b: 1\n  {{- include "c" . | nindent 2 }}\nd: 1\n',
      { a: { b: 1n, [OPEN]: '{{ include "c" . | nindent 2 }}' }, d: 1n },
    ],
    [
      'members below an insertion on the key',
      'a: {{- toYaml .x | nindent 2 }}\n  b: 1\n',
      { a: { b: 1n, [OPEN]: '{{ toYaml .x | nindent 2 }}' } },
    ],
    ['members beside an expression for a key', 'a:\n  {{ .k }}: 1\n  b: 2\n', { a: { b: 2n, [OPEN]: '{{ .k }}' } }],
    ['no member of a condition', 'a:\n  b: 1\n  {{- if .x }}\n  c: 2\n  {{- end }}\n', { a: { b: 1n, c: '{{ if .x }}' } }],
    ['no member of either branch', 'a:\n{{ if .x }}\n  b: 1\n{{ else }}\n  b: 2\n{{ end }}\n', { a: { b: '{{ if .x }}' } }],
    [
      'no member that a line makes up, and what follows it',
      'a:\n  {{ with .x }}b: "{{ . }}"{{ end }}\n  c: 1\n',
      { a: { c: 1n, [OPEN]: '{{ with .x }}' } },
    ],
    ['a quoted value before the end of its condition', '{{ if .x }}\na: "b"{{ end }}\nc: 1\n', { a: '{{ if .x }}', c: 1n }],
    ['a quoted value before comments', "{{ if .x }}\na: 'b' {{ end }} {{- /* c */ -}}  # d\nc: 1\n", { a: '{{ if .x }}', c: 1n }],
    ['what is within its own condition', '{{ if .x }}\na:\n  b: 1\n{{ end }}\n', { a: { b: 1n } }],
    ['a collection within a condition only as a whole', 'z: 1\n{{ if .x }}\na:\n  b: 1\n{{ end }}\n', { z: 1n, a: '{{ if .x }}' }],
    [
      'items before a condition',
      'a:\n- 1\n{{- if .x }}\n- 2\n{{- end }}\n',
      { a: Object.assign([1n, '{{ if .x }}'], { [OPEN]: '{{ if .x }}' }) },
    ],
    [
      'no items of a range',
      'a:\n{{- range .x }}\n- {{ . }}\n{{- end }}\n',
      { a: Object.assign(['{{ range .x }}'], { [OPEN]: '{{ range .x }}' }) },
    ],
    ['an item beside an expression for one', 'a:\n- {{ .x }}\n- z\n', { a: ['{{ .x }}', 'z'] }],
    [
      'nothing by comments, assignments and definitions',
      '{{/* }} */}}\n{{ $x := .y }}\n{{ define "z" }}\nq: 1\n{{ end }}\na: 1\n',
      { a: 1n },
    ],
    [
      'members beside an insertion that writes its column within `tpl`',
      'a:\n  b: 1\n{{ tpl (toYaml .x | indent 2) . }}\nc: 1\n',
      { a: { b: 1n, [OPEN]: '{{ tpl (toYaml .x | indent 2) . }}' }, c: 1n },
    ],
    [
      'members beside an insertion that writes its column first',
      'a:\n  b: 1\n{{ indent 2 (toYaml .x) }}\nc: 1\n',
      { a: { b: 1n, [OPEN]: '{{ indent 2 (toYaml .x) }}' }, c: 1n },
    ],
    [
      'nothing that a named template may add to, at whatever column',
      'a:\n  b:\n  - 1\n{{ include "x" . }}\nc: 1\n',
      {
        a: { b: Object.assign([1n], { [OPEN]: '{{ include "x" . }}' }), [OPEN]: '{{ include "x" . }}' },
        c: 1n,
        [OPEN]: '{{ include "x" . }}',
      },
    ],
    [
      'keys below an expression for an item',
      'a:\n- {{ toYaml .x | nindent 2 | trim }}\n  {{- if .y }}\n  b: 1\n  {{- end }}\n  c: 1\nd: 1\n',
      { a: [{ b: '{{ if .y }}', c: 1n, [OPEN]: '{{ toYaml .x | nindent 2 | trim }}' }], d: 1n },
    ],
    [
      'the first branch of two that only apart make YAML',
      'a:\n  {{ if .x }}\n  b: 1\n  {{ else }}\n  {}\n  {{ end }}\nc: 1\n',
      { a: { b: '{{ if .x }}', [OPEN]: '{{ if .x }}' }, c: 1n, [OPEN]: '{{ if .x }}' },
    ],
    ['expressions over several lines', 'a: {{ list `}}\n` \n  "}}" }}\nb: 1\n', { a: '{{ list `}} ` "}}" }}', b: 1n }],
  ])('%s', (_, text, value) => expect(template(text)).toEqual(value))

  it('documents that it puts out by a condition', () => {
    const { documents } = read('{{ if .a }}\na: 1\n---\nb: 2\n{{ end }}\n---\nc: {{ .c }}\n', { templated: true })
    expect(documents.map((document) => seen(document.value))).toEqual([{ a: 1n }, { b: 2n }, { c: '{{ .c }}' }])
    expect(documents.every((document) => document.templated)).toBe(true)
  })

  it('what is written apart from what is added', () => {
    const { value } = only('a:\n- b\n{{ range .x }}\n- c: 1\n{{ end }}\nd:\n{{ if .y }}\n  e: 1\n{{ end }}\n', { templated: true })
    const { a, d } = value as { a: unknown[]; d: object }
    expect([...written(a)]).toEqual(['b', { c: 1n }])
    expect(written(d)).toEqual({ e: 1n })
    const iterated: unknown[] = []
    expect(() => {
      for (const item of a) iterated.push(item)
    }).toThrow(Unsettled)
    expect(iterated).toEqual(['b', { c: 1n }])
  })
})

describe('an open mapping', () => {
  const { value } = only('a: 1\n{{ include "x" . }}\n', { templated: true })
  const open = value as Record<string, unknown>
  it.each<[string, () => unknown]>([
    ['another member', () => open.b],
    ['whether it has another', () => 'b' in open],
    ['whether it has another of its own', () => Object.hasOwn(open, 'b')],
    ['its keys', () => Object.keys(open)],
    ['its JSON', () => JSON.stringify(open)],
  ])('does not settle %s', (_, look) => expect(look).toThrow('depends on the template expression {{ include "x" . }}'))

  it('settles what it holds', () => expect([open.a, 'a' in open, Object.hasOwn(open, 'a')]).toEqual([1n, true, true]))
})

describe('where a template stands', () => {
  it('values keep their places, and what is not settled has one', () => {
    const document = only('{{- if .a }}\na:\n  {{- with .b }}\n  x: 1\n  {{- end }}\n  b: {{ .c }}\n{{- end }}\n', { templated: true })
    const origin = document.origin.child('a')?.child('b')
    expect(origin && short(origin.source.place(origin.key))).toBe('6:3')
    const { a } = document.value as { a: { b: unknown } }
    const error = catching(() => a.b)
    expect(error?.origin && short(error.origin.source.place(error.origin.key))).toBe('6:3')
  })

  it('reasons are short and on one line', () => {
    const error = catching(() => (only(`a: {{ "\t" | ${'x'.repeat(200)}\n}}\n`, { templated: true }).value as { a: unknown }).a)
    expect(error?.reason).toMatch(/^depends on the template expression \{\{ " " \| x{50,60}… \}\}$/)
  })

  it('outside a chart it is text, unless nothing else makes YAML of it', () => {
    expect(only('a: "{{ .x }}"\n')).toMatchObject({ templated: false, value: { a: '{{ .x }}' } })
    const template = only('a: {{ .x }}:1\n{{- if .y }}\nb: 1\n{{- end }}\n')
    expect(template.templated).toBe(true)
    expect(seen(template.value)).toEqual({ a: '{{ .x }}', b: '{{ if .y }}' })
    expect(seen(only('a: {{b}}\nc: d-{{e}}\n').value)).toEqual({ a: '{{ b }}', c: '{{ e }}' })
  })

  it('one that is fine but for the author’s mistake is the author’s', () => {
    expect(read('a: "{{ $x }}"\nb: [\n').faults).toMatchObject([{ line: 2, answer: 'fail' }])
  })

  it('what cannot be read without rendering is unknown', () => {
    expect(read('a: 1\n  {{ .x }}b: 2\n', { templated: true }).faults).toMatchObject([{ answer: 'unknown' }])
    expect(read('{{- if .x }}\na: 1\n').faults).toMatchObject([{ line: 1, answer: 'unknown' }])
  })

  it.each([
    ['a: {{ .x\n', '1:4 a `{{` without its `}}`'],
    ['{{ if .x }}\na: 1\n---\nb: 1\n', '1:1 `{{ if .x }}` without its `{{ end }}`'],
    ['a: 1\n{{ end }}\n', '2:1 `{{ end }}` closes nothing'],
    ['a: 1\na: {{ .x }}\n', '2:1 the key `a` stands twice, first on line 1'],
  ])('%j is a mistake', (text, fault) => {
    expect(faultsOf(text, { templated: true })).toEqual([fault])
    expect(read(text, { templated: true }).faults[0]?.answer).toBe('fail')
  })
})

function catching(read: () => unknown): Unsettled | undefined {
  try {
    read()
    return undefined
  } catch (error) {
    return error instanceof Unsettled ? error : undefined
  }
}
