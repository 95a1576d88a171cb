import { describe, expect, test } from 'vitest'
import { parseImage } from '../../src/source/image-reference.ts'

const hex = 'a1'.repeat(32)

const valid: [reference: string, registry: string, repository: string, tag: string, digest: string][] = [
  ['nginx', 'docker.io', 'library/nginx', '', ''],
  ['nginx:1.27', 'docker.io', 'library/nginx', '1.27', ''],
  ['docker.io/nginx', 'docker.io', 'library/nginx', '', ''],
  ['index.docker.io/library/nginx', 'docker.io', 'library/nginx', '', ''],
  ['bitnami/redis', 'docker.io', 'bitnami/redis', '', ''],
  ['registry:5000/app', 'registry:5000', 'app', '', ''],
  ['registry:5000/app:1', 'registry:5000', 'app', '1', ''],
  ['localhost/app', 'localhost', 'app', '', ''],
  ['Registry/app', 'Registry', 'app', '', ''],
  ['GHCR.io/owner/app', 'GHCR.io', 'owner/app', '', ''],
  ['[2001:db8::1]:5000/app:v1', '[2001:db8::1]:5000', 'app', 'v1', ''],
  [`quay.io/a/b/c:v1@sha256:${hex}`, 'quay.io', 'a/b/c', 'v1', `sha256:${hex}`],
  [`nginx@sha256:${hex}`, 'docker.io', 'library/nginx', '', `sha256:${hex}`],
  [`nginx@sha512:${hex}${hex}`, 'docker.io', 'library/nginx', '', `sha512:${hex}${hex}`],
  ['a__b/c-d.e', 'docker.io', 'a__b/c-d.e', '', ''],
]

const invalid = [
  '',
  ' ',
  'Nginx',
  'docker.io/Nginx',
  'nginx:',
  'nginx:-1',
  `nginx:${'x'.repeat(129)}`,
  'a//b',
  '/nginx',
  'nginx/',
  'https://registry.example/app',
  'a___b',
  'nginx:{{ tag }}',
  'nginx:1 ',
  hex,
  'x'.repeat(300),
]

describe('parseImage', () => {
  test.each(valid)('%s', (reference, registry, repository, tag, digest) => {
    expect(parseImage(reference)).toEqual({ reference, valid: true, registry, repository, name: `${registry}/${repository}`, tag, digest })
  })

  test.each(invalid)('refuses %j', (reference) => {
    expect(parseImage(reference)).toMatchObject({ reference, valid: false, registry: '', repository: '', tag: '', digest: '' })
  })

  test.each(['sha256:abc', `sha256:${hex.toUpperCase()}`, 'md5:0123456789abcdef0123456789abcdef', ''])(
    'refuses the digest %j and reads the rest',
    (digest) => {
      const image = parseImage(`registry:5000/app:1@${digest}`)
      expect(image).toMatchObject({ valid: false, registry: 'registry:5000', repository: 'app', tag: '1', digest })
    },
  )

  test('long hostile references take no time', () => {
    const started = performance.now()
    for (const text of ['a-'.repeat(100_000), `${'a.'.repeat(100_000)}/b`, `${'-'.repeat(600)}/b`])
      expect(parseImage(text).valid).toBe(false)
    expect(performance.now() - started).toBeLessThan(200)
  })
})
