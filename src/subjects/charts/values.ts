import type { Sources } from '../../model/sources.ts'
import { mapping, member } from '../../source/values.ts'
import { parseYaml } from '../../source/yaml/parse.ts'

/** The folder of the chart whose template a file is; undefined for any other file. */
export function chartOfTemplate(path: string): string | undefined {
  const at = `/${path}`.lastIndexOf('/templates/')
  return at < 0 ? undefined : path.slice(0, Math.max(0, at - 1))
}

const BIGGEST = 512 * 1024

/** What charts are given where nobody says more: their `values.yaml`, and what a chart that holds them writes over it. */
export class ChartValues {
  readonly #sources: Pick<Sources, 'sourceOf' | 'has'>
  readonly #known = new Map<string, unknown>()

  constructor(sources: Pick<Sources, 'sourceOf' | 'has'>) {
    this.#sources = sources
  }

  /** Undefined where the files do not hold them. */
  of(folder: string): unknown {
    if (!this.#known.has(folder)) this.#known.set(folder, this.#read(folder))
    return this.#known.get(folder)
  }

  #read(folder: string): unknown {
    const path = folder === '' ? 'values.yaml' : `${folder}/values.yaml`
    const source = this.#sources.has(path) ? this.#sources.sourceOf(path) : undefined
    if (!source || source.text.length > BIGGEST) return undefined
    const { documents, faults } = parseYaml(source, { templated: false })
    if (faults.length > 0 || documents.some(({ templated }) => templated)) return undefined
    const own = documents[0]?.value ?? {}
    const outer = /^(?:(.*)\/)?charts\/([^/]+)$/.exec(folder)
    const given = outer ? member(this.of(outer[1] ?? ''), outer[2] ?? '') : undefined
    return given === undefined ? own : laidOver(own, given)
  }
}

// Aliases in both files could make more of two small ones than there is room for.
const MOST = 20_000

function laidOver(own: unknown, given: unknown, budget = { left: MOST }): unknown {
  const below = mapping(own)
  const above = mapping(given)
  if (!below || !above || budget.left <= 0) return given
  const keys = [...new Set([...Object.keys(below), ...Object.keys(above)])]
  budget.left -= keys.length
  return Object.fromEntries(keys.map((key) => [key, Object.hasOwn(above, key) ? laidOver(below[key], above[key], budget) : below[key]]))
}
