import { describe, expect, test } from 'vitest'
import { UserError } from '../../src/errors.ts'
import type { Model } from '../../src/model/rule.ts'
import { exportable } from '../../src/rules/expressions.ts'
import { loadRules } from '../../src/rules/load.ts'

const MODEL: Model = {
  stages: [],
  practices: [
    { id: 'workload-hardening', title: 'Workload hardening', stage: 3 },
    { id: 'well-formed', title: 'Well formed', stage: 1 },
  ],
  clusterRoles: [],
  nodeAgents: [],
}

const SOUND = `title: Containers have no terminal
stage: 3
practice: workload-hardening
severity: low
why: Nobody should sit at it.
scope: container
require: container.?tty.orValue(false) == false
at: tty
message: has a terminal
remedy: Remove tty.
examples:
  fail:
    - |
      a: 1
      # finding
      b: 2
  pass:
    - |
      a: 1
`

function mistakes(text: string, path = 'rules/no-tty.yaml'): string[] {
  try {
    loadRules([{ path, text }], MODEL)
    return []
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    return error.mistakes.map(({ file, line, column, message }) => `${file}:${line}:${column}: ${message}`.replace(`${path}:`, ''))
  }
}

test('a sound rule becomes what decides and what explains', () => {
  const [loaded] = loadRules([{ path: 'rules/kubernetes/no-tty.yaml', text: SOUND }], MODEL)
  expect(loaded?.rule).toMatchObject({ id: 'no-tty', kind: 'static', default: true, at: ['tty'], kinds: [], in: [], covers: [] })
  expect(loaded?.text.examples).toEqual({ fail: ['a: 1\n# finding\nb: 2\n'], pass: ['a: 1\n'], unknown: [] })
})

describe('mistakes are placed and say what to write', () => {
  test.each<[string, string, string, readonly string[]]>([
    [
      'a key that nobody knows',
      'severity:',
      'severty:',
      ['1:1: severity: missing, one of low, medium, high, critical', '4:1: unknown key severty; did you mean severity?'],
    ],
    ['a severity that is none', 'low', 'lwo', ['4:1: severity: not "lwo", one of low, medium, high, critical; did you mean low?']],
    [
      'a practice of nobody',
      'practice: workload-hardening',
      'practice: workload-hardning',
      ['3:1: unknown practice "workload-hardning"; did you mean workload-hardening?'],
    ],
    ['a stage that is not the practice’s', 'stage: 3', 'stage: 2', ['2:1: practice workload-hardening belongs to stage 3, not 2']],
    ['an expression that does not parse', '== false', '==', ['7:42: require: unexpected end of expression']],
    [
      'an expression that is no boolean',
      'container.?tty.orValue(false) == false',
      'size(container)',
      ['7:10: require: must be a bool, is a int'],
    ],
    [
      'a name that the scope does not have',
      'container.?tty',
      'contaner.?tty',
      ["7:10: require: undeclared reference to 'contaner'; did you mean container?"],
    ],
    ['a variable of another scope', 'container.?tty', 'service.?tty', ["7:10: require: undeclared reference to 'service'"]],
    [
      'what not every image has',
      'scope: container\nrequire: container',
      'scope: image\nrequire: pod',
      ["7:10: require: undeclared reference to 'pod'"],
    ],
    ['an item without each', 'container.?tty', 'item.?tty', ["7:10: require: undeclared reference to 'item'"]],
    ['a function that there is not', 'orValue(false)', 'orElse(false)', ["7:10: require: undeclared reference to 'orElse'"]],
    [
      'types that do not fit',
      'container.?tty.orValue(false) == false',
      'size(container) == "no"',
      ["7:10: require: found no matching overload for '==' applied to '(int, string)'"],
    ],
    [
      'a path that is none',
      'at: tty',
      'at: a..b',
      ['8:1: at: not a path such as securityContext.privileged, args[0] or annotations["a/b"]'],
    ],
    ['no message', 'message: has a terminal\n', '', ['1:1: missing: message or messageExpression']],
    ['two messages', 'message: has', 'messageExpression: \'"x"\'\nmessage: has', ['10:1: either message or messageExpression, not both']],
    [
      'a condition of giving way to nothing',
      'message: has a terminal',
      'message: has a terminal\ngivesWayWhen: "true"',
      ['10:1: givesWayWhen means nothing without givesWayTo'],
    ],
    [
      'a message that is no text',
      'message: has a terminal',
      'messageExpression: size("x")',
      ['9:20: messageExpression: must be a string, is a int'],
    ],
    [
      'a remedy that is no text',
      'message: has a terminal',
      'remedyExpression: size("x")\nmessage: has',
      ['9:19: remedyExpression: must be a string, is a int'],
    ],
    ['no requirement', 'require: container.?tty.orValue(false) == false\n', '', ['1:1: missing: require']],
    [
      'kinds where there are none',
      'scope: container',
      'scope: command\nkinds: [Pod]',
      ['7:1: kinds mean nothing in scope command', "8:10: require: undeclared reference to 'container'"],
    ],
    [
      'a resource of no kind',
      'scope: container\nrequire: container',
      'scope: resource\nrequire: object',
      ['6:1: a rule of scope resource says which kinds; all: ["*"]'],
    ],
    [
      'no failing example',
      '# finding',
      '# nothing',
      ['13:7: a failing example marks its findings: `# finding` above the line, or findings: [{ file, line }]'],
    ],
    ['a finding past the end', '\n      b: 2', '', ['13:7: there is no line 3 in manifest.yaml']],
    [
      'a finding in a passing example',
      '  pass:\n    - |\n      a: 1',
      '  pass:\n    - |\n      # finding\n      a: 1',
      ['18:7: an example that must pass marks a finding'],
    ],
    [
      'a default of another type',
      'at: tty',
      'params:\n  most: { type: integer, default: many, description: how many }\nat: tty',
      ['9:26: params.most.default: not of type integer'],
    ],
    [
      'a default outside of its choice',
      'at: tty',
      'params:\n  one: { type: string, enum: [a, b], default: c, description: which }\nat: tty',
      ['9:38: params.one.default: "c" is none of a, b'],
    ],
    [
      'YAML that is none',
      'stage: 3',
      'stage: [3',
      ['3:1: Flow sequence in block collection must be sufficiently indented and end with a ]'],
    ],
    [
      'a tag by accident',
      'require: container.?tty.orValue(false) == false',
      'require: !container.tty',
      ['7:10: a value that begins with ! is a YAML tag: put it in quotes'],
    ],
    [
      'evidence that is not static',
      'at: tty',
      'evidence: "[1]"\nat: tty',
      ['8:1: evidence belongs to kind evidence, not static', '8:1: missing: what, the text for one piece of evidence'],
    ],
  ])('%s', (_, from, to, expected) => {
    expect(SOUND).toContain(from)
    expect(mistakes(SOUND.replace(from, to)).slice(0, expected.length)).toEqual(expected)
  })

  test('all at once, of all files, in order', () => {
    const broken = SOUND.replace('low', 'lwo').replace('container.?tty', 'contaner.?tty')
    expect(mistakes(broken).map((mistake) => mistake.split(': ')[0])).toEqual(['4:1', '7:10'])
    expect(() =>
      loadRules(
        [
          { path: 'a/no-tty.yaml', text: broken },
          { path: 'b/no-tty.yaml', text: SOUND },
          { path: 'b/No_Tty.yaml', text: SOUND },
        ],
        MODEL,
      ),
    ).toThrow(
      [
        'a/no-tty.yaml:4:1: severity: not "lwo", one of low, medium, high, critical; did you mean low?',
        "a/no-tty.yaml:7:10: require: undeclared reference to 'contaner'; did you mean container?",
        'b/no-tty.yaml:1:1: there is a rule no-tty already, in a/no-tty.yaml',
        "b/No_Tty.yaml:1:1: a rule's file is named like-this.yaml, not No_Tty",
      ].join('\n'),
    )
  })

  test('an expression over several lines is pointed into', () => {
    const folded = SOUND.replace(
      'require: container.?tty.orValue(false) == false',
      'require: |\n  container.?tty.orValue(false) == false\n  && contaner.name == ""',
    )
    expect(mistakes(folded)).toEqual(["9:6: require: undeclared reference to 'contaner'; did you mean container?"])
  })
})

describe('what a cluster can hold', () => {
  test.each<[string, Readonly<Record<string, string>>, boolean]>([
    ['a container alone', {}, true],
    ['parameters', { require: 'container.name in params.names' }, true],
    ['what macros bind', { require: 'container.args.all(related, related != "")' }, true],
    ['related objects', { require: 'size(related.services) > 0' }, false],
    ['settled values', { require: 'effective.?runAsUser.orValue(0) > 0' }, false],
    ['a message of ours', { messageExpression: '"x" + string(size(related.pods))' }, false],
    ['items by path', { each: 'args', require: 'item != ""' }, true],
    ['items of ours', { each: 'secrets', require: 'false' }, false],
    ['another scope', { scope: 'command', require: 'true' }, false],
  ])('%s', (_, over, expected) => {
    const [loaded] = loadRules([{ path: 'no-tty.yaml', text: SOUND }], MODEL)
    const rule = { ...loaded?.rule, ...over } as Parameters<typeof exportable>[0]
    expect(exportable(rule)).toBe(expected)
  })
})
