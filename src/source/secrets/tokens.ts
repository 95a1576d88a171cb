/** Formats that services give their tokens so that scanners can tell them. The prefix up to `shown` characters is public. */
interface Format {
  readonly kind: string
  readonly shown: number
  readonly pattern: string
}

const FORMATS: readonly Format[] = [
  { kind: 'AWS access key', shown: 4, pattern: '(?<![A-Z0-9])(?:AKIA|ASIA)[0-9A-Z]{16}(?![A-Z0-9])' },
  { kind: 'GitHub token', shown: 4, pattern: 'gh[pousr]_[A-Za-z0-9]{36}' },
  { kind: 'GitHub token', shown: 11, pattern: 'github_pat_[A-Za-z0-9_]{60}' },
  { kind: 'GitLab token', shown: 6, pattern: '(?<![A-Za-z0-9])gl(?:pat|rt|dt)-[A-Za-z0-9_-]{20}' },
  { kind: 'Slack token', shown: 5, pattern: '(?<![A-Za-z0-9])xox[abeoprs]-[A-Za-z0-9-]{10}' },
  { kind: 'Slack webhook', shown: 24, pattern: 'https://hooks\\.slack\\.com/services/T[A-Z0-9]{8,12}/B[A-Z0-9]{8,12}/[A-Za-z0-9]{20}' },
  { kind: 'Google API key', shown: 4, pattern: '(?<![A-Za-z0-9_-])AIza[0-9A-Za-z_-]{35}' },
  { kind: 'Stripe key', shown: 8, pattern: '(?<![A-Za-z0-9])[sr]k_live_[A-Za-z0-9]{20}' },
  { kind: 'npm token', shown: 4, pattern: '(?<![A-Za-z0-9])npm_[A-Za-z0-9]{36}' },
  { kind: 'PyPI token', shown: 5, pattern: 'pypi-AgEIcHlwaS5vcmc[A-Za-z0-9_-]{30}' },
  { kind: 'Docker token', shown: 9, pattern: '(?<![A-Za-z0-9])dckr_[po]at_[A-Za-z0-9_-]{27}' },
  { kind: 'Hugging Face token', shown: 3, pattern: '(?<![A-Za-z0-9])hf_[A-Za-z0-9]{34}' },
  { kind: 'SendGrid key', shown: 3, pattern: '(?<![A-Za-z0-9])SG\\.[A-Za-z0-9_-]{22}\\.[A-Za-z0-9_-]{43}' },
  { kind: 'DigitalOcean token', shown: 7, pattern: 'do[opr]_v1_[a-f0-9]{64}' },
  { kind: 'Vault token', shown: 4, pattern: '(?<![A-Za-z0-9])hv[sb]\\.[A-Za-z0-9_-]{24}' },
  { kind: 'Anthropic key', shown: 7, pattern: '(?<![A-Za-z0-9])sk-ant-[A-Za-z0-9_-]{24}' },
  { kind: 'OpenAI key', shown: 3, pattern: '(?<![A-Za-z0-9])sk-(?:proj-)?[A-Za-z0-9_-]{20}T3BlbkFJ' },
  { kind: 'Azure storage key', shown: 11, pattern: 'AccountKey=[A-Za-z0-9+/]{86}==' },
  {
    kind: 'JSON Web Token',
    shown: 3,
    pattern: '(?<![A-Za-z0-9_-])eyJ[A-Za-z0-9_-]{10,4000}\\.eyJ[A-Za-z0-9_-]{10,4000}\\.[A-Za-z0-9_-]{10,2000}',
  },
  { kind: 'private key', shown: 0, pattern: '---BEGIN [A-Z0-9 ]{0,30}PRIVATE KEY(?: BLOCK)?---' },
  { kind: 'password in a URL', shown: 0, pattern: '(?<![a-z0-9+.-])[a-z][a-z0-9+.-]{1,20}://[^\\s:@/"\'<>]{0,80}:[^\\s@/"\'<>]{1,200}@' },
]

const ALL = new RegExp(FORMATS.map((format) => `(${format.pattern})`).join('|'), 'g')

// One of these is in every format above but the last: asking for them first spares most texts the expression.
const HINT =
  /AKIA|ASIA|gh[pousr]_|github_pat_|gl(?:pat|rt|dt)-|xox[abeoprs]-|hooks\.slack|AIza|k_live_|npm_[A-Za-z0-9]{36}|pypi-AgE|dckr_|(?<![A-Za-z0-9])hf_|SG\.|do[opr]_v1_|hv[sb]\.|(?<![A-Za-z0-9])sk-|AccountKey=|eyJ|PRIVATE KEY/
// Nearly every text has an address, and hardly any one with a password.
const URL_HINT = /:\/\/[^\s:@/"'<>]{0,80}:[^\s@/"'<>]{1,200}@/

export interface Token {
  readonly kind: string
  readonly masked: string
  readonly start: number
  readonly end: number
}

/** The first token of a known format at or after `from`, without what documentation shows as an example. */
export function findToken(text: string, from = 0): Token | undefined {
  if (from === 0 && !HINT.test(text) && !URL_HINT.test(text)) return undefined
  ALL.lastIndex = from
  for (let match = ALL.exec(text); match; match = ALL.exec(text)) {
    const index = match.findIndex((group, at) => at > 0 && group !== undefined) - 1
    const format = FORMATS[index]
    const found = match[0]
    if (!format || isExample(format.kind, found)) continue
    return { kind: format.kind, masked: mask(format, found), start: match.index, end: match.index + found.length }
  }
  return undefined
}

function mask(format: Format, found: string): string {
  return format.kind === 'password in a URL'
    ? `${found.slice(0, found.indexOf('://'))}://********@`
    : `${found.slice(0, format.shown)}********`
}

function isExample(kind: string, found: string): boolean {
  if (kind === 'AWS access key') return found.endsWith('EXAMPLE')
  if (kind !== 'password in a URL') return isFiller(found)
  const password = found.slice(found.indexOf(':', found.indexOf('://') + 3) + 1, -1)
  return /^(?:[$%{<*].*|change[-_]?me|\.+)$/i.test(password)
}

/** `ghp_xxxxxxxx…`, as documentation writes it. */
export function isFiller(found: string): boolean {
  return /[xX]{16}$|0{16}$/.test(found)
}
