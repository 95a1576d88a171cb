import { Unsettled } from '../../src/model/origin.ts'
import type { Scope, Subject } from '../../src/model/subject.ts'
import { memoryTree } from '../../src/source/memory.ts'
import { readSources } from '../../src/source/read.ts'
import { collectSubjects } from '../../src/subjects/collect.ts'

/** The subjects of one scope in files that are no disk's; a text alone is `manifest.yaml`. */
export function collected(files: string | Readonly<Record<string, string>>, scope: Scope): readonly Subject[] {
  const tree = memoryTree(typeof files === 'string' ? { 'manifest.yaml': files } : files)
  const sources = readSources(tree, { paths: [], include: [], exclude: [] })
  return collectSubjects(sources, new Set([scope])).get(scope) ?? []
}

export function documents(...texts: readonly string[]): string {
  return texts.map((text) => text.trim()).join('\n---\n')
}

export function chart(template: string): Record<string, string> {
  return { 'chart/Chart.yaml': 'apiVersion: v2\nname: web\nversion: 1.0.0\n', 'chart/templates/all.yaml': template }
}

/** What reading a value comes to: itself, or `unknown`. */
export function reading(read: () => unknown): unknown {
  try {
    return read()
  } catch (error) {
    if (error instanceof Unsettled) return 'unknown'
    throw error
  }
}

export type Members = Readonly<Record<string, unknown>>

export function related(subject: Subject | undefined): Members {
  return subject?.variables.related as Members
}

/** The names of the objects in a list of `related`; `unknown` where the list, or one of them, is. */
export function names(subject: Subject | undefined, list: string): unknown {
  return reading(() => (related(subject)[list] as readonly { metadata: { name: string } }[]).map((object) => object.metadata.name))
}

export function line(subject: Subject | undefined): number | undefined {
  return subject?.origin?.source.place(subject.origin.key).line
}
