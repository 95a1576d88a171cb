// biome-ignore-all lint/suspicious/noTemplateCurlyInString: references to variables look so
import { describe, expect, test } from 'vitest'
import { detectSecret, findSecrets } from '../../../src/source/secrets/secrets.ts'

// Put together here, so that no scanner takes this file for a leak.
const TOKENS: readonly (readonly [string, string])[] = [
  ['AWS access key', `AKIA${'ABCDEFGHIJKLMNOP'}`],
  ['GitHub token', `ghp_${'a1'.repeat(18)}`],
  ['GitHub token', `github_pat_${'A1'.repeat(35)}`],
  ['GitLab token', `glpat-${'a1'.repeat(10)}`],
  ['Slack token', `xoxb-${'1234567890-abc'}`],
  ['Google API key', `AIza${'a1_-b'.repeat(7)}`],
  ['Stripe key', `sk_live_${'a1'.repeat(12)}`],
  ['npm token', `npm_${'a1'.repeat(18)}`],
  ['Docker token', `dckr_pat_${'a1-'.repeat(9)}`],
  ['Hugging Face token', `hf_${'aB'.repeat(17)}`],
  ['JSON Web Token', `eyJ${'a'.repeat(20)}.eyJ${'b'.repeat(20)}.${'c'.repeat(20)}`],
  ['private key', `-----BEGIN ${'RSA'} PRIVATE KEY-----\nabc`],
  ['password in a URL', `postgres://app:${'hunter2'}@db/app`],
]

describe('by format, whatever the name', () => {
  test.each(TOKENS)('%s', (kind, value) => {
    const found = detectSecret('X', value)
    expect(found?.kind).toBe(kind)
    // Nothing of the secret itself is shown.
    expect(value).not.toContain(found?.masked)
    expect(found?.masked.replace(/\*+.*$/, '').length).toBeLessThan(14)
  })
})

test.each([
  'PASSWORD',
  'DB_PASSWORD',
  'PGPASSWORD',
  'dbPassword',
  'api-key',
  'API_KEY',
  'AWS_SECRET_ACCESS_KEY',
  'AZURE_BATCH_KEY',
  'client.secret',
  'SECRET_KEY_BASE',
  'GITHUB_TOKEN',
  'DB_PASS',
  'LDAP_ROOTPASS',
  'OCI_CLI_KEY_CONTENT',
])('%s names a credential', (name) => {
  expect(detectSecret(name, 'hunter2x')).toEqual({ kind: 'credential', masked: '********' })
})

test.each([
  'USER',
  'PWD',
  'PASSWORD_FILE',
  'TOKEN_TTL',
  'SECRET_NAME',
  'AWS_ACCESS_KEY_ID',
  'PUBLIC_KEY',
  'CACHE_KEY',
  'MYSQL_ALLOW_EMPTY_PASSWORD',
  'MYSQL_RANDOM_ROOT_PASSWORD',
  'GOOGLE_APPLICATION_CREDENTIALS',
  'COMPASS',
  'PROXY_BYPASS',
  'LICENSE_KEY',
  'TOKENIZER',
  'MAX_TOKENS',
])('%s does not', (name) => {
  expect(detectSecret(name, 'hunter2x')).toBeUndefined()
})

test.each([
  ['lgNvGyhnUKpa5PJi', 'key'],
  ['ABCD-1234-EFGH-5678', 'key'],
  ['apache-2.0', undefined],
  ['GPL-3.0-or-later', undefined],
  ['enterprise-trial', undefined],
])('of the license key %s the kind is %s', (value, kind) => {
  expect(detectSecret('LICENSE_KEY', value)?.kind).toBe(kind)
})

test.each([
  '',
  '""',
  "''",
  'xxxx',
  'XXXX-XXXX',
  'example',
  'example-password',
  'dummy-password',
  'replace-with-your-token',
  '__PASSWORD__',
  'set-me',
  'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
  `ghp_${'x'.repeat(36)}`,
  '00000000-0000-0000-0000-000000000000',
  'true',
  'no',
  'null',
  '30s',
  '/run/secrets/x',
  './x',
  'https://example.com/x',
  '$(PASSWORD)',
  '${PASSWORD}',
  '$PASSWORD',
  '{{ .Values.x }}',
  '<token>',
  'changeme',
  'CHANGE_ME',
  'your-password-here',
  '****',
  'vault:secret/data/x#y',
  'ENC[AES256_GCM,data:x]',
  '$2y$10$abcdefghijklmnopqrstuv',
  'PASSWORD_VALUE',
])('the value %j is no credential', (value) => {
  expect(detectSecret('PASSWORD', value)).toBeUndefined()
})

test('only passwords are numbers', () => {
  expect([detectSecret('DB_PASSWORD', '12345')?.kind, detectSecret('API_TOKEN', '12345')]).toEqual(['credential', undefined])
})

test('a key that looks random, and a fingerprint that is public', () => {
  expect(detectSecret('ENCRYPTION_KEY', 'aGVsbG8gd29ybGQgdGhpcyBpcyA5OQ==')?.kind).toBe('key')
  expect(detectSecret('GPG_KEY', 'E3FF2839C048B25C084DEBE9B26995E310250568')).toBeUndefined()
  expect(detectSecret('PARTITION_KEY', 'customerIdentifierOfTheOrder01')).toBeUndefined()
})

test.each([
  ['properties', 'user=app\ndb.password=hunter2\n', ['db.password']],
  ['YAML', 'auth:\n  password: "hunter2" # mine\n  token: ${TOKEN}\n', ['password']],
  ['JSON', '{"user":"app","apiKey":"zzz1"}', ['apiKey']],
  ['blocks and mappings', 'password: |\n  x\nsecret:\n  name: x\ntoken: &a\n', []],
  ['an empty value', 'REDIS_PASSWORD=\nHOST=x\n', []],
  ['shell', 'export DB_PASSWORD=hunter2\n# PASSWORD=in a comment\n', ['DB_PASSWORD']],
])('finds credentials in %s', (_, text, names) => {
  const found = findSecrets(text)
  expect(found.map(({ name }) => name)).toEqual(names)
  for (const { start, end } of found) expect(text.slice(start, end)).toMatch(/^(?:hunter2|zzz1)$/)
})

test('hostile text takes no time', () => {
  const start = performance.now()
  for (const text of [
    'a'.repeat(200_000),
    `eyJ${'a.eyJ'.repeat(20_000)}`,
    'x://:'.repeat(40_000),
    `"${'\\"'.repeat(50_000)}`,
    'password='.repeat(20_000),
  ])
    findSecrets(text)
  expect(performance.now() - start).toBeLessThan(2000)
})
