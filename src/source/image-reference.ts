/** An image reference after the grammar of github.com/distribution/reference, normalised as `docker pull` does. */
export interface ImageReference {
  /** As written. */
  readonly reference: string
  /** Whether a runtime would take it; when not, and it is not only the digest, the parts below are ''. */
  readonly valid: boolean
  /** `docker.io` where none is written. */
  readonly registry: string
  /** Path in the registry; `library/nginx` for Docker's official images. */
  readonly repository: string
  /** `registry/repository`. */
  readonly name: string
  readonly tag: string
  /** With its algorithm: `sha256:…`. */
  readonly digest: string
}

const COMPONENT = '[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,253}[a-zA-Z0-9])?'
const DOMAIN = new RegExp(`^(?:${COMPONENT}(?:\\.${COMPONENT})*|\\[[a-fA-F0-9:]{2,45}\\])(?::[0-9]+)?$`)
const PATH_COMPONENT = /^[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*$/
const TAG = /^\w[\w.-]{0,127}$/
const DIGEST = /^[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]{32,512}$/
const IDENTIFIER = /^[a-f0-9]{64}$/
/** Hexadecimal digits by algorithm; runtimes refuse any other algorithm. */
const LENGTHS: Readonly<Record<string, number>> = { sha256: 64, sha384: 96, sha512: 128, blake3: 64 }
/** Registries limit a repository's name to 255 characters; a digest and a tag are added to it. */
const LONGEST = 255 + 1 + 128 + 1 + 640

export function parseImage(reference: string): ImageReference {
  return split(reference) ?? { reference, valid: false, registry: '', repository: '', name: '', tag: '', digest: '' }
}

function split(reference: string): ImageReference | undefined {
  if (reference.length > LONGEST || IDENTIFIER.test(reference)) return undefined
  const at = reference.indexOf('@')
  const digest = at < 0 ? '' : reference.slice(at + 1)
  const named = at < 0 ? reference : reference.slice(0, at)
  // A colon before the last slash belongs to the registry's port.
  const colon = named.indexOf(':', named.lastIndexOf('/') + 1)
  const tag = colon < 0 ? '' : named.slice(colon + 1)
  if (colon >= 0 && !TAG.test(tag)) return undefined
  const { registry, repository } = normalise(colon < 0 ? named : named.slice(0, colon))
  if (!DOMAIN.test(registry) || repository.length > 255) return undefined
  if (!repository.split('/').every((part) => PATH_COMPONENT.test(part))) return undefined
  // What is wrong with a digest leaves the rest readable.
  return { reference, valid: at < 0 || validDigest(digest), registry, repository, name: `${registry}/${repository}`, tag, digest }
}

// The first component is a registry only when it looks like one: has a dot, a port or an upper-case letter, or is localhost.
function normalise(name: string): { registry: string; repository: string } {
  const slash = name.indexOf('/')
  const first = name.slice(0, Math.max(slash, 0))
  const isRegistry = slash >= 0 && (/[.:]/.test(first) || first === 'localhost' || first.toLowerCase() !== first)
  const registry = isRegistry && first !== 'index.docker.io' ? first : 'docker.io'
  const repository = isRegistry ? name.slice(slash + 1) : name
  const official = registry === 'docker.io' && !repository.includes('/')
  return { registry, repository: official ? `library/${repository}` : repository }
}

function validDigest(digest: string): boolean {
  if (!DIGEST.test(digest)) return false
  const [algorithm = '', hex = ''] = digest.split(':')
  const length = Object.hasOwn(LENGTHS, algorithm) ? LENGTHS[algorithm] : undefined
  return hex.length === length && hex === hex.toLowerCase()
}
