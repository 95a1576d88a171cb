import { RE2JS } from 're2js'
import type { Sources } from '../model/sources.ts'

/** GitHub takes the first that exists. */
const FILES: readonly string[] = ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS']
const LINES = 20_000
const LONGEST = 500

/** Who owns a file: of the patterns that match it the last one decides, also when it names nobody. Undefined where nobody does. */
export function ownersOf(sources: Sources): (path: string) => string | undefined {
  const answers = new Map<string, string | undefined>()
  let entries: readonly Entry[] | undefined
  return (path) => {
    entries ??= read(FILES.map((file) => sources.sourceOf(file)?.text).find((text) => text !== undefined) ?? '')
    if (!answers.has(path)) answers.set(path, entries.findLast(({ pattern }) => pattern.matcher(path).find())?.owners)
    return answers.get(path)
  }
}

interface Entry {
  readonly pattern: RE2JS
  readonly owners: string | undefined
}

function read(text: string): readonly Entry[] {
  return text.split(/\r?\n/, LINES).flatMap((line) => {
    const [pattern, ...owners] = words(line)
    if (pattern === undefined || pattern.length > LONGEST) return []
    // GitHub skips a line with anything but owners after the pattern, with negation or with classes of characters.
    if (/^!|[[\]]/.test(pattern) || !owners.every((owner) => owner.includes('@'))) return []
    return { pattern: expression(pattern), owners: owners.length > 0 ? owners.join(' ') : undefined }
  })
}

// `\ ` is a blank in the pattern; what follows ` #` is a comment.
function words(line: string): string[] {
  const all = line.trim().match(/(?:\\.|\S)+/g) ?? []
  const comment = all.findIndex((word) => word.startsWith('#'))
  return (comment < 0 ? all : all.slice(0, comment)).map((word) => word.replace(/\\(.)/g, '$1'))
}

/** As .gitignore has it: a slash at the front or in the middle ties it to the root, one at the end names a folder. */
function expression(written: string): RE2JS {
  const folder = written.endsWith('/')
  const bare = written.replace(/^\/+|\/+$/g, '')
  const tied = written.startsWith('/') || bare.includes('/')
  const parts = bare.split('/').map((part, index, all) => {
    const last = index === all.length - 1
    if (part === '**') return last ? '.*' : '(?:[^/]+/)*'
    const text = part
      .replace(/[.+^${}()|\\]/g, '\\$&')
      .replace(/\*+/g, '[^/]*')
      .replace(/\?/g, '[^/]')
    return last ? text : `${text}/`
  })
  // `docs/*` owns the files of docs and not those of its folders; a name owns all below it.
  const below = folder ? '/' : /(?:^|\/)\*$/.test(bare) && bare !== '*' ? '$' : '(?:/|$)'
  return RE2JS.compile(`${tied ? '^' : '(?:^|/)'}${parts.join('')}${below}`)
}
