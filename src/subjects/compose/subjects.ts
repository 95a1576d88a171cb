import { originOf, Unsettled } from '../../model/origin.ts'
import type { Sources } from '../../model/sources.ts'
import type { Subject } from '../../model/subject.ts'
import { type ComposeService, composeServices } from '../../source/compose/compose.ts'
import { imageAt } from '../images/images.ts'
import { throwing } from '../values.ts'
import { builtBy } from './builds.ts'
import { neighboursIn } from './neighbours.ts'
import { secretsOf } from './secrets.ts'

/** Services of compose files, as they are after `extends`, override files and variables. */
export function composeSubjects(sources: Sources): readonly Subject[] {
  const all = composeServices(sources)
  return selectedOf(all, sources).map((service) => {
    return subject(service, 'compose-service', service.service, shared(service, sources, all), `service ${service.name}`)
  })
}

/** The images that services name, also as a name for what they build. */
export function composeImageSubjects(sources: Sources): readonly Subject[] {
  const all = composeServices(sources)
  return selectedOf(all, sources).flatMap((service) => {
    const image = imageAt(service.service, 'image')
    if (!image) return []
    return subject(
      service,
      'image',
      image,
      Object.defineProperty(shared(service, sources, all), 'image', { value: image, enumerable: true }),
      `image of service ${service.name}`,
    )
  })
}

function selectedOf(services: readonly ComposeService[], sources: Sources): ComposeService[] {
  return services.filter((service) => sources.isSubject(service.file))
}

function shared(service: ComposeService, sources: Sources, all: readonly ComposeService[]): Readonly<Record<string, unknown>> {
  let found: readonly unknown[] | undefined
  const compose = {
    file: service.file,
    get services() {
      return neighboursIn(all, service.file).services
    },
    get awaited() {
      return neighboursIn(all, service.file).awaited(service.name)
    },
    get sharedVolumes() {
      return listed(neighboursIn(all, service.file).shared(service))
    },
    get build() {
      return builtBy(service, sources)
    },
  }
  return {
    service: service.service,
    compose,
    get image() {
      return imageAt(service.service, 'image')
    },
    get secrets() {
      found ??= secretsOf(service)
      return found
    },
  }
}

// Reading what is not settled throws.
function listed(values: readonly (string | Unsettled)[]): readonly string[] {
  const list: string[] = []
  for (const [index, value] of values.entries()) {
    if (value instanceof Unsettled) throwing(value, list as unknown as Record<string, unknown>, [String(index)])
    else list.push(value)
  }
  return list
}

function subject(
  service: ComposeService,
  scope: Subject['scope'],
  value: unknown,
  variables: Subject['variables'],
  label: string,
): Subject {
  return {
    scope,
    origin: originOf(value) ?? service.origin,
    file: service.file,
    resource: undefined,
    container: service.name,
    workload: `${service.file}:${service.name}`,
    label,
    value,
    variables,
    variant: 'compose-service',
    group: undefined,
  }
}
