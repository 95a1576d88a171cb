/**
 * What pipelines do, as plain data for expressions; each step and command carries its origin. Nothing in it throws: a value that the
 * pipeline computes (`${{ … }}`, `$NAME`) stands as written or, in a command's words, as OPAQUE.
 */
export interface Ci {
  readonly steps: readonly CiStep[]
  readonly commands: readonly CiCommand[]
  readonly unread: readonly CiUnread[]
}

/** In place of a word that only the running pipeline knows. */
export const OPAQUE = '$?'

/** Where in which pipeline something runs. */
export interface CiContext {
  /** The kind of pipeline: `github`. */
  readonly provider: string
  /** The pipeline's file. */
  readonly pipeline: string
  readonly job: string
  readonly triggers: readonly string[]
  /** Whether a failure fails the job: neither the step nor the job tolerates it. */
  readonly blocking: boolean
  readonly permissions: Readonly<Record<string, string>>
  /** How it was reached, outermost first: `make verify`, `action ./.github/actions/scan`. */
  readonly via: readonly string[]
}

/** A step that uses something ready-made: an action, a reusable workflow, an image. */
export interface CiStep extends CiContext {
  /** For people: what it is and in which job. */
  readonly label: string
  readonly name: string
  /** Without version, in lower case: `aquasecurity/trivy-action`. */
  readonly uses: string
  readonly ref: string
  readonly with: Readonly<Record<string, string>>
  readonly env: Readonly<Record<string, string>>
}

/** A simple command of a step's script, or of what the script calls. */
export interface CiCommand extends CiContext {
  readonly label: string
  readonly name: string
  readonly text: string
  /** Where it runs, relative to the root, as far as the script tells. */
  readonly folder: string
  readonly subcommand: string
  /** The name, the words after it, and the flags without their values. */
  readonly words: readonly string[]
  readonly arguments: readonly string[]
  readonly operands: readonly string[]
  readonly flags: Readonly<Record<string, string>>
  readonly env: Readonly<Record<string, string>>
}

/** A script or target that a pipeline runs and that is not among the files. */
export interface CiUnread extends CiContext {
  readonly label: string
  /** `./hack/verify.sh`, `make verify`. */
  readonly name: string
  /** What it does, which nobody knows here: reading it throws. */
  readonly does: unknown
}
