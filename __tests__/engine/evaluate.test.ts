import { describe, expect, test } from 'vitest'
import { concerns, judge } from '../../src/engine/evaluate.ts'
import { ORIGIN, originOf, Unsettled } from '../../src/model/origin.ts'
import type { Rule } from '../../src/model/rule.ts'
import type { Subject } from '../../src/model/subject.ts'
import { compiled, containerIn, subject, yaml } from './material.ts'

const POD = `apiVersion: v1
kind: Pod
metadata: { name: web }
spec:
  containers:
    - name: web
      image: web:1.0
      securityContext:
        privileged: true
      ports:
        - { name: http, containerPort: 80 }
        - { name: ssh, containerPort: 22 }
        - { name: telnet, containerPort: 23 }
      args: [--debug, --verbose]
`

const TEMPLATE = `apiVersion: v1
kind: Pod
metadata: { name: web }
spec:
  containers:
    - name: web
      image: web:1.0
      securityContext:
        privileged: {{ .Values.privileged }}
      ports:
        - { name: http, containerPort: {{ .Values.port }} }
        - { name: ssh, containerPort: 22 }
`

const LIMITED = `spec:
  containers:
    - resources:
        limits:
          cpu: 1
          memory: 1Gi
`
const OPEN = LIMITED.replace('1Gi', '{{ .Values.memory }}')

const notPrivileged = { require: 'container.?securityContext.?privileged.orValue(false) == false', at: ['securityContext.privileged'] }

function answerOf(over: Partial<Rule>, of: Subject): string[] {
  return judge(compiled(over), of).map(({ answer }) => answer)
}

describe('three answers', () => {
  test.each<[string, Partial<Rule>, string[]]>([
    ['require is true', { require: 'container.name == "web"' }, ['pass']],
    ['require is false', { require: 'container.name == "db"' }, ['fail']],
    ['when is false', { when: 'container.name == "db"', require: 'false' }, []],
    ['when is true', { when: 'container.name == "web"', require: 'false' }, ['fail']],
    ['when cannot be evaluated', { when: 'container.nope == 1', require: 'true' }, ['unknown']],
    ['require cannot be evaluated', { require: 'container.nope == 1' }, ['unknown']],
    ['an error that CEL absorbs', { require: 'container.nope == 1 || true' }, ['pass']],
  ])('%s', (_, over, expected) => {
    expect(answerOf(over, containerIn(POD))).toEqual(expected)
  })

  test('a failing subject is pointed at where the path leads', () => {
    const [{ offences } = { offences: [] }] = judge(
      compiled({ ...notPrivileged, messageExpression: '"container " + container.name' }),
      containerIn(POD),
    )
    expect(offences).toEqual([
      expect.objectContaining({
        file: 'a.yaml',
        line: 9,
        column: 9,
        endLine: 9,
        endColumn: 19,
        message: 'container web',
        path: 'securityContext.privileged',
      }),
    ])
  })

  test('a value that a template decides is unknown, at its place and with its reason', () => {
    const [found] = judge(compiled(notPrivileged), containerIn(TEMPLATE, {}, true))
    expect(found).toMatchObject({ answer: 'unknown', offences: [], unknown: { file: 'a.yaml', line: 9 } })
    expect(found?.unknown?.reason).toContain('.Values.privileged')
  })

  test('`at` decides too: what it points at must be settled', () => {
    const over = { require: 'false', at: ['securityContext.privileged'] }
    expect(answerOf(over, containerIn(POD))).toEqual(['fail'])
    expect(answerOf(over, containerIn(TEMPLATE, {}, true))).toEqual(['unknown'])
  })

  test('what is absent is named in plain words', () => {
    const [found] = judge(compiled({ require: "{'a': true}[container.image]", at: ['image'] }), containerIn(POD))
    expect(found?.unknown).toMatchObject({ line: 7, reason: 'nothing is known of web:1.0 here' })
  })

  test('any other error says that the rule could not be evaluated', () => {
    const [found] = judge(compiled({ require: 'container.ports > 1', at: ['image'] }), containerIn(POD))
    expect(found?.unknown).toMatchObject({ line: 7, reason: 'could not be evaluated: a value is of another type than it should be' })
    expect(found?.unknown?.reason.length).toBeLessThanOrEqual(200)
  })

  test('a variable that throws is unknown and never an exception', () => {
    const thrower = subject({
      variables: {
        get object(): never {
          throw new Unsettled('depends on nothing we know', undefined)
        },
      },
    })
    expect(judge(compiled({ require: 'object.kind == "Pod"', at: ['object.kind'] }), thrower)).toMatchObject([
      { answer: 'unknown', unknown: { file: 'a.yaml', line: 1, reason: 'depends on nothing we know' } },
    ])
  })
})

describe('messages', () => {
  test.each<[string, Partial<Rule>, string]>([
    ['expression', { messageExpression: '"runs " + container.image' }, 'runs web:1.0'],
    ['text', { message: 'is not allowed' }, 'is not allowed'],
    ['title when there is none', {}, 'not so here: A rule holds'],
    ['title when the expression fails', { messageExpression: 'container.nope' }, 'not so here: A rule holds'],
    ['title when the expression is no text', { messageExpression: '1' }, 'not so here: A rule holds'],
    ['title when it is blank', { messageExpression: '" "' }, 'not so here: A rule holds'],
    ['no control characters', { messageExpression: '"a\\u001b[31m\\nb\\u202ec"' }, 'a [31m b c'],
  ])('%s', (_, over, message) => {
    expect(judge(compiled({ require: 'false', ...over }), containerIn(POD))[0]?.offences[0]?.message).toBe(message)
  })

  test('what to write is told for each finding, or for all of the rule', () => {
    const remedyOf = (over: Partial<Rule>) => judge(compiled({ require: 'false', ...over }), containerIn(POD))[0]?.offences[0]?.remedy
    expect(remedyOf({ remedyExpression: '"Pin " + container.image + "."' })).toBe('Pin web:1.0.')
    expect(remedyOf({ remedyExpression: '"Drop " + item + "."', each: "['a', 'b']" })).toBe('Drop a.')
    expect(['""', 'container.nope', '1'].map((remedyExpression) => remedyOf({ remedyExpression }))).toEqual([
      undefined,
      undefined,
      undefined,
    ])
    expect(remedyOf({})).toBeUndefined()
  })

  test('an item of a file is known by its place', () => {
    const { value } = yaml('ports:\n  - name: a\n    port: 1\n  - name: b\n')
    const of = (each: string) =>
      judge(compiled({ require: 'false', each }), subject({ variables: { container: value as object } }))[0]?.offences.map(
        ({ item }) => item,
      )
    expect(of('container.ports')).toEqual(['a.yaml 11', 'a.yaml 35'])
    expect(of('container.ports.map(port, port.name)')).toEqual([undefined, undefined])
  })

  test.each([
    ['{}', 'Pod without a name runs a'],
    ['{ generateName: check- }', 'Pod check-… runs a'],
    ['{ name: web, generateName: check- }', 'Pod web runs a'],
    ['{ name: 1 }', 'Pod 1 runs a'],
  ])('a name that is missing is no reason to say less: metadata %s', (metadata, message) => {
    const { value } = yaml(`metadata: ${metadata}\nimages: [{ name: a }]\n`)
    const nameless = subject({ variables: { object: value as object } })
    const text = '"Pod " + object.metadata.name + " runs " + object.images[0].name'
    expect(judge(compiled({ require: 'false', messageExpression: text }), nameless)[0]?.offences[0]?.message).toBe(message)
    const each = { require: 'false', each: 'object.images', messageExpression: '"Pod " + object.metadata.name + " runs " + item.name' }
    expect(judge(compiled(each), nameless)[0]?.offences[0]?.message).toBe(message)
  })

  test('what a template leaves open is told as it is written', () => {
    const { value } = yaml('name: "{{ .Chart.Name }}-web"\nports:\n  - name: {{ .Values.port }}\n', 'a.yaml', true)
    const open = subject({ variables: { container: value as object } })
    const over = { require: 'false', messageExpression: '"container " + container.name + " opens " + container.ports[0].name' }
    const message = 'container {{ .Chart.Name }}-web opens {{ .Values.port }}'
    expect(judge(compiled(over), open)[0]?.offences[0]?.message).toBe(message)
    const each = { ...over, each: 'container.ports', messageExpression: 'container.name + " opens " + item.name' }
    expect(judge(compiled(each), open)[0]?.offences[0]?.message).toBe('{{ .Chart.Name }}-web opens {{ .Values.port }}')
  })

  test('what has no name is told as such', () => {
    const over = { require: 'false', messageExpression: 'object.kind + " " + object.metadata.name + ", container " + container.name' }
    const told = (object: object, container: object) =>
      judge(compiled(over), subject({ variables: { object, container } }))[0]?.offences[0]?.message
    expect(told({ kind: 'Pod' }, {})).toBe('Pod without a name, container without a name')
    expect(told({ kind: 'Pod', metadata: { name: true } }, { name: 7n })).toBe('Pod true, container 7')
    expect(told({ kind: 'Job', metadata: { generateName: 'tidy-' } }, { name: 'a' })).toBe('Job tidy-…, container a')
  })

  test('so is what belongs to the subject and has no name', () => {
    const related = {
      bindings: [
        { kind: 'RoleBinding', metadata: {} },
        { kind: 'RoleBinding', metadata: { generateName: 'web-' } },
      ],
    }
    const nameless = subject({ variables: { object: { kind: 'Pod' }, related } })
    const over = { require: 'false', messageExpression: '"by " + related.bindings.map(one, one.kind + " " + one.metadata.name).join(", ")' }
    const message = 'by RoleBinding without a name, RoleBinding web-…'
    expect(judge(compiled(over), nameless)[0]?.offences[0]?.message).toBe(message)
    const each = { require: 'false', each: 'related.bindings', messageExpression: 'item.kind + " " + item.metadata.name' }
    expect(judge(compiled(each), nameless)[0]?.offences.map((offence) => offence.message)).toEqual(message.slice(3).split(', '))
  })

  test('a message has at most 500 characters', () => {
    const long = subject({ variables: { object: { name: 'x'.repeat(9000) } } })
    const [found] = judge(compiled({ require: 'false', messageExpression: 'object.name' }), long)
    expect(found?.offences[0]?.message).toHaveLength(500)
  })
})

describe('each', () => {
  const ports = { each: 'ports', require: 'item.containerPort > 1000', messageExpression: '"port " + item.name' }

  test('each failing item is a finding at its place, and the subject counts once', () => {
    const found = judge(compiled({ ...ports, require: 'item.containerPort == 80', at: ['item.containerPort'] }), containerIn(POD))
    expect(found.map(({ answer, offences }) => [answer, offences.map(({ line, column, message }) => [line, column, message])])).toEqual([
      [
        'fail',
        [
          [12, 24, 'port ssh'],
          [13, 27, 'port telnet'],
        ],
      ],
    ])
  })

  test('without `at` the item is pointed at', () => {
    expect(judge(compiled(ports), containerIn(POD))[0]?.offences.map(({ line }) => line)).toEqual([11, 12, 13])
  })

  test('texts of a list have their own place', () => {
    const [found] = judge(compiled({ each: 'args', require: 'item != "--verbose"' }), containerIn(POD))
    expect(found?.offences).toMatchObject([{ line: 14, column: 23 }])
  })

  test('a mapping has its entries, each at its key', () => {
    const [found] = judge(compiled({ each: 'container.resources.limits', require: 'item.name != "cpu"' }), containerIn(LIMITED))
    expect(found?.offences).toMatchObject([{ line: 5 }])
    const value = { each: 'resources.limits', require: 'item.value == "1Gi" || item.name == "cpu"', messageExpression: 'item.name' }
    expect(judge(compiled(value), containerIn(LIMITED))[0]?.offences).toEqual([])
    expect(answerOf({ ...value, require: 'item.name != "nothing"' }, containerIn(OPEN, {}, true))).toEqual(['pass'])
    expect(answerOf({ ...value, require: 'item.value != "nothing"' }, containerIn(OPEN, {}, true))).toEqual(['unknown'])
  })

  test.each<[string, string, string[]]>([
    ['a path below a variable', 'container.ports', ['fail']],
    ['a CEL list', 'container.ports.filter(port, port.containerPort == 22)', ['fail']],
    ['a path that is not there', 'env', ['pass']],
    ['nothing left of a list', 'container.ports.filter(port, port.containerPort == 1)', ['pass']],
    ['no list', 'container.image', ['unknown']],
  ])('%s', (_, each, expected) => {
    expect(answerOf({ ...ports, each }, containerIn(POD))).toEqual(expected)
  })

  test('one failing item decides, whatever the others are', () => {
    const of = containerIn(TEMPLATE, {}, true)
    expect(judge(compiled({ ...ports, require: 'item.containerPort != 22' }), of)).toMatchObject([
      { answer: 'fail', offences: [{ message: 'port ssh' }], unknown: { line: 11 } },
    ])
    expect(answerOf({ ...ports, require: 'item.containerPort == 22' }, of)).toEqual(['unknown'])
  })

  test('parameters are seen', () => {
    const params = { ports: { type: 'list', items: 'integer', default: [22, 23], description: 'forbidden' } } as const
    expect(
      judge(compiled({ ...ports, params, require: '!(item.containerPort in params.ports)' }), containerIn(POD))[0]?.offences,
    ).toHaveLength(2)
    expect(judge(compiled({ params, each: 'params.ports', require: 'item == 22' }), containerIn(POD))[0]?.offences).toHaveLength(1)
  })
})

describe('the repository', () => {
  const files = yaml('- { name: one, safe: true }\n- { name: two, safe: false }\n', 'b.yaml')
  const repository = subject({
    scope: 'repository',
    file: '.',
    resource: undefined,
    label: 'the repository',
    value: undefined,
    variables: { repository: { things: files.value, none: [], derived: [...(files.value as object[])] } },
  })

  test('each item is a subject of its own, in its own file', () => {
    const found = judge(compiled({ scope: 'repository', each: 'repository.things', require: 'item.safe' }), repository)
    expect(found.map(({ answer, subject: { file, label } }) => [answer, file, label])).toEqual([
      ['pass', 'b.yaml', 'one'],
      ['fail', 'b.yaml', 'two'],
    ])
    expect(found[1]?.offences).toMatchObject([{ file: 'b.yaml', line: 2 }])
  })

  test('also of a list that stands in no file', () => {
    const found = judge(compiled({ scope: 'repository', each: 'repository.derived', require: 'false', at: ['item.safe'] }), repository)
    expect(found.flatMap(({ offences }) => offences.map(({ line, column }) => [line, column]))).toEqual([
      [1, 16],
      [2, 16],
    ])
  })

  test('no items, no subject', () => {
    expect(judge(compiled({ scope: 'repository', each: 'repository.none', require: 'false' }), repository)).toEqual([])
  })

  test('evidence passes and is named with its place', () => {
    const over = { scope: 'repository', kind: 'evidence', what: '"found " + item.name' } as const
    expect(judge(compiled({ ...over, evidence: 'repository.things' }), repository)).toMatchObject([
      {
        answer: 'pass',
        evidence: [
          { file: 'b.yaml', line: 1, what: 'found one' },
          { file: 'b.yaml', line: 2, what: 'found two' },
        ],
      },
    ])
    expect(judge(compiled({ ...over, evidence: 'repository.none', message: 'nothing was found' }), repository)).toMatchObject([
      { answer: 'fail', offences: [{ file: '.', line: 1, column: 1, message: 'nothing was found' }] },
    ])
    expect(answerOf({ ...over, evidence: 'repository.nope' }, repository)).toEqual(['unknown'])
    // What one form finds counts where another cannot be asked, and nothing found is no absence then.
    expect(answerOf({ ...over, evidence: 'repository.nope + repository.things' }, repository)).toEqual(['pass'])
    expect(answerOf({ ...over, evidence: 'repository.things + repository.nope' }, repository)).toEqual(['pass'])
    const [unknown] = judge(compiled({ ...over, evidence: 'repository.none + repository.nope' }), repository)
    expect(unknown).toMatchObject({ answer: 'unknown', unknown: { reason: 'nothing is known of nope here' } })
  })
})

test('a switched-off rule is asked only whether it applies', () => {
  const of = containerIn(POD)
  expect(concerns(compiled({ when: 'container.name == "db"' }), of)).toBe(false)
  expect(concerns(compiled({ when: 'container.name == "web"' }), of)).toBe(true)
  expect(concerns(compiled({ when: 'container.nope == 1' }), of)).toBe(true)
  expect(concerns(compiled({}), of)).toBe(true)
})

test('lazy variables that no expression reads stay unread', () => {
  const { value } = yaml('kind: Pod')
  const lazy = subject({
    value,
    origin: originOf(value),
    variables: {
      object: value,
      get related(): never {
        throw new Error('read')
      },
    },
  })
  expect(answerOf({ require: 'object.kind == "Pod"' }, lazy)).toEqual(['pass'])
  expect(answerOf({ each: 'object.items', require: 'item == object' }, lazy)).toEqual(['pass'])
  expect(Object.getOwnPropertySymbols(value as object)).toContain(ORIGIN)
})
