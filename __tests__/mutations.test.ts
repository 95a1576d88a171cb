import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { dayOf } from '../src/config/day.ts'
import { withoutConfig } from '../src/config/load.ts'
import { gate } from '../src/gate.ts'
import type { Example } from '../src/model/rule.ts'
import { embeddedRules } from '../src/rules/embedded.ts'
import { memoryTree } from '../src/source/memory.ts'

const ROUNDS = 60
const FILES = 20
/** What a hostile or broken file may have in place of a value, or as a line. */
const PIECES = [
  ...[
    '{{ include "x" . }}',
    '{{ .Values.x }}',
    '{{- if .x }}',
    '{{- end }}',
    '{{- else }}',
    '{{ range .x }}',
    '- {{ .x }}',
    'a: &a {{ .x }}',
  ],
  ...['<<: *a', '[]', '{}', 'null', '"x', '- - -', '|', '>-', '\t', '? a', '!!binary x', '*x', '{a: [', '---', '0x1F', '1e999', 'yes'],
  ...['$FOO', '@IMAGE@', '<<EOF', '\\', '`'],
]

/** mulberry32: the same mutations in each run. */
function randomness(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const random = randomness(20261127)
const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T

/** The texts of the rules' examples, by the folder of the rules. */
function texts(): string[][] {
  return globSync('rules/*/')
    .sort()
    .map((folder) => {
      const examples = globSync(`${folder}/*.yaml`)
        .sort()
        .flatMap((path) => {
          const file = parse(readFileSync(path, 'utf8')) as { examples?: Record<string, readonly Example[]> }
          return Object.values(file.examples ?? {}).flat()
        })
      return examples.flatMap((example) => (typeof example === 'string' ? [example] : Object.values(example.files)))
    })
}

function mutated(text: string): string {
  const lines = text.split('\n')
  for (let changes = 1 + Math.floor(random() * 4); changes > 0; changes--) {
    const at = Math.floor(random() * lines.length)
    const line = lines[at] ?? ''
    const indent = /^ */.exec(line)?.[0] ?? ''
    const change = pick(['drop', 'add', 'add', 'value', 'empty', 'left', 'right', 'before'] as const)
    if (change === 'drop') lines.splice(at, 1)
    else if (change === 'add') lines.splice(at, 0, indent + pick(PIECES))
    else if (change === 'value') lines[at] = line.replace(/: .*$/, () => `: ${pick(PIECES)}`)
    else if (change === 'empty') lines[at] = line.replace(/:.*$/, ':')
    else if (change === 'left') lines[at] = indent.slice(2) + line.trim()
    else if (change === 'right') lines[at] = `  ${line}`
    else lines[at] = line.replace(/^( *(?:- )?)/, (start) => `${start}${pick(PIECES)} `)
  }
  return lines.join('\n')
}

/** Where such a text is read for what it was. */
function place(text: string, index: number): string {
  if (/^services:/m.test(text)) return `${index}/compose.yaml`
  if (/^(?:on|jobs):/m.test(text)) return `.github/workflows/${index}.yaml`
  if (/^(?:FROM|ARG) /m.test(text) && !/^kind:/m.test(text)) return `${index}/Dockerfile`
  return random() < 0.5 ? `${index}.yaml` : `chart/templates/${index}.yaml`
}

function repository(seeds: readonly (readonly string[])[]): Record<string, string> {
  const files: Record<string, string> = { 'chart/Chart.yaml': 'apiVersion: v2\nname: c\nversion: 1.0.0\n' }
  for (let index = 0; index < FILES; index++) {
    const seed = pick(pick(seeds))
    files[place(seed, index)] = mutated(seed)
  }
  return files
}

test(`${ROUNDS * FILES} broken files are judged by every rule, and none breaks the gate`, async () => {
  const seeds = texts()
  const only = embeddedRules().map(({ id }) => id)
  const day = dayOf('2026-11-27', {}, () => 0)
  const findings: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const files = repository(seeds)
    const tree = memoryTree(files)
    const settings = await withoutConfig(tree, { paths: [], exclude: [], only, day })
    try {
      findings.push(gate(tree, settings).findings.length)
    } catch (error) {
      throw new Error(`broken by one of ${JSON.stringify(files, null, 2)}`, { cause: error })
    }
  }
  expect(Math.min(...findings)).toBeGreaterThan(0)
})
