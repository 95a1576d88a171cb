import { posix } from 'node:path'
import type { CiCommand } from '../model/ci.ts'
import type { Sources } from '../model/sources.ts'
import { readCi } from '../source/ci.ts'
import { items, member, text } from '../source/values.ts'

/** Tells whether something delivers a file: Argo CD, Flux or a pipeline, by the folders and files that they name. */
export function deliveries(sources: Sources): (path: string) => boolean {
  const roots = deliveredPaths(sources)
  return (path) => {
    if (roots.has('.')) return true
    for (let at = path; at !== '.' && at !== '/'; at = posix.dirname(at)) if (roots.has(at)) return true
    return false
  }
}

function deliveredPaths(sources: Sources): ReadonlySet<string> {
  const found = new Set<string>()
  const add = (path: string | undefined) => {
    const normal = path === undefined ? '..' : posix.normalize(path.replace(/^\/+/, '') || '.').replace(/\/$/, '')
    if (!normal.startsWith('..')) found.add(normal)
  }
  for (const { kind, group, object, patch, source } of sources.resources) {
    if (patch || !sources.isEvidence(source.path)) continue
    const spec = member(object, 'spec')
    // Without a path it is the whole repository.
    if (kind === 'Kustomization' && group === 'kustomize.toolkit.fluxcd.io') add(text(spec, 'path') ?? '.')
    if (group !== 'argoproj.io') continue
    const application = member(spec, 'template', 'spec') ?? spec
    for (const one of [member(application, 'source'), ...items(application, 'sources')]) add(text(one, 'path'))
  }
  for (const command of readCi(sources).commands) if (isDeploy(command)) for (const word of command.arguments) if (isPath(word)) add(word)
  return found
}

const DEPLOYS: Readonly<Record<string, RegExp>> = {
  kubectl: /^(?:apply|replace|create)$/,
  oc: /^(?:apply|replace|create)$/,
  helm: /^(?:upgrade|install)$/,
  kapp: /^deploy$/,
  kustomize: /^build$/,
}

function isDeploy({ name, words, triggers, job }: CiCommand): boolean {
  const verb = Object.hasOwn(DEPLOYS, name) ? DEPLOYS[name] : undefined
  if (!verb || !words.some((word) => verb.test(word)) || words.some((word) => word.startsWith('--dry-run'))) return false
  return triggers.some((trigger) => !/^(?:pull_request|merge_group)/.test(trigger)) && !/test|e2e|smoke/i.test(job)
}

// `.` alone would be everything, which nobody meant who built one kustomization.
function isPath(word: string): boolean {
  return word !== '.' && /^[\w.][\w./-]*$/.test(word)
}
