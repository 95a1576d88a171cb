import type { Judgement, Offence } from '../../model/finding.ts'
import { type Origin, originOf } from '../../model/origin.ts'
import type { Path } from '../../model/path.ts'
import type { Rule } from '../../model/rule.ts'
import type { Subject } from '../../model/subject.ts'
import { pathOf } from '../locate.ts'

/** In these scopes one block of a pod or container (securityContext, resources, …) is written in one go. */
const BLOCKS: ReadonlySet<string> = new Set(['pod', 'container', 'volume', 'compose-service'])
/** One line of a Dockerfile is rewritten once, whatever is wrong with it. */
const LINES: ReadonlySet<string> = new Set(['instruction', 'command'])

/**
 * Which edit closes an offence: offences with the same answer are closed by one. Two of the same block of the same container are;
 * so are all pods of a namespace that lack a network policy, and rules about the repository that ask for the same thing.
 */
export function editOf(rule: Rule, { subject }: Judgement, offence: Offence): string {
  const { resource, scope } = subject
  if (offence.file === '.') return `repository ${rule.remedy}`
  if (rule.practice === 'network-segmentation' && resource && (scope === 'namespace' || BLOCKS.has(scope))) {
    return `network of ${resource.namespace}`
  }
  if (LINES.has(scope) && subject.origin) return at(subject.origin)
  const path = pathOf(offence.path)
  return path ? blockOf(subject, offence, path) : `${offence.file} ${offence.line} ${offence.column} ${rule.remedy}`
}

function blockOf(subject: Subject, offence: Offence, path: Path): string {
  const { base, rest } = baseOf(subject, path)
  const block = rest.length < 2 ? rest : BLOCKS.has(subject.scope) ? rest.slice(0, 1) : rest.slice(0, -1)
  if (!base) return `${offence.file} ${offence.line} ${offence.column} ${block.join('.')}`
  let here: Origin | undefined = base
  for (const key of block) here = here?.child(key)
  return here ? at(here) : `${at(base)} ${block.join('.')}`
}

function baseOf(subject: Subject, path: Path): { readonly base: Origin | undefined; readonly rest: Path } {
  const [name, ...rest] = path
  if (name === 'item') return { base: undefined, rest }
  // What a container inherits is written in its own security context.
  if (name === 'effective') return { base: subject.origin, rest: ['securityContext', ...rest] }
  if (typeof name === 'string' && name in subject.variables) return { base: originOf(subject.variables[name]), rest }
  return { base: subject.origin, rest: path }
}

function at(origin: Origin): string {
  return `${origin.source.path} ${origin.key.start} ${origin.span.start}`
}
