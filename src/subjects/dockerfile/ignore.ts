import type { Dockerfile } from '../../model/dockerfile.ts'
import type { Sources } from '../../model/sources.ts'
import type { Fields } from '../values.ts'
import { FieldsBuilder } from './fields.ts'

/**
 * The patterns of the ignore file that a build of this Dockerfile reads: the one named after it, else that of its folder, else that of
 * the root, which is the context of many a Dockerfile that lies deeper. Each stands where it is written.
 */
export function ignorePatterns(file: Dockerfile, sources: Sources): readonly Fields[] {
  const { path } = file.source
  const folder = path.slice(0, path.lastIndexOf('/') + 1)
  const names = [`${path}.dockerignore`, `${folder}.dockerignore`, `${folder}.containerignore`, '.dockerignore', '.containerignore']
  for (const name of names) {
    const source = sources.has(name) ? sources.sourceOf(name) : undefined
    if (!source) continue
    let at = 0
    return source.text.split('\n').flatMap((line) => {
      const start = at
      at += line.length + 1
      const text = line.trim()
      if (!text || text.startsWith('#')) return []
      const span = { start: start + line.indexOf(text), end: start + line.indexOf(text) + text.length }
      return [new FieldsBuilder(source, span, span).put('text', text).put('file', name).done()]
    })
  }
  return []
}
