import { CompileError, type Node } from '../../rules/cel/ast.ts'
import { spend } from '../../rules/cel/bound.ts'
import { children, names } from '../../rules/cel/names.ts'
import { parseExpression } from '../../rules/cel/parser.ts'
import { escaped } from './cel.ts'
import { IDENTITY, isFields, isObject, itemsOf, keeps, type Schema, valuesOf } from './schema.ts'

const SELF: ReadonlySet<string> = new Set(['self', 'oldSelf'])

/** Why a rule of a schema cannot be compiled; undefined where it can, as far as that shows without inferring types. */
export function expressionMistake(rule: string, schema: Schema, isWhole: boolean): string | undefined {
  try {
    const { node, strange } = parsed(rule)
    if (strange !== undefined) return `speaks of ${strange.slice(0, 40)}, and there are only self and oldSelf`
    if (node.kind === 'literal' && typeof node.value !== 'boolean') return 'must be true or false'
    const field = missingField(node, schema, isWhole)
    return field === undefined ? undefined : `speaks of ${field.slice(0, 80)}, which is no field of the schema`
  } catch (error) {
    if (error instanceof CompileError) return 'is no CEL expression'
    throw error
  }
}

interface Parsed {
  readonly node: Node
  /** A variable that there is not. */
  readonly strange: string | undefined
}

const MOST = 2000
const known = new Map<string, Parsed>()

// The versions of a definition repeat each other's rules.
function parsed(rule: string): Parsed {
  let found = known.get(rule)
  if (!found) {
    const node = parseExpression(rule)
    found = { node, strange: [...names(node)].find((name) => !SELF.has(name)) }
    if (known.size >= MOST) known.clear()
    known.set(rule, found)
  }
  return found
}

/** The first field that an expression selects from `self`, at any depth, and the schema does not have. */
function missingField(node: Node, schema: Schema, isWhole: boolean): string | undefined {
  if (node.kind === 'select' || node.kind === 'has') {
    const holder = schemaOfNode(node.operand, schema)
    const whole = isWhole && holder === schema
    if (holder && !hasField(holder, node.field, whole)) return node.field
  }
  for (const child of children(node)) {
    const found = missingField(child, schema, isWhole)
    if (found !== undefined) return found
  }
  return undefined
}

function hasField(schema: Schema, field: string, isWhole: boolean): boolean {
  if (!isFields(schema.properties) || schema.type !== 'object' || keeps(schema)) return true
  if ((isWhole || isObject(schema)) && IDENTITY.has(field)) return true
  if (isWritten(schema.properties, field)) return true
  const fields = Object.keys(schema.properties)
  spend(fields.length)
  return fields.some((name) => escaped(name) === field)
}

function schemaOfNode(node: Node, schema: Schema): Schema | undefined {
  if (node.kind === 'name') return SELF.has(node.name) ? schema : undefined
  if (node.kind !== 'select' && node.kind !== 'index') return undefined
  const holder = schemaOfNode(node.operand, schema)
  if (!holder) return undefined
  if (node.kind === 'index') return itemsOf(holder) ?? valuesOf(holder)
  const properties = isFields(holder.properties) ? holder.properties : {}
  const name = nameOf(properties, node.field)
  const found = name === undefined || name === 'metadata' ? undefined : properties[name]
  return isFields(found) ? found : undefined
}

function nameOf(properties: Schema, field: string): string | undefined {
  if (isWritten(properties, field)) return field
  const keys = Object.keys(properties)
  spend(keys.length)
  return keys.find((key) => escaped(key) === field)
}

/** Most names are written in an expression as they are. */
function isWritten(properties: Schema, field: string): boolean {
  return Object.hasOwn(properties, field) && escaped(field) === field
}
