import { type Origin, originOf, Unsettled, withOrigin } from '../../model/origin.ts'
import { parseImage } from '../../source/image-reference.ts'
import { type Fields, leaf, member, throwing } from '../values.ts'
import type { ImageReplacements } from './replacements.ts'

const REPLACED = { name: ['registry', 'repository', 'name'], tag: ['tag', 'digest'] } as const
const PARTS = ['reference', 'registry', 'repository', 'name', 'tag', 'digest'] as const

/**
 * The image that a member of a mapping names, for expressions: its parts, `stage` (whether it names an earlier build stage), `valid`,
 * `pause` and `injected`, standing where the member stands. Undefined where there is no such member; parts that the files do not settle
 * throw.
 */
export function imageAt(holder: Fields, key: string, replacements?: ImageReplacements): Fields | undefined {
  const value = member(holder, key)
  if (typeof value !== 'string' && !(value instanceof Unsettled)) return undefined
  const origin = originOf(holder)?.child(key)
  const image = value instanceof Unsettled ? unsettledImage(value) : withPurpose(value, imageOf(value, origin, replacements))
  return origin ? withOrigin(image, leaf(origin)) : image
}

// `app:$TAG` and `{IMAGE}` are refused by every runtime, so something (envsubst, Flux, sed) fills it in before it is applied. Istio's
// injector does so for `auto`.
const SUBSTITUTION =
  /\$(?:\{[^}]{1,200}\}|\([^)]{1,200}\)|[A-Za-z_]\w*)|\{\{[^}]{1,200}\}\}|\{[^{}]{1,200}\}|<[^<>]{1,200}>|%[A-Za-z_]\w*%|^auto$/

/** Kubernetes' image that only sleeps, also under the names it had for single architectures. */
const PAUSE = /(?:^|\/)pause(?:-(?:amd64|arm|arm64|ppc64le|s390x))?(?:[:@]|$)/

// What a template writes is neither, as far as anybody can tell.
function withPurpose(text: string, image: Record<string, unknown>): Record<string, unknown> {
  return Object.assign(image, { pause: PAUSE.test(text), injected: text === 'auto' })
}

function imageOf(text: string, origin: Origin | undefined, replacements: ImageReplacements | undefined): Record<string, unknown> {
  // The API lets a blank image pass for the triggers of OpenShift, which write the image of a stream over it.
  if (text !== '' && text.trim() === '') return unsettledImage(new Unsettled('depends on the image that something else fills in', origin))
  if (text.startsWith('ko://')) return unsettledImage(new Unsettled('depends on the image that ko builds', origin))
  const substitution = SUBSTITUTION.exec(text)
  if (!substitution) return writtenImage(text, origin, replacements)
  const unsettled = new Unsettled(`depends on ${substitution[0]}, which something else fills in`, origin)
  const colon = text.indexOf(':', text.lastIndexOf('/', substitution.index) + 1)
  // Where only tag or digest are filled in, the rest is known.
  if (colon < 0 || colon > substitution.index) return unsettledImage(unsettled, endOf(text))
  const { registry, repository, name } = parseImage(text.slice(0, colon))
  return throwing(unsettled, { reference: text, registry, repository, name, valid: true, stage: false }, ['tag', 'digest'])
}

// `$REGISTRY/web:1.0`: the tag stands behind what is filled in, and behind a tag there is no digest.
function endOf(text: string): Record<string, unknown> {
  const last = [...text.matchAll(new RegExp(SUBSTITUTION, 'g'))].at(-1)
  const tag = /^(?:[^@]*\/)?[^/:@]*:(\w[\w.-]{0,127})$/.exec(text.slice((last?.index ?? 0) + (last?.[0].length ?? 0)))?.[1]
  return tag === undefined ? {} : { reference: text, tag, digest: '' }
}

function writtenImage(text: string, origin: Origin | undefined, replacements: ImageReplacements | undefined): Record<string, unknown> {
  const image = { ...parseImage(text), stage: false }
  const { by = '', parts = [] } = replacements?.(text) ?? {}
  if (parts.length === 0) return image
  const unsettled = new Unsettled(`depends on the ${parts.join(' and ')} that ${by} writes`, origin)
  return throwing(
    unsettled,
    image,
    parts.flatMap((part) => REPLACED[part]),
  )
}

/** An image of which nothing is known but what `known` says. */
export function unsettledImage(unsettled: Unsettled, known: Record<string, unknown> = {}): Record<string, unknown> {
  const open = [...PARTS, 'valid'].filter((part) => !Object.hasOwn(known, part))
  return throwing(unsettled, { ...known, stage: false }, open)
}
