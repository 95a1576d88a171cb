import type { YAMLError } from 'yaml'

/** The `yaml` package's complaint in words for somebody who writes manifests. */
export function explain(error: YAMLError, text: string): string {
  // The package recurses; the fast parser and the bound on values stop earlier.
  if (error.message.includes('call stack')) return 'nested too deeply'
  const words = WORDS.get(error.code)
  if (typeof words === 'string') return words
  const fault = words?.(error.message, text.charAt(error.pos[0]))
  return fault ?? `is not valid YAML: ${error.message.charAt(0).toLowerCase()}${error.message.slice(1)}`
}

const WORDS = new Map<string, string | ((message: string, char: string) => string | undefined)>([
  ['TAB_AS_INDENT', 'a tab is used as indentation; YAML allows only spaces there'],
  [
    'BAD_INDENT',
    (message) =>
      message.startsWith('Flow')
        ? 'a flow collection is not closed, or not indented enough'
        : 'the indentation does not fit the lines above',
  ],
  ['BLOCK_AS_IMPLICIT_KEY', 'a second `: ` on the line; quote the value if the colon belongs to it'],
  ['MULTILINE_IMPLICIT_KEY', 'a key must fit on one line; is a `:` missing here, or a quote?'],
  ['MISSING_CHAR', (message) => (/quote/.test(message) ? 'a quote is not closed' : undefined)],
  ['BAD_SCALAR_START', (_, char) => `a value cannot start with \`${char}\`; quote it`],
  ['BAD_DQ_ESCAPE', 'an escape sequence that YAML does not know in a double-quoted text'],
  ['BAD_ALIAS', 'an alias or anchor without a usable name'],
  ['DUPLICATE_KEY', 'the key stands twice'],
  ['MULTIPLE_ANCHORS', 'a value with two anchors'],
  ['MULTIPLE_TAGS', 'a value with two tags'],
  ['UNEXPECTED_TOKEN', 'something stands here that belongs to no key or item'],
])
