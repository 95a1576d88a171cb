import { posix } from 'node:path'
import type { Sources } from '../../model/sources.ts'
import { parseImage } from '../../source/image-reference.ts'

/** What somebody says an image is built from. */
export interface Build {
  /** `registry/repository`, where parts that only a running pipeline knows stand as PARTS. */
  readonly name: string
  readonly tag: string
  /** Path of the Dockerfile; of the parts that `name` leaves open it may have those that are named alike. */
  readonly dockerfile: string
  /** The stage that is built; the last one where it is undefined. */
  readonly target: string | undefined
  /** The file that says so. */
  readonly file: string
  /** For people: `service web of compose.yaml`. */
  readonly by: string
  /** What is meant for a cluster goes before what is meant for a desk: 0 the configuration, 1 skaffold and pipelines, 2 compose. */
  readonly rank: 0 | 1 | 2
}

/** Collects builds whose image and Dockerfile are named. */
export type AddBuild = (image: string, build: Omit<Build, 'name' | 'tag'>) => void

/** Stands for one path component, or a piece of one, that is not written: `\u0000matrix.service\u0000`. */
export const PART = /\0([^\0]*)\0/g

export function collector(sources: Sources, to: Build[]): AddBuild {
  const known = new Set(sources.dockerfiles.map(({ source }) => source.path))
  return (image, build) => {
    const { name, tag, valid } = parseImage(image.replace(PART, 'x'))
    if (!valid || (!build.dockerfile.includes('\0') && !known.has(build.dockerfile))) return
    to.push({ ...build, name: image.includes('\0') ? openName(image) : name, tag })
  }
}

// A name with open parts has a registry, since nobody pushes such a name to Docker's own without its owner.
function openName(image: string): string {
  const colon = image.indexOf(':', image.lastIndexOf('/') + 1)
  const name = colon < 0 ? image : image.slice(0, colon)
  const first = name.slice(0, Math.max(name.indexOf('/'), 0))
  return /[.:]/.test(first) ? name : `docker.io/${name}`
}

/** The Dockerfile that a build names: relative to its context, as compose and skaffold have it. */
export function dockerfileIn(folder: string, context: string, dockerfile: string | undefined): string {
  return posix.join(folder, context, dockerfile ?? 'Dockerfile')
}
