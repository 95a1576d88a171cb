import { type Origin, Unsettled, withOrigin } from '../../model/origin.ts'
import { openMapping, unsettle } from '../../source/yaml/template/open.ts'
import type { Fields } from '../values.ts'

/** Flags that are lists: given twice, they add up. Of all others the last one counts. */
const LISTS = new Set([
  ...['admission-control', 'authorization-mode', 'disable-admission-plugins', 'enable-admission-plugins', 'etcd-servers'],
  ...['feature-gates', 'tls-cipher-suites'],
])

interface Flag {
  readonly text: string | Unsettled
  readonly origin: Origin | undefined
}

/** What a component is told, by the names of its flags: every value is a text, as on a command line. */
export class Flags {
  readonly #flags = new Map<string, Flag>()
  #rest: Unsettled | undefined

  /** `_` in a name is as good as `-`, as components read it. */
  set(written: string, text: string | Unsettled, origin: Origin | undefined): void {
    const name = written.replaceAll('_', '-')
    const before = this.#flags.get(name)?.text
    const adds = LISTS.has(name) && typeof before === 'string' && typeof text === 'string'
    this.#flags.set(name, { text: adds ? `${before},${text}` : text, origin })
  }

  has(name: string): boolean {
    return this.#flags.has(name)
  }

  /** What holds where nothing is written. */
  setDefaults(defaults: Readonly<Record<string, string | Unsettled>>): void {
    for (const [name, text] of Object.entries(defaults)) if (!this.#flags.has(name)) this.#flags.set(name, { text, origin: undefined })
  }

  /** There may be others than those that are written. */
  leaveOpen(rest: Unsettled): void {
    this.#rest ??= rest
  }

  /** As expressions see them: each stands where it is written, one that is missing where `origin` is. */
  toObject(origin: Origin): Fields {
    const object: Record<string, unknown> = {}
    for (const [name, { text }] of this.#flags) {
      if (text instanceof Unsettled) unsettle(object, name, text.reason, text.origin)
      else Object.defineProperty(object, name, { value: text, enumerable: true, configurable: true })
    }
    const child = (name: string | number) => this.#flags.get(String(name))?.origin
    withOrigin(object, { source: origin.source, span: origin.span, key: origin.key, anchor: origin.anchor, child })
    return (this.#rest ? openMapping(object, object, this.#rest.reason, this.#rest.origin ?? origin) : object) as Fields
  }
}
