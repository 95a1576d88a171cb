import type { RenderContext } from '../context.ts'
import { attribute, markdownCode } from '../escape.ts'

/** `path:line` as code, linked where the context knows an address; nothing for the repository as a whole. */
export function place(file: string, lines: readonly number[], context: Pick<RenderContext, 'link'>): string {
  if (file === '.') return 'the repository'
  const [first] = lines
  const code = markdownCode(lines.length === 0 ? file : `${file}:${lines.join(', ')}`)
  const address = first === undefined ? undefined : context.link?.(file, first)
  return address === undefined ? code : `<a href="${attribute(address)}">${code}</a>`
}
