import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Source } from '../../../src/model/position.ts'
import type { Sources } from '../../../src/model/sources.ts'
import { parseDockerfile } from '../../../src/source/dockerfile/parse.ts'
import { dockerfileSubjects } from '../../../src/subjects/dockerfile/subjects.ts'

const variable = (text: string) => `$\{${text}}`

const LINES = [
  'FROM alpine AS build',
  'FROM build',
  `ARG A=${variable('B:-c')}`,
  'ENV A="b c" D=$A',
  'RUN apt-get update && \\',
  '  curl -k x | sh',
  '# comment',
  '#escape=`',
  '',
  '\\',
  'RUN <<EOF',
  'EOF',
  'COPY --from=build <<X /y',
  'X',
  'RUN ["sh", "-c", "x"]',
  'ONBUILD COPY a b',
  `USER ${variable('U:?')}`,
  'SHELL ["powershell"]',
  'HEALTHCHECK CMD x',
  'EXPOSE $P/tcp',
  'COPY --from=1 a b',
  'RUN --mount=type=cache,target=$A x',
  'LABEL a b',
  'RUN if x; then y; fi $(z `q`)',
]
const file = fc.oneof(
  fc
    .array(fc.oneof(fc.constantFrom(...LINES), fc.string({ unit: 'binary' }), fc.string()))
    .chain((lines) => fc.constantFrom('\n', '\r\n').map((end) => lines.join(end))),
  fc.uint8Array({ maxLength: 400 }).map((bytes) => new TextDecoder().decode(bytes)),
  fc.string({ unit: fc.constantFrom(...'$\\{}"\'<>-#= \n\tFROMRUN`'.split('')), maxLength: 200 }),
)

test('any text gives a document or faults, and its pieces are the text', () => {
  fc.assert(
    fc.property(file, (text) => {
      const { pieces, source, instructions } = parseDockerfile(new Source('Dockerfile', text))
      expect(pieces.map(({ span }) => source.text.slice(span.start, span.end)).join('')).toBe(text)
      for (const one of instructions) {
        for (const { span } of [one, ...one.words, ...one.flags]) {
          expect(span.start).toBeGreaterThanOrEqual(0)
          expect(span.end).toBeGreaterThanOrEqual(span.start)
          expect(span.end).toBeLessThanOrEqual(text.length)
        }
      }
    }),
    { numRuns: 600 },
  )
})

test('a file without instructions or FROM is a fault, not a document without any', () => {
  fc.assert(
    fc.property(file, (text) => {
      const { stages, faults } = parseDockerfile(new Source('Dockerfile', text))
      expect(stages.length > 0 || faults.length > 0).toBe(true)
    }),
  )
})

// Reads every member of a value, as a rule could; what is not settled may throw and nothing else.
function readAll(value: unknown, seen = new Set<unknown>()): void {
  if (typeof value !== 'object' || value === null || seen.has(value)) return
  seen.add(value)
  for (const key of Object.keys(value)) {
    let member: unknown
    try {
      member = (value as Record<string, unknown>)[key]
    } catch (error) {
      expect((error as Error).name).toBe('Unsettled')
    }
    readAll(member, seen)
  }
}

test('whatever a rule can read of it can be read', () => {
  fc.assert(
    fc.property(file, (text) => {
      const dockerfiles = [parseDockerfile(new Source('Dockerfile', text))]
      const none = { documents: [], workflows: [], compose: [], resources: [], files: [] }
      const sources = { ...none, dockerfiles, isSubject: () => true, isEvidence: () => true, has: () => false } as unknown as Sources
      for (const scope of ['dockerfile', 'build-stage', 'instruction', 'command', 'image'] as const) {
        for (const subject of dockerfileSubjects(sources, scope)) readAll(subject.variables)
      }
    }),
    { numRuns: 300 },
  )
})

const HOSTILE: readonly (readonly [string, string])[] = [
  ['substitutions in substitutions', `FROM a\nENV A=${'${A:-'.repeat(20_000)}`],
  ['a long pattern', `FROM a\nENV V=${'a'.repeat(30_000)}\nENV W=\${V##${'*a'.repeat(15_000)}b}`],
  ['a long replacement', `FROM a\nENV V=${'a'.repeat(30_000)}\nENV W=\${V//${'a*'.repeat(10_000)}b/c}`],
  ['wrappers in wrappers', `FROM a\nRUN ${'sudo '.repeat(12_000)}x`],
  ['shells in shells', `FROM a\nRUN ${'sh -c '.repeat(10_000)}x`],
  ['groups in groups', `FROM a\nRUN ${'('.repeat(30_000)}`],
  ['many assignments', `FROM a\nRUN ${'export TOKEN=b '.repeat(20_000)}`],
  ['quotes that nobody closes', `FROM a\nRUN ${'A_TOKEN="b'.repeat(20_000)}`],
  ['many folders', `FROM a\nRUN cd /src/${'/'.repeat(50_000)}x && git checkout v1`],
  ['many signatures', `FROM a\nRUN ${'curl -O x/a && gpg --verify b.asc && '.repeat(3000)}true`],
  ['many pipes', `FROM a\nRUN ${'a|'.repeat(30_000)}b`],
  [
    'many stages, each built on the one before',
    Array.from({ length: 20_000 }, (_, i) => `FROM ${i ? `s${i - 1}` : 'a'} AS s${i}`).join('\n'),
  ],
  ['many variables', `FROM a\n${Array.from({ length: 20_000 }, (_, i) => `ENV V${i}=$V${i - 1}\nRUN x`).join('\n')}`],
  ['many blanks', `FROM a\nRUN ${'\t '.repeat(30_000)}\\\nx`],
  ['ONBUILD ONBUILD', `FROM a\n${'ONBUILD '.repeat(8_000)}`],
  ['many continuations', `FROM a\nRUN x \\\n${'  && y \\\n'.repeat(20_000)}  z`],
  ['many here-documents', `FROM a\nRUN ${'<<A '.repeat(2_000)}\n${'A\n'.repeat(2_000)}`],
]

function read(text: string): void {
  const dockerfiles = [parseDockerfile(new Source('Dockerfile', text))]
  const sources = { dockerfiles, isSubject: () => true, has: () => false } as unknown as Sources
  for (const scope of ['dockerfile', 'build-stage', 'instruction', 'command', 'image'] as const) dockerfileSubjects(sources, scope)
}

/** CPU time of this process in milliseconds: a busy machine makes it wait, and not work more. */
function work(run: () => void): number {
  const start = process.cpuUsage()
  run()
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1000
}

// What is quadratic takes minutes for texts of this size.
test.for(HOSTILE)('bounded work: %s', { timeout: 120_000 }, ([, text]) => {
  expect(work(() => read(text))).toBeLessThan(20_000)
})
