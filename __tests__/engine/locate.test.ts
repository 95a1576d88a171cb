import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { keyOf, locate } from '../../src/engine/locate.ts'
import { originOf, Unsettled } from '../../src/model/origin.ts'
import { Source } from '../../src/model/position.ts'
import { containerIn, subject, yaml } from './material.ts'

const POD = `apiVersion: v1
kind: Pod
metadata:
  name: web
  annotations:
    example.com/a.b: x
x-defaults: &defaults
  runAsNonRoot: true
spec:
  hostNetwork: true
  securityContext: *defaults
  containers:
    - image: web
      name: web
      securityContext:
        <<: *defaults
        privileged: true
      args: [a, b]
`

const container = containerIn(POD)
const resource = subject({
  value: container.variables.object,
  origin: originOf(container.variables.object),
  variables: { object: container.variables.object },
})

function lineAndColumn(of: typeof container, at: readonly string[]): [number, number] {
  const { place } = locate({ subject: of, variables: of.variables }, at)
  return [place.line, place.column]
}

describe('where a path leads', () => {
  test.each<[string, unknown, readonly string[], [number, number]]>([
    ['the member that the item names', 'hostNetwork', ['pod[item]'], [10, 3]],
    ['below it', 'securityContext', ['pod[item].runAsNonRoot'], [11, 3]],
    ['a key that needs quotes', 'example.com/a.b', ['object.metadata.annotations[item]'], [6, 5]],
    ['the steps of a list', ['args', 1n], ['container[item]'], [18, 17]],
    ['no such member: the next path', 'a"]["b', ['securityContext[item]', 'image'], [13, 7]],
    ['an item that is no step: the next path', { a: 1 }, ['pod[item]', 'image'], [13, 7]],
  ])('%s', (_, item, at, expected) => {
    const { place } = locate({ subject: container, variables: Object.assign(Object.create(container.variables), { item }) }, at)
    expect([place.line, place.column]).toEqual(expected)
  })

  test.each<[string, readonly string[], [number, number]]>([
    ['a value: its key', ['securityContext.privileged'], [17, 9]],
    ['an item of a list', ['args[1]'], [18, 17]],
    ['below another variable', ['pod.hostNetwork'], [10, 3]],
    ['the first that exists', ['securityContext.nope', 'pod.hostNetwork'], [10, 3]],
    ['missing: the deepest ancestor of the first', ['securityContext.capabilities.drop', 'pod.nope'], [15, 7]],
    ['missing in a list', ['args[7]'], [18, 7]],
    ['nothing of it: the name of the container', ['resources.limits.memory'], [14, 7]],
    ['no path: the same', [], [14, 7]],
    ['an alias: its use', ['pod.securityContext'], [11, 3]],
    ['below an alias: its use', ['pod.securityContext.runAsNonRoot'], [11, 3]],
    ['merged: the merge key', ['securityContext.runAsNonRoot'], [16, 9]],
    ['what is no path is passed over', ['a b', 'image'], [13, 7]],
  ])('%s', (_, at, expected) => {
    expect(lineAndColumn(container, at)).toEqual(expected)
  })

  test.each<[string, readonly string[], [number, number]]>([
    ['a quoted key', ['metadata.annotations["example.com/a.b"]'], [6, 5]],
    ['missing below metadata', ['metadata.labels'], [3, 1]],
    ['nothing of it: the first line', ['status.phase'], [1, 1]],
  ])('of a resource: %s', (_, at, expected) => {
    expect(lineAndColumn(resource, at)).toEqual(expected)
  })

  test('an alias has its anchor as a related place', () => {
    const { related } = locate({ subject: container, variables: container.variables }, ['pod.securityContext.runAsNonRoot'])
    expect(related).toEqual([{ file: 'a.yaml', line: 8, column: 3, message: 'it is written here' }])
    expect(locate({ subject: container, variables: container.variables }, ['image']).related).toEqual([])
  })

  test('a container without a name: its first line', () => {
    const nameless = containerIn('spec:\n  containers:\n    - image: web\n      args: [a]\n')
    expect(lineAndColumn(nameless, ['resources'])).toEqual([3, 5])
  })

  test('an item of a container: its first line, whatever its name', () => {
    const mounting = containerIn(
      'spec:\n  containers:\n    - name: web\n      volumeMounts:\n        - mountPath: /tmp\n          name: tmp\n',
    )
    const [item] = (mounting.value as { volumeMounts: readonly object[] }).volumeMounts
    const variables = Object.assign(Object.create(mounting.variables), { item })
    expect(locate({ subject: mounting, variables, itemOrigin: originOf(item) }, ['item.readOnly']).place).toMatchObject({
      line: 5,
      column: 9,
    })
  })

  test('the repository as a whole', () => {
    const whole = subject({ scope: 'repository', file: '.', variables: { repository: { files: [] } }, value: undefined })
    expect(locate({ subject: whole, variables: whole.variables }, ['repository.files']).place).toMatchObject({
      file: '.',
      line: 1,
      column: 1,
    })
  })

  test('an unsettled value throws, also where the template may add it', () => {
    const text =
      'spec:\n  containers:\n    - name: web\n      image: {{ .Values.image }}\n      {{- if .Values.s }}\n      tty: true\n      {{- end }}\n'
    const unsettled = containerIn(text, {}, true)
    const at = (path: string) => locate({ subject: unsettled, variables: unsettled.variables }, [path])
    expect(() => at('image')).toThrow(Unsettled)
    expect(() => at('tty')).toThrow(Unsettled)
    expect(at('name').place.line).toBe(3)
  })
})

test('a place is one line, and never outside its file', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('a', ' ', '\n', '\r', '\r\n', '\u{1f600}') }),
      fc.nat(20),
      fc.nat(20),
      (text, start, length) => {
        const source = new Source('x', text)
        const span = { start, end: start + length }
        const place = keyOf({ source, span, key: span, child: () => undefined })
        expect(place.endLine).toBe(place.line)
        expect(source.line(place.line)).toBeDefined()
        expect(place.column).toBeLessThanOrEqual((source.line(place.line) ?? '').length + 1)
        expect(place.endColumn).toBeGreaterThanOrEqual(place.column)
      },
    ),
    { numRuns: 1000 },
  )
})

test('names that every object has are no members', () => {
  const { value } = yaml('kind: Pod')
  const of = subject({ value, origin: originOf(value), variables: { object: value } })
  expect(lineAndColumn(of, ['object.constructor.name'])).toEqual([1, 1])
  expect(lineAndColumn(of, ['object.__proto__'])).toEqual([1, 1])
})
