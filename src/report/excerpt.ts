import type { Finding } from '../model/finding.ts'
import { printable } from './escape.ts'
import { columns, crop, cropStart } from './layout.ts'

/** One line of source without its indentation, and a caret for each column of what is meant. */
export interface Excerpt {
  readonly text: string
  readonly indent: number
  readonly carets: number
}

const CONTEXT = 24

/** The line of a finding, cut to `width` columns around its span. */
export function excerpt(finding: Finding, line: string | undefined, width: number): Excerpt | undefined {
  if (line === undefined || line.trim() === '') return undefined
  const blank = line.length - line.trimStart().length
  const start = Math.max(finding.column - 1, blank)
  const end = finding.endLine === finding.line ? Math.max(finding.endColumn - 1, start + 1) : line.trimEnd().length
  let before = printable(line.slice(blank, start))
  const meant = printable(line.slice(start, end))
  const after = printable(line.slice(end).trimEnd())
  if (columns(before) + columns(meant) > width) before = cropStart(before, CONTEXT)
  const text = crop(before + meant + after, width)
  const indent = columns(before)
  return { text, indent, carets: Math.max(1, Math.min(columns(meant), columns(text) - indent)) }
}
