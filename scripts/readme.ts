// Fills the parts of README.md that follow from action.yml and from what the gate says of examples/shop.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { loadConfig } from '../src/config/load.ts'
import { gate } from '../src/gate.ts'
import type { Report } from '../src/model/report.ts'
import type { RenderContext } from '../src/report/context.ts'
import { lineReader } from '../src/report/lines.ts'
import { renderComment } from '../src/report/markdown/markdown.ts'
import { text as renderText } from '../src/report/text/text.ts'
import { openTree } from '../src/source/files.ts'
import { findRoot } from '../src/source/root.ts'

const ROOT = join(import.meta.dirname, '..')
const README = join(ROOT, 'README.md')

interface Named {
  readonly description: string
  readonly default?: string
}
interface Action {
  readonly inputs: Readonly<Record<string, Named>>
  readonly outputs: Readonly<Record<string, Named>>
}

/** README.md as it should be, given as it is. */
export async function readme(current: string): Promise<string> {
  const action = parse(readFileSync(join(ROOT, 'action.yml'), 'utf8')) as Action
  const { report, context } = await shop()
  const parts: Readonly<Record<string, string>> = {
    'shop:finding': fenced('text', finding(renderText(report, context), 'k8s/cache.yaml')),
    'shop:comment': quoted(unfolded(renderComment(report, context))),
    inputs: inputs(action.inputs),
    outputs: outputs(action.outputs),
  }
  return Object.entries(parts).reduce((text, [name, part]) => filled(text, name, part), current)
}

async function shop(): Promise<{ report: Report; context: RenderContext }> {
  const { root, paths } = findRoot([join(ROOT, 'examples/shop')], ROOT)
  const tree = openTree(root, paths)
  const settings = await loadConfig(tree, { root, cwd: ROOT, explicit: undefined }, { paths, exclude: [] })
  const rules = new Map(settings.rules.map(({ rule }) => [rule.id, { rule }]))
  const context = { rules, line: lineReader(tree), color: false, width: 100, base: '', name: 'maturity-gate', only: false, enforce: true }
  return { report: gate(tree, settings), context }
}

// One file's findings: from its path to whatever stands at the margin next.
function finding(text: string, file: string): string {
  const lines = text.split('\n')
  const from = lines.indexOf(file)
  const next = lines.findIndex((line, index) => index > from && /^\S/.test(line))
  return lines.slice(from, next).join('\n').trimEnd()
}

// The list of all findings is folded in the comment, and left out here.
function unfolded(comment: string): string {
  return comment.replace(/<details>.*?<\/details>\n*/gs, '')
}

function filled(text: string, name: string, part: string): string {
  const start = `<!-- ${name} -->`
  const end = `<!-- /${name.split(':')[0]} -->`
  const from = text.indexOf(start)
  const to = text.indexOf(end, from)
  if (from < 0 || to < 0) throw new Error(`README.md has no part ${start} … ${end}`)
  return `${text.slice(0, from + start.length)}\n${part}\n${text.slice(to)}`
}

function fenced(language: string, text: string): string {
  return `\`\`\`${language}\n${text}\n\`\`\``
}

function quoted(markdown: string): string {
  return markdown
    .trim()
    .split('\n')
    .map((line) => `> ${line}`.trimEnd())
    .join('\n')
}

function inputs(all: Action['inputs']): string {
  const rows = Object.entries(all).map(
    ([name, input]) => `| \`${name}\` | ${input.description} | ${input.default ? `\`${input.default}\`` : ''} |`,
  )
  return ['| input | meaning | default |', '|---|---|---|', ...rows].join('\n')
}

function outputs(all: Action['outputs']): string {
  const rows = Object.entries(all).map(([name, { description }]) => `| \`${name}\` | ${description} |`)
  return ['| output | meaning |', '|---|---|', ...rows].join('\n')
}

if (process.argv[1] === import.meta.filename) writeFileSync(README, await readme(readFileSync(README, 'utf8')))
