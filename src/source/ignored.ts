import { posix } from 'node:path'
import type { Sources } from '../model/sources.ts'
import { globMatcher, type Matcher } from './globs.ts'

/** Whether a .gitignore at or above a path names it: then its absence from the repository says nothing. */
export function ignoredBy(sources: Sources): (path: string) => boolean {
  const matchers = new Map<string, Matcher | undefined>()
  const matcherIn = (folder: string): Matcher | undefined => {
    if (!matchers.has(folder)) matchers.set(folder, readIgnore(sources.sourceOf(posix.join(folder, '.gitignore'))?.text))
    return matchers.get(folder)
  }
  return (path) => {
    for (let folder = posix.dirname(path); ; folder = posix.dirname(folder)) {
      const relative = folder === '.' ? path : path.slice(folder.length + 1)
      if (matcherIn(folder)?.(relative)) return true
      if (folder === '.') return false
    }
  }
}

function readIgnore(text: string | undefined): Matcher | undefined {
  const lines = (text ?? '').split(/\r?\n/).map((line) => line.trim())
  const globs = lines.filter((line) => line !== '' && !line.startsWith('#') && line.length < 300).slice(0, 2000)
  return globs.length > 0 ? globMatcher(globs, { anyDepth: true }) : undefined
}
