// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the texts are compose files, whose variables look like this
import { expect, test } from 'vitest'
import { composeServices } from '../../../src/source/compose/compose.ts'
import { memoryTree } from '../../../src/source/memory.ts'
import { readSources } from '../../../src/source/read.ts'
import { member, unsettledReason } from '../../../src/source/values.ts'

const sourcesOf = (files: Record<string, string>) => readSources(memoryTree(files), { paths: [], include: [], exclude: [] })
const lines = (count: number, line: (at: number) => string) => Array.from({ length: count }, (_, at) => line(at)).join('')
const chain = (count: number, base: (at: number) => number) =>
  `services:\n${lines(count, (at) => `  s${at}: { image: a, extends: s${base(at)}, environment: { A${at}: b } }\n`)}`

function within(milliseconds: number, work: () => void): void {
  const { user } = process.cpuUsage()
  work()
  expect((process.cpuUsage().user - user) / 1000).toBeLessThan(milliseconds)
}

test('services that extend each other in a circle are not known', () => {
  const services = composeServices(sourcesOf({ 'compose.yaml': chain(3, (at) => (at + 1) % 3) }))
  expect(services.map(({ service }) => unsettledReason(service, 'image'))).toEqual(
    Array(3).fill('depends on services that extend each other in a circle, which compose refuses'),
  )
})

test('of a long chain the first services are read, and what is further up is not known', () => {
  const services = composeServices(sourcesOf({ 'compose.yaml': chain(3000, (at) => at - 1) }))
  expect(Object.keys(member(services[16], 'service', 'environment') as object)).toHaveLength(17)
  expect(unsettledReason(services[17]?.service, 'image')).toBe('depends on more than 16 services that extend one another')
  expect(services).toHaveLength(3000)
})

test.each([
  ['a circle', chain(2000, (at) => (at + 1) % 2000)],
  ['a chain', chain(2000, (at) => at - 1)],
  ['a chain upwards', chain(2000, (at) => at + 1)],
  [
    'named volumes',
    `services:\n${lines(2000, (at) => `  s${at}: { image: a, volumes: ["v${at}:/a"] }\n`)}volumes:\n${lines(2000, (at) => `  v${at}: {}\n`)}`,
  ],
])('thousands of services take little time: %s', (_, text) => {
  const sources = sourcesOf({ 'compose.yaml': text, '.env': lines(2000, (at) => `T${at}=1\n`) })
  within(1500, () => composeServices(sources))
})

test('what many services inherit has its bound, and those that inherit little are read all the same', () => {
  const base = `  base: { image: a, environment: {${lines(1000, (at) => ` A${at}: b,`)} } }\n`
  const text = `services:\n${base}  one: { image: "a:\${T:-1}" }\n${lines(1000, (at) => `  s${at}: { extends: base }\n`)}  last: { extends: one }\n`
  const services = composeServices(sourcesOf({ 'compose.yaml': text }))
  const known = services.filter(({ service }) => unsettledReason(service, 'environment') === undefined)
  expect(known.length).toBeGreaterThan(100)
  expect(known.length).toBeLessThan(300)
  expect(unsettledReason(services[1001]?.service, 'image')).toContain('more than 200000 values')
  expect(member(services.at(-1), 'service', 'image')).toBe('a:1')
})
