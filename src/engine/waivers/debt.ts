import type { Settings } from '../../config/settings.ts'
import type { Sources } from '../../model/sources.ts'
import type { Subject } from '../../model/subject.ts'
import { type Codeowners, findCodeowners, ownersOf } from '../../source/codeowners.ts'
import { annotationClaims, markedOf, OURS_IN_METADATA } from './annotations.ts'
import { commentClaims, configuredClaims } from './claims.ts'
import { honouredClaims } from './honoured.ts'
import { type Run, Waivers } from './waivers.ts'

/** Every waiver that concerns a run: of the configuration, and of the files that are judged. `pods` are subjects. */
export function waiversOf(sources: Sources, settings: Settings, pods: readonly Subject[]): Waivers {
  const { names, terms, locks, day } = settings
  const comments = commentClaims(sources, names)
  const annotations = annotationClaims(markedOf(sources, pods, OURS_IN_METADATA), names)
  const honoured = honouredClaims(sources, settings.honour, pods, names)
  const claims = [...configuredClaims(settings.waivers), ...comments.claims, ...annotations.claims, ...honoured]
  return new Waivers(claims, [...comments.flawed, ...annotations.flawed], { terms, locks, day, ownerOf: ownerIn(sources) })
}

/** What the run of these settings could have met. */
export function runOf({ rules, selection }: Settings): Run {
  return {
    rules: new Set(rules.flatMap(({ rule, off }) => (off ? [] : [rule.id]))),
    whole: selection.paths.every((path) => path === '.'),
  }
}

/** Who owns a file by CODEOWNERS, which is read when the first waiver without an owner is met. */
function ownerIn(sources: Sources): (file: string) => string | undefined {
  const answers = new Map<string, string>()
  let read: { readonly codeowners: Codeowners | undefined } | undefined
  return (file) => {
    read ??= { codeowners: findCodeowners(sources) }
    const owners = answers.get(file) ?? (read.codeowners ? ownersOf(read.codeowners, file).owners.join(' ') : '')
    answers.set(file, owners)
    return owners || undefined
  }
}
