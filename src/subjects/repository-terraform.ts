import type { Sources } from '../model/sources.ts'
import { placed, textPlace } from './repository-places.ts'

const BLOCK = /^(resource|data|module|provider)[ \t]+"([\w-]{1,100})"(?:[ \t]+"([\w-]{1,200})")?[ \t]*\{/gm
const BIGGEST = 512 * 1024
const MOST_FILES = 2000

/** Blocks of Terraform files by their headers: `block`, `type`, `name` and the `text` up to the closing brace at the line's start. */
export function terraformBlocks(sources: Sources): readonly object[] {
  const files = sources.files.filter((path) => path.endsWith('.tf') && sources.isEvidence(path)).slice(0, MOST_FILES)
  return files.flatMap((path) => {
    const source = sources.sourceOf(path)
    if (!source || source.text.length > BIGGEST) return []
    return [...source.text.matchAll(BLOCK)].map((match) => {
      const [header, block = '', type = '', name = ''] = match
      const end = source.text.indexOf('\n}', match.index)
      const text = source.text.slice(match.index, end < 0 ? undefined : end).replace(/^[ \t]*(?:#|\/\/).*$/gm, '')
      return placed(
        { block, type, name, text, file: path, label: `Terraform ${block} ${type} ${name}`.trim() },
        textPlace(source, match.index, match.index + header.length),
      )
    })
  })
}
