import type { SyntaxFault } from './document.ts'
import type { Origin } from './origin.ts'
import type { Source, Span } from './position.ts'

/** A file read by BuildKit's rules. What it refuses is in `faults`; everything else is read as far as it goes. */
export interface Dockerfile {
  readonly source: Source
  readonly origin: Origin
  readonly escape: '\\' | '`'
  /** The whole file in order: their spans put together are its text. */
  readonly pieces: readonly Piece[]
  readonly directives: readonly Directive[]
  readonly instructions: readonly Instruction[]
  readonly stages: readonly Stage[]
  readonly faults: readonly DockerfileFault[]
}

export interface Piece {
  readonly kind: 'directive' | 'comment' | 'blank' | 'instruction' | 'unread'
  readonly span: Span
}

export interface Directive {
  readonly name: 'syntax' | 'escape' | 'check'
  readonly value: string
  readonly span: Span
}

/** `order`, `onbuild`, `port` and `copy-from` are told apart because rules of their own decide them. */
/** `argument`: refused unless the build is given an argument that has no default. */
export type FaultKind = 'parse' | 'order' | 'onbuild' | 'port' | 'copy-from' | 'argument'

export interface DockerfileFault extends SyntaxFault {
  readonly kind: FaultKind
  readonly span: Span
}

/** A word as BuildKit's parser hands it on: continuations joined, JSON decoded, variables not yet put in. */
export interface DockerWord {
  readonly text: string
  readonly span: Span
}

export interface Heredoc {
  readonly name: string
  /** Whether variables in the body are put in: the name stands without quotes. */
  readonly expand: boolean
  /** `<<-`: leading tabs are taken off. */
  readonly chomp: boolean
  /** The lines between, with the last line break. */
  readonly body: Span
}

/** A text put together from pieces of the source: the lines of an instruction without continuations and comments. */
export interface Joined {
  readonly text: string
  /** The offset in the source of the character at an offset of the text. */
  at(offset: number): number
  span(from: number, to: number): Span
}

export interface Pair {
  readonly name: DockerWord
  /** Undefined for an ARG without default. */
  readonly value: DockerWord | undefined
  /** ENV and LABEL in the old form without `=`. */
  readonly legacy: boolean
}

export interface Instruction {
  /** As written. */
  readonly keyword: string
  /** In lower case; what is no instruction of Docker's too. */
  readonly name: string
  /** From the keyword to the end of the last line, here-documents included, without the last line break. */
  readonly span: Span
  readonly key: Span
  readonly joined: Joined
  /** Where the arguments begin and end in `joined`. */
  readonly rest: { readonly from: number; readonly to: number }
  /** `--name=value` words, quotes taken off. */
  readonly flags: readonly DockerWord[]
  readonly form: 'exec' | 'shell'
  readonly words: readonly DockerWord[]
  /** ENV, LABEL and ARG. */
  readonly pairs: readonly Pair[]
  readonly heredocs: readonly Heredoc[]
  /** The instruction of an ONBUILD. */
  readonly trigger: Instruction | undefined
  /** The comments right above it, without `#`. */
  readonly comments: readonly DockerWord[]
  /** The last line of an instruction with an empty line in it, which BuildKit warns about. */
  readonly emptyContinuation: Span | undefined
}

/** A string of the file after its variables are put in. */
export interface Expanded {
  readonly word: DockerWord
  /** As BuildKit would have it without build arguments; what is not set is ''. */
  readonly value: string
  /** Why the files do not settle the value; '' where they do. */
  readonly reason: string
  /** Variables that are used and set nowhere. */
  readonly unset: readonly string[]
}

/** The variables before an instruction. */
export interface Environment {
  get(name: string): { readonly value: string; readonly reason: string } | undefined
  has(name: string): boolean
}

/** What holds at an instruction, or at the end of a stage: each with the instruction that set it. */
export interface Settings {
  readonly environment: Environment
  readonly user: Setting | undefined
  readonly workdir: Setting | undefined
  readonly shell: Instruction | undefined
}

export interface Setting {
  readonly by: Instruction
  readonly value: Expanded
}

/** An instruction of a stage with its variables put in. */
export interface Step {
  readonly instruction: Instruction
  readonly stage: Stage
  /** What held before it. */
  readonly before: Settings
  /** Its words, flags and values after expansion, by their words. */
  readonly expanded: ReadonlyMap<DockerWord, Expanded>
  /** For COPY --from and RUN --mount=from: the stages they read, in the order of the flags. */
  /** Variables that it uses and nothing declares; the word is undefined for those of a here-document. */
  readonly undeclared: readonly { readonly name: string; readonly word: DockerWord | undefined }[]
  readonly from: readonly { readonly flag: DockerWord; readonly name: string; readonly stage: Stage | undefined }[]
}

export interface Stage {
  readonly index: number
  /** In lower case; '' where it has none. */
  readonly name: string
  readonly instruction: Instruction
  readonly base: Expanded
  readonly platform: Expanded | undefined
  /** Variables in FROM that no ARG before the first FROM declares. */
  readonly undeclared: readonly string[]
  /** The earlier stage that it is built from. */
  readonly parent: Stage | undefined
  readonly steps: readonly Step[]
  /** What its ONBUILD instructions trigger, as a build from it finds things. */
  readonly triggered: readonly Step[]
  readonly end: Settings
}
