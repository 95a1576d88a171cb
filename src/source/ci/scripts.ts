import { posix } from 'node:path'
import type { YamlDocument } from '../../model/document.ts'
import type { Source } from '../../model/position.ts'
import type { Sources } from '../../model/sources.ts'
import { items, member, placeOf, text } from '../values.ts'
import { parseYaml } from '../yaml/parse.ts'
import { type Call, type Script, scriptOf, type Tool } from './script.ts'

function fileIn(folder: string, names: readonly string[], sources: Sources): Source | undefined {
  const path = names.map((name) => posix.normalize(posix.join(folder, name))).find((name) => !name.startsWith('..') && sources.has(name))
  return path === undefined ? undefined : sources.sourceOf(path)
}

/** The value of a YAML file's first document. */
function documentIn(source: Source | undefined): YamlDocument['value'] {
  return source && parseYaml(source, { templated: false, schema: 'core' }).documents[0]?.value
}

/** Words of npm and its like that run no script of package.json. */
const OWN =
  /^(?:install|ci|i|add|remove|publish|pack|version|login|exec|dlx|x|audit|cache|config|init|link|why|up|upgrade|dedupe|set|workspaces?)$/

export function packageCalls(tool: string, operands: readonly string[], folder: string, sources: Sources): readonly Call[] {
  const runs = operands[0] === 'run' || operands[0] === 'run-script'
  const name = operands[0] === 'test' || operands[0] === 't' ? 'test' : runs ? operands[1] : tool === 'npm' ? undefined : operands[0]
  const source = name === undefined || (!runs && OWN.test(name)) ? undefined : fileIn(folder, ['package.json'], sources)
  if (!source || name === undefined) return []
  return ['pre', '', 'post']
    .flatMap((prefix) => packageScript(source, `${prefix}${name}`, folder))
    .map((script) => {
      return { how: `${tool} run ${name}`, key: `${source.path} ${script.text}`, scripts: [script] }
    })
}

function packageScript(source: Source, name: string, folder: string): Script[] {
  const scripts = jsonOf(source)?.scripts
  const script =
    typeof scripts === 'object' && scripts !== null && Object.hasOwn(scripts, name) ? (scripts as Record<string, unknown>)[name] : undefined
  if (typeof script !== 'string') return []
  const key = source.text.indexOf(JSON.stringify(name), source.text.indexOf('"scripts"'))
  return [{ text: script, at: () => Math.max(key, 0), source, folder }]
}

function jsonOf(source: Source): { scripts?: unknown } | undefined {
  try {
    const value: unknown = JSON.parse(source.text)
    return typeof value === 'object' && value !== null ? value : undefined
  } catch {
    return undefined
  }
}

const DEEPEST = 6

export function taskCalls(operands: readonly string[], folder: string, sources: Sources): readonly Call[] {
  const source = fileIn(folder, ['Taskfile.yml', 'Taskfile.yaml', 'taskfile.yml', 'taskfile.yaml', 'Taskfile.dist.yml'], sources)
  const value = documentIn(source)
  const tasks = operands.length > 0 ? operands : ['default']
  return tasks.map((task) => ({ how: `task ${task}`, key: `${source?.path} ${task}`, scripts: taskScripts(value, task, folder, 0) }))
}

function taskScripts(file: unknown, task: string, folder: string, depth: number): Script[] {
  const found = member(file, 'tasks', task)
  if (found === undefined || depth > DEEPEST) return []
  const commands = Array.isArray(found) ? found : member(found, 'cmds')
  const scripts = scriptList(commands, folder)
  const one = scriptOf(found, 'cmd', folder) ?? scriptOf(member(file, 'tasks'), task, folder)
  const tolerated = member(found, 'ignore_error') === true
  const called = [...items(found, 'deps'), ...items(commands)].flatMap((item) =>
    typeof item === 'string' ? [] : (text(item, 'task') ?? []),
  )
  const deps = items(found, 'deps').filter((item) => typeof item === 'string')
  return [...(one ? [one] : []), ...scripts, ...[...called, ...deps].flatMap((name) => taskScripts(file, name, folder, depth + 1))].map(
    (script) => untemplated(tolerated ? { ...script, tolerated } : script),
  )
}

function scriptList(commands: unknown, folder: string): Script[] {
  return items(commands).flatMap((item, index) => {
    const script = typeof item === 'string' ? scriptOf(commands, index, folder) : scriptOf(item, 'cmd', folder)
    return script ? { ...script, tolerated: member(item, 'ignore_error') === true } : []
  })
}

// `{{.IMAGE}}` is one word that nobody knows; the text keeps its length.
function untemplated(script: Script): Script {
  return { ...script, text: script.text.replace(/\{\{[^{}]{0,500}\}\}/g, (expression) => '$'.padEnd(expression.length, '_')) }
}

export function justCalls(operands: readonly string[], folder: string, sources: Sources): readonly Call[] {
  const source = fileIn(folder, ['justfile', 'Justfile', '.justfile'], sources)
  if (!source) return []
  const recipes = justRecipes(source, folder)
  const wanted = operands.length > 0 ? operands : [...recipes.keys()].slice(0, 1)
  return wanted.flatMap((name) => {
    const seen = new Set<string>()
    const visit = (one: string): Script[] => {
      const recipe = seen.size < 100 && !seen.has(one) ? recipes.get(one) : undefined
      seen.add(one)
      return recipe ? [...recipe.needs.flatMap(visit), recipe.script] : []
    }
    const scripts = visit(name)
    return scripts.length > 0 ? [{ how: `just ${name}`, key: `${source.path} ${name}`, scripts }] : []
  })
}

const BIGGEST = 256 * 1024
const RECIPE = /^@?([A-Za-z_][\w-]{0,100})([^\n:=]{0,500}):(?!=)([^\n]*)\n((?:[ \t]+[^\n]*(?:\n|$)|\n(?=[ \t]))*)/gm

function justRecipes(source: Source, folder: string): Map<string, { needs: string[]; script: Script }> {
  const recipes = new Map<string, { needs: string[]; script: Script }>()
  for (const match of source.text.slice(0, BIGGEST).matchAll(RECIPE)) {
    const [whole, name = '', , needs = '', body = ''] = match
    const start = match.index + whole.length - body.length
    const bare = body.replace(/^([ \t]+)([@-]*)/gm, (prefix) => ' '.repeat(prefix.length))
    recipes.set(name, {
      needs: needs.match(/[A-Za-z_][\w-]*/g) ?? [],
      script: untemplated({ text: bare, at: (offset) => start + offset, source, folder }),
    })
  }
  return recipes
}

/** The hooks of .pre-commit-config.yaml by their ids. */
export function preCommitHooks(folder: string, sources: Sources): readonly Tool[] {
  const value = documentIn(fileIn(folder, ['.pre-commit-config.yaml', '.pre-commit-config.yml'], sources))
  return items(value, 'repos').flatMap((repo) =>
    items(repo, 'hooks').flatMap((hook) => {
      const name = text(hook, 'id')
      const words = items(hook, 'args').filter((word) => typeof word === 'string')
      return name === undefined ? [] : [{ name, arguments: words, origin: placeOf(hook, 'id') }]
    }),
  )
}

export function preCommitTools(folder: string, sources: Sources): readonly Call[] {
  const tools = preCommitHooks(folder, sources)
  return tools.length > 0 ? [{ how: 'pre-commit run', key: `${folder} pre-commit`, scripts: [], tools }] : []
}
