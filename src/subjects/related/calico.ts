import { Unsettled } from '../../model/origin.ts'
import { type Requirement, Selector } from './selector.ts'

const PART =
  /^\s*(?:(!?)\s*has\(\s*([\w./-]{1,300})\s*\)|([\w./-]{1,300})\s*(==|!=)\s*(["'])([^"']{0,300})\5|([\w./-]{1,300})\s+(not\s+)?in\s*\{([^{}]{0,2000})\})\s*$/

/** Calico's selector language as far as it is a conjunction of tests on single labels; missing or `all()` selects everything. */
export function calicoSelector(value: unknown): Selector {
  if (value instanceof Unsettled) return new Selector([], value)
  if (typeof value !== 'string' || value.trim() === '' || value.trim() === 'all()') return new Selector([])
  const requirements = value.split('&&').map(requirement)
  if (requirements.some((part) => part === undefined))
    return new Selector([], new Unsettled('depends on a Calico selector that is not read', undefined))
  return new Selector(requirements.flatMap((part) => (part && part !== 'all' ? [part] : [])))
}

function requirement(part: string): Requirement | 'all' | undefined {
  if (part.trim() === 'all()') return 'all'
  const match = PART.exec(part)
  if (!match) return undefined
  const [, not, has, key, comparison, , value = '', listed, notIn, list = ''] = match
  if (has !== undefined) return { key: has, operator: not ? 'DoesNotExist' : 'Exists', values: [] }
  if (key !== undefined) return { key, operator: comparison === '==' ? 'In' : 'NotIn', values: [value] }
  const values = list.split(',').map((item) => item.trim().replace(/^["']|["']$/g, ''))
  return { key: listed ?? '', operator: notIn ? 'NotIn' : 'In', values }
}
