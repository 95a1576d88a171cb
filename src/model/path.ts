/** Where in a value something stands: keys of maps and, as numbers, positions in lists. */
export type Path = readonly (string | number)[]

/** In `at` the step to the member that a text `item` names. */
export const ITEM_STEP = '[item]'

const STEP = /\.?([A-Za-z_$][\w$-]*)|\[(\d+)\]|\["((?:[^"\\]|\\.)*)"\]|\['((?:[^'\\]|\\.)*)'\]/y

/** Reads `spec.containers[0].securityContext` and `metadata.annotations["a/b"]`; undefined for what is no path. */
export function parsePath(text: string): Path | undefined {
  const path: (string | number)[] = []
  STEP.lastIndex = 0
  let at = 0
  while (at < text.length) {
    const found = STEP.exec(text)
    if (!found || (found[1] !== undefined && at > 0 !== text.startsWith('.', at))) return undefined
    const [, name, index, double, single] = found
    path.push(index === undefined ? (name ?? (double ?? single ?? '').replace(/\\(.)/g, '$1')) : Number(index))
    at = STEP.lastIndex
  }
  return path.length > 0 ? path : undefined
}
