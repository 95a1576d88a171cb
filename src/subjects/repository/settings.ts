import type { Origin } from '../../model/origin.ts'
import { originOf } from '../../model/origin.ts'
import { Source } from '../../model/position.ts'
import type { Sources } from '../../model/sources.ts'
import { entries, items, mapping } from '../../source/values.ts'
import { parseYaml } from '../../source/yaml/parse.ts'
import { lazy, placed, textPlace } from './places.ts'
import { settingSources, type Text } from './setting-sources.ts'

/** One key of a tool's configuration. */
export interface Setting {
  readonly key: string
  /** The keys that lead to it, with the indexes of lists: `alerting.receivers[0].name`. */
  readonly path: string
  /** A scalar's text, the scalars of a list with spaces between them, '' for what is neither. */
  readonly value: string
  /** Members of a mapping, items of a list. */
  readonly size: number
  /** The file, and what the piece of configuration is called: the file's own name, a ConfigMap's key, a chart whose values it is. */
  readonly file: string
  readonly name: string
  readonly label: string
}

/** Settings by key, so that nobody goes through all of them; a key that nothing sets is not there. */
export type Settings = Readonly<Record<string, readonly Setting[]>>

const MOST = 100_000
const MOST_OF_ONE = 20_000
const DEEPEST = 30
const WIDEST = 3000

export function repositorySettings(sources: Sources): Settings {
  const found = new Map<string, Written[]>()
  let count = 0
  const add = (key: string, setting: Written) => {
    count++
    const same = found.get(key)
    if (same) same.push(setting)
    else found.set(key, [setting])
  }
  for (const text of settingSources(sources)) {
    if (count >= MOST) break
    for (const value of valuesOf(text)) new Walk(text, add).entries(value, '', 0)
  }
  const settings = {}
  for (const [key, all] of found) lazy(settings, key, () => all.map((setting) => settingOf(key, setting)))
  return settings
}

/** A key as it was met. Few keys are ever asked for, and only their settings are made. */
interface Written {
  readonly text: Text
  readonly path: string
  readonly value: unknown
  readonly holder: object
}

function settingOf(key: string, { text, path, value, holder }: Written): Setting {
  const { file, name } = text
  const list = Array.isArray(value) ? items(value) : undefined
  const scalars = (list ?? [value]).filter((item) => item !== undefined && item !== null && typeof item !== 'object')
  const size = list?.length ?? Object.keys(mapping(value) ?? {}).length
  const setting = { key, path, value: scalars.map(String).join(' '), size, file, name, label: `${path} of ${name}` }
  const origin = placeIn(text, originOf(holder)?.child(key))
  return origin ? placed(setting, origin) : setting
}

// What was parsed from a text within a file stands where the text does.
function placeIn({ script }: Text, origin: Origin | undefined): Origin | undefined {
  if (!origin || script === undefined) return origin
  return textPlace(script.source, script.at(origin.key.start), script.at(origin.key.end))
}

function valuesOf({ script, value }: Text): readonly unknown[] {
  if (script === undefined) return value === undefined ? [] : [value]
  return parseYaml(new Source(script.source.path, script.text), { templated: false, schema: 'core' }).documents.map(
    (document) => document.value,
  )
}

/** Goes through one piece of configuration once: what aliases share is not gone through again. */
class Walk {
  readonly #text: Text
  readonly #add: (key: string, setting: Written) => void
  readonly #seen = new Set<object>()
  #count = 0

  constructor(text: Text, add: (key: string, setting: Written) => void) {
    this.#text = text
    this.#add = add
  }

  entries(holder: unknown, path: string, depth: number): void {
    if (typeof holder !== 'object' || holder === null || this.#seen.has(holder) || depth > DEEPEST) return
    this.#seen.add(holder)
    if (Array.isArray(holder)) {
      for (const [index, item] of items(holder).slice(0, WIDEST).entries()) this.entries(item, `${path}[${index}]`, depth + 1)
      return
    }
    for (const [key, value] of entries(holder).slice(0, WIDEST)) {
      if (this.#count++ > MOST_OF_ONE) return
      const own = path === '' ? key : `${path}.${key}`
      this.#add(key, { text: this.#text, path: own, value, holder })
      this.entries(value, own, depth + 1)
    }
  }
}
