import type { Fields } from '../values.ts'

/** A PodSpec and the metadata of the pods made from it, wherever an object holds them. */
export interface PodTemplate {
  readonly spec: Fields
  readonly metadata: Fields | undefined
  /** Nothing is known of the spec, since the files do not hold it. */
  readonly labelsAlone?: true
}
