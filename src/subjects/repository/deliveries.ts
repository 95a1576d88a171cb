import { posix } from 'node:path'
import type { CiCommand } from '../../model/ci.ts'
import type { Sources } from '../../model/sources.ts'
import { readCi } from '../../source/ci/ci.ts'
import { text } from '../../source/values.ts'
import { ownDeliveries } from './delivery-sources.ts'
import { toldPaths } from './deploy-tools.ts'

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
  for (const { by, source } of ownDeliveries(sources)) {
    if (!sources.isEvidence(by.source.path)) continue
    const path = text(source, 'path')
    // To Flux it is the whole repository where there is none.
    add(by.group === 'argoproj.io' ? path : (path ?? '.'))
  }
  for (const command of readCi(sources).commands) {
    if (isDeploy(command)) {
      for (const word of command.arguments) if (isPath(word)) add(word)
      for (const path of toldPaths(command, sources)) add(path)
    }
  }
  return found
}

const DEPLOYS: Readonly<Record<string, RegExp>> = {
  kubectl: /^(?:apply|replace|create)$/,
  oc: /^(?:apply|replace|create)$/,
  helm: /^(?:upgrade|install)$/,
  kapp: /^deploy$/,
  kustomize: /^build$/,
  skaffold: /^(?:run|deploy|apply)$/,
  helmfile: /^(?:apply|sync)$/,
  kluctl: /^deploy$/,
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
