import type { SyntaxFault } from '../../model/document.ts'
import { type Origin, Unsettled } from '../../model/origin.ts'
import type { Source, Span } from '../../model/position.ts'
import { AliasAllowance } from './aliases.ts'
import { blankAt } from './blanks.ts'
import { Builder } from './build.ts'
import { type Head, headOf } from './head.ts'
import type { Flaw } from './node.ts'
import type { Ground } from './origin.ts'
import type { Schema } from './scalar.ts'
import { type Part, split } from './split.ts'
import { type Action, quote } from './template/actions.ts'
import { TemplateBuilder } from './template/build.ts'
import { Facts } from './template/facts.ts'
import { type Masked, mask, withoutAlternatives } from './template/mask.ts'
import { parseTree, parseUnlessBraced, refusedCharacter, type Tree } from './tree.ts'

export interface YamlOptions {
  /** The file stands below a chart's `templates/`. */
  readonly templated: boolean
  /** How scalars are read; `kubernetes` unless said otherwise. */
  readonly schema?: Schema
}

export interface ParsedYaml {
  readonly origin: Origin
  readonly value: unknown
  /** What the document says it is; absent where a template decides. */
  readonly head: { readonly apiVersion?: string | undefined; readonly kind?: string | undefined }
  readonly templated: boolean
}

export interface Reading {
  /** Absent where the document is empty or does not parse. */
  readonly document: ParsedYaml | undefined
  readonly faults: readonly SyntaxFault[]
  /** Whether a template prints the whole document from elsewhere: what it is, only rendering tells. */
  readonly printed?: boolean
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
  const file = new File(source, text)
  const parts = options.templated ? templatedParts(file.masked) : split(text)
  return parts.map((part) => new RawYaml(file, part, options.templated))
}

/** Documents of which nothing is written where they stand are those that an action prints. */
function templatedParts(masked: Masked): Part[] {
  const parts = split(masked.text)
  const within =
    ({ start, end }: Span) =>
    (outer: Span) =>
      outer.start <= start && end <= outer.end
  // `fail` stops the rendering, and what stands in a definition is printed where that is included.
  const printed = masked.insertions
    .filter(({ action }) => action.word !== 'fail' && ![...parts, ...masked.branches.definitions].some(within(action)))
    .map(({ action: { start, end } }): Part => ({ start, end, flaw: undefined }))
  return printed.length === 0 ? parts : [...parts, ...printed].sort((a, b) => a.start - b.start)
}

// YAML takes a carriage return alone for a line break. Same length, so that offsets hold.
const LONE_RETURN = /\r(?!\n)/g

/** What the documents of one file share. */
class File {
  readonly source: Source
  readonly text: string
  readonly aliases: AliasAllowance
  /** A broken template renders nothing at all: said once, by the first of its documents that is read. */
  broken = false
  #masked: Masked | undefined
  #braces = { from: Number.POSITIVE_INFINITY, at: -1 }
  #firstBranches: Masked | undefined

  constructor(source: Source, text: string) {
    this.source = source
    this.text = text
    this.aliases = new AliasAllowance(text)
  }

  get masked(): Masked {
    this.#masked ??= mask(this.text)
    return this.#masked
  }

  /** Where `{{` stands next, or -1. Remembered: each of many documents asks, mostly in order. */
  bracesAfter(offset: number): number {
    const { from, at } = this.#braces
    if (offset < from || (at >= 0 && at < offset)) this.#braces = { from: offset, at: this.text.indexOf('{{', offset) }
    return this.#braces.at
  }

  get firstBranches(): Masked {
    this.#firstBranches ??= withoutAlternatives(this.masked)
    return this.#firstBranches
  }
}

/** One document of a file: its place and head for little, its value for the price of parsing. */
class RawYaml {
  readonly source: Source
  readonly span: Span
  /** Whether the file was read as a template from the start. */
  readonly templated: boolean
  readonly #file: File
  readonly #part: Part
  #head: Head | undefined

  constructor(file: File, part: Part, templated: boolean) {
    this.source = file.source
    this.span = part
    this.templated = templated
    this.#file = file
    this.#part = part
  }

  get head(): Head {
    this.#head ??= headOf(this.templated ? this.#file.masked.text : this.#file.text, this.#part)
    return this.#head
  }

  parsed(schema: Schema = 'kubernetes'): Reading {
    if (this.templated) return this.#asTemplate(schema)
    if (!this.#hasActions()) return this.#asText(parseTree(this.#file.text, this.#part), schema)
    const tree = parseUnlessBraced(this.#file.text, this.#part)
    if (!tree) return this.#asTemplateAfterAll(schema)
    if (tree.flaws.length > 0) return this.#asTemplateAfterAll(schema, tree)
    const reading = this.#asText(tree, schema)
    // `replicas: {{ .x }}` is a mapping to YAML, with a mapping for its key.
    return reading.document ? reading : this.#asTemplateAfterAll(schema, tree)
  }

  #asText(tree: Tree, schema: Schema): Reading {
    return this.#read(tree, new Builder(this.#ground(schema)), schema, false)
  }

  #hasActions(): boolean {
    const at = this.#file.bracesAfter(this.#part.start)
    return at >= 0 && at < this.#part.end
  }

  #asTemplate(schema: Schema): Reading {
    const { flaw } = this.#file.masked
    if (flaw) {
      const faults = this.#file.broken ? [] : this.#faults([flaw], 'fail')
      this.#file.broken = true
      return { document: undefined, faults }
    }
    const tree = parseTree(this.#file.masked.text, this.#part)
    if (tree.root) return this.#readTemplate(tree, tree.root, schema)
    // Branches that only one by one make YAML.
    const first = this.#file.firstBranches
    const alone = parseTree(first.text, this.#part)
    if (alone.root) return this.#readTemplate(alone, alone.root, schema, first)
    const action = this.#file.masked.actions.find(({ start, end }) => start === this.#part.start && end === this.#part.end)
    const flaws = action ? [printedBy(action)] : tree.flaws
    const faults = this.#faults(flaws.map(unrendered), 'unknown')
    const hides = !action || !this.#file.masked.branches.isRepeated(action.start)
    return { document: undefined, faults: hides ? faults.map(hiding) : faults, printed: action !== undefined }
  }

  /** A document that is no YAML but has `{{`: a template outside a chart, unless what is wrong is wrong without them too. */
  #asTemplateAfterAll(schema: Schema, read?: Tree): Reading {
    const { masked } = this.#file
    const template = masked.flaw ? undefined : parseTree(masked.text, this.#part)
    if (template?.root) return this.#readTemplate(template, template.root, schema)
    const plain = read ?? parseTree(this.#file.text, this.#part)
    const tree = template ?? plain
    if (tree.root) return this.#readTemplate(tree, tree.root, schema)
    const [first] = plain.flaws
    // Half a template, which something else completes.
    if (masked.flaw && first && masked.actions.some(({ start, end }) => start <= first.start && first.start <= end)) {
      return { document: undefined, faults: this.#faults([unrendered({ ...first, ...masked.flaw })], 'unknown') }
    }
    const same = tree.flaws[0]?.start === first?.start
    return { document: undefined, faults: same ? this.#faults(plain.flaws, 'fail') : this.#faults(tree.flaws.map(unrendered), 'unknown') }
  }

  #readTemplate(tree: Tree, root: NonNullable<Tree['root']>, schema: Schema, masked = this.#file.masked): Reading {
    const facts = new Facts(masked, root, this.#part)
    return this.#read(tree, new TemplateBuilder(this.#ground(schema), facts), schema, true)
  }

  #ground(schema: Schema): Ground {
    return { source: this.source, schema, aliases: this.#file.aliases.before(this.#part.start) }
  }

  #read(tree: Tree, builder: Builder, schema: Schema, templated: boolean): Reading {
    const flaws = [...tree.flaws]
    if (schema === 'kubernetes') flaws.push(...this.#refusals())
    const built = tree.root && builder.root(tree.root)
    this.#file.aliases.use(this.#part.start, builder.aliased)
    flaws.push(...builder.flaws)
    const faults = this.#faults(flaws, 'fail')
    if (!built || built.value === undefined || flaws.some((flaw) => flaw.fatal)) return { document: undefined, faults }
    return { document: { ...built, head: identity(built.value), templated }, faults }
  }

  /** What kubectl refuses though YAML allows it. */
  #refusals(): Flaw[] {
    return [this.#part.flaw, refusedCharacter(this.#file.text, this.#part)].filter((flaw) => flaw !== undefined)
  }

  #faults(flaws: readonly Pick<Flaw, 'start' | 'end' | 'message'>[], answer: SyntaxFault['answer']): SyntaxFault[] {
    return flaws.map((flaw) => {
      const blank = answer === 'fail' ? blankAt(this.#file.text, flaw.start) : undefined
      if (blank === undefined) return { ...this.source.place(flaw), message: flaw.message, answer }
      return { ...this.source.place(flaw), message: `cannot be read before ${blank} is filled in: ${flaw.message}`, answer: 'unknown' }
    })
  }
}

function hiding(fault: SyntaxFault): SyntaxFault {
  return { ...fault, hides: true }
}

function printedBy(action: Action): Flaw {
  return { start: action.start, end: action.end, message: `all of it is what ${quote(action)} prints`, fatal: true }
}

function unrendered(flaw: Flaw): Flaw {
  return { ...flaw, message: `cannot be read without rendering its template expressions: ${flaw.message}` }
}

function identity(value: unknown): ParsedYaml['head'] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return {}
  return { apiVersion: settledText(value, 'apiVersion'), kind: settledText(value, 'kind') }
}

// Not read where a template decides it: that would throw.
function settledText(value: object, name: string): string | undefined {
  try {
    const text: unknown = Reflect.get(value, name)
    return typeof text === 'string' ? text : undefined
  } catch (error) {
    if (!(error instanceof Unsettled)) throw error
    return undefined
  }
}
