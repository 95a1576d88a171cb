import { describe, expect, it } from 'vitest'
import { Source } from '../../../src/model/position.ts'
import { splitYaml } from '../../../src/source/yaml/parse.ts'

const headOf = (text: string, templated = false) => splitYaml(new Source('a.yaml', text), { templated })[0]?.head

describe('the head of a document', () => {
  it.each<[string, string]>([
    ['in any order', 'spec:\n  kind: X\n  a: 1\nkind: Pod\napiVersion: v1\n'],
    ['with quotes', '"apiVersion": \'v1\'\n\'kind\': "Pod" # c\n'],
    ['after comments and directives', '# kind: X\n\n# c\napiVersion: v1 # kind: Y\nkind: Pod\n'],
    ['indented', '  apiVersion: v1\n  kind: Pod\n  a:\n    kind: X\n'],
    ['beside block scalars', 'a: |\n  kind: X\n  apiVersion: v2\nkind: Pod\napiVersion: v1\nb: >\n  kind: Y\n'],
    ['beside quotes over lines', 'a: "x\nkind: X\n  "\napiVersion: v1\nkind: Pod\n'],
    ['beside a flow collection over lines', 'a: {\nkind: X,\n}\napiVersion: v1\nkind: Pod\n'],
    ['beside lists as deep as their key', 'a:\n- kind: X\n- kind: Y\napiVersion: v1\nkind: Pod\n'],
    ['in CRLF', 'apiVersion: v1\r\nkind: Pod\r\n'],
    ['in JSON', '{"a": {"kind": "X"}, "b": ["}"], "c": "kind", "apiVersion": "v1", "d": 1,\n\t"kind": "Pod"}'],
  ])('is found %s', (_, text) => expect(headOf(text)).toMatchObject({ apiVersion: 'v1', kind: 'Pod', sure: true }))

  it.each<[string, string]>([
    ['a merge key', '<<: *a\nkind: Pod\n'],
    ['a key that stands twice', 'kind: CustomResourceDefinition\nkind: Pod\n'],
    ['an alias', 'kind: *a\n'],
    ['a tag', 'kind: !!str Pod\n'],
    ['a value on the next line', 'kind:\n  Pod\n'],
    ['an explicit key', '? kind\n: Pod\n'],
    ['a flow mapping that is no JSON', '{kind: Pod}\n'],
    ['a text', 'hello there\n'],
    ['an escape', '{"kind": "P\\u006fd"}'],
  ])('is not sure with %s', (_, text) => expect(headOf(text)?.sure).toBe(false))

  it('has the keys of the top level', () => {
    expect(headOf('services:\n  web: {}\non: push\njobs: {}\n')).toMatchObject({
      keys: ['services', 'on', 'jobs'],
      kind: undefined,
      sure: true,
    })
    expect(headOf('- a: 1\n- b: 2\n')).toMatchObject({ keys: [], sure: true })
  })

  it('of a template does not take an expression for a name', () => {
    expect(headOf('{{- if .a }}\napiVersion: {{ .b }}\nkind: Pod\n{{- end }}\n', true)).toMatchObject({
      apiVersion: undefined,
      kind: 'Pod',
    })
  })

  it.each([
    ['{{ if .a }}StatefulSet{{ else }}Deployment{{ end }}', 'Deployment'],
    ['{{ .a }}Set', undefined],
    ['{{ .a }}{{ .b }}', undefined],
    ['{{ .a }}x{{ .b }}y{{ .c }}', undefined],
  ])('of a template takes the last of two branches for the kind: %s', (kind, expected) => {
    expect(headOf(`apiVersion: apps/v1\nkind: ${kind}\n`, true)?.kind).toBe(expected)
  })
})
