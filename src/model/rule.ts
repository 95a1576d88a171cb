import type { Scope } from './subject.ts'

export const SEVERITIES = ['low', 'medium', 'high', 'critical'] as const
export type Severity = (typeof SEVERITIES)[number]
export const WEIGHT: Readonly<Record<Severity, number>> = { low: 1, medium: 2, high: 4, critical: 8 }
export type Stage = 1 | 2 | 3 | 4 | 5
export type RuleKind = 'static' | 'evidence' | 'attested'
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue }

export interface Parameter {
  readonly type: 'string' | 'integer' | 'boolean' | 'list' | 'map'
  readonly items?: 'string' | 'integer' | undefined
  readonly enum?: readonly string[] | undefined
  readonly default: JsonValue
  readonly description: string
}

export interface Edit {
  readonly [key: string]: JsonValue
}

/** The keys of a rule that hold CEL; `each` may be a path instead. */
export const EXPRESSION_KEYS = [
  'when',
  'each',
  'require',
  'evidence',
  'what',
  'messageExpression',
  'remedyExpression',
  'givesWayWhen',
] as const
export type ExpressionKey = (typeof EXPRESSION_KEYS)[number]

/** What decides: the part of a rule that is compiled and embedded. */
export interface Rule {
  readonly id: string
  readonly title: string
  readonly stage: Stage
  readonly practice: string
  readonly severity: Severity
  readonly kind: RuleKind
  readonly scope: Scope
  readonly kinds: readonly string[]
  /** For `image`: which variants; empty elsewhere. */
  readonly in: readonly string[]
  readonly default: boolean
  readonly when?: string | undefined
  readonly each?: string | undefined
  readonly require?: string | undefined
  /** Kind `evidence`: a CEL list of what satisfies it, each with an origin; passes when there is any. */
  readonly evidence?: string | undefined
  /** Kind `evidence`: CEL text over `item`, what one piece of evidence is: `"trivy in job scan"`. */
  readonly what?: string | undefined
  readonly at: readonly string[]
  /** Other places that a finding shows: words by paths. */
  readonly related?: Readonly<Record<string, string>> | undefined
  readonly message?: string | undefined
  readonly messageExpression?: string | undefined
  /** Of a shipped rule, which has no texts of its expressions: where the build put what it parsed of them. */
  readonly parsed?: { readonly [Key in ExpressionKey]?: number } | undefined
  /** What to write, in a sentence; shown with each finding that has no other of its own. */
  readonly remedy: string
  readonly remedyExpression?: string | undefined
  readonly fix?: { readonly safety: 'safe' | 'risky'; readonly edits: readonly Edit[] } | undefined
  readonly covers: readonly string[]
  /** Rules whose finding at the same place, or about the same subject as a whole, says what this one would. */
  readonly givesWayTo: readonly string[]
  /** Whether it does so for a subject; always where there is none. */
  readonly givesWayWhen?: string | undefined
  /** The items of one subject are one problem that one edit closes. */
  readonly together: boolean
  readonly aliases: Readonly<Record<string, readonly string[]>>
  readonly frameworks: JsonValue
  readonly params: Readonly<Record<string, Parameter>>
  /** Waived by these built-in reasons: `node-agent`, `cluster-role`. */
  readonly waivedFor: readonly string[]
}

/** What explains: read only by `rules ID`, the documents and SARIF. */
export interface RuleText {
  readonly why: string
  readonly examples: {
    readonly fail: readonly Example[]
    readonly pass: readonly Example[]
    readonly unknown: readonly Example[]
  }
}

export type Example =
  | string
  | {
      readonly files: Readonly<Record<string, string>>
      readonly config?: string | undefined
      readonly findings?: readonly { readonly file: string; readonly line: number }[] | undefined
    }

/** A parsed expression as JSON; what it looks like is the compiler's own business. */
export type ParsedExpression = string | readonly [string, ...unknown[]]

/** A compiled expression. Throws `Unsettled`, or any error of CEL; both mean unknown. */
export type Program = (variables: Readonly<Record<string, unknown>>) => unknown

export interface CompiledRule {
  readonly rule: Rule
  /** Values of the parameters: defaults overlaid by the configuration, as CEL values (integers bigint). */
  readonly params: Readonly<Record<string, unknown>>
  readonly when: Program | undefined
  readonly each: Program | undefined
  readonly require: Program | undefined
  readonly evidence: Program | undefined
  readonly what: Program | undefined
  readonly message: Program
  readonly givesWayWhen?: Program | undefined
  readonly remedy: Program | undefined
}

export interface Practice {
  readonly id: string
  readonly title: string
  readonly stage: Stage
}

/** One check of Kubernetes' own Pod Security admission, from one minor version on: rules/pod-security.yaml as data. */
export interface PodSecurityCheck {
  readonly id: string
  readonly level: 'baseline' | 'restricted'
  readonly since?: string | undefined
  /** Checks of the baseline that it takes the place of at its own level. */
  readonly overrides?: readonly string[] | undefined
  /** CEL over `pod`, `podMetadata` and `containers`. */
  readonly require: string
  /** The same as the build parsed it. */
  readonly parsed?: ParsedExpression | undefined
}

/** rules/model.yaml as data. */
export interface Model {
  readonly stages: readonly { readonly stage: Stage; readonly id: string; readonly title: string; readonly summary: string }[]
  readonly practices: readonly Practice[]
  /** Beginnings of names of roles and bindings that clusters make themselves: waived by the built-in reason. */
  readonly clusterRoles: readonly string[]
  /** Image repositories of node agents, without registry: waived by the built-in reason. */
  readonly nodeAgents: readonly string[]
}
