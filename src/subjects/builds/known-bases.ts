import type { ImageReference } from '../../source/image-reference.ts'

/** Of images that everybody builds on: what a Dockerfile without USER and EXPOSE takes over from them. */
export interface KnownBase {
  /** The user of the image's configuration. */
  readonly user: string
  /** Whether its own Dockerfile has no EXPOSE. */
  readonly exposesNothing: boolean
}

// Docker's official images of systems and languages: none of them sets USER or EXPOSE.
const PLAIN = new Set(
  (
    'almalinux alpine amazoncorretto amazonlinux buildpack-deps busybox centos clojure debian eclipse-temurin elixir erlang fedora ' +
    'golang haskell ibmjava julia maven node openjdk oraclelinux perl photon python rockylinux ruby rust swift ubuntu'
  ).split(' '),
)
// Those that are started as root, and give it up, if at all, in their entrypoints; all of them expose their ports.
const SERVERS = new Set('cassandra caddy httpd mariadb mongo mysql nginx php postgres rabbitmq redis tomcat zookeeper'.split(' '))
const DISTROLESS = /^gcr\.io\/distroless\//

export function knownBase({
  name,
  repository,
  registry,
  tag,
}: Pick<ImageReference, 'name' | 'repository' | 'registry' | 'tag'>): KnownBase | undefined {
  if (DISTROLESS.test(name)) return { user: tag.includes('nonroot') ? '65532' : '0', exposesNothing: true }
  if (name === 'docker.io/nginxinc/nginx-unprivileged') return { user: '101', exposesNothing: false }
  if (registry !== 'docker.io' || !repository.startsWith('library/')) return undefined
  const official = repository.slice('library/'.length)
  if (PLAIN.has(official)) return { user: '0', exposesNothing: true }
  return SERVERS.has(official) ? { user: '0', exposesNothing: false } : undefined
}
