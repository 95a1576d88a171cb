import type { DockerWord, Instruction, Joined, Pair } from '../../model/dockerfile.ts'
import { readJsonList } from './json.ts'
import type { LogicalLine } from './lines.ts'
import { isSpace, type Range, splitBlanks } from './spaces.ts'
import { splitHead, splitPlain, splitQuoted, wordAt } from './split.ts'

export const KEYWORDS: readonly string[] = [
  'add',
  'arg',
  'cmd',
  'copy',
  'entrypoint',
  'env',
  'expose',
  'from',
  'healthcheck',
  'label',
  'maintainer',
  'onbuild',
  'run',
  'shell',
  'stopsignal',
  'user',
  'volume',
  'workdir',
]

interface Arguments {
  readonly words: readonly DockerWord[]
  readonly form?: 'exec' | 'shell'
  readonly pairs?: readonly Pair[]
  readonly trigger?: Instruction | undefined
  /** Why BuildKit's parser refuses them. */
  readonly fault?: string | undefined
}

export interface Parsed {
  readonly instruction: Instruction
  readonly fault: string | undefined
}

/** Reads one instruction after the rules of its keyword. */
export function parseInstruction(line: LogicalLine, token: string): Parsed {
  return parseRange(line, { from: 0, to: line.joined.text.length }, token, 0)
}

function parseRange(line: LogicalLine, range: Range, token: string, depth: number): Parsed {
  const { joined } = line
  const head = splitHead(joined, range, token)
  const keyword = joined.text.slice(head.keyword.from, head.keyword.to)
  const name = keyword.toLowerCase()
  const { fault, words, form, pairs, trigger } = readArguments(name, line, head.rest, token, depth)
  const instruction: Instruction = {
    keyword,
    name,
    span: { start: depth ? joined.at(head.keyword.from) : line.start, end: line.end },
    key: joined.span(head.keyword.from, head.keyword.to),
    joined,
    rest: head.rest,
    flags: head.flags,
    form: form ?? 'shell',
    words,
    pairs: pairs ?? [],
    heredocs: line.heredocs,
    trigger,
    comments: line.comments,
    emptyContinuation: line.emptyContinuation,
  }
  return { instruction, fault }
}

function readArguments(name: string, line: LogicalLine, rest: Range, token: string, depth: number): Arguments {
  const { joined } = line
  const empty = rest.from === rest.to
  switch (name) {
    case 'add':
    case 'copy':
    case 'volume':
      return readList(joined, rest) ?? { words: splitPlain(joined, rest) }
    case 'cmd':
    case 'entrypoint':
    case 'run':
    case 'shell':
      return empty ? { words: [] } : (readList(joined, rest) ?? { words: [wordAt(joined, rest)] })
    case 'arg':
      return readArg(joined, rest, token)
    case 'env':
    case 'label':
      return readPairs(name, joined, rest, token)
    case 'expose':
    case 'from':
      return { words: splitPlain(joined, rest) }
    case 'healthcheck':
      return readHealthcheck(joined, rest)
    case 'maintainer':
    case 'stopsignal':
    case 'user':
    case 'workdir':
      return { words: empty ? [] : [wordAt(joined, rest)] }
    case 'onbuild':
      return readOnbuild(line, rest, token, depth)
    default:
      return { words: [] }
  }
}

const MIXED = 'the JSON list holds something else than strings: put every item into double quotes'

function readList(joined: Joined, rest: Range): Arguments | undefined {
  const list = readJsonList(joined, rest)
  if (!list) return undefined
  return list === 'mixed' ? { words: [], fault: MIXED } : { words: list, form: 'exec' }
}

function readArg(joined: Joined, rest: Range, token: string): Arguments {
  const words = splitQuoted(joined, rest, token)
  const pairs = words.map((word) => {
    const equals = word.text.indexOf('=')
    return equals < 0 ? { name: word, value: undefined, legacy: false } : cutPair(word, equals)
  })
  return { words, pairs }
}

function readPairs(name: string, joined: Joined, rest: Range, token: string): Arguments {
  const words = splitQuoted(joined, rest, token)
  const first = words[0]
  if (!first) return { words }
  if (!first.text.includes('=')) {
    const [key, value] = splitBlanks(joined.text, rest, 2)
    if (!key || !value)
      return { words, fault: `${name.toUpperCase()} ${first.text} has no value: write ${name.toUpperCase()} ${first.text}=value` }
    return { words, pairs: [{ name: wordAt(joined, key), value: wordAt(joined, value), legacy: true }] }
  }
  const bare = words.find((word) => !word.text.includes('='))
  if (bare) return { words, fault: `\`${bare.text}\` is no name=value: write the value in quotes, or = after the name` }
  return { words, pairs: words.map((word) => cutPair(word, word.text.indexOf('='))) }
}

function cutPair(word: DockerWord, equals: number): Pair {
  const { start, end } = word.span
  const middle = Math.min(start + equals, end)
  return {
    name: { text: word.text.slice(0, equals), span: { start, end: middle } },
    value: { text: word.text.slice(equals + 1), span: { start: Math.min(middle + 1, end), end } },
    legacy: false,
  }
}

function readHealthcheck(joined: Joined, rest: Range): Arguments {
  let at = rest.from
  while (at < rest.to && !isSpace(joined.text.charAt(at))) at++
  if (at === rest.from) return { words: [] }
  const kind = wordAt(joined, { from: rest.from, to: at })
  while (at < rest.to && isSpace(joined.text.charAt(at))) at++
  const inner = { from: at, to: rest.to }
  if (at === rest.to) return { words: [kind] }
  const list = readList(joined, inner) ?? { words: [wordAt(joined, inner)] }
  return { ...list, words: [kind, ...list.words] }
}

// BuildKit's parser has no bound for ONBUILD ONBUILD …, which it refuses afterwards; a few levels tell as much.
function readOnbuild(line: LogicalLine, rest: Range, token: string, depth: number): Arguments {
  if (rest.from === rest.to || depth > 8) return { words: [] }
  const { instruction, fault } = parseRange(line, rest, token, depth + 1)
  return { words: [], trigger: instruction, fault }
}

/** Whether the body of a here-document may follow this line: RUN, COPY and ADD in shell form, ONBUILD of them too. */
export function takesHeredocs(text: string, token: string): boolean {
  const joined: Joined = { text, at: (offset) => offset, span: (start, end) => ({ start, end }) }
  const line = { joined, start: 0, end: text.length, comments: [], heredocs: [], emptyContinuation: undefined } as unknown as LogicalLine
  const { instruction, fault } = parseRange(line, { from: 0, to: text.length }, token, 0)
  const inner = instruction.name === 'onbuild' ? instruction.trigger : instruction
  return fault === undefined && inner !== undefined && ['add', 'copy', 'run'].includes(inner.name) && inner.form !== 'exec'
}
