import { posix } from 'node:path'
import { originOf, withOrigin } from '../../model/origin.ts'
import { mapping, type Plain } from '../values.ts'

/** A service of another file, whose paths are relative to that file, as it reads from the file that extends it. */
export function rebased(service: Plain, from: string, to: string): Plain {
  const folder = posix.relative(posix.dirname(to) || '.', posix.dirname(from) || '.')
  if (folder === '') return service
  const path = (value: unknown) => (typeof value === 'string' ? moved(value, folder) : value)
  return changed(service, {
    build: (build) => (mapping(build) ? changed(build as Plain, { context: path }) : path(build)),
    env_file: (file) => (Array.isArray(file) ? changed(file, Object.fromEntries(file.map((_, index) => [index, path]))) : path(file)),
  })
}

// What is absolute, an address or a variable stands for itself.
function moved(path: string, folder: string): string {
  return /^(?:[/~$]|[A-Za-z]:|[a-z+]+:\/\/|git@)/.test(path) ? path : posix.join(folder, path)
}

/** A copy with some members read otherwise; members that are not settled stay so, and all places are kept. */
function changed<T extends object>(value: T, members: Readonly<Record<string, (value: unknown) => unknown>>): T {
  const copy: object = Array.isArray(value) ? [] : {}
  for (const key of Object.keys(value)) {
    const property = Object.getOwnPropertyDescriptor(value, key)
    const change = Object.hasOwn(members, key) ? members[key] : undefined
    if (property) Object.defineProperty(copy, key, change && !property.get ? { ...property, value: change(property.value) } : property)
  }
  const origin = originOf(value)
  return (origin ? withOrigin(copy, origin) : copy) as T
}
