// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the texts are compose files, whose variables look like this
import { expect, test } from 'vitest'
import { originOf, Unsettled } from '../../../src/model/origin.ts'
import { Source } from '../../../src/model/position.ts'
import { composeServices } from '../../../src/source/compose/compose.ts'
import { portOf, volumeOf } from '../../../src/source/compose/syntax.ts'
import { interpolate, readEnvironment } from '../../../src/source/compose/variables.ts'
import { memoryTree } from '../../../src/source/memory.ts'
import { readSources } from '../../../src/source/read.ts'

const services = (files: Record<string, string>) => composeServices(readSources(memoryTree(files), { paths: [], include: [], exclude: [] }))
const named = (files: Record<string, string>, name = 'web') =>
  services(files).find((one) => one.name === name)?.service as Record<string, unknown>
const lineOf = (value: unknown, ...path: (string | number)[]) => {
  let origin = originOf(value)
  for (const key of path) origin = origin?.child(key)
  return origin && `${origin.source.path}:${origin.source.place(origin.key).line}`
}

test.each([
  ['$A and ${A}', '1 and 1', []],
  ['${B:-two} ${B-two}', 'two two', []],
  ['${EMPTY:-x}${EMPTY-x}', 'x', []],
  ['${B:-${C:-deep}}', 'deep', []],
  ['${A:+set}${B:?must}', 'set${B}', ['B']],
  ['<${B:+set}${B+set}${EMPTY:+set}>${EMPTY+set}', '<>set', []],
  ['${EMPTY?must}${A:?must}', '1', []],
  ['${EMPTY:?must}', '${EMPTY}', ['EMPTY']],
  ['$$A', '$A', []],
  ['${B}', '${B}', ['B']],
  ['$ ${ $1 {', '$ ${ $1 {', []],
])('%j is %j', (text, made, missing) => {
  const values = new Map([
    ['A', '1'],
    ['EMPTY', ''],
  ])
  expect(interpolate(text, (name) => values.get(name))).toEqual({ text: made, missing })
})

test('an environment file', () => {
  const text = '# no\nA=1\nexport B="two # not a comment"\nC = three # comment\nnone\n'
  expect([...readEnvironment(new Source('.env', text))]).toEqual([
    ['A', '1'],
    ['B', 'two # not a comment'],
    ['C', 'three'],
  ])
})

test.each([
  ['80', '', '', '80'],
  ['8080:80/udp', '', '8080', '80'],
  ['127.0.0.1:8080:80', '127.0.0.1', '8080', '80'],
  ['127.0.0.1::80', '127.0.0.1', '', '80'],
  ['[::1]:80:80', '::1', '80', '80'],
  ['3000-3005', '', '', '3000-3005'],
  [80n, '', '', '80'],
  [{ target: 80n, published: 8080n, host_ip: '::' }, '::', '8080', '80'],
  [{ target: 80n, published: '127.0.0.1:8080' }, '127.0.0.1', '8080', '80'],
])('port %o', (value, host_ip, published, target) => {
  expect(portOf(value)).toMatchObject({ host_ip, published, target })
})

test.each([
  ['./a:/b:ro,z', 'bind', './a', '/b', true],
  ['data:/b', 'volume', 'data', '/b', false],
  ['/b', 'volume', '', '/b', false],
  ['C:\\data:/b', 'bind', 'C:\\data', '/b', false],
  ['d:/b', 'volume', 'd', '/b', false],
  ['disk:/b', 'bind', '/srv', '/b', false],
  [{ type: 'bind', source: '/a', target: '/b', read_only: true }, 'bind', '/a', '/b', true],
])('volume %o', (value, type, source, target, read_only) => {
  const top = { disk: { driver_opts: { type: 'none', o: 'bind', device: '/srv' } } }
  expect(volumeOf(value, top)).toMatchObject({ type, source, target, read_only })
})

test('lists of pairs are mappings whose places are those of the items', () => {
  const web = named({
    'compose.yaml': 'services:\n  web:\n    image: a:1\n    environment:\n      - A=1\n      - PASSED\n      - __proto__=x\n',
  })
  expect(Object.keys(web.environment as object)).toEqual(['A', '__proto__'])
  expect(lineOf(web.environment, 'A')).toBe('compose.yaml:5')
})

test('what another file takes from one that compose refuses by itself is said there alone', () => {
  const extending = 'services:\n  web: { extends: { file: compose.base.yaml, service: db } }\n'
  const of = (base: string) =>
    services({
      'compose.yaml': extending,
      'compose.base.yaml': `services:\n  db: { image: "db:1" }\n  own: { image: "own:1" }\n${base}`,
    }).map(({ file, name }) => `${file} ${name}`)
  expect(of('  bare: { restart: always }\n')).toEqual(['compose.base.yaml own', 'compose.base.yaml bare', 'compose.yaml web'])
  expect(of('')).toEqual(['compose.base.yaml db', 'compose.base.yaml own', 'compose.yaml web'])
})

test('extends: what is inherited stands at extends, with its own place as anchor', () => {
  const files = {
    'compose.yaml':
      'services:\n  web:\n    extends:\n      file: base/compose.yaml\n      service: base\n    image: web:1\n    ports: ["81:81"]\n',
    'base/compose.yaml': 'services:\n  base:\n    privileged: true\n    image: base:1\n    ports: ["80:80"]\n',
  }
  const web = named(files)
  expect(web).toMatchObject({ privileged: true, image: 'web:1', ports: [{ published: '80' }, { published: '81' }] })
  expect(lineOf(web, 'privileged')).toBe('compose.yaml:3')
  const anchor = originOf(web)?.child('privileged')?.anchor
  expect(anchor?.source.path).toBe('base/compose.yaml')
})

test('services that extend each other end', () => {
  expect(
    services({ 'compose.yaml': 'services:\n  a:\n    extends: b\n    image: a:1\n  b:\n    extends: a\n' }).map(({ name }) => name),
  ).toEqual(['a', 'b'])
})

test('an override file is laid over its base, and other files that say only what differs are no services', () => {
  const files = {
    'compose.yaml': 'services:\n  web:\n    image: web:1\n    command: [a, b]\n    cap_add: [A]\n    environment: { A: "1", B: "1" }\n',
    'compose.override.yaml':
      'services:\n  web:\n    privileged: true\n    command: [c]\n    cap_add: [B]\n    environment: { B: "2" }\n  extra:\n    image: x:1\n',
    'compose.prod.yaml': 'services:\n  web:\n    restart: always\n',
  }
  expect(services(files).map(({ file, name }) => `${file} ${name}`)).toEqual(['compose.override.yaml extra', 'compose.yaml web'])
  const web = named(files)
  expect(web).toMatchObject({ privileged: true, command: ['c'], cap_add: ['A', 'B'], environment: { A: '1', B: '2' } })
  expect([lineOf(web, 'privileged'), lineOf(web, 'image'), lineOf(web, 'cap_add', 1)]).toEqual([
    'compose.override.yaml:3',
    'compose.yaml:3',
    'compose.override.yaml:5',
  ])
})

test('what no variable settles is unsettled, and nothing else', () => {
  const web = named({
    '.env': 'TAG=2\n',
    'compose.yaml':
      'services:\n  web:\n    image: web:${TAG}\n    user: ${ID}\n    privileged: ${P:-true}\n    ports: ["${PORT}:80", "81:81"]\n',
  })
  expect([web.image, web.privileged]).toEqual(['web:2', true])
  expect(() => web.user).toThrow(Unsettled)
  const ports = web.ports as { published: string }[]
  expect(() => ports[0]).toThrow('depends on the variable PORT, which has no default')
  expect(ports[1]?.published).toBe('81')
})

test('aliases shared a thousand times are copied once', () => {
  const levels = Array.from({ length: 25 }, (_, index) => `x-${index + 1}: &l${index + 1} [*l${index}, *l${index}]`)
  const text = `x-0: &l0 [a]\n${levels.join('\n')}\nservices:\n  web:\n    image: a:1\n    labels: *l25\n`
  expect(() => services({ 'compose.yaml': text })).not.toThrow()
})

test('lists and mappings of pairs, and both forms of build, are merged; tags reset or replace', () => {
  const files = {
    'compose.yaml':
      'services:\n  web:\n    environment: [A=1, B=1]\n    build: ./web\n    ports: ["80:80"]\n    cap_add: [ALL]\n    privileged: true\n',
    'compose.override.yaml':
      'services:\n  web:\n    environment: { B: "2" }\n    build: { target: dev }\n    ports: !reset []\n    cap_add: !override [NET_ADMIN]\n    privileged: !reset null\n',
  }
  const web = named(files)
  expect(web).toMatchObject({ environment: { A: '1', B: '2' }, build: { context: './web', target: 'dev' }, cap_add: ['NET_ADMIN'] })
  expect([web.ports, web.privileged]).toEqual([undefined, undefined])
  expect([lineOf(web, 'environment', 'A'), lineOf(web, 'environment', 'B'), lineOf(web, 'cap_add', 0)]).toEqual([
    'compose.yaml:3',
    'compose.override.yaml:3',
    'compose.override.yaml:6',
  ])
})

test('paths of a service in another folder are read from that folder', () => {
  const files = {
    'compose.yaml':
      'services:\n  web: { extends: { file: shared/base.yaml, service: web } }\n  api: { extends: { file: shared/base.yaml, service: api } }\n',
    'shared/base.yaml':
      'services:\n  web:\n    image: web\n    build: ./web\n    env_file: [a.env, /b.env]\n  api:\n    image: api\n    build: { context: ../api, target: run }\n    env_file: c.env\n',
  }
  expect(named(files)).toMatchObject({ build: { context: 'shared/web' }, env_file: ['shared/a.env', '/b.env'] })
  expect(named(files, 'api')).toMatchObject({ build: { context: 'api', target: 'run' }, env_file: 'shared/c.env' })
  expect(lineOf(named(files), 'build')).toBe('compose.yaml:2')
})

test('of a service to which a template adds, nothing is known but its name', () => {
  const files = {
    'compose.yaml': 'services:\n  web:\n    {{ include "x" . }}\n    image: nginx\n  {{ .Values.more }}\n  db:\n    image: postgres\n',
  }
  const found = services(files)
  expect(found.map(({ name }) => name)).toEqual(['web', 'db'])
  const [web, db] = found.map(({ service }) => service as Record<string, unknown>)
  expect(web?.name).toBe('web')
  expect(() => web?.image).toThrow(Unsettled)
  expect(db?.image).toBe('postgres')
  expect(lineOf(web)).toBe('compose.yaml:2')
})
