import type { Sources } from '../../model/sources.ts'
import { usedBy } from '../../source/ci/github.ts'
import { entries, items, placeOf, text } from '../../source/values.ts'
import { placed } from './places.ts'

/** Every `uses:` of workflows and composite actions, switched off or not: `reference`, `name` and `ref`. */
export function usedActions(sources: Sources): readonly object[] {
  return sources.documents.flatMap(({ kind, value, source }) => {
    if (!sources.isSubject(source.path)) return []
    if (kind === 'action') return items(value, 'runs', 'steps').flatMap(usedItem)
    if (kind !== 'workflow') return []
    return entries(value, 'jobs').flatMap(([, job]) => [...usedItem(job), ...items(job, 'steps').flatMap(usedItem)])
  })
}

function usedItem(holder: unknown): object[] {
  const reference = text(holder, 'uses')
  if (reference === undefined) return []
  const { uses, ref } = usedBy(holder, reference)
  return [placed({ reference, name: uses, ref, label: `uses: ${reference}` }, placeOf(holder, 'uses'))]
}
