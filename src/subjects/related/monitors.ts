import type { Resource } from '../../model/document.ts'
import { Unsettled } from '../../model/origin.ts'
import { at, textsAt } from '../values.ts'
import type { Found } from './found.ts'
import type { Indexes } from './indexes.ts'
import type { LabelIndex } from './label-index.ts'
import { labelSelector } from './selector.ts'

/** What a ServiceMonitor or PodMonitor of the Prometheus operator watches; not settled where the files may not hold it. */
export function monitored<T>(indexes: Indexes, monitor: Resource, index: LabelIndex<T>): Found<T> {
  const selector = labelSelector(at(monitor.object, 'spec', 'selector'))
  const elsewhere = new Unsettled('depends on objects that may not be among the files', undefined)
  if (!selector) return { items: [], unsettled: elsewhere }
  const realm = indexes.realms.of(monitor)
  const named = textsAt(monitor.object, 'spec', 'namespaceSelector', 'matchNames')
  const isAny = at(monitor.object, 'spec', 'namespaceSelector', 'any') === true
  const namespaces = isAny ? index.namespaces : named.length > 0 ? named : realm.namespaces
  const found = index.matching(namespaces, selector)
  if (found.items.length > 0 || found.unsettled) return found
  const homes = named.length > 0 ? named : [realm.home]
  const isKnown =
    !isAny && index.in(namespaces).length > 0 && homes.every((home) => !home.startsWith('kube-') && !indexes.operatedHomes.has(home))
  return { items: [], unsettled: isKnown ? undefined : elsewhere }
}

export function isMonitor({ kind, group }: Resource, name: 'ServiceMonitor' | 'PodMonitor'): boolean {
  return kind === name && group === 'monitoring.coreos.com'
}
