import type { ImageReference } from '../../source/image-reference.ts'
import { CODENAMES, LISTED, PRODUCTS, type Product } from './releases-table.ts'

/** A release that an image's tag names. */
export interface Release {
  /** For people: `Debian 10`. */
  readonly name: string
  /** The day of its last fix. */
  readonly ended: string
  /** Whether it was that day and not one before. */
  readonly exact: boolean
  /** Whether that day lies after the table was made. */
  readonly supported: boolean
}

/** The releases of the table that an image's name and tag tell: its own, and the system that the tag's end names. */
export function releasesOf({ name, tag, digest }: Pick<ImageReference, 'name' | 'tag' | 'digest'>): readonly Release[] {
  const product = productOf(name)
  if (!product) return []
  // Of UBI and the like the repository names the release, and the tag only its builds.
  if (product.inName) return [...releaseOf(product, product.inName.exec(name)?.[1] ?? '')]
  if (tag === '' && digest !== '') return []
  const [version = '', ...suffixes] = (tag || 'latest').toLowerCase().split('-')
  return [...ownRelease(product, version), ...suffixes.flatMap(systemOf)]
}

/** Whether the table has releases of an image, so that its tag says something. */
export function hasReleases(name: string): boolean {
  return productOf(name) !== undefined
}

function productOf(name: string): Product | undefined {
  return PRODUCTS.find(({ names }) => (typeof names === 'string' ? name === names : names.test(name)))
}

function ownRelease(product: Product, version: string): readonly Release[] {
  const number = /^(?:v|centos)?(\d+)(?:u\d+)?(?:\.(\d+))?(?:\.\d+)*$/.exec(version)
  if (!number) return [...releaseOf(product, version), ...(product.system ? [] : systemOf(version))]
  const [, major = '', minor] = number
  const exact = minor === undefined ? [] : releaseOf(product, `${major}.${minor}`)
  return exact.length > 0 ? exact : releaseOf(product, major)
}

/** `buster`, `focal` and `alpine3.12`: what an image of a language stands on. */
function systemOf(suffix: string): readonly Release[] {
  const alpine = /^alpine(\d+\.\d+)$/.exec(suffix)?.[1]
  const [image, version] = alpine === undefined ? (CODENAMES.get(suffix) ?? []) : ['alpine', alpine]
  const product = image === undefined ? undefined : productOf(`docker.io/library/${image}`)
  return product && version !== undefined ? releaseOf(product, version) : []
}

function releaseOf({ title, releases, shared }: Product, version: string): readonly Release[] {
  const codename = CODENAMES.get(version)
  const key = releases.has(version) ? version : title === TITLES[codename?.[0] ?? ''] ? (codename?.[1] ?? '') : ''
  const ended = releases.get(key)
  return ended === undefined
    ? []
    : [{ name: key === 'latest' ? title : `${title} ${key}`, ended, exact: !shared.has(key), supported: ended >= LISTED }]
}

const TITLES: Readonly<Record<string, string>> = { debian: 'Debian', ubuntu: 'Ubuntu' }
