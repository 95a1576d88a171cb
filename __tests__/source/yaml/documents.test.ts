import { describe, expect, it } from 'vitest'
import { Unreadable } from '../../../src/model/document.ts'
import { Source } from '../../../src/model/position.ts'
import { decode } from '../../../src/source/yaml/decode.ts'
import { parseYaml } from '../../../src/source/yaml/parse.ts'
import { faultsOf, keyAt, only, read } from './read.ts'

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values)

describe('decode', () => {
  it.each([
    ['UTF-8', bytes(0x61, 0xc3, 0xa9), 'aé'],
    ['UTF-8 with a mark', bytes(0xef, 0xbb, 0xbf, 0x61), 'a'],
    ['UTF-16, little end first', bytes(0xff, 0xfe, 0x61, 0, 0xe9, 0), 'aé'],
    ['UTF-16, big end first', bytes(0xfe, 0xff, 0, 0x61, 0, 0xe9), 'aé'],
    ['nothing', bytes(), ''],
  ])('%s', (_, input, text) => expect(decode(input)).toBe(text))

  it.each([
    ['a byte of Latin-1', bytes(0x61, 0xe9, 0x62)],
    ['half a UTF-16 character', bytes(0xff, 0xfe, 0x61)],
  ])('refuses %s', (_, input) => expect(() => decode(input)).toThrow(Unreadable))
})

describe('values', () => {
  it.each<[string, string, unknown]>([
    ['null entries and items are taken out', 'a: ~\nb: [1, null, 2]\nc:\n- \n- x\n', { b: [1n, 2n], c: ['x'] }],
    ['CRLF', 'a: 1\r\nb:\r\n- x\r\n- |\r\n  y\r\n  z\r\n', { a: 1n, b: ['x', 'y\nz\n'] }],
    ['a carriage return alone', 'a: 1\rb: 2\r', { a: 1n, b: 2n }],
    ['JSON indented by tabs', '{\n\t"a": {\n\t\t"b": [1,\n\t\t\t2]\n\t}\n}\n', { a: { b: [1n, 2n] } }],
    ['a list of objects', 'kind: List\nitems:\n- kind: A\n- kind: B\n', { kind: 'List', items: [{ kind: 'A' }, { kind: 'B' }] }],
    ['folding', 'a: >-\n  x\n  y\n\n    z\n\n  w\nb: x\n  y\n\n  z\n', { a: 'x y\n\n  z\n\nw', b: 'x y\nz' }],
    ['a merge key', 'a: &a {x: 1, y: 2}\nb:\n  <<: [*a, {z: 3, x: 9}]\n  y: 4\n', { a: { x: 1n, y: 2n }, b: { y: 4n, x: 1n, z: 3n } }],
  ])('%s', (_, text, value) => expect(only(text, { schema: 'core' }).value).toEqual(value))

  it('reads YAML 1.2 for compose and workflows', () => {
    const text = 'on: yes\na: 0644\nb: 0o10\nc: 1_000\nd: 12:30\ne: 1.0\nf: True\n'
    expect(only(text, { schema: 'core' }).value).toEqual({ on: 'yes', a: 644n, b: 8n, c: '1_000', d: '12:30', e: 1n, f: true })
    expect(only(text).value).toEqual({ true: true, a: 420n, b: 8n, c: 1000n, d: '12:30', e: 1n, f: true })
  })

  it('keeps `__proto__` a key like any other', () => {
    const { value } = only('__proto__: {polluted: true}\n')
    expect(Object.keys(value as object)).toEqual(['__proto__'])
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype)
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
  })
})

describe('documents', () => {
  it.each([
    ['one after another', 'a: 1\n---\nb: 2\n--- # c\nc: 3\n', 3],
    ['empty ones', '---\n# only a comment\n---\na: 1\n---\n', 1],
    ['JSON objects', '{"a": "}{"}\n{"b": 2} {"c": 3}', 3],
    ['dashes within a text', 'a: |\n  ---\n  b\nc: "x ---"\n', 1],
    ['a byte-order mark within', 'a: 1\n---\n\ufeffb: 1\n', 2],
  ])('%s', (_, text, count) => expect(read(text).documents).toHaveLength(count))

  it('are counted by the lines of the file', () => {
    const [, second] = read('a: 1\n---\n# c\nb:\n  c: 2\n').documents
    expect(
      second?.origin
        .child('b')
        ?.child('c')
        ?.source.place(second.origin.child('b')?.child('c')?.key ?? { start: 0, end: 0 }).line,
    ).toBe(5)
  })

  it('that are good are read beside one that is not', () => {
    const { documents, faults } = read('a: 1\n---\nb: [\n---\nc: 3\n')
    expect(documents.map((document) => document.value)).toEqual([{ a: 1n }, { c: 3n }])
    expect(faults).toHaveLength(1)
    expect(faults[0]).toMatchObject({ file: 'a.yaml', line: 3, answer: 'fail' })
  })
})

describe('faults', () => {
  it.each([
    ['a key twice', 'a: 1\nb: 2\na: 3\n', '3:1 the key `a` stands twice, first on line 1'],
    ['a key twice in JSON', '{"a": 1,\n "a": 2}', '2:2 the key `a` stands twice, first on line 1'],
    ['an alias of nothing', 'a: *b\n', '1:4 no anchor `&b` stands before this alias'],
    ['an anchor within itself', 'a: &a [*a]\n', '1:8 the anchor `&a` contains itself'],
    ['a merge of a text', 'a:\n  <<: b\n', '2:7 the merge key `<<` takes a mapping or a list of mappings'],
    ['a tab', 'a:\n\tb: 1\n', '2:1 a tab is used as indentation; YAML allows only spaces there'],
    ['an open quote', "a: 'x\n", '1:5 a quote is not closed'],
    ['two colons', 'a: b: c\n', '1:4 a second `: ` on the line; quote the value if the colon belongs to it'],
    ['a reserved character', 'a: @x\n', '1:4 a value cannot start with `@`; quote it'],
    ['a null key', '~: 1\n', '1:1 a key must not be null'],
    ['a mapping as key', '{a: 1}: 1\n', '1:1 a key must be a text, not a mapping or a list'],
    ['infinity', 'a: .inf\n', '1:4 .inf cannot be written in JSON, so Kubernetes refuses it'],
    ['text after a separator', 'a: 1\n--- !x\nb: 1\n', '2:5 only a comment may follow `---`: kubectl refuses the file'],
    ['a control character', 'a: \x07\n', '1:4 a control character (U+0007)'],
    ['a hidden line break', '# c\u2028a: 1\n', '1:4 a line break (U+2028) that only YAML 1.1 knows; Kubernetes goes by it, editors do not'],
  ])('%s', (_, text, fault) => expect(faultsOf(text)).toEqual([fault]))

  it('end where what is wrong ends', () => {
    expect(read('a: 1\nbcd: 2\nbcd: 3\n').faults[0]).toMatchObject({ line: 3, column: 1, endLine: 3, endColumn: 4 })
  })

  it('of a key that stands twice leave the last to be read', () => expect(read('a: 1\na: 2\n').documents[0]?.value).toEqual({ a: 2n }))

  it('bound what aliases stand for', () => {
    const names = [...'abcdefghijklmnop']
    const bomb = names
      .map(
        (name, index) =>
          `${name}: &${name} [${
            index
              ? Array(9)
                  .fill(`*${names[index - 1]}`)
                  .join(', ')
              : 'x'
          }]\n`,
      )
      .join('')
    expect(faultsOf(bomb)[0]).toMatch(/^\d+:\d+ aliases stand for more than 10\d\d\d values, too many for a file of this size$/)
  })

  it('bound what merge keys stand for', () => {
    const levels = Array.from({ length: 30 }, (_, at) =>
      at === 0
        ? 'x0: &x0 { a: b }\n'
        : `x${at}: &x${at}\n  <<: [${Array(9)
            .fill(`*x${at - 1}`)
            .join(', ')}]\n  k${at}: 1\n`,
    )
    expect(faultsOf(levels.join(''))[0]).toMatch(/^\d+:\d+ aliases stand for more than 10\d\d\d values, too many for a file of this size$/)
  })

  it('bound what the documents of a file alias together, by how much is written', () => {
    const pods = (count: number) =>
      `kind: List\nitems:\n- &a { kind: Pod, spec: { containers: [{ name: a, image: b }] } }\n${'- *a\n'.repeat(count)}`
    expect(faultsOf(pods(1000))).toEqual([])
    expect(faultsOf(pods(3000))[0]).toContain('too many for a file of this size')
    expect(faultsOf(Array(40).fill(pods(100)).join('---\n'))[0]).toContain('too many for a file of this size')
    const schema = `x: &x { ${Array.from({ length: 3000 }, (_, at) => `key${at}: a value as long as most`).join(', ')} }\n`
    expect(faultsOf(`${schema}${Array.from({ length: 10 }, (_, at) => `y${at}: *x\n`).join('')}`)).toEqual([])
  })

  it('find what thousands of merge keys bring in proportion to their number', () => {
    const merged = (count: number) => {
      const each = (line: (at: number) => string) => Array.from({ length: count }, (_, at) => line(at)).join('')
      return `${each((at) => `x${at}: &x${at} { c${at}: some value that is long enough }\n`)}all:\n  <<: [${each((at) => `*x${at}, `)}]\n`
    }
    const source = new Source('a.yaml', merged(8000))
    const { user } = process.cpuUsage()
    const [document] = parseYaml(source, { templated: false }).documents
    expect(document?.origin.child('all')?.child('c7999')?.anchor?.key.start).toBe(source.text.indexOf('c7999'))
    expect((process.cpuUsage().user - user) / 1000).toBeLessThan(1500)
  })

  it('look for a repeated key in proportion to their number', () => {
    const cpu = (size: number): number => {
      const keys = Array.from({ length: size }, (_, at) => `k${at}: v\n`)
      const before = process.cpuUsage()
      expect(faultsOf(`${keys.join('')}k5: again\n`)).toEqual([`${size + 1}:1 the key \`k5\` stands twice, first on line 6`])
      const { user, system } = process.cpuUsage(before)
      return user + system
    }
    cpu(4000)
    expect(cpu(64_000) / Math.min(cpu(8000), cpu(8000))).toBeLessThan(24)
  })

  it.each(['[', '{"a":', '- ', '? ', 'a: '])('bound how deep %j is nested', (opening) => {
    expect(faultsOf(opening.repeat(5000))).toHaveLength(1)
    const lines = Array.from({ length: 1000 }, (_, index) => `${' '.repeat(index)}a:`).join('\n')
    expect(faultsOf(lines)[0]).toMatch(/nested/)
  })
})

describe('places', () => {
  it.each<[string, string, (string | number)[], string | undefined]>([
    ['a key', 'a:\n  b: 1\n', ['a', 'b'], '2:3'],
    ['a key in CRLF', 'a:\r\n  b: 1\r\n', ['a', 'b'], '2:3'],
    ['a key after tabs', '{\n\t"a": {\n\t\t"b": 1}}', ['a', 'b'], '3:3'],
    ['a quoted key that YAML reads as another', 'yes: 1\n', ['true'], '1:1'],
    ['an item', 'a:\n- x\n-  y\n', ['a', 1], '3:1'],
    ['an item by its index in the file', 'a:\n- ~\n- y\n', ['a', 1], '3:1'],
    ['an item of a flow list', 'a: [x,\n  y]\n', ['a', 1], '2:3'],
    ['a null entry', 'a:\n  b:\n', ['a', 'b'], '2:3'],
    ['nothing', 'a: 1\n', ['b'], undefined],
    ['an alias', 'a: &a\n  b: 1\nc: *a\n', ['c', 'b'], '3:1 > 2:3'],
    ['where an anchor stands', 'a: &a\n  b: 1\nc: *a\n', ['a', 'b'], '2:3'],
    ['a merged key', 'a: &a\n  b: 1\nc:\n  <<: *a\n', ['c', 'b'], '4:3 > 2:3'],
    ['below a merged key', 'a: &a\n  b: {d: 1}\nc:\n  <<: *a\n', ['c', 'b', 'd'], '4:3 > 2:7'],
    ['a key that wins over a merged one', 'a: &a\n  b: 1\nc:\n  <<: *a\n  b: 2\n', ['c', 'b'], '5:3'],
    ['the first of several merges', 'a: &a {b: 1}\nd: &d\n  b: 2\n  e: 3\nc:\n  <<: [*a, *d]\n', ['c', 'e'], '6:3 > 4:3'],
    ['a merge in a merge', 'a: &a\n  b: 1\nd: &d\n  <<: *a\nc:\n  <<: *d\n', ['c', 'b'], '6:3 > 4:3'],
  ])('%s', (_, text, path, place) => expect(keyAt(text, path)).toBe(place))
})
