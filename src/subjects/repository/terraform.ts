import type { Source } from '../../model/position.ts'
import type { Sources } from '../../model/sources.ts'
import { placed, textPlace } from './places.ts'

const BLOCK = /^(resource|data|module|provider)[ \t]+"([\w-]{1,100})"(?:[ \t]+"([\w-]{1,200})")?[ \t]*\{/gm
const BIGGEST = 512 * 1024
const MOST_FILES = 2000

export interface WrittenBlock {
  readonly source: Source
  readonly start: number
  readonly header: string
  readonly block: string
  readonly type: string
  readonly name: string
  /** As written, up to the closing brace at the line's start. */
  readonly text: string
}

/** Blocks of Terraform files by their headers: `block`, `type`, `name` and the `text` without comments. */
export function terraformBlocks(sources: Sources): readonly object[] {
  return writtenBlocks(sources).map(({ source, start, header, block, type, name, text }) =>
    placed(
      {
        block,
        type,
        name,
        text: text.replace(/^[ \t]*(?:#|\/\/).*$/gm, ''),
        file: source.path,
        label: `Terraform ${block} ${type} ${name}`.trim(),
      },
      textPlace(source, start, start + header.length),
    ),
  )
}

export function writtenBlocks(sources: Sources): readonly WrittenBlock[] {
  const files = sources.files.filter((path) => path.endsWith('.tf') && sources.isEvidence(path)).slice(0, MOST_FILES)
  return files.flatMap((path) => {
    const source = sources.sourceOf(path)
    if (!source || source.text.length > BIGGEST) return []
    return [...source.text.matchAll(BLOCK)].map((match) => {
      const [header, block = '', type = '', name = ''] = match
      const end = source.text.indexOf('\n}', match.index)
      return { source, start: match.index, header, block, type, name, text: source.text.slice(match.index, end < 0 ? undefined : end) }
    })
  })
}
