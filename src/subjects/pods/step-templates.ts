import type { Resource } from '../../model/document.ts'
import { type Origin, originOf, Unsettled, withOrigin } from '../../model/origin.ts'
import { at, type Fields, isMapping, mappingAt, mappingsAt, member, throwing } from '../values.ts'
import type { PodTemplate } from './template.ts'

/** Where kinds whose pods are put together from steps hold what one pod is made of. */
export function stepPods({ kind, group, object }: Resource): readonly PodTemplate[] | undefined {
  if (group === 'argoproj.io' && kind.endsWith('Workflow'))
    return argoPods(at(object, 'spec', ...(kind === 'CronWorkflow' ? ['workflowSpec'] : [])))
  if (group === 'argoproj.io' && kind.endsWith('WorkflowTemplate')) return argoPods(at(object, 'spec'))
  if (group === 'tekton.dev' && (kind === 'Task' || kind === 'ClusterTask')) return tektonPods(object)
  return undefined
}

/** What a workflow sets for the pods of all its templates, each of which may set it itself. */
const SHARED = ['serviceAccountName', 'automountServiceAccountToken', 'securityContext', 'hostNetwork', 'volumes'] as const

function argoPods(spec: unknown): readonly PodTemplate[] {
  return mappingsAt(spec, 'templates').flatMap((template) => {
    const main = [member(template, 'container'), member(template, 'script')].filter(isMapping)
    const containers = [...main, ...mappingsAt(template, 'containerSet', 'containers'), ...mappingsAt(template, 'sidecars')]
    if (containers.length === 0) return []
    const parts = new Parts(template).list('containers', containers).list('initContainers', mappingsAt(template, 'initContainers'))
    for (const name of SHARED) parts.take(name, template).take(name, spec)
    return [{ spec: parts.pod(), metadata: mappingAt(template, 'metadata') }]
  })
}

/** Set by the TaskRun that starts a task, which is rarely among the files. */
const FROM_RUN = ['serviceAccountName', 'automountServiceAccountToken', 'securityContext', 'hostNetwork', 'hostUsers']

function tektonPods(object: Fields): readonly PodTemplate[] {
  const spec = mappingAt(object, 'spec')
  const steps = mappingsAt(spec, 'steps').filter((step) => member(step, 'image') !== undefined)
  if (!spec || steps.length === 0) return []
  const pod = new Parts(spec)
    .list('containers', [...steps, ...mappingsAt(spec, 'sidecars')])
    .take('volumes', spec)
    .pod()
  throwing(new Unsettled('depends on the TaskRun that starts the task', originOf(spec)), pod as Record<string, unknown>, FROM_RUN)
  return [{ spec: pod, metadata: undefined }]
}

/** A PodSpec put together from members that stand in different places. */
class Parts {
  // Controllers of steps never start a container again.
  readonly #members: Record<string, unknown> = { restartPolicy: 'Never' }
  readonly #origins = new Map<string | number, Origin>()
  readonly #holder: Fields

  constructor(holder: Fields) {
    this.#holder = holder
  }

  list(name: string, items: readonly Fields[]): this {
    if (items.length > 0) this.#members[name] = [...items]
    return this
  }

  take(name: string, from: unknown): this {
    if (Object.hasOwn(this.#members, name) || !isMapping(from)) return this
    const value = member(from, name)
    const origin = originOf(from)?.child(name)
    if (value instanceof Unsettled) throwing(value, this.#members, [name])
    else if (value !== undefined) this.#members[name] = value
    if (value !== undefined && origin) this.#origins.set(name, origin)
    return this
  }

  pod(): Fields {
    const origin = originOf(this.#holder)
    if (!origin) return this.#members
    return withOrigin(this.#members, { source: origin.source, span: origin.span, key: origin.key, child: (key) => this.#origins.get(key) })
  }
}
