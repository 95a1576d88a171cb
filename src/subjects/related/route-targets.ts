import type { Resource } from '../../model/document.ts'
import { originOf, Unsettled } from '../../model/origin.ts'
import type { Pod } from '../pods/pods.ts'
import { type Fields, mappingsAt, textAt } from '../values.ts'
import { type Found, listOf, union } from './found.ts'
import type { Indexes } from './indexes.ts'
import { selectorOf } from './selections.ts'

/** The pods that the Services behind an Ingress or a Gateway route select. */
export function podsBehind(indexes: Indexes, route: Resource): Found<Pod> {
  const services = indexes.routes.servicesOf(route)
  const found = services.items.map((service): Found<Pod> => {
    const selector = selectorOf(service)
    return selector ? indexes.pods.matching(indexes.realms.of(service).namespaces, selector) : { items: [], unsettled: undefined }
  })
  return union([...found, { items: [], unsettled: services.unsettled }])
}

/** The middlewares of a Traefik IngressRoute, of all its routes; not settled where the files do not hold one. */
export function middlewaresOf(indexes: Indexes, route: Resource): readonly Fields[] {
  const named = mappingsAt(route.object, 'spec', 'routes').flatMap((entry) => mappingsAt(entry, 'middlewares'))
  const found = named.map((reference): Found<Fields> => {
    const namespace = textAt(reference, 'namespace')
    const namespaces = namespace === undefined ? indexes.realms.of(route).namespaces : [namespace]
    const name = textAt(reference, 'name') ?? ''
    const items = indexes.objects.named('Middleware', namespaces, name).map(({ object }) => object)
    const missing = new Unsettled(`depends on Middleware ${name}, which is not among the files`, originOf(reference))
    return { items, unsettled: items.length > 0 ? undefined : missing }
  })
  return listOf(union(found))
}
