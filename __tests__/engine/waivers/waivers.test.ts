import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { RuleNames } from '../../../src/config/names.ts'
import type { ConfiguredWaiver, Settings } from '../../../src/config/settings.ts'
import type { Report } from '../../../src/model/report.ts'
import { chosen, report } from '../judging.ts'

const tty = (id: string) =>
  chosen({ id, scope: 'container', require: '!container.?tty.orValue(false)', at: ['tty'], message: 'has a terminal' })
const noTty = tty('no-tty')
const noTtyEver = tty('no-tty-ever')
const probed = chosen({
  id: 'probed',
  scope: 'container',
  require: 'has(container.livenessProbe)',
  at: ['livenessProbe'],
  message: 'no probe',
})
const named = chosen({ id: 'named', scope: 'resource', kinds: ['*'], require: 'false', at: ['metadata.name'], message: 'a name' })
const tagged = chosen({ id: 'tagged', scope: 'image', require: 'image.tag != ""', message: 'no tag', aliases: { checkov: ['CKV_1'] } })
const isolated = chosen({ id: 'isolated', scope: 'namespace', require: 'false', message: 'no policy' })
const quiet = chosen({ id: 'quiet', scope: 'command', require: 'command.name != "curl"', message: 'curl' })
const pinned = chosen({ id: 'pinned', scope: 'instruction', require: 'instruction.keyword != "FROM"', message: 'from' })
const plain = chosen({
  id: 'plain',
  scope: 'compose-service',
  require: '!has(service.privileged)',
  at: ['privileged'],
  message: 'privileged',
})
const off = chosen({ id: 'off', scope: 'container', require: 'false', message: 'off' }, true)
const RULES = [noTty, noTtyEver, probed, named, tagged, isolated, quiet, pinned, plain, off]

const UNTIL = 'until 2026-12-31 owner @a/b'

function judge(files: Record<string, string>, over: Partial<Settings> = {}): Report {
  return report(files, RULES, over)
}

/** `file:line rule` of what is waived. */
function waived({ findings }: Report): string[] {
  return findings.flatMap((one) => (one.waived ? [`${one.file}:${one.line} ${one.rule}`] : []))
}

function said({ problems }: Report): string[] {
  return problems.map(({ file, line, message, about }) => `${file}:${line} ${about === 'waiver' ? '' : 'NOT A WAIVER '}${message}`)
}

const POD = `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: web
      tty: true
    - name: db
      image: db
      tty: true
`

/** The pod with a line put in before line `at`, indented as that line is. */
function with_(comment: string, at: number, text = POD): string {
  const lines = text.split('\n')
  lines.splice(at - 1, 0, `${/^ */.exec(lines[at - 1] ?? '')?.[0]}${comment}`)
  return lines.join('\n')
}

describe('a comment covers', () => {
  test.each<[string, string, string[]]>([
    ['its own line', POD.replace('tty: true', `tty: true # maturity-gate: allow no-tty -- x ${UNTIL}`), ['a.yaml:9 no-tty']],
    ['the next line', with_(`# maturity-gate: allow no-tty -- x ${UNTIL}`, 9), ['a.yaml:10 no-tty']],
    ['it over other comments', with_(`# maturity-gate: allow no-tty -- x ${UNTIL}\n      # and so\n\n      # on`, 9), ['a.yaml:13 no-tty']],
    ['what lies in the container that begins there', with_(`# maturity-gate: allow no-tty -- x ${UNTIL}`, 7), ['a.yaml:10 no-tty']],
    ['what is absent there', with_(`# maturity-gate: allow probed -- x ${UNTIL}`, 7), ['a.yaml:8 probed']],
    ['images that lie there', with_(`# maturity-gate: allow tagged -- x ${UNTIL}`, 7), ['a.yaml:9 tagged']],
    ['rules by their other names', with_(`# maturity-gate: allow checkov:CKV_1 -- x ${UNTIL}`, 8), ['a.yaml:9 tagged']],
    [
      'what lies in the object that begins there',
      with_(`# maturity-gate: allow no-tty -- x ${UNTIL}`, 1),
      ['a.yaml:10 no-tty', 'a.yaml:13 no-tty'],
    ],
    ['nothing further up', with_(`# maturity-gate: allow no-tty -- x ${UNTIL}`, 5), []],
    ['nothing in a text', POD.replace('image: web', `image: web\n      args: ["# maturity-gate: allow no-tty -- x ${UNTIL}"]`), []],
  ])('%s', (_, text, expected) => {
    expect(waived(judge({ 'a.yaml': text }))).toEqual(expected)
  })

  test('instructions, and commands between its lines', () => {
    const text = `# maturity-gate: allow pinned -- x ${UNTIL}
FROM a
# maturity-gate: allow quiet -- x ${UNTIL}
RUN curl a && \\
    curl b
RUN curl c && \\
# maturity-gate: allow quiet -- x ${UNTIL}
    curl d
RUN <<EOF
# maturity-gate: allow quiet -- x ${UNTIL}
curl e
curl f
EOF
`
    expect(waived(judge({ Dockerfile: text }))).toEqual([
      'Dockerfile:2 pinned',
      'Dockerfile:4 quiet',
      'Dockerfile:5 quiet',
      'Dockerfile:8 quiet',
      'Dockerfile:11 quiet',
    ])
  })

  test('services of compose files', () => {
    const text = `services:\n  # maturity-gate: allow plain -- x ${UNTIL}\n  web:\n    image: a\n    privileged: true\n  db:\n    image: a\n    privileged: true\n`
    expect(waived(judge({ 'compose.yaml': text }))).toEqual(['compose.yaml:5 plain'])
  })
})

describe('an annotation covers', () => {
  const deployment = (own: string, template: string) => `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  annotations: { ${own} }
spec:
  template:
    metadata:
      annotations: { ${template} }
    spec:
      containers:
        - { name: web, image: web, tty: true }
        - { name: db, image: db, tty: true }
`
  const allow = (what: string) => `"maturity-gate.io/allow.${what}": x ${UNTIL}`

  test.each<[string, string, string, string[]]>([
    ['all of its object', allow('no-tty'), '', ['12 no-tty', '13 no-tty']],
    ['the object itself', allow('named'), '', ['4 named']],
    ['all of its pod', '', allow('no-tty'), ['12 no-tty', '13 no-tty']],
    ['not what holds the pod', '', allow('named'), []],
    ['one container of the object', allow('no-tty.db'), '', ['13 no-tty']],
    ['one container of the pod', '', allow('tagged.web'), ['12 tagged']],
  ])('%s', (_, own, template, expected) => {
    expect(waived(judge({ 'a.yaml': deployment(own, template) }))).toEqual(expected.map((one) => `a.yaml:${one}`))
  })

  test('the namespace that its object declares', () => {
    const text = `apiVersion: v1\nkind: Namespace\nmetadata:\n  name: web\n  annotations: { ${allow('isolated')} }\n`
    expect(waived(judge({ 'a.yaml': text }))).toEqual(['a.yaml:4 isolated'])
  })

  test('and says what is wrong with it', () => {
    const found = judge({
      'a.yaml': deployment(
        `${allow('no-tty.cache')}, ${allow('no-ttty')}, "maturity-gate.io/ignore.no-tty": x`,
        '"maturity-gate.io/allow.no-tty": 5',
      ),
    })
    expect(waived(found)).toEqual([])
    expect(said(found)).toEqual([
      'a.yaml:5 this waiver is called "maturity-gate.io/ignore.no-tty": write maturity-gate.io/allow.RULE',
      'a.yaml:5 this waiver is of no rule: no rule is called "no-ttty"; did you mean no-tty?',
      'a.yaml:5 this waiver names the container "cache", and there is none of that name here',
      'a.yaml:9 this waiver gives no reason that can be read: write a text',
    ])
  })
})

const PLACE = { file: '.maturity-gate.yaml', line: 3, column: 5 }

function configured(over: Partial<ConfiguredWaiver>): Partial<Settings> {
  const waiver = {
    name: 'no-tty',
    rules: ['no-tty'],
    paths: [],
    resources: [],
    containers: [],
    reason: 'x',
    owner: '@a',
    expires: '2026-12-31',
    place: PLACE,
  }
  return { waivers: [{ ...waiver, ...over }] }
}

test.each<[Partial<ConfiguredWaiver>, string[]]>([
  [{}, ['a.yaml:9', 'a.yaml:12', 'b/a.yaml:9', 'b/a.yaml:12']],
  [{ paths: ['b'] }, ['b/a.yaml:9', 'b/a.yaml:12']],
  [{ paths: ['*.yaml'] }, ['a.yaml:9', 'a.yaml:12']],
  [{ containers: ['d*'] }, ['a.yaml:12', 'b/a.yaml:12']],
  [{ resources: ['Pod/web'], paths: ['b'], containers: ['web'] }, ['b/a.yaml:9']],
  [{ resources: ['Pod/default/*'], containers: ['web'] }, ['a.yaml:9', 'b/a.yaml:9']],
  [{ resources: ['Pod/shop/web'] }, []],
  [{ resources: ['Deployment/web'] }, []],
])('the configuration waives by file, object and container: %j', (over, expected) => {
  const found = judge({ 'a.yaml': POD, 'b/a.yaml': POD }, configured(over))
  expect(waived(found)).toEqual(expected.map((one) => `${one} no-tty`))
  expect(said(found)).toEqual(
    expected.length > 0 ? [] : ['.maturity-gate.yaml:3 this waiver is not needed: no-tty finds nothing here that it covers'],
  )
})

test('what is waived is said with everything, and leaves the score', () => {
  const found = judge({ 'a.yaml': POD }, configured({ containers: ['web'] }))
  expect(found.findings.find(({ waived }) => waived)?.waived).toEqual({
    by: 'configuration',
    reason: 'x',
    owner: '@a',
    expires: '2026-12-31',
  })
  expect(found.controls.find(({ id }) => id === 'no-tty')).toMatchObject({ status: 'fail', subjects: { passed: 0, failed: 1, waived: 1 } })
  expect(found.asOf).toBe('2026-06-15')
})

describe('a waiver that does not hold hides nothing and is said once', () => {
  const comment = (text: string) => with_(`# maturity-gate: allow no-tty -- ${text}`, 1)

  test.each<[string, string, Partial<Settings>, string]>([
    ['it has ended', comment('x until 2026-06-14 owner @a'), {}, 'of no-tty ended on 2026-06-14'],
    ['it has no end', comment('x owner @a'), {}, 'of no-tty has no end: write until YYYY-MM-DD, at most 366 days away'],
    [
      'it lasts too long',
      comment('x until 2027-06-17 owner @a'),
      {},
      'of no-tty is to last until 2027-06-17, and 366 days from the day are the most',
    ],
    [
      'nobody answers for it',
      comment('x until 2026-12-31'),
      {},
      'of no-tty has nobody who answers for it: write owner @team, or give a.yaml an owner in CODEOWNERS',
    ],
    [
      'its rule is locked',
      comment(`x ${UNTIL}`),
      { locks: { unwaivable: ['no-tty'], inlineWaivers: true } },
      'does not hold: no-tty may not be waived',
    ],
    [
      'all in files are locked',
      comment(`x ${UNTIL}`),
      { locks: { unwaivable: [], inlineWaivers: false } },
      'does not hold: waivers in the files are locked',
    ],
    [
      'it is not needed',
      with_(`# maturity-gate: allow quiet -- x ${UNTIL}`, 1),
      {},
      'is not needed: quiet finds nothing here that it covers',
    ],
    [
      'nobody has its rule',
      with_(`# maturity-gate: allow no-tyt -- x ${UNTIL}`, 1),
      {},
      'is of no rule: no rule is called "no-tyt"; did you mean no-tty?',
    ],
    ['it is malformed', with_('# maturity-gate: allow no-tty', 1), {}, 'gives no reason: write -- and the reason after the rule'],
  ])('%s', (_, text, over, expected) => {
    const found = judge({ 'a.yaml': text }, over)
    expect(waived(found)).toEqual([])
    expect(said(found)).toEqual([`a.yaml:1 this waiver ${expected}`])
    const without = judge({ 'a.yaml': POD })
    expect(found.findings.length).toBe(without.findings.length)
    expect(found.stages).toEqual(without.stages)
  })

  test.each<[string, Partial<Settings>, string[]]>([
    ['on its last day it holds', { waivers: configured({ expires: '2026-06-15' }).waivers ?? [] }, []],
    ['the longest end holds', { waivers: configured({ expires: '2027-06-16' }).waivers ?? [] }, []],
    [
      'without an end it may hold',
      { ...configured({ expires: undefined }), terms: { attestationDays: 1, waiverDays: 1, openEnded: true } },
      [],
    ],
  ])('%s', (_, over, problems) => {
    const found = judge({ 'a.yaml': POD }, over)
    expect(waived(found)).toHaveLength(2)
    expect(said(found)).toEqual(problems)
  })

  test('an owner may come from CODEOWNERS', () => {
    const found = judge({ 'a.yaml': comment('x until 2026-12-31'), CODEOWNERS: '* @org/platform @org/web\n' })
    expect(found.findings.find(({ waived }) => waived)?.waived?.owner).toBe('@org/platform @org/web')
    expect(said(found)).toEqual([])
  })

  test('the configuration may not waive what is locked either', () => {
    const found = judge({ 'a.yaml': POD }, { ...configured({}), locks: { unwaivable: ['no-tty'], inlineWaivers: true } })
    expect([waived(found), said(found)]).toEqual([[], ['.maturity-gate.yaml:3 this waiver does not hold: no-tty may not be waived']])
  })

  test('nothing is said of a rule that is not judged, of other files, or of what is not settled', () => {
    const waiver = `# maturity-gate: allow off -- x ${UNTIL}`
    expect(said(judge({ 'a.yaml': with_(waiver, 1) }))).toEqual([])
    const selection = { paths: ['b'], include: [], exclude: [] }
    expect(
      said(judge({ 'a.yaml': with_('# maturity-gate: allow', 1), 'b/a.yaml': POD }, { selection, ...configured({ paths: ['a.yaml'] }) })),
    ).toEqual([])
    const chart = { 'c/Chart.yaml': 'apiVersion: v2\nname: c\nversion: 1.0.0\n' }
    const template = with_(`# maturity-gate: allow no-tty -- x ${UNTIL}`, 9).replaceAll('tty: true', 'tty: {{ .Values.tty }}')
    const found = judge({ ...chart, 'c/templates/a.yaml': template })
    expect(said(found)).toEqual([])
    expect(found.unknown.length).toBeGreaterThan(0)
  })
})

test('a subject is waived only when all that is wrong with it is', () => {
  const each = chosen({ id: 'each', scope: 'container', each: 'ports', require: 'false', message: 'a port' })
  const pod = (comment: string) =>
    `${POD.split('    - name: db')[0]}      ports:\n        # ${comment}\n        - containerPort: 1\n        - containerPort: 2\n`
  const one = report({ 'a.yaml': pod(`maturity-gate: allow each -- x ${UNTIL}`) }, [each])
  expect(waived(one)).toEqual(['a.yaml:12 each'])
  expect(one.controls[0]).toMatchObject({ status: 'fail', subjects: { failed: 1, waived: 0 } })
  const both = report({ 'a.yaml': pod('none') }, [each], configured({ name: 'each', rules: ['each'] }))
  expect(both.controls[0]).toMatchObject({ status: 'waived', subjects: { failed: 0, waived: 1 } })
})

test('no waiver text hides a rule that it does not name, or anything in another file', () => {
  const words = fc.oneof(
    {
      weight: 6,
      arbitrary: fc.constantFrom(
        'maturity-gate:',
        'allow',
        'allow',
        '--',
        '--',
        UNTIL,
        'until 2026-07-01',
        'owner @a',
        'x',
        '*',
        'all',
        ',',
        'no-tty,',
      ),
    },
    { weight: 4, arbitrary: fc.constantFrom('no-tty', 'no-tty-ever', 'no-tt', 'no-tty-', 'checkov:CKV_1', 'hadolint ignore=*', 'no') },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
  )
  const sound = fc.tuple(fc.constantFrom('no-tty', 'no-tty-ever', 'probed'), fc.string({ maxLength: 10 }))
  const texts = fc.oneof(
    fc.array(words, { maxLength: 9 }).map((all) => all.join(' ')),
    sound.map(([rule, reason]) => `maturity-gate: allow ${rule} -- x ${reason} ${UNTIL}`),
  )
  const places = fc.constantFrom(1, 6, 7, 8, 9, 10)
  let hidden = 0
  fc.assert(
    fc.property(texts, places, fc.boolean(), (text, line, annotated) => {
      const bare = text.replace(/[\r\n\u0085\u2028\u2029]/g, ' ')
      const key = JSON.stringify(`maturity-gate.io/${bare.replace('maturity-gate: ', '').replaceAll(' ', '.')}`)
      const mark = `name: web\n  annotations: { ${key}: x ${UNTIL} }`
      const own = annotated ? POD.replace('name: web', mark) : with_(`# ${bare}`, line)
      const found = judge({ 'a.yaml': own, 'b.yaml': POD })
      const named = [...bare.split(/[^a-z-]+/), ...(bare.split(/[\s,]+/).includes('checkov:CKV_1') ? ['tagged'] : [])]
      for (const one of found.findings.filter(({ waived }) => waived)) {
        hidden++
        expect(one.file).toBe('a.yaml')
        expect(named).toContain(one.rule)
      }
    }),
    { numRuns: 200 },
  )
  expect(hidden).toBeGreaterThan(20)
})

test('names are those of all rules, also of those that are not judged', () => {
  const names = new RuleNames([...RULES.map(({ rule }) => rule), tty('elsewhere').rule])
  expect(said(judge({ 'a.yaml': with_(`# maturity-gate: allow elsewhere -- x ${UNTIL}`, 1) }, { names }))).toEqual([])
})

test('of very many waivers for one rule those that are not read say so, and hide nothing', () => {
  const all = (over: Partial<ConfiguredWaiver>) => configured(over).waivers ?? []
  const idle = Array.from({ length: 1000 }, (_, index) => all({ paths: [`other-${index}`] })).flat()
  const found = judge({ 'a.yaml': POD }, { waivers: [...idle, ...all({ paths: ['a.yaml'] })] })
  expect(waived(found)).toEqual([])
  expect(said(found).filter((line) => line.includes('is not read'))).toHaveLength(1)
})
