import { labelSelector, type Requirement, Selector } from './selector.ts'

const NAMESPACE = 'io.kubernetes.pod.namespace'
const NAMESPACE_LABELS = 'io.cilium.k8s.namespace.labels.'

/** Cilium writes a label's source before its key, and a pod's namespace and the namespace's labels as labels of the pod. */
export function ciliumSelector(value: unknown): { readonly pods: Selector; readonly namespaces: Selector } {
  const selector = labelSelector(value) ?? new Selector([])
  const pods: Requirement[] = []
  const namespaces: Requirement[] = []
  for (const requirement of selector.requirements) {
    const key = requirement.key.replace(/^(?:k8s|any)[:.]/, '')
    if (key === NAMESPACE) namespaces.push({ ...requirement, key: 'kubernetes.io/metadata.name' })
    else if (key.startsWith(NAMESPACE_LABELS)) namespaces.push({ ...requirement, key: key.slice(NAMESPACE_LABELS.length) })
    else pods.push({ ...requirement, key })
  }
  return { pods: new Selector(pods, selector.unsettled), namespaces: new Selector(namespaces) }
}
