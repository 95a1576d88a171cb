import { posix } from 'node:path'
import type { CiCommand } from '../../model/ci.ts'
import type { Sources } from '../../model/sources.ts'
import { readCi } from '../../source/ci/ci.ts'

/** A file or folder that a command of a pipeline applies to a namespace that it names. */
export interface Applied {
  readonly path: string
  readonly namespace: string
  /** Whether what lies below the folder is applied too. */
  readonly isDeep: boolean
}

/** `kubectl apply -n NAMESPACE -f PATH` and its like, in pipelines and what they call. */
export function appliedPaths(sources: Sources): readonly Applied[] {
  return readCi(sources).commands.flatMap((command) => {
    if (!/^(?:kubectl|oc)$/.test(command.name) || !/^(?:apply|create|replace)$/.test(command.subcommand)) return []
    const namespace = valuesOf(command, /^(?:-n|--namespace)$/)[0]
    if (namespace === undefined || !/^[a-z0-9][a-z0-9-]*$/.test(namespace)) return []
    const isDeep = command.words.some((word) => word === '-R' || word === '--recursive')
    return valuesOf(command, /^(?:-f|--filename|-k|--kustomize)$/)
      .flatMap((value) => value.split(','))
      .filter((path) => /^[\w.][\w./-]*$/.test(path))
      .map((path) => ({ path: posix.join(command.folder, path).replace(/\/$/, ''), namespace, isDeep }))
  })
}

function valuesOf({ arguments: words }: CiCommand, flag: RegExp): readonly string[] {
  return words.flatMap((word, index) => {
    const [name = '', value] = word.split(/=(.*)/s)
    return flag.test(name) ? (value ?? words[index + 1] ?? []) : []
  })
}
