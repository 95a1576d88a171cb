import { type Origin, originOf, Unsettled, withOrigin } from '../../model/origin.ts'
import type { Fields } from '../values.ts'
import { at, mappingAt, member } from '../values.ts'

/** Settings that a container takes from its pod unless it has its own; the kubelet's DetermineEffectiveSecurityContext lists them. */
const INHERITED = ['runAsNonRoot', 'runAsUser', 'runAsGroup', 'seccompProfile', 'seLinuxOptions', 'appArmorProfile'] as const

const WINDOWS = ['gmsaCredentialSpecName', 'gmsaCredentialSpec', 'runAsUserName', 'hostProcess'] as const

/** What holds for a container, each setting with the place that decided it; its own place is the container's. */
export function effectiveOf(pod: Fields, container: Fields): Fields {
  const effective: Record<string, unknown> = {}
  const origins = new Map<string | number, Origin>()
  const own = at(container, 'securityContext')
  const shared = at(pod, 'securityContext')
  for (const name of INHERITED) settle(effective, origins, name, own, shared)
  settleWindows(effective, origins, own, shared)
  const origin = originOf(own) ?? originOf(container)
  if (!origin) return effective
  return withOrigin(effective, {
    source: origin.source,
    span: origin.span,
    key: origin.key,
    anchor: origin.anchor,
    child: childOf(origin, origins),
  })
}

// For a container without a securityContext `name` is where findings about it stand.
function childOf(origin: Origin, origins: ReadonlyMap<string | number, Origin>): Origin['child'] {
  return (key) => origins.get(key) ?? (key === 'name' ? origin.child(key) : undefined)
}

function settle(to: Record<string, unknown>, origins: Map<string | number, Origin>, name: string, own: unknown, shared: unknown): void {
  const mine = own instanceof Unsettled ? own : member(own, name)
  const holder = mine === undefined ? shared : own
  const value = mine ?? (shared instanceof Unsettled ? shared : member(shared, name))
  if (value === undefined) return
  const origin = originOf(holder)?.child(name) ?? originOf(value)
  if (origin) origins.set(name, origin)
  define(to, name, value)
}

function define(to: Record<string, unknown>, name: string, value: unknown): void {
  if (!(value instanceof Unsettled)) to[name] = value
  else
    Object.defineProperty(to, name, {
      enumerable: true,
      get: () => {
        throw value
      },
    })
}

// Unlike the others these are merged field by field.
function settleWindows(to: Record<string, unknown>, origins: Map<string | number, Origin>, own: unknown, shared: unknown): void {
  const mine = mappingAt(own, 'windowsOptions')
  const theirs = mappingAt(shared, 'windowsOptions')
  const origin = originOf(mine)
  if (!mine || !theirs || !origin) {
    settle(to, origins, 'windowsOptions', own, shared)
    return
  }
  const merged: Record<string, unknown> = {}
  const places = new Map<string | number, Origin>()
  for (const name of WINDOWS) settle(merged, places, name, mine, theirs)
  to.windowsOptions = withOrigin(merged, { source: origin.source, span: origin.span, key: origin.key, child: (key) => places.get(key) })
  origins.set('windowsOptions', origin)
}
