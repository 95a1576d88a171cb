import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { CrossRule, StructRules } from './shape.ts'

// Written by scripts/oracle/record-schemas.ts and scripts/generate.ts. The bundler copies files that are named in just this way.
const SCHEMAS = join(dirname(fileURLToPath(import.meta.url)), 'schemas.jsonl')
const OVERLAY = join(dirname(fileURLToPath(import.meta.url)), 'embedded-validation.jsonl')

/** A definition of Kubernetes' OpenAPI without its words. */
export interface OpenApi {
  readonly type?: string
  readonly format?: string
  readonly $ref?: string
  readonly required?: readonly string[]
  readonly properties?: Readonly<Record<string, OpenApi>>
  readonly items?: OpenApi
  readonly additionalProperties?: OpenApi
}

interface Index {
  readonly versions: readonly string[]
  readonly kinds: Readonly<Record<string, string>>
  readonly names: Readonly<Record<string, number | readonly number[]>>
}

export type Overlay = Readonly<Record<string, StructRules>>

const NO_RULES: StructRules = {}

interface Recorded {
  readonly index: Index
  readonly lines: readonly string[]
  /** By name; text until somebody asks. */
  readonly overlay: Map<string, string | StructRules>
}
let recorded: Recorded | undefined

function read(): Recorded {
  if (recorded) return recorded
  const [index = '{}', ...lines] = readFileSync(SCHEMAS, 'utf8').split('\n')
  const [names = '[]', ...overlay] = readFileSync(OVERLAY, 'utf8').split('\n')
  const named = (JSON.parse(names) as string[]).map((name, at) => [name, overlay[at] ?? '{}'] as const)
  recorded = { index: JSON.parse(index) as Index, lines, overlay: new Map<string, string | StructRules>(named) }
  return recorded
}

/** The schemas that one minor version of Kubernetes publishes; the nearest we have, where that one is older or newer. */
export class Schemas {
  readonly #column: number
  readonly version: string
  readonly #rules = new Map<string, StructRules>()
  #kinds: readonly string[] | undefined

  constructor(version: string) {
    const { versions } = read().index
    const found = versions.indexOf(version)
    const newer = minor(version) > minor(versions[0] ?? '')
    this.#column = found >= 0 ? found : newer ? versions.length - 1 : 0
    this.version = versions[this.#column] ?? version
  }

  /** The definition of a kind, `apps/v1/Deployment`; undefined where this version does not serve it. */
  kind(name: string): string | undefined {
    const { kinds } = read().index
    const definition = Object.hasOwn(kinds, name) ? kinds[name] : undefined
    return definition !== undefined && this.#line(definition) >= 0 ? definition : undefined
  }

  /** The first minor version that serves a kind, where that is a later one than this; undefined where it is none that we know. */
  servedSince(name: string): string | undefined {
    const { kinds, names, versions } = read().index
    const definition = Object.hasOwn(kinds, name) ? kinds[name] : undefined
    const lines = definition === undefined ? undefined : names[definition]
    if (typeof lines !== 'object') return undefined
    const first = lines.findIndex((line) => line >= 0)
    return first > this.#column ? versions[first] : undefined
  }

  /** Every kind that this version serves. */
  kinds(): readonly string[] {
    this.#kinds ??= Object.keys(read().index.kinds).filter((name) => this.kind(name) !== undefined)
    return this.#kinds
  }

  definition(name: string): OpenApi | undefined {
    const line = this.#line(name)
    return line < 0 ? undefined : (JSON.parse(read().lines[line] ?? '{}') as OpenApi)
  }

  rules(name: string): StructRules {
    let rules = this.#rules.get(name)
    if (!rules) {
      rules = this.#rulesOf(name)
      this.#rules.set(name, rules)
    }
    return rules
  }

  #rulesOf(name: string): StructRules {
    const { overlay } = read()
    let found = overlay.get(name)
    if (typeof found === 'string') {
      found = JSON.parse(found) as StructRules
      overlay.set(name, found)
    }
    return found?.rules ? { ...found, rules: found.rules.filter((rule) => this.#holds(rule)) } : (found ?? NO_RULES)
  }

  #holds({ since, until }: CrossRule): boolean {
    const here = minor(this.version)
    return (since === undefined || here >= minor(since)) && (until === undefined || here < minor(until))
  }

  #line(name: string): number {
    const { names } = read().index
    const at = Object.hasOwn(names, name) ? names[name] : undefined
    return (typeof at === 'number' ? at : at?.[this.#column]) ?? -1
  }
}

function minor(version: string): number {
  return Number(version.split('.')[1] ?? 0)
}
