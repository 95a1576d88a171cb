import type { Resource } from '../../model/document.ts'
import { type Origin, originOf, Unsettled, withOrigin } from '../../model/origin.ts'
import { at, type Fields, mappingAt, mappingsAt, nameAt, textAt, textsAt, throwing } from '../values.ts'
import { type Found, union } from './found.ts'
import { distinct, type Objects } from './objects.ts'
import { pushTo } from './selector-index.ts'

export const ROUTES: readonly string[] = [
  'Ingress',
  'HTTPRoute',
  'GRPCRoute',
  'TLSRoute',
  'TCPRoute',
  'UDPRoute',
  'Route',
  'VirtualService',
]

/** A Service that one of them sends requests to; stands where the route names it. */
interface Backend {
  readonly service: string
  /** Whether the files tell the name. */
  readonly settled: boolean
  /** Why its name is not settled. */
  readonly reason: string
  /** Written only where it is another namespace than the route's. */
  readonly namespace: string | undefined
  /** A number or a name; undefined where none is given. */
  readonly port: unknown
  readonly written: Fields
}

/** Ingresses, Gateway routes, OpenShift's Routes and Istio's VirtualServices by the Services behind them. */
export class Routes {
  readonly #objects: Objects
  readonly #byService = new Map<string, Resource[]>()
  #byGateway: ReadonlyMap<string, Resource[]> | undefined

  constructor(objects: Objects) {
    this.#objects = objects
    for (const route of objects.ofKind(...ROUTES)) {
      const names = new Set(
        this.#backends(route).flatMap((backend) => this.#namespaces(route, backend).map((name) => `${name}\n${backend.service}`)),
      )
      for (const name of names) pushTo(this.#byService, name, route)
    }
  }

  ofService(namespaces: readonly string[], name: string): readonly Resource[] {
    return namespaces.flatMap((namespace) => this.#byService.get(`${namespace}\n${name}`) ?? [])
  }

  /** The Services behind a route; not settled where the files do not hold them all. */
  servicesOf(route: Resource): Found<Resource> {
    const found = this.#backends(route).map((backend) => {
      const items = this.#objects.named('Service', this.#namespaces(route, backend), backend.service)
      return { items, unsettled: items.length > 0 ? undefined : missing(backend) }
    })
    return union<Resource>(found)
  }

  /** Routes that name a Gateway as their parent; of Istio's Gateways VirtualServices. */
  ofGateway(gateway: Resource): readonly Resource[] {
    this.#byGateway ??= this.#attached()
    const { group, name } = gateway
    return distinct(
      this.#objects.realms.of(gateway).namespaces.flatMap((namespace) => this.#byGateway?.get(`${group} ${namespace}\n${name}`) ?? []),
    )
  }

  #attached(): ReadonlyMap<string, Resource[]> {
    const attached = new Map<string, Resource[]>()
    for (const route of this.#objects.ofKind('HTTPRoute', 'GRPCRoute')) {
      for (const parent of mappingsAt(route.object, 'spec', 'parentRefs')) {
        const namespace = textAt(parent, 'namespace')
        const namespaces = namespace === undefined ? this.#objects.realms.of(route).namespaces : [namespace]
        const gateway = nameAt(parent, 'name')?.text ?? ''
        for (const name of namespaces) pushTo(attached, `gateway.networking.k8s.io ${name}\n${gateway}`, route)
      }
    }
    for (const route of this.#objects.ofKind('VirtualService')) {
      for (const gateway of textsAt(route.object, 'spec', 'gateways')) {
        const [name = '', namespace] = gateway.split('/').reverse()
        for (const home of namespace === undefined ? this.#objects.realms.of(route).namespaces : [namespace]) {
          pushTo(attached, `networking.istio.io ${home}\n${name}`, route)
        }
      }
    }
    return attached
  }

  /** For expressions: `service`, `port` where one is given, and the `services` of that name, not settled where the files hold none at all. */
  backendsOf(route: Resource): readonly Fields[] {
    return this.#backends(route).map((backend) => {
      const { service, port, settled, written } = backend
      const services = this.#objects.named('Service', this.#namespaces(route, backend), service).map((resource) => resource.object)
      const isKnown = this.#objects.knowsNames('Service', backend.namespace ?? this.#objects.realms.of(route).home)
      // That the other namespace grants anything is enough: what it grants is not read.
      const isGranted = backend.namespace === undefined || this.#objects.in('ReferenceGrant', [backend.namespace]).length > 0
      const reason = isGranted
        ? missing(backend).reason
        : `depends on a ReferenceGrant of namespace ${backend.namespace}, which is not among the files`
      const known = { service, ...(port === undefined ? {} : { port }) }
      const origin = originOf(written)
      const unsettled = new Unsettled(reason, origin)
      const item =
        isGranted && (services.length > 0 || (settled && isKnown)) ? { ...known, services } : throwing(unsettled, known, ['services'])
      return origin ? withOrigin(item, backendOrigin(origin)) : item
    })
  }

  #namespaces(route: Resource, backend: Backend): readonly string[] {
    return backend.namespace === undefined ? this.#objects.realms.of(route).namespaces : [backend.namespace]
  }

  #backends(route: Resource): readonly Backend[] {
    const spec = mappingAt(route.object, 'spec')
    if (route.kind === 'Route') return routeTargets(spec).flatMap(gatewayBackend)
    if (route.kind === 'VirtualService') return virtualBackends(spec)
    if (route.kind !== 'Ingress')
      return mappingsAt(spec, 'rules').flatMap((rule) => mappingsAt(rule, 'backendRefs').flatMap(gatewayBackend))
    const paths = mappingsAt(spec, 'rules').flatMap((rule) => mappingsAt(rule, 'http', 'paths'))
    const written = [at(spec, 'defaultBackend'), at(spec, 'backend'), ...paths.map((path) => at(path, 'backend'))]
    return written.flatMap(ingressBackend)
  }
}

function missing({ service, settled, reason, written }: Backend): Unsettled {
  return new Unsettled(settled ? `depends on Service ${service}, which is not among the files` : reason, originOf(written))
}

// networking.k8s.io/v1 has service.name and service.port.{number,name}; v1beta1 had serviceName and servicePort.
function ingressBackend(value: unknown): Backend[] {
  const service = mappingAt(value, 'service')
  const name = nameAt(service, 'name') ?? nameAt(value, 'serviceName')
  if (name === undefined) return []
  const port = service ? (at(service, 'port', 'number') ?? at(service, 'port', 'name')) : at(value, 'servicePort')
  const { text, settled, reason } = name
  return [{ service: text, settled, reason, namespace: undefined, port: simple(port), written: service ?? (value as Fields) }]
}

function gatewayBackend(value: Fields): Backend[] {
  const name = nameAt(value, 'name')
  if (name === undefined || (textAt(value, 'kind') ?? 'Service') !== 'Service' || (textAt(value, 'group') ?? '') !== '') return []
  return [
    {
      service: name.text,
      settled: name.settled,
      reason: name.reason,
      namespace: textAt(value, 'namespace'),
      port: simple(at(value, 'port')),
      written: value,
    },
  ]
}

function routeTargets(spec: unknown): readonly Fields[] {
  const to = mappingAt(spec, 'to')
  return [...(to ? [to] : []), ...mappingsAt(spec, 'alternateBackends')]
}

// Without a gateway, or with `mesh` alone, it is for the services of the mesh.
function virtualBackends(spec: unknown): readonly Backend[] {
  if (!textsAt(spec, 'gateways').some((gateway) => gateway !== 'mesh')) return []
  const rules = ['http', 'tls', 'tcp'].flatMap((protocol) => mappingsAt(spec, protocol))
  return rules.flatMap((rule) => mappingsAt(rule, 'route').flatMap((route) => destination(mappingAt(route, 'destination'))))
}

// `web`, `web.shop` or `web.shop.svc.cluster.local`.
function destination(written: Fields | undefined): Backend[] {
  const host = nameAt(written, 'host')
  if (!written || host === undefined) return []
  const [service = '', namespace] = host.settled ? host.text.split('.') : [host.text]
  return [{ service, settled: host.settled, reason: host.reason, namespace, port: simple(at(written, 'port', 'number')), written }]
}

function simple(port: unknown): unknown {
  return typeof port === 'string' || typeof port === 'bigint' ? port : undefined
}

function backendOrigin(written: Origin): Origin {
  const child: Origin['child'] = (key) => {
    if (key === 'service') return written.child('name') ?? written.child('serviceName')
    return key === 'port' ? portOrigin(written.child('port') ?? written.child('servicePort')) : written.child(key)
  }
  return { source: written.source, span: written.span, key: written.key, anchor: written.anchor, child }
}

function portOrigin(port: Origin | undefined): Origin | undefined {
  return port?.child('number') ?? port?.child('name') ?? port
}
