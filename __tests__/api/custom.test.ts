import { expect, test } from 'vitest'
import { Api } from '../../src/api/api.ts'
import { memoryTree } from '../../src/source/memory.ts'
import { readSources } from '../../src/source/read.ts'

function definition(spec: string, { versions = '', metadata = 'name: things.example.com' } = {}): string {
  return `
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: {${metadata}}
spec:
  group: example.com
  scope: Namespaced
  names: {plural: things, kind: Thing}
  versions:
    - name: v1
      served: true
      storage: true
      schema: {openAPIV3Schema: {type: object, properties: {spec: ${spec}}}}
${versions}`
}

const thing = (spec: string, version = 'v1') => `apiVersion: example.com/${version}\nkind: Thing\nmetadata: {name: a}\nspec: ${spec}\n`

function said(files: Readonly<Record<string, string>>, version = '1.36'): readonly string[] {
  const { resources, definitions } = readSources(memoryTree(files), { paths: [], include: [], exclude: [] })
  const api = new Api(version, definitions)
  return [...resources, ...definitions]
    .flatMap((resource) => api.errorsOf(resource))
    .map((error) => `${error.kind} ${error.path}: ${error.message}`)
}

test.each([
  ['an unknown field', '{type: object, properties: {size: {type: integer}}}', '{sise: 1}', ['unknown-field spec.sise: unknown field']],
  ['a field that is kept', '{type: object, x-kubernetes-preserve-unknown-fields: true}', '{sise: 1}', []],
  [
    'a default that a rule sees',
    '{type: object, properties: {a: {type: integer, default: 3}}, x-kubernetes-validations: [{rule: self.a == 3}]}',
    '{}',
    [],
  ],
  ['null for a default', '{type: object, required: [a], properties: {a: {type: integer, default: 3}}}', '{a: null}', []],
  ['null that may be', '{type: object, required: [a], properties: {a: {type: string, nullable: true}}}', '{a: null}', []],
  ['null that may not be', '{type: object, required: [a], properties: {a: {type: string}}}', '{a: null}', ['required spec.a: is missing']],
  [
    'a transition rule',
    "{type: object, properties: {a: {type: string, x-kubernetes-validations: [{rule: self == oldSelf, message: 'must not change'}]}}}",
    '{a: b}',
    [],
  ],
  [
    'a rule that may do without an old object',
    "{type: object, properties: {a: {type: string, x-kubernetes-validations: [{rule: 'oldSelf.hasValue() || self == \"x\"', optionalOldSelf: true, message: 'must begin as x'}]}}}",
    '{a: b}',
    ['invalid spec.a: must begin as x'],
  ],
  [
    'a message that is computed, at a field',
    '{type: object, properties: {a: {type: integer}, b: {type: integer}}, x-kubernetes-validations: [{rule: self.a < self.b, messageExpression: "\'a is \' + string(self.a)", fieldPath: .a, reason: FieldValueRequired}]}',
    '{a: 3, b: 2}',
    ['required spec.a: a is 3'],
  ],
  [
    'a name that is none in CEL',
    '{type: object, properties: {my-size: {type: integer}}, x-kubernetes-validations: [{rule: self.my__dash__size < 3, message: too large}]}',
    '{my-size: 4}',
    ['invalid spec: too large'],
  ],
  [
    'a number in a field of doubles',
    '{type: object, properties: {a: {type: number}}, x-kubernetes-validations: [{rule: self.a + 0.5 == 1.5}]}',
    '{a: 1}',
    [],
  ],
  [
    'one of several',
    '{type: object, properties: {a: {type: string}, b: {type: string}}, oneOf: [{required: [a]}, {required: [b]}]}',
    '{a: x, b: z}',
    ['invalid spec: fits 2 alternatives where only one may: a, b'],
  ],
  [
    'an int or string',
    '{type: object, properties: {a: {x-kubernetes-int-or-string: true}}}',
    '{a: 1.5}',
    ['type spec.a: must be a whole number or a text, not the number 1.5'],
  ],
  [
    'a list that is a map',
    '{type: object, properties: {l: {type: array, x-kubernetes-list-type: map, x-kubernetes-list-map-keys: [k], items: {type: object, required: [k], properties: {k: {type: string}}}}}}',
    '{l: [{k: a}, {k: b}, {k: a}]}',
    ['duplicate spec.l[2]: the k "a" stands twice'],
  ],
  [
    'an object in an object',
    '{type: object, properties: {t: {type: object, x-kubernetes-embedded-resource: true, x-kubernetes-preserve-unknown-fields: true}}}',
    '{t: {kind: Pod, metadata: {nam: a}}}',
    ['required spec.t.apiVersion: is missing', 'unknown-field spec.t.metadata.nam: unknown field'],
  ],
  [
    'a rule about what is not there',
    '{type: object, properties: {a: {type: integer}, b: {type: integer}}, x-kubernetes-validations: [{rule: self.a < self.b, message: a is less than b}]}',
    '{a: 1}',
    ['invalid spec: cannot be held to a rule (no such key: b): a is less than b'],
  ],
  ['a text that is filled in later', '{type: object, properties: {a: {type: integer, minimum: 3}}}', '{a: "${SIZE}"}', []],
  ['a text that envsubst fills in', '{type: object, properties: {a: {type: integer, minimum: 3}}}', '{a: $SIZE}', []],
  ['a text that a person fills in', '{type: object, properties: {a: {type: integer, minimum: 3}}}', '{a: <your size>}', []],
])('%s', (_name, schema, spec, expected) => {
  expect(said({ 'a.yaml': definition(schema), 'b.yaml': thing(spec) })).toEqual(expected)
})

const OPEN = '{type: object, x-kubernetes-preserve-unknown-fields: true}'
const UNSERVED = `    - {name: v2, served: false, storage: false, schema: {openAPIV3Schema: ${OPEN}}}\n`

test.each([
  ['a version that is served', 'v1', []],
  [
    'a version that is not served',
    'v2',
    ['unsupported apiVersion: is no version that the CustomResourceDefinition of Thing serves; it has v1'],
  ],
  [
    'a version that is not there',
    'v3',
    ['unsupported apiVersion: is no version that the CustomResourceDefinition of Thing serves; it has v1, v2'],
  ],
])('%s', (_name, version, expected) => {
  expect(said({ 'a.yaml': definition(OPEN, { versions: UNSERVED }), 'b.yaml': thing('{}', version) })).toEqual(expected)
})

test('an object satisfies one of several definitions of its version', () => {
  const strict = definition('{type: object, properties: {a: {type: integer}}}')
  const other = definition('{type: object, properties: {b: {type: integer}}}')
  expect(said({ 'a.yaml': strict, 'b.yaml': other, 'c.yaml': thing('{b: 1}') })).toEqual([])
  expect(said({ 'a.yaml': strict, 'b.yaml': other, 'c.yaml': thing('{c: 1}') })).toEqual(['unknown-field spec.c: unknown field'])
})

test('a definition among examples judges what stands beside and below it', () => {
  const files = { 'e/x/crd.yaml': definition('{type: object}'), 'e/x/y/a.yaml': thing('{b: 1}'), 'b.yaml': thing('{b: 1}') }
  const { resources, definitions } = readSources(memoryTree(files), { paths: [], include: [], exclude: [] })
  const api = new Api('1.36', definitions, (path) => !path.startsWith('e/'))
  expect(resources.map((resource) => [resource.source.path, api.errorsOf(resource).length])).toEqual([
    ['b.yaml', 0],
    ['e/x/y/a.yaml', 1],
  ])
})

test('a definition that is refused itself judges nothing', () => {
  const wrong = definition('{type: object, properties: {a: {type: integer}}}', { metadata: 'name: others.example.com' })
  expect(said({ 'a.yaml': wrong, 'b.yaml': thing('{b: 1}') })).toEqual(['invalid metadata.name: must be things.example.com'])
})

test('what a chart decides is left open', () => {
  const chart = {
    'c/Chart.yaml': 'name: c\n',
    'c/templates/a.yaml': definition('{type: object, properties: {a: {type: {{ .Values.type }}}}}'),
  }
  expect(said({ ...chart, 'b.yaml': thing('{b: 1}') })).toEqual([])
})

test('objects of kinds that no file defines are not judged', () => {
  expect(
    said({ 'a.yaml': definition(OPEN), 'b.yaml': 'apiVersion: example.com/v1\nkind: Other\nmetadata: {name: a}\nspec: {x: 1}\n' }),
  ).toEqual([])
})

test('a rule without end says nothing', () => {
  const items = '{type: array, items: {type: integer}}'
  const rule = 'self.l.all(a, self.l.all(b, self.l.all(c, self.l.all(d, a + b + c + d < 0 || true))))'
  const schema = `{type: object, properties: {l: ${items}}, x-kubernetes-validations: [{rule: '!(${rule})', message: never}]}`
  expect(said({ 'a.yaml': definition(schema), 'b.yaml': thing(`{l: [${'1, '.repeat(200)}1]}`) })).toEqual([])
})

test.each([
  ['1.33', ['unsupported apiVersion: resource.k8s.io/v1 DeviceClass is served since Kubernetes 1.34, and not by 1.33']],
  ['1.34', []],
])('an API of a later version, in %s', (version, expected) => {
  expect(said({ 'a.yaml': 'apiVersion: resource.k8s.io/v1\nkind: DeviceClass\nmetadata: {name: a}\nspec: {}\n' }, version)).toEqual(
    expected,
  )
})

test.each([
  ['1.35', ['invalid metadata.name: must begin with a letter']],
  ['1.36', []],
])('a rule that holds before a version, in %s', (version, expected) => {
  expect(said({ 'a.yaml': 'apiVersion: v1\nkind: Service\nmetadata: {name: 1a}\nspec: {ports: [{port: 80}]}\n' }, version)).toEqual(
    expected,
  )
})

test('alternatives within alternatives are tried once each', () => {
  let nested = '{minLength: 9}'
  for (let depth = 0; depth < 60; depth++) nested = `{anyOf: [${nested}, {minLength: 8}]}`
  const schema = `{type: object, properties: {a: {type: string, ${nested.slice(1)}}}`
  expect(said({ 'a.yaml': definition(schema), 'b.yaml': thing('{a: x}') })).toEqual(['invalid spec.a: must fit one of 2 alternatives'])
})

test('an object and a schema that take too long to compare are not judged', () => {
  const values = Array.from({ length: 4000 }, (_, index) => `v${index}`)
  const schema = `{type: object, properties: {a: {type: array, items: {type: string, enum: [${values.join(', ')}]}}}}`
  expect(said({ 'a.yaml': definition(schema), 'b.yaml': thing(`{a: [${'zz, '.repeat(4000)}zz]}`) })).toEqual([])
})

test.each([
  ['1.31', ['unknown-field spec.hostnameOverride: unknown field']],
  ['1.32', ['unknown-field spec.hostnameOverride: unknown field']],
  ['1.33', ['unknown-field spec.hostnameOverride: unknown field']],
  ['1.34', []],
  ['1.35', []],
  ['1.36', []],
  ['1.99', []],
])('a field of Kubernetes 1.34, in %s', (version, expected) => {
  const pod = 'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: {hostnameOverride: b, containers: [{name: a, image: a}]}\n'
  expect(said({ 'a.yaml': pod }, version)).toEqual(expected)
})
