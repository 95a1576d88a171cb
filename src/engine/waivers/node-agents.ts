import type { Subject } from '../../model/subject.ts'
import { parseImage } from '../../source/image-reference.ts'

// Manifests of agents are old at times: extensions/v1beta1 was served until Kubernetes 1.16.
const GROUPS: ReadonlySet<string> = new Set(['apps', 'extensions'])

/** DaemonSets made only of known node agents, which need the node that they watch or serve. */
export class NodeAgents {
  readonly #known: ReadonlySet<string>
  readonly #decided = new WeakMap<object, boolean>()

  constructor(repositories: readonly string[]) {
    this.#known = new Set(repositories)
  }

  covers(subject: Subject): boolean {
    const object = subject.variables.object
    if (subject.resource?.kind !== 'DaemonSet' || !GROUPS.has(subject.group ?? '') || typeof object !== 'object' || object === null)
      return false
    const decided = this.#decided.get(object) ?? this.#decide(object)
    this.#decided.set(object, decided)
    return decided
  }

  #decide(daemonSet: object): boolean {
    const images = imagesOf(daemonSet)
    return images !== undefined && images.length > 0 && images.every((image) => this.#known.has(parseImage(image).repository))
  }
}

// Undefined where an image is not settled: then nothing is known of it.
function imagesOf(daemonSet: object): readonly string[] | undefined {
  try {
    const spec = member(member(member(daemonSet, 'spec'), 'template'), 'spec')
    return ['initContainers', 'containers', 'ephemeralContainers'].flatMap((key) => {
      const containers = member(spec, key)
      return Array.isArray(containers) ? containers.map((container) => String(member(container, 'image') ?? '')) : []
    })
  } catch {
    return undefined
  }
}

function member(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? (value as Record<string, unknown>)[key] : undefined
}
