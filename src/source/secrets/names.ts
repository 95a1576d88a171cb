/** Words that make a name a credential's, alone or as neighbours. */
const WORDS = new Set([
  ...['password', 'passwd', 'pwd', 'passphrase', 'secret', 'token', 'credential', 'credentials', 'creds', 'bearer'],
  ...['apikey', 'accesskey', 'secretkey', 'privatekey', 'storagekey', 'accountkey', 'authtoken', 'accesstoken', 'apitoken', 'clientsecret'],
])
const KEYS = new Set(['api', 'access', 'secret', 'private', 'storage', 'account'])

/** A last word that says the value is about a credential and not one. */
const ABOUT = new Set([
  ...[
    'file',
    'files',
    'filename',
    'path',
    'paths',
    'dir',
    'directory',
    'name',
    'names',
    'url',
    'uri',
    'urls',
    'host',
    'hostname',
    'port',
    'endpoint',
    'server',
    'address',
  ],
  ...[
    'ttl',
    'expiry',
    'expires',
    'expiration',
    'expire',
    'lifetime',
    'timeout',
    'age',
    'duration',
    'seconds',
    'minutes',
    'hours',
    'days',
    'interval',
    'period',
  ],
  ...[
    'enabled',
    'enable',
    'disabled',
    'disable',
    'required',
    'optional',
    'id',
    'ids',
    'length',
    'size',
    'limit',
    'count',
    'max',
    'min',
    'version',
    'policy',
  ],
  ...[
    'type',
    'kind',
    'mount',
    'class',
    'ref',
    'refs',
    'header',
    'headers',
    'issuer',
    'audience',
    'provider',
    'backend',
    'store',
    'algorithm',
    'alg',
    'annotation',
  ],
  ...[
    'namespace',
    'prefix',
    'suffix',
    'format',
    'mode',
    'method',
    'regex',
    'pattern',
    'label',
    'location',
    'arn',
    'scope',
    'scopes',
    'claim',
    'claims',
    'review',
    'reviews',
  ],
  ...[
    'controller',
    'manager',
    'rotation',
    'field',
    'column',
    'engine',
    'role',
    'region',
    'project',
    'source',
    'strategy',
    'param',
    'cookie',
    'bucket',
    'encoder',
    'validator',
  ],
])

/** Values of any kind are settings here. */
const SETTINGS = /(?:^|_)(?:allow_empty|random|no|use|enable|disable|require|skip|generate|is|has)(?:_root)?_[a-z_]*$/

/** The lower-case words of SNAKE_CASE, kebab-case, dotted and camelCase names. */
function wordsOf(name: string): string[] {
  const split = name
    .slice(0, 200)
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()
  return split
    .split(/[^a-z0-9]+/)
    .map((word) => word.replace(/\d+$/, ''))
    .filter((word) => word !== '')
}

function isSetting(words: readonly string[]): boolean {
  return (
    ABOUT.has(words.at(-1) ?? '') || (SETTINGS.test(words.join('_')) && !/_(?:api|access|secret|private)_/.test(`_${words.join('_')}_`))
  )
}

// LDAP_ROOTPASS; a compass and a bypass are none.
const PASS = /^(?:root|admin|db|database|mysql|ldap|bind|smtp)?pass$/

function isCredentialWord(word: string): boolean {
  // PGPASSWORD, DBPASSWD
  return WORDS.has(word) || word.endsWith('password') || word.endsWith('passwd')
}

// Most names have none of the words that the questions below look for.
const HINT = new RegExp([...WORDS, 'pass', 'key', 'auth', 'salt'].join('|'))

/** Whether a name may be that of a credential; where not, no question below is answered with yes. */
export function mayNameCredential(name: string): boolean {
  return HINT.test(name.toLowerCase())
}

/** Whether the name alone says that the value is a credential. */
export function isCredentialName(name: string): boolean {
  const words = wordsOf(name)
  if (words.length === 0 || isSetting(words) || /^(?:old)?pwd$/i.test(name)) return false
  if (words.includes('public') || (words.at(-1) === 'credentials' && words.at(-2) === 'application')) return false
  if (words.some(isCredentialWord)) return true
  if (words.length > 1 && PASS.test(words.at(-1) ?? '')) return true
  const last = words.at(-1)
  if (words[0] === 'azure' && last === 'key') return true
  if (last === 'content' && words.at(-2) === 'key') return true
  return words.some((word, index) => word === 'key' && KEYS.has(words[index - 1] ?? ''))
}

/** Whether the name is that of what tells a secret key from others, `MINIO_ACCESS_KEY` beside `MINIO_SECRET_KEY`: a user's name. */
export function isKeyIdBeside(name: string, others: readonly string[]): boolean {
  const before = /^(.*)access[_-]?key$/i.exec(name)?.[1]
  if (before === undefined || /secret[_-]?$/i.test(before)) return false
  return others.some(
    (other) => other.slice(0, before.length) === before && /^secret[_-]?(?:access[_-]?)?key$/i.test(other.slice(before.length)),
  )
}

/** Names under which only a value that looks random is a credential. */
export function isWeakCredentialName(name: string): boolean {
  const words = wordsOf(name)
  const last = words.at(-1)
  if (last !== 'key' && last !== 'auth' && last !== 'salt') return false
  return !words.some((word) => ['public', 'pub', 'host', 'gpg', 'cache', 'site', 'sort', 'primary', 'foreign', 'partition'].includes(word))
}

/** Whether it is the name of a license key, which is shorter than other keys and no word. */
export function isLicenseKeyName(name: string): boolean {
  const words = wordsOf(name)
  return words.at(-1) === 'key' && /^licen[cs]e$/.test(words.at(-2) ?? '')
}

/** Of numbers only passwords are made; a token or key that is a number is a count. */
export function takesNumbers(name: string): boolean {
  const last = wordsOf(name).at(-1) ?? ''
  return (
    last === 'pwd' || last === 'secret' || PASS.test(last) || last === 'passphrase' || last.endsWith('password') || last.endsWith('passwd')
  )
}
