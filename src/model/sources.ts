import type { Dockerfile } from './dockerfile.ts'
import type { Problem, Resource, SyntaxFault, YamlDocument } from './document.ts'
import type { Source } from './position.ts'
import type { Scanned } from './report.ts'

/** Which files are subjects. Globs and prefixes relative to the root; `!` in front takes what matches out again. */
export interface Selection {
  /** What the user named; [] and `.` mean everything. */
  readonly paths: readonly string[]
  /** From the configuration, narrowing `paths` further; [] means everything. */
  readonly include: readonly string[]
  /** Added to the defaults; `!glob` takes one back. */
  readonly exclude: readonly string[]
}

/** A file that is taken for ours: a subject of `manifest-parses`. */
export interface ScannedFile {
  readonly source: Source
  readonly faults: readonly SyntaxFault[]
}

/** All that was found in a root. What is excluded is not in it; what `paths` leave out is, for evidence and `related`. */
export interface Sources {
  /** Kubernetes objects, the items of lists apart. */
  readonly resources: readonly Resource[]
  /** CustomResourceDefinitions, which are not among them. */
  readonly definitions: readonly Resource[]
  /** Every document of a kind we know: objects, configurations, kustomizations, charts, compose files, workflows, actions. */
  readonly documents: readonly YamlDocument[]
  readonly dockerfiles: readonly Dockerfile[]
  /** Documents of kind `compose`, one a file. */
  readonly compose: readonly YamlDocument[]
  readonly workflows: readonly YamlDocument[]
  /** YAML and JSON files taken for ours. */
  readonly manifests: readonly ScannedFile[]
  readonly faults: readonly SyntaxFault[]
  readonly problems: readonly Problem[]
  /** Every file of the root that is not excluded, whether it was read or not. */
  readonly files: readonly string[]
  /** Counts of what `paths` select. */
  readonly scanned: Scanned
  isSubject(path: string): boolean
  /** False below folders of examples, tests, documentation and vendored code: what stands there proves no practice. */
  isEvidence(path: string): boolean
  /** A file's text: read at the first use where it was not scanned; undefined where it cannot be read as text. */
  sourceOf(path: string): Source | undefined
  /** Whether a file or folder exists now, also one that is excluded or ignored. */
  has(path: string): boolean
}
