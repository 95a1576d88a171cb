import type { Offence } from './finding.ts'
import type { Subject } from './subject.ts'

/** An offence with what a waiver may be tied to. */
export interface Hit {
  readonly subject: Subject
  readonly place: Pick<Offence, 'file' | 'line'>
  /**
   * `file:line` of its own line and of the first lines of the container, object, service or instruction it lies in, its file as
   * `file:`, the object and the pod themselves, and `ANYWHERE`.
   */
  readonly anchors: readonly unknown[]
}

/** Ties a claim to no place. */
export const ANYWHERE = ''

/** Something that is written to let findings pass, before anybody asked whether it holds. */
export interface Claim {
  /** `configuration`, `comment`, `annotation`, or what another linter reads. */
  readonly by: string
  /** Where it is written. */
  readonly file: string
  readonly line: number
  /** As written. */
  readonly name: string
  /** Ids of the rules it names. */
  readonly rules: readonly string[]
  readonly reason: string
  readonly owner: string | undefined
  readonly expires: string | undefined
  /** It stands in a scanned file, beside what it lets pass. */
  readonly inline: boolean
  /** Another linter's: debt without an owner, and nothing is said where it does nothing. */
  readonly honoured: boolean
  /** It covers a hit that has one of these; a hit is asked only for those of its own. */
  readonly anchors: readonly unknown[]
  /** What it asks of such a hit besides. */
  readonly covers?: ((hit: Hit) => boolean) | undefined
}

/** What is meant for a waiver and is none. */
export interface Flawed {
  readonly file: string
  readonly line: number
  readonly message: string
}
