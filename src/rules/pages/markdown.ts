/** Text of a rule as Markdown that shows it as it stands: nothing in it is markup. */
export function prose(text: string): string {
  return text
    .trim()
    .replace(/[\\`*[\]<>|~]/g, '\\$&')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/^(\s*)([-+#]|\d+[.)])(?=\s)/gm, '$1\\$2')
}

export function inline(text: string): string {
  return prose(text).replace(/\s+/g, ' ')
}

/** A name or an expression in a line or a table cell. */
export function code(text: string): string {
  const flat = text.trim().replace(/\s+/g, ' ')
  const fence = '`'.repeat(longestRun(flat) + 1)
  const pad = flat.startsWith('`') || flat.endsWith('`') ? ' ' : ''
  return `${fence}${pad}${flat.replaceAll('|', '\\|')}${pad}${fence}`
}

export function block(text: string, language: string): string {
  const fence = '`'.repeat(Math.max(3, longestRun(text) + 1))
  return `${fence}${language}\n${text.replace(/\n+$/, '')}\n${fence}`
}

function longestRun(text: string): number {
  return Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length))
}

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n')
}
