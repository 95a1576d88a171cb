import type { Document, Node, Pair, Scalar, YAMLMap } from 'yaml'
import { z } from 'zod'
import { type Mistake, nearest } from '../../errors.ts'
import { yaml } from '../packages.ts'
import { meantBranch, worded } from './wording.ts'

/** A YAML file that people write for us: its values, and where each of them stands. */
export interface PlacedYaml {
  readonly file: string
  readonly value: unknown
  /** What is wrong with the YAML itself; then `value` is undefined. */
  readonly mistakes: readonly Mistake[]
  /** The place of what a path leads to: its key, or for what is missing the deepest existing ancestor. */
  place(path: readonly PropertyKey[]): Mistake
  /** The place of a character inside a scalar, where the scalar's lines can be told apart; else of its key. */
  within(path: readonly PropertyKey[], offset: number): Mistake
}

type Found = { readonly key: Node | undefined; readonly node: Node | undefined; readonly whole: boolean }

export function parsePlaced(text: string, file: string): PlacedYaml {
  const lines = new (yaml().LineCounter)()
  const document = yaml().parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: false })
  const at = (offset: number | undefined): Mistake => {
    const { line, col } = lines.linePos(offset ?? 0)
    return { message: '', file, line: Math.max(line, 1), column: Math.max(col, 1) }
  }
  const tags = document.warnings.filter(({ code }) => code === 'TAG_RESOLVE_FAILED')
  const mistakes = [
    ...errorsOf(document).map((error) => ({ ...at(error.pos[0]), message: error.message })),
    ...repeatedKeys(document).map((key) => ({ ...at(key.range?.[0]), message: 'this key is there already' })),
    ...tags.map((warning) => ({ ...at(warning.pos[0]), message: 'a value that begins with ! is a YAML tag: put it in quotes' })),
  ]
  const read = mistakes.length > 0 ? {} : plainly(document)
  if (read.wrong !== undefined) mistakes.push({ ...at(0), message: read.wrong })
  const find = (path: readonly PropertyKey[]) => locate(document.contents ?? undefined, path)
  const start = ({ key, node }: Found) => (key ?? node)?.range?.[0]
  return {
    file,
    value: read.value,
    mistakes,
    place: (path) => at(start(find(path))),
    within: (path, offset) => {
      const found = find(path)
      const inside = found.whole && yaml().isScalar(found.node) ? offsetWithin(text, found.node, offset) : undefined
      return at(inside ?? start(found))
    },
  }
}

// The parser says as many times as there are brackets that its stack is too small for them.
function errorsOf({ errors }: Document): readonly { readonly pos: readonly [number, number]; readonly message: string }[] {
  const deep = errors.find(({ message }) => /stack/i.test(message))
  return deep ? [{ pos: deep.pos, message: 'its values are nested too deeply' }] : errors
}

// The parser's own search compares each key with every other one.
function repeatedKeys(document: Document): readonly Scalar[] {
  const repeated: Scalar[] = []
  yaml().visit(document, {
    Map(_, map) {
      const seen = new Set<unknown>()
      for (const { key } of map.items) {
        if (!yaml().isScalar(key)) continue
        if (seen.has(key.value)) repeated.push(key)
        seen.add(key.value)
      }
    },
  })
  return repeated
}

// An alias without its anchor shows only here, and so do aliases of aliases that grow without end.
function plainly(document: Document): { readonly value?: unknown; readonly wrong?: string } {
  try {
    return { value: document.toJS({ maxAliasCount: 100 }) }
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error
    return {
      wrong: error.message.startsWith('Unresolved') ? 'an alias stands before its anchor, or has none' : 'its aliases stand for too much',
    }
  }
}

function locate(root: Node | undefined, path: readonly PropertyKey[]): Found {
  let found: Found = { key: undefined, node: root, whole: true }
  for (const step of path) {
    const next = child(found.node, step)
    if (!next) return { ...found, whole: false }
    found = next
  }
  return found
}

function child(node: Node | undefined, step: PropertyKey): Found | undefined {
  if (yaml().isSeq(node)) {
    const item = node.items[Number(step)]
    return yaml().isNode(item) ? { key: undefined, node: item, whole: true } : undefined
  }
  const pair = yaml().isMap(node) ? entry(node, step) : undefined
  if (!pair) return undefined
  return {
    key: yaml().isNode(pair.key) ? pair.key : undefined,
    node: yaml().isNode(pair.value) && !yaml().isAlias(pair.value) ? pair.value : undefined,
    whole: true,
  }
}

const indexes = new WeakMap<YAMLMap, ReadonlyMap<string, Pair>>()

// Made once for each mapping: a configuration may have as many mistakes as keys.
function entry(map: YAMLMap, step: PropertyKey): Pair | undefined {
  let index = indexes.get(map)
  if (!index) {
    const named = map.items.flatMap((pair) =>
      yaml().isPair(pair) && yaml().isScalar(pair.key) ? [[String(pair.key.value), pair] as const] : [],
    )
    index = new Map(named.reverse())
    indexes.set(map, index)
  }
  return index.get(String(step))
}

// Only where the text of the scalar is the value as it stands: plain and block scalars without folding or escapes.
function offsetWithin(text: string, node: Node & { value?: unknown; type?: unknown }, offset: number): number | undefined {
  const [start, end] = node.range ?? [0, 0]
  if (typeof node.value !== 'string') return undefined
  const literal = text.slice(start, end)
  if (node.type === 'PLAIN' && literal === node.value) return start + offset
  if ((node.type === 'QUOTE_SINGLE' || node.type === 'QUOTE_DOUBLE') && literal.slice(1, -1) === node.value) return start + 1 + offset
  if (node.type !== 'BLOCK_LITERAL') return undefined
  const body = literal.indexOf('\n') + 1
  const indent = /^ */.exec(literal.slice(body).replace(/^\s*\n/, ''))?.[0].length ?? 0
  const before = node.value.slice(0, offset).split('\n')
  const lines = literal
    .slice(body)
    .split('\n')
    .slice(0, before.length - 1)
  return start + body + lines.reduce((sum, line) => sum + line.length + 1, 0) + indent + (before.at(-1)?.length ?? 0)
}

/** For so many unknown keys of one mapping the name that was meant is looked for. */
const GUESSES = 100

/** What a schema refused, each at its line and column, with the name that was probably meant. */
export function placedMistakes(issues: readonly z.core.$ZodIssue[], yaml: PlacedYaml, schema: z.ZodType): Mistake[] {
  return issues.flatMap((issue) => mistakesOf(issue, [], yaml, schema))
}

function mistakesOf(issue: z.core.$ZodIssue, above: readonly PropertyKey[], yaml: PlacedYaml, schema: z.ZodType): Mistake[] {
  const path = [...above, ...issue.path]
  if (issue.code === 'unrecognized_keys') {
    const known = knownKeys(schema, path)
    return issue.keys.map((key, index) => {
      const meant = index < GUESSES ? nearest(key, known) : undefined
      return { ...yaml.place([...path, key]), message: `unknown key ${at([...path, key])}${meant ? `; did you mean ${meant}?` : ''}` }
    })
  }
  const meant = issue.code === 'invalid_union' ? meantBranch(issue) : undefined
  if (issue.code === 'invalid_union' && meant !== undefined)
    return (issue.errors[meant] ?? []).flatMap((error) => mistakesOf(error, path, yaml, schema))
  return [{ ...yaml.place(path), message: `${at(path)}: ${worded(issue)}` }]
}

/** A path as people write it: `rules.no-latest-tag.params[0]`. */
function at(path: readonly PropertyKey[]): string {
  return (
    path.reduce<string>(
      (text, step) => (typeof step === 'number' ? `${text}[${step}]` : text ? `${text}.${String(step)}` : String(step)),
      '',
    ) || 'the file'
  )
}

type JsonSchema = {
  properties?: Record<string, JsonSchema>
  items?: JsonSchema
  additionalProperties?: JsonSchema | boolean
  anyOf?: JsonSchema[]
  $ref?: string
  $defs?: Record<string, JsonSchema>
}

function knownKeys(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  const root = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonSchema
  let level: JsonSchema[] = [root]
  const spread = (one: JsonSchema): JsonSchema[] => {
    const target = one.$ref ? root.$defs?.[one.$ref.replace('#/$defs/', '')] : undefined
    return [one, ...(target ? spread(target) : []), ...(one.anyOf ?? []).flatMap(spread)]
  }
  for (const step of path) {
    level = level.flatMap(spread).flatMap((one) => {
      const rest = typeof one.additionalProperties === 'object' ? one.additionalProperties : undefined
      const next = typeof step === 'number' ? one.items : (one.properties?.[String(step)] ?? rest)
      return next ? [next] : []
    })
  }
  return level.flatMap(spread).flatMap((one) => Object.keys(one.properties ?? {}))
}
