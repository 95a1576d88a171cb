import { posix } from 'node:path'
import type { Source } from '../../model/position.ts'
import type { Sources } from '../../model/sources.ts'
import { matchParts } from '../wildcards.ts'
import type { Call, Script } from './script.ts'

interface Recipe {
  readonly prerequisites: readonly string[]
  readonly lines: readonly { readonly text: string; readonly start: number }[]
  readonly source: Source
}

interface Makefile {
  readonly first: string | undefined
  readonly recipes: ReadonlyMap<string, readonly Recipe[]>
}

const DEEPEST = 6
const MOST_FILES = 60
const MOST_TARGETS = 200
const BIGGEST = 1024 * 1024

/** `make -C DIR -f FILE TARGET…`: the recipes of the targets and of what they need. */
export function makeCalls(words: readonly string[], folder: string, sources: Sources): readonly Call[] {
  const { targets, isOpen, ...where } = optionsOf(words)
  const { at, path } = makefileOf(where, folder, sources)
  const source = path === undefined ? undefined : sources.sourceOf(path)
  if (!source) return []
  const makefile = readMakefile(source, at, sources)
  const wanted = targets.length > 0 || isOpen ? targets : makefile.first === undefined ? [] : [makefile.first]
  return wanted.map((target) => ({ how: `make ${target}`, key: `${source.path} ${target}`, scripts: scriptsOf(makefile, target, at) }))
}

/** The targets of a Makefile that is not among the files. */
export function unmadeTargets(words: readonly string[], folder: string, sources: Sources): readonly string[] {
  const { targets, ...where } = optionsOf(words)
  return makefileOf(where, folder, sources).path === undefined ? targets : []
}

function makefileOf(
  { directory, file }: Pick<Options, 'directory' | 'file'>,
  folder: string,
  sources: Sources,
): { at: string; path: string | undefined } {
  const at = directory === undefined ? folder : posix.normalize(posix.join(folder, directory))
  const names = file === undefined ? ['GNUmakefile', 'makefile', 'Makefile'] : [file]
  return {
    at,
    path: names.map((name) => posix.normalize(posix.join(at, name))).find((name) => !name.startsWith('..') && sources.has(name)),
  }
}

interface Options {
  directory: string | undefined
  file: string | undefined
  targets: string[]
  /** Whether a target is named that only the running pipeline knows: it is not the first one that is made then. */
  isOpen: boolean
}

function optionsOf(words: readonly string[]): Options {
  const found: Options = { directory: undefined, file: undefined, targets: [], isOpen: false }
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? ''
    const match = /^(?:-(C|f)(.*)|--(directory|file|makefile)(?:=(.*))?)$/s.exec(word)
    if (match) {
      const value = match[2] || match[4] || words[++at]
      if (match[1] === 'C' || match[3] === 'directory') found.directory = value
      else found.file = value
    } else if (word.startsWith('-') || word.includes('=')) continue
    else if (word.includes('$')) found.isOpen = true
    else found.targets.push(word)
  }
  return found
}

function scriptsOf(makefile: Makefile, target: string, folder: string): Script[] {
  const scripts: Script[] = []
  const seen = new Set<string>()
  const visit = (name: string, depth: number): void => {
    if (seen.has(name) || seen.size > MOST_TARGETS || depth > DEEPEST) return
    seen.add(name)
    for (const recipe of makefile.recipes.get(name) ?? []) {
      for (const needed of recipe.prerequisites) visit(needed, depth + 1)
      scripts.push(scriptOf(recipe, folder))
    }
  }
  visit(target, 0)
  return scripts.filter((script) => script.text !== '')
}

function scriptOf(recipe: Recipe, folder: string): Script {
  const parts: { from: number; start: number }[] = []
  let text = ''
  for (const line of recipe.lines) {
    const prefix = /^[\t @+-]*/.exec(line.text)?.[0].length ?? 0
    parts.push({ from: text.length, start: line.start + prefix })
    // make goes on after a failure of what has a dash.
    text += `${shell(line.text.slice(prefix))}${line.text.slice(0, prefix).includes('-') ? ' || true' : ''}\n`
  }
  const at = (offset: number) => {
    const part = parts.findLast((one) => one.from <= offset) ?? { from: 0, start: 0 }
    return part.start + (offset - part.from)
  }
  return { text, at, source: recipe.source, folder }
}

// Each replacement is as long as what it replaces, so that places hold: `$(NAME)` is a variable in a Makefile, `$$` a dollar.
function shell(line: string): string {
  return line
    .replace(/\$\$/g, ' $')
    .replace(/\$\((\w+)\)/g, (_, name: string) => `\${${name}}`)
    .replace(/\$\([^()]{0,500}(?:\([^()]{0,500}\)[^()]{0,500}){0,5}\)/g, (call) => '$'.padEnd(call.length, '_'))
}

const RULE = /^([^\s#:=][^:=#]{0,2000})::?(?!=)([^=;#]*)(?:;(.*))?(?:#.*)?$/

function readMakefile(source: Source, folder: string, sources: Sources): Makefile {
  const recipes = new Map<string, Recipe[]>()
  let first: string | undefined
  for (const part of withIncludes(source, folder, sources)) {
    for (const { targets, recipe } of rulesOf(part)) {
      for (const target of targets) {
        recipes.set(target, [...(recipes.get(target) ?? []), recipe])
        if (!target.startsWith('.') && !target.includes('%')) first ??= target
      }
    }
    first = /^\.DEFAULT_GOAL[ \t]*:?=[ \t]*(\S+)/m.exec(part.text)?.[1] ?? first
  }
  return { first, recipes }
}

function withIncludes(source: Source, folder: string, sources: Sources): Source[] {
  const found = [source]
  for (let at = 0; at < found.length && found.length < MOST_FILES; at++) {
    for (const [, names = ''] of found[at]?.text.matchAll(/^-?s?include[ \t]+([^\n#]+)/gm) ?? []) {
      for (const name of names.trim().split(/\s+/)) found.push(...included(name, folder, sources).filter((file) => !found.includes(file)))
    }
  }
  return found
}

function included(name: string, folder: string, sources: Sources): Source[] {
  const bare = name.replace(/^\$[({]\w+[)}]\//, '')
  if (bare.includes('$')) return []
  const path = posix.normalize(posix.join(folder, bare))
  if (!path.includes('*')) return sourcesOf([path], sources)
  const parts = path.split('/')
  const matches = (file: string) =>
    file.split('/').length === parts.length && matchParts(parts, file.split('/'), { folder: false, flat: true })
  return sourcesOf(sources.files.filter(matches).slice(0, MOST_FILES), sources)
}

function sourcesOf(paths: readonly string[], sources: Sources): Source[] {
  return paths.flatMap((path) => (sources.has(path) ? (sources.sourceOf(path) ?? []) : []))
}

function rulesOf(source: Source): { targets: string[]; recipe: Recipe }[] {
  const rules: { targets: string[]; recipe: Recipe & { lines: { text: string; start: number }[] } }[] = []
  let start = 0
  for (const line of source.text.slice(0, BIGGEST).split('\n')) {
    const last = rules.at(-1)
    if (line.startsWith('\t')) last?.recipe.lines.push({ text: line, start })
    else if (line.length < 4096) {
      const match = RULE.exec(line)
      if (match) {
        const lines = match[3]?.trim() ? [{ text: match[3], start: start + line.length - match[3].length }] : []
        rules.push({
          targets: (match[1] ?? '').trim().split(/\s+/),
          recipe: { prerequisites: (match[2] ?? '').split(/[\s|]+/).filter(Boolean), lines, source },
        })
      }
    }
    start += line.length + 1
  }
  return rules
}
