import type { Origin } from './origin.ts'
import type { Place, Source } from './position.ts'

/** The files of a root, named by paths relative to it with `/`, sorted. On disk, in memory, or at a commit. */
export interface Tree {
  readonly files: readonly string[]
  /**
   * The file's bytes, or the first `limit` of them; valid until the next call. Throws `Unreadable` with plain words,
   * also without `limit` for a file larger than `LARGEST`.
   */
  read(path: string, limit?: number): Uint8Array
  /** Whether there is a file or a folder of this path now. */
  has(path: string): boolean
  /** Folders that could not be listed, with the reason. */
  readonly unlisted?: readonly { readonly path: string; readonly reason: string }[] | undefined
}

/** Bytes. The largest bundles of CRDs that projects publish have about 5 MB. */
export const LARGEST = 10 * 1024 * 1024

/** A file that cannot be judged: becomes a problem, never a crash. */
export class Unreadable extends Error {
  /** There is nothing here that could be judged: deleted, a link out of the root or to a file that is read anyway, a pipe. */
  readonly absent: boolean

  constructor(reason: string, absent = false) {
    super(reason)
    this.name = 'Unreadable'
    this.absent = absent
  }
}

/** Something no rule can judge, or could not be read: reported with its place; a failing subject of `rule`. */
export interface Problem extends Place {
  readonly message: string
  /** `manifest-parses` or `dockerfile-parses`. */
  readonly rule: string
}

/** A file that is taken for ours and does not parse, or whose reading is not settled. Decides `manifest-parses`. */
export interface SyntaxFault extends Place {
  readonly message: string
  /** `unknown` where an unrendered template, not the author, is why. */
  readonly answer: 'fail' | 'unknown'
  /** Whether an object stands there that nobody has read, so that not finding one means nothing. */
  readonly hides?: true
}

/** `config`: has apiVersion and kind but is no object of a cluster's API: kubeconfig, kubeadm, KubeletConfiguration, skaffold, … */
export type YamlKind = 'kubernetes' | 'config' | 'kustomization' | 'compose' | 'workflow' | 'action' | 'chart' | 'other'

/** One YAML or JSON document. `value` is plain data read as Kubernetes reads it: null entries and items are taken out. */
export interface YamlDocument {
  readonly kind: YamlKind
  /** As written at the top of the document, where they are plain strings. */
  readonly head: { readonly apiVersion?: string | undefined; readonly kind?: string | undefined }
  readonly source: Source
  readonly origin: Origin
  /** Made at the first use. Integers are bigint, other numbers number. */
  readonly value: unknown
  /** Below a chart's `templates/`, or parsed only when taken for a template. */
  readonly templated: boolean
}

/** One Kubernetes object; the items of a `List` are objects of their own. */
export interface Resource {
  readonly apiVersion: string
  readonly kind: string
  /** The part of apiVersion before `/`; '' for the core group. */
  readonly group: string
  /** As written; undefined where unset. */
  readonly namespace: string | undefined
  readonly name: string
  readonly object: Readonly<Record<string, unknown>>
  readonly source: Source
  readonly origin: Origin
  readonly templated: boolean
  /** A file that a kustomization names as a patch, or a partial object: counted, never a subject. */
  readonly patch: boolean
}
