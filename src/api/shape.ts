import type { JsonValue, ParsedExpression } from '../model/rule.ts'

/** How Kubernetes' decoder reads a value that is neither struct, list nor map. */
export type ScalarType =
  | 'string'
  | 'boolean'
  | 'int32'
  | 'int64'
  | 'number'
  | 'int-or-string'
  | 'quantity'
  | 'time'
  | 'micro-time'
  | 'duration'
  | 'bytes'

export type Shape =
  | { readonly type: ScalarType }
  /** Anything, unread. */
  | { readonly type: 'any' }
  | { readonly type: 'list'; readonly items: Field }
  | { readonly type: 'map'; readonly values: Field }
  /** The first of several that takes the value: `JSONSchemaPropsOrBool`. */
  | { readonly type: 'either'; readonly list?: Field | undefined; readonly struct: Field; readonly boolean: boolean }
  | Struct

export interface Struct {
  readonly type: 'struct'
  /** The definition's name. */
  readonly name: string
  readonly fields: ReadonlyMap<string, Field>
  readonly overlay: StructRules
}

/** A member, list item or map value; its shape is made when it is first met, since definitions refer to themselves. */
export interface Field {
  readonly shape: Shape
  readonly rules: FieldRules
}

/** What the server asks of a value beyond its type. Keywords as in rules/api-validation.yaml. */
export interface FieldRules {
  /** Unset and empty are missing: '', an empty list or map. */
  readonly required?: boolean | string
  /** What the server fills in. */
  readonly default?: JsonValue
  /** Not a pointer: where it is missing, its own members still are. */
  readonly always?: boolean
  /** A text that is '' is not unset: a default does not fill it. */
  readonly pointer?: boolean
  readonly enum?: readonly string[]
  readonly minimum?: number
  readonly maximum?: number
  readonly format?: string | readonly string[]
  readonly minItems?: number
  readonly maxItems?: number
  /** Members that tell list items apart where they have the first, or several such sets; `[]` for the items themselves. */
  readonly unique?: readonly string[] | readonly (readonly string[])[]
  /** Of a map's keys; mistakes are placed at the map, as the server does. */
  readonly keys?: string
  readonly items?: FieldRules
  /** Must not be set. */
  readonly forbidden?: string
  /** Asked only of the object's own metadata, not of that of the templates in it. */
  readonly root?: boolean
  /** Not looked at. */
  readonly skip?: boolean
  /** The rule that says it, where it is not `manifest-passes-api-validation`. */
  readonly control?: string
  /** The same for whatever is wrong below. */
  readonly controlBelow?: string
}

export interface StructRules {
  /** Format of `metadata.name`, for kinds. */
  readonly name?: string
  /** Stands in no namespace: the server does not look at one. */
  readonly cluster?: boolean
  /** The server makes up a name where there is none. */
  readonly named?: boolean
  readonly fields?: Readonly<Record<string, FieldRules>>
  /** Exactly one of these members, or at most one. */
  readonly oneOf?: readonly string[]
  readonly atMostOneOf?: readonly string[]
  readonly oneOfMessage?: string
  readonly rules?: readonly CrossRule[]
}

/** A CEL rule over `self`, and over each `item` (with its `key`) where `each` names a list or map below it. */
export interface CrossRule {
  readonly each?: string
  readonly when?: string
  readonly rule: string
  /** Relative to the item, or to `self` without `each`. */
  readonly at?: string
  readonly message?: string
  readonly messageExpression?: string
  /** The three expressions as the build parsed them. */
  readonly parsed?: { readonly when?: ParsedExpression; readonly rule: ParsedExpression; readonly messageExpression?: ParsedExpression }
  readonly kind?: FaultKind
  readonly control?: string
  /** Minor versions: from and before which it holds. */
  readonly since?: string
  readonly until?: string
}

export type FaultKind = 'unknown-field' | 'duplicate' | 'type' | 'required' | 'unsupported' | 'invalid'
export type FaultPath = readonly (string | number)[]

/** What the server has against an object, at the path that it would name. */
export interface Fault {
  readonly kind: FaultKind
  readonly path: FaultPath
  readonly message: string
  readonly suggestion?: string | undefined
  readonly control?: string | undefined
}
