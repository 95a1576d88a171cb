import { originOf, withOrigin } from '../../model/origin.ts'
import { sureOffsetsIn } from '../../source/ci/script.ts'
import { originAt } from '../../source/origins.ts'
import type { PlacedSecret } from '../../source/secrets/secrets.ts'
import type { Fields } from '../values.ts'

/** Stands at the key; `setting` names what holds it in the file and stands on its line, where that is found. */
export function within(data: Fields, key: string, text: string, { name, kind, masked, start }: PlacedSecret, more: Fields = {}): Fields {
  const item = { name: key, kind, masked, ...more }
  const origin = originOf(data)?.child(key)
  if (!origin) return item
  const { source, span } = origin.anchor ?? origin
  const at = sureOffsetsIn(text, origin.anchor ?? origin)(start)
  if (at === undefined) return withOrigin(item, originAt(origin.source, origin.span, origin.key))
  const line = originAt(source, span, { start: at, end: at + 1 })
  return withOrigin({ ...item, setting: name }, originAt(origin.source, origin.span, origin.key, new Map([['setting', line]])))
}
