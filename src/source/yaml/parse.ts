import type { SyntaxFault } from '../../model/document.ts'
import type { Origin } from '../../model/origin.ts'
import type { Source, Span } from '../../model/position.ts'
import { build } from './build.ts'
import { type Head, headOf } from './head.ts'
import type { Flaw } from './node.ts'
import type { Schema } from './scalar.ts'
import { type Part, split } from './split.ts'
import { parseTree, refusedCharacter } from './tree.ts'

export interface YamlOptions {
  /** The file stands below a chart's `templates/`. */
  readonly templated: boolean
  /** How scalars are read; `kubernetes` unless said otherwise. */
  readonly schema?: Schema
}

export interface ParsedYaml {
  readonly origin: Origin
  readonly value: unknown
  readonly head: { readonly apiVersion?: string | undefined; readonly kind?: string | undefined }
  readonly templated: boolean
}

export interface Reading {
  /** Absent where the document is empty or does not parse. */
  readonly document: ParsedYaml | undefined
  readonly faults: readonly SyntaxFault[]
}

/** All documents of a file. Who can tell from a document's head that it is not wanted asks `splitYaml` instead. */
export function parseYaml(source: Source, options: YamlOptions): { documents: ParsedYaml[]; faults: SyntaxFault[] } {
  const readings = splitYaml(source, options).map((raw) => raw.parsed(options.schema))
  return {
    documents: readings.flatMap((reading) => reading.document ?? []),
    faults: readings.flatMap((reading) => reading.faults),
  }
}

/** The documents of a file, none of them parsed yet. */
export function splitYaml(source: Source, options: { readonly templated: boolean }): RawYaml[] {
  const text = source.text.includes('\r') ? source.text.replace(LONE_RETURN, '\n') : source.text
  return split(text).map((part) => new RawYaml(source, text, part))
}

// YAML takes a carriage return alone for a line break. Same length, so that offsets hold.
const LONE_RETURN = /\r(?!\n)/g

/** One document of a file: its place and head for nothing, its value for the price of parsing. */
export class RawYaml {
  readonly source: Source
  readonly span: Span
  readonly #text: string
  readonly #part: Part
  #head: Head | undefined

  constructor(source: Source, text: string, part: Part) {
    this.source = source
    this.span = part
    this.#text = text
    this.#part = part
  }

  get head(): Head {
    this.#head ??= headOf(this.#text, this.#part)
    return this.#head
  }

  parsed(schema: Schema = 'kubernetes'): Reading {
    const { root, flaws } = parseTree(this.#text, this.#part)
    const all = [...flaws]
    const separator = this.#part.flaw
    const refused = refusedCharacter(this.#text, this.#part)
    if (separator && schema === 'kubernetes') all.unshift(separator)
    if (refused && schema === 'kubernetes') all.push(refused)
    if (!root) return { document: undefined, faults: this.#faults(all) }
    const built = build(root, { source: this.source, schema })
    all.push(...built.flaws)
    const faults = this.#faults(all)
    if (all.some((flaw) => flaw.fatal) || built.value === undefined) return { document: undefined, faults }
    return { document: { origin: built.origin, value: built.value, head: identity(built.value), templated: false }, faults }
  }

  #faults(flaws: readonly Flaw[]): SyntaxFault[] {
    return flaws.map((flaw) => ({ ...this.source.place(flaw), message: flaw.message, answer: 'fail' }))
  }
}

function identity(value: unknown): ParsedYaml['head'] {
  if (typeof value !== 'object' || value === null) return {}
  const { apiVersion, kind } = value as Record<string, unknown>
  return { apiVersion: typeof apiVersion === 'string' ? apiVersion : undefined, kind: typeof kind === 'string' ? kind : undefined }
}
