import { type Origin, originOf, withOrigin } from '../../model/origin.ts'
import { Source } from '../../model/position.ts'
import { scriptOf } from '../../source/ci/script.ts'
import { originAt } from '../../source/origins.ts'
import { text } from '../../source/values.ts'
import { leaf } from '../values.ts'

const START = { start: 0, end: 0 }

/** A file as an item: `path`, its own `name`, and its first line as place. */
export function fileItem(path: string, source?: Source): { readonly path: string; readonly name: string; readonly label: string } {
  const item = { path, name: path.slice(path.lastIndexOf('/') + 1), label: path }
  return withOrigin(item, originAt(source ?? new Source(path, ''), START))
}

/** An item that stands at a place; without members of its own. */
export function placed<T extends object>(item: T, origin: Origin | undefined): T {
  return origin ? withOrigin(item, leaf(origin)) : item
}

/** A member that is made at the first use. */
export function lazy<T extends object>(item: T, name: string, make: () => unknown): T {
  let made: { value: unknown } | undefined
  const get = () => {
    made ??= { value: make() }
    return made.value
  }
  return Object.defineProperty(item, name, { get, enumerable: true, configurable: true })
}

/** The place of a piece of a file's text. */
export function textPlace(source: Source, start: number, end: number): Origin {
  return originAt(source, { start, end })
}

/** The place of a piece of a workflow's script: of several lines the one that it is about. */
export function placeInScript(holder: unknown, key: string, offset: number): Origin | undefined {
  const script = text(holder, key)?.includes('\n') ? scriptOf(holder, key, '.') : undefined
  return script ? textPlace(script.source, script.at(offset), script.at(offset)) : originOf(holder)?.child(key)
}

/** Takes a path that `from` names, relative to a folder. */
export type AddFile = (from: string, folder: string, path: unknown, origin: Origin | undefined) => void
