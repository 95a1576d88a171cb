import type { RuleNames } from '../../config/names.ts'
import type { ConfiguredWaiver } from '../../config/settings.ts'
import type { Sources } from '../../model/sources.ts'
import type { Subject } from '../../model/subject.ts'
import { ANYWHERE, type Claim, type Flawed, type Hit } from '../../model/waiver.ts'
import { globMatcher } from '../../source/globs.ts'
import { type Comment, dockerfileComments, yamlComments } from '../../source/waivers/comments.ts'
import { type Allowed, type Flaw, OURS, readComment } from '../../source/waivers/waiver-text.ts'
import { starred } from '../../source/wildcards.ts'

/** Claims, and what is meant for one and is none. */
export interface Claims {
  readonly claims: readonly Claim[]
  readonly flawed: readonly Flawed[]
}

/** The waivers of the configuration. */
export function configuredClaims(waivers: readonly ConfiguredWaiver[]): readonly Claim[] {
  return waivers.map(({ paths, resources, containers, place, ...waiver }) => {
    const inPaths = paths.length > 0 ? globMatcher(paths, { anyDepth: false }) : () => true
    const isResource = anyOf(resources)
    const isContainer = anyOf(containers)
    const covers = ({ subject, place: { file } }: Hit) =>
      inPaths(file) &&
      (resources.length === 0 || namesOf(subject).some(isResource)) &&
      (containers.length === 0 || isContainer(subject.container ?? ''))
    return {
      ...waiver,
      by: 'configuration',
      file: place.file,
      line: place.line,
      inline: false,
      honoured: false,
      anchors: [ANYWHERE],
      covers,
    }
  })
}

function anyOf(patterns: readonly string[]): (text: string) => boolean {
  const made = patterns.map(starred)
  return (text) => made.some((matches) => matches(text))
}

function namesOf({ resource }: Subject): readonly string[] {
  if (!resource) return []
  const { kind, namespace, name } = resource
  return [`${kind}/${name}`, `${kind}/${namespace || 'default'}/${name}`]
}

/** Comments with the files they stand in: those of manifests, compose files, workflows and Dockerfiles that are judged. */
export function commentsOf(sources: Sources, wanted: RegExp): readonly Comment[] {
  const isSubject = ({ source }: { readonly source: { readonly path: string } }) => sources.isSubject(source.path)
  return [
    ...sources.manifests.filter(isSubject).flatMap(({ source }) => yamlComments(source, wanted)),
    ...sources.dockerfiles.filter(isSubject).flatMap((file) => dockerfileComments(file, wanted)),
  ]
}

/** `# maturity-gate: allow RULE -- REASON`. */
export function commentClaims(sources: Sources, names: RuleNames): Claims {
  const claims: Claim[] = []
  const flawed: Flawed[] = []
  for (const comment of commentsOf(sources, OURS)) {
    const read = readComment(comment.text)
    if (read === undefined) continue
    const claim = claimOf(read, 'comment', comment, names)
    if ('flaw' in claim) flawed.push({ file: comment.file, line: comment.line, message: claim.flaw })
    else claims.push({ ...claim, anchors: linesOf(comment) })
  }
  return { claims, flawed }
}

/** Ties a claim to what stands on the comment's lines, and to what begins there. */
export function linesOf({ file, lines }: Pick<Comment, 'file' | 'lines'>): readonly string[] {
  return lines.map((line) => `${file}:${line}`)
}

/** A claim that stands in a file, without what it covers. */
export function claimOf(
  read: Allowed | Flaw,
  by: string,
  { file, line }: { readonly file: string; readonly line: number },
  names: RuleNames,
): Omit<Claim, 'anchors' | 'covers'> | Flaw {
  if ('flaw' in read) return read
  const { rule: name, ...terms } = read
  const rules = names.find(name).map(({ id }) => id)
  if (rules.length === 0) return { flaw: `is of no rule: ${names.unknown(name)}` }
  return { ...terms, by, file, line, name, rules, inline: true, honoured: false }
}
