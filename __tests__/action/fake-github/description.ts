import { readFileSync } from 'node:fs'
import { Ajv, type AnySchema } from 'ajv'
import addFormats from 'ajv-formats'

type Json = Record<string, unknown>

interface Parameter {
  readonly name: string
  readonly in: string
  readonly required?: boolean
  readonly schema: AnySchema
}

interface Media {
  readonly content?: { readonly 'application/json'?: { readonly schema: Json } }
}

interface Operation {
  readonly operationId: string
  readonly parameters?: readonly Parameter[]
  readonly requestBody?: Media & { readonly required?: boolean }
  readonly responses: Readonly<Record<string, Media>>
}

export interface Matched {
  readonly id: string
  readonly operation: Operation
  readonly params: Readonly<Record<string, string>>
}

const file = new URL('../../fixtures/github/openapi.json', import.meta.url)
const description = resolved(JSON.parse(readFileSync(file, 'utf8')))
const strict = new Ajv({ strict: false, allErrors: true, validateSchema: false })
// Path and query come as text.
const lenient = new Ajv({ strict: false, allErrors: true, validateSchema: false, coerceTypes: true })
for (const ajv of [strict, lenient]) {
  addFormats.default(ajv)
  ajv.addFormat('repo.nwo', true)
}

// References become the very objects they name, so that a schema can be compiled and sampled without its document.
function resolved(document: { paths: Record<string, Record<string, Operation>>; components: Json }) {
  const follow = (node: unknown): unknown => {
    if (typeof node !== 'object' || node === null) return node
    const reference = (node as Json).$ref
    if (typeof reference === 'string') return follow(lookUp(document, reference))
    if (Array.isArray(node)) return node.map(follow)
    return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, follow(value)]))
  }
  return follow(document) as typeof document
}

function lookUp(document: unknown, reference: string): unknown {
  return reference
    .slice(2)
    .split('/')
    .reduce<unknown>((node, key) => (node as Json)[key], document)
}

export function match(method: string, pathname: string): Matched | undefined {
  for (const [path, item] of Object.entries(description.paths)) {
    const operation = item[method.toLowerCase()]
    const found = new RegExp(`^${path.replace(/\{([^}]+)\}/g, '(?<$1>[^/]+)')}$`).exec(pathname)
    if (operation && found) {
      const params = Object.entries(found.groups ?? {}).map(([name, value]) => [name, decodeURIComponent(value)])
      return { id: operation.operationId, operation, params: Object.fromEntries(params) }
    }
  }
  return undefined
}

/** Everything in which a request is not what GitHub describes. */
export function faultsOfRequest({ operation, params }: Matched, query: Readonly<Record<string, string>>, body: unknown): string[] {
  const faults: string[] = []
  const parameters = operation.parameters ?? []
  for (const parameter of parameters) {
    const value = parameter.in === 'path' ? params[parameter.name] : query[parameter.name]
    if (value === undefined && parameter.required) faults.push(`missing ${parameter.in} parameter ${parameter.name}`)
    if (value !== undefined) faults.push(...check(lenient, { properties: { it: parameter.schema } }, { it: value }))
  }
  const known = new Set(parameters.filter((parameter) => parameter.in === 'query').map((parameter) => parameter.name))
  for (const name of Object.keys(query)) if (!known.has(name)) faults.push(`unknown query parameter ${name}`)
  return [...faults, ...faultsOfBody(operation, body)]
}

function faultsOfBody({ requestBody }: Operation, body: unknown): string[] {
  const schema = requestBody?.content?.['application/json']?.schema
  if (!schema) return body === undefined ? [] : ['a body where none is described']
  if (body === undefined) return requestBody?.required ? ['missing request body'] : []
  return check(strict, { additionalProperties: false, ...schema }, body).map((fault) => `body ${fault}`)
}

/** Everything in which an answer of ours is not what GitHub describes. */
export function faultsOfAnswer({ id, operation }: Matched, status: number, answer: unknown): string[] {
  const schema = operation.responses[status]?.content?.['application/json']?.schema
  return schema ? check(strict, schema, answer).map((fault) => `own answer of ${id}: ${fault}`) : []
}

function check(ajv: Ajv, schema: AnySchema, value: unknown): string[] {
  const validate = ajv.compile(schema)
  return validate(value) ? [] : (validate.errors ?? []).map((error) => `${error.instancePath || '/'} ${error.message}`)
}

/** The least that an operation's answer (or one item of it) must hold, overlaid with what the test cares about. */
export function sample(id: string, status: number, overlay: Json): Json {
  const operation = Object.values(description.paths)
    .flatMap((item) => Object.values(item))
    .find(({ operationId }) => operationId === id)
  const schema = operation?.responses[status]?.content?.['application/json']?.schema
  if (!schema) throw new Error(`${id} describes no answer ${status}`)
  return overlaid(least(schema.type === 'array' ? (schema.items as Json) : schema), overlay) as Json
}

function overlaid(under: unknown, over: unknown): unknown {
  if (typeof over !== 'object' || over === null || Array.isArray(over)) return over
  const base = typeof under === 'object' && under !== null ? (under as Json) : {}
  return { ...base, ...Object.fromEntries(Object.entries(over).map(([key, value]) => [key, overlaid(base[key], value)])) }
}

function least(schema: Json): unknown {
  const choice = [schema.allOf, schema.anyOf, schema.oneOf].find(Array.isArray) as Json[] | undefined
  if (choice) return least(choice[0] ?? {})
  if (schema.nullable) return null
  if (Array.isArray(schema.enum)) return schema.enum[0]
  if (schema.type === 'array') return []
  if (schema.type === 'integer' || schema.type === 'number') return 1
  if (schema.type === 'boolean') return false
  if (schema.type === 'string') return TEXTS[String(schema.format)] ?? 'x'
  const properties = (schema.properties ?? {}) as Record<string, Json>
  const required = (schema.required ?? []) as string[]
  return Object.fromEntries(required.map((name) => [name, least(properties[name] ?? {})]))
}

const TEXTS: Readonly<Record<string, string>> = {
  'date-time': '2026-01-01T00:00:00Z',
  uri: 'https://github.invalid/',
  email: 'a@b.invalid',
}
