import type { Formatter } from './context.ts'

/** Every format: the file it is written to below a report directory, and its reporter, loaded when it is wanted. */
const FORMATS = {
  text: { file: 'report.txt', load: async () => (await import('./text/text.ts')).text },
  json: { file: 'report.json', load: async () => (await import('./json.ts')).json },
  sarif: { file: 'report.sarif', load: async () => (await import('./sarif/sarif.ts')).sarif },
  markdown: { file: 'report.md', load: async () => (await import('./markdown/markdown.ts')).markdown },
  github: { file: 'report.github.txt', load: async () => (await import('./github.ts')).github },
} as const satisfies Record<string, { file: string; load: () => Promise<Formatter> }>

export type Format = keyof typeof FORMATS
export const FORMAT_NAMES = Object.keys(FORMATS) as readonly Format[]

export function fileOf(format: Format): string {
  return FORMATS[format].file
}

export function reporter(format: Format): Promise<Formatter> {
  return FORMATS[format].load()
}
