import type { RuleNames } from '../../config/names.ts'
import type { Rule } from '../../model/rule.ts'
import { firstIndex } from '../../model/search.ts'
import type { Sources } from '../../model/sources.ts'
import type { Subject } from '../../model/subject.ts'
import { ANYWHERE, type Claim, type Hit } from '../../model/waiver.ts'
import { globMatcher } from '../../source/globs.ts'
import { type Ignored, ignoredInFiles } from '../../source/ignore-files.ts'
import { entries } from '../../source/values.ts'
import type { Comment } from '../../source/waivers/comments.ts'
import { MARKED, readMark, readSuppressions, SUPPRESSING, type Suppression } from '../../source/waivers/suppressions.ts'
import { CHECK_PARTS } from '../check-parts.ts'
import { lineOf, type Marked, markedOf } from './annotations.ts'
import { commentsOf, linesOf } from './claims.ts'

/** What other linters are told to keep quiet about, as claims: by the names that rules have there, and by no others. */
export function honouredClaims(sources: Sources, tools: readonly string[], pods: readonly Subject[], names: RuleNames): readonly Claim[] {
  if (tools.length === 0) return []
  const honouring = new Honouring(sources, tools, names)
  const comments = commentsOf(sources, SUPPRESSING).flatMap((comment) => honouring.comment(comment))
  const marks = markedOf(sources, pods, MARKED).flatMap((marked) => honouring.marks(marked))
  return [...comments, ...marks, ...ignoredInFiles(sources).flatMap((ignored) => honouring.ignored(ignored))]
}

/** Object-wide linters that look at the object alone, and not at the pods that it makes. */
const OBJECTS_ONLY: readonly string[] = ['kube-linter', 'polaris', 'kubescape']

/** So many blocks are followed, and so far. */
const BLOCKS = 10_000
const LINES = 1000

class Honouring {
  readonly #sources: Sources
  readonly #tools: readonly string[]
  readonly #names: RuleNames
  readonly #dockerfiles: ReadonlySet<string>
  #blocks = 0
  readonly #objects = new Map<string, { readonly line: number; readonly object: unknown }[]>()

  constructor(sources: Sources, tools: readonly string[], names: RuleNames) {
    this.#sources = sources
    this.#tools = tools
    this.#names = names
    this.#dockerfiles = new Set(sources.dockerfiles.map(({ source }) => source.path))
    for (const { source, origin, object } of sources.resources) {
      const objects = this.#objects.get(source.path) ?? []
      this.#objects.set(source.path, objects)
      objects.push({ line: source.place(origin.span).line, object })
    }
  }

  comment(comment: Comment): Claim[] {
    return readSuppressions(comment).flatMap((suppression) =>
      this.#claim(suppression, `${suppression.tool} comment`, comment, this.#reach(suppression, comment)),
    )
  }

  marks({ file, metadata, thing, isPod }: Marked): Claim[] {
    return (['annotations', 'labels'] as const).flatMap((list) =>
      entries(metadata, list).flatMap(([key, value]) => {
        const suppression = typeof value === 'string' ? readMark(key, value, list) : undefined
        if (!suppression || (isPod && OBJECTS_ONLY.includes(suppression.tool))) return []
        const by = `${suppression.tool} ${list === 'labels' ? 'label' : 'annotation'}`
        return this.#claim(suppression, by, { file, line: lineOf(metadata, key, list) }, { anchors: [thing] })
      }),
    )
  }

  ignored({ tool, id, file, line, paths, reason, ends }: Ignored): Claim[] {
    const inPaths = paths.length === 0 ? () => true : globMatcher(paths, { anyDepth: false })
    const covers = ({ place }: Hit) => inPaths(place.file) && (tool !== 'hadolint' || this.#dockerfiles.has(place.file))
    const suppression = { tool, ids: [id], reason, ...(ends === undefined ? {} : { ends }) }
    return this.#claim(suppression, file, { file, line }, { anchors: [ANYWHERE], covers, inline: false })
  }

  #claim(
    { tool, ids, except = [], reason, ends }: Omit<Suppression, 'reach'>,
    by: string,
    { file, line }: { readonly file: string; readonly line: number },
    tied: Pick<Claim, 'anchors' | 'covers'> & { readonly inline?: boolean },
  ): Claim[] {
    if (!this.#tools.includes(tool)) return []
    const kept = new Set(except.flatMap((id) => this.#rulesOf(`${tool}:${id}`)))
    const parts = Object.keys(CHECK_PARTS).filter((check) => check.startsWith(`${tool}:`))
    const found =
      ids === 'all'
        ? [...this.#names.ofTool(tool), ...parts.flatMap((check) => this.#rulesOf(check))]
        : ids.flatMap((id) => this.#rulesOf(`${tool}:${id}`))
    const rules = [...new Set(found.filter((rule) => !kept.has(rule)).map(({ id }) => id))]
    if (rules.length === 0) return []
    const name = ids === 'all' ? `all of ${tool}` : ids.join(', ')
    const said = reason === '' ? `${tool} is told to ignore ${ids === 'all' ? 'everything here' : name}; no reason is given` : reason
    return [{ by, file, line, name, rules, reason: said, owner: undefined, expires: ends, inline: true, honoured: true, ...tied }]
  }

  #rulesOf(check: string): readonly Rule[] {
    const parts = Object.hasOwn(CHECK_PARTS, check) ? (CHECK_PARTS[check] ?? []) : []
    return [check, ...parts].flatMap((name) => this.#names.find(name))
  }

  #reach({ reach, tool }: Suppression, { file, lines }: Comment): Pick<Claim, 'anchors' | 'covers'> {
    const inFile = { anchors: [`${file}:`] }
    const next = lines[1]
    switch (reach) {
      case 'here':
        return { anchors: linesOf({ file, lines }) }
      case 'file':
        return inFile
      case 'object':
        return this.#dockerfiles.has(file) ? inFile : this.#object(file, lines)
      case 'line':
        return next === undefined ? { anchors: [] } : { anchors: [`${file}:${next}`], covers: ({ place }) => place.line === next }
      case 'block':
        return next === undefined || tool !== 'kics' ? { anchors: [] } : this.#block(file, next)
    }
  }

  /** The object that the line lies in, or that begins below it; what is above the first lies in none. */
  #object(file: string, lines: readonly number[]): Pick<Claim, 'anchors'> {
    const objects = this.#objects.get(file) ?? []
    const line = lines.at(-1) ?? 1
    const object = objects[firstIndex(objects.length, (index) => (objects[index]?.line ?? 0) > line) - 1]?.object
    return { anchors: object === undefined ? linesOf({ file, lines }) : [object] }
  }

  /** An instruction, or a line with what is indented below it. */
  #block(file: string, first: number): Pick<Claim, 'anchors' | 'covers'> {
    if (this.#dockerfiles.has(file)) return { anchors: [`${file}:${first}`] }
    const source = this.#sources.sourceOf(file)
    const indentOf = (text: string) => text.search(/\S/)
    const indent = indentOf(source?.line(first) ?? '')
    let last = first
    // A hostile file may hold a hundred thousand blocks, one in the other.
    if (++this.#blocks > BLOCKS) return { anchors: [] }
    for (let line = first + 1, text = source?.line(line); text !== undefined && line < first + LINES; text = source?.line(++line)) {
      if (text.trim() === '') continue
      if (indentOf(text) <= indent) break
      last = line
    }
    return { anchors: [`${file}:`], covers: ({ place }) => first <= place.line && place.line <= last }
  }
}
