import { bytes } from './library/bytes.ts'
import { collections } from './library/collections.ts'
import { conversions } from './library/conversions.ts'
import { formats } from './library/formats.ts'
import { networks } from './library/networks.ts'
import { optionals } from './library/optionals.ts'
import { patterns } from './library/patterns.ts'
import { quantities } from './library/quantities.ts'
import { texts } from './library/texts.ts'
import { times } from './library/times.ts'
import { urls } from './library/urls.ts'
import { versions } from './library/versions.ts'
import { type Guard, guard, type Library, type Signature, signature } from './signature.ts'

export interface Overload {
  readonly signature: Signature
  readonly guards: readonly Guard[]
  readonly call: (...args: unknown[]) => unknown
}

const LIBRARIES: readonly Library[] = [
  bytes,
  collections,
  conversions,
  formats,
  networks,
  optionals,
  patterns,
  quantities,
  texts,
  times,
  urls,
  versions,
]

let index: Map<string, Overload[]> | undefined

/** The overloads of a function, by whether it is called on a receiver and how many arguments it takes, receiver included. */
export function candidates(name: string, receiver: boolean, count: number): readonly Overload[] {
  index ??= indexed()
  return index.get(`${receiver ? '.' : ''}${name}/${count}`) ?? []
}

function indexed(): Map<string, Overload[]> {
  const found = new Map<string, Overload[]>()
  for (const library of LIBRARIES) {
    for (const [text, call] of Object.entries(library)) {
      const parsed = signature(text)
      const key = `${parsed.receiver ? '.' : ''}${parsed.name}/${parsed.parameters.length}`
      const overload = { signature: parsed, guards: parsed.parameters.map(guard), call: call as (...args: unknown[]) => unknown }
      found.set(key, [...(found.get(key) ?? []), overload])
    }
  }
  return found
}

export function isFunction(name: string): boolean {
  index ??= indexed()
  return [...index.values()].some((overloads) => overloads[0]?.signature.name === name)
}
