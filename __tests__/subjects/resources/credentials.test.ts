import { expect, test } from 'vitest'
import { originOf } from '../../../src/model/origin.ts'
import { chart, collected, type Members, reading } from '../collected.ts'

function secrets(files: string | Record<string, string>, scope: 'resource' | 'container'): unknown[] {
  const list = collected(files, scope)[0]?.variables.secrets as readonly Members[]
  return Array.from({ length: list.length }, (_, index) =>
    reading(() => {
      const item = list[index] as Members
      const origin = originOf(item)
      return [item.name, origin?.source.place(origin.key).line]
    }),
  )
}

test('in the environment of a container', () => {
  const text = `apiVersion: v1
kind: Pod
metadata: { name: a }
spec:
  containers:
    - name: web
      env:
        - name: LOG
          value: debug
        - name: DB_PASSWORD
          value: hunter2-and-more
        - name: API_TOKEN
          valueFrom: { secretKeyRef: { name: a, key: b } }
        - name: URL
          value: postgres://me:hunter2@db/shop
`
  expect(secrets(text, 'container')).toEqual([
    ['DB_PASSWORD', 11],
    ['URL', 15],
  ])
})

test('that a template fills in are unknown where the name is a credential’s', () => {
  const text = `apiVersion: v1\nkind: Pod\nmetadata: { name: a }\nspec: { containers: [{ name: a, env: [{ name: LOG, value: "{{ .Values.a }}" }, { name: TOKEN, value: "{{ .Values.b }}" }] }] }\n`
  expect(secrets(chart(text), 'container')).toEqual(['unknown'])
})

test('in a ConfigMap, in keys and in files', () => {
  const text = `apiVersion: v1
kind: ConfigMap
metadata: { name: a }
data:
  level: debug
  password: hunter2-and-more
  app.properties: |
    a=b
    db.password=hunter2-and-more
`
  expect(secrets(text, 'resource')).toEqual([
    ['password', 6],
    ['app.properties', 7],
  ])
})

test.each([
  ['a block', '|\n    a: b\n    # token\n    token: s0me-random-token\n', ['token', 8]],
  ['quoted with escapes', '"a: b\\n\\ntoken: s0me-random-token"\n', ['token', 5]],
  ['a token of a known format', `|\n    a: b\n    ghp_${'a1'.repeat(18)}\n`, ['', 7]],
])('a file in a ConfigMap: the setting and its line, %s', (_, file, expected) => {
  const text = `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\ndata:\n  app: ${file}`
  const [item] = (collected(text, 'resource')[0]?.variables.secrets ?? []) as readonly Members[]
  const origin = originOf(item)?.child('setting')
  expect(item?.name).toBe('app')
  expect(origin && [item?.setting, origin.source.place(origin.key).line]).toEqual(expected)
})

test.each([
  ['data: { a: aHVudGVyMg== }', ['a']],
  ['stringData: { a: hunter2 }', ['a']],
  ['data: { a: "" }', []],
  ['data: { tls.crt: aHVudGVyMg==, ca.crt: aHVudGVyMg== }', []],
  ['stringData: { a: "ENC[AES256_GCM,data:x]" }', []],
  ['data: { a: aHVudGVyMg== }\nsops: { mac: x }', []],
  ['stringData: { a: "<path:kv/data/a#b>", b: "ref+vault://x", c: "${C}", d: $D }', []],
  ['data: { a: PHBhdGg6a3YvZGF0YS9hI2I+ }', []],
  ['stringData: { a: "-----BEGIN CERTIFICATE-----\\nx" }', []],
  ['stringData: { a: "-----BEGIN CERTIFICATE-----\\nx\\n-----BEGIN PRIVATE KEY-----" }', ['a']],
])('in a Secret with %j', (rest, expected) => {
  const found = secrets(`apiVersion: v1\nkind: Secret\nmetadata: { name: a }\n${rest}\n`, 'resource')
  expect(found.map((item) => (item as unknown[])[0])).toEqual(expected)
})

test('no secret is ever in what expressions see', () => {
  const text = 'apiVersion: v1\nkind: Secret\nmetadata: { name: a }\nstringData: { a: hunter2-and-more }\n'
  expect(JSON.stringify(collected(text, 'resource')[0]?.variables.secrets)).not.toContain('hunter2')
})

const pod = (env: string) => `apiVersion: v1\nkind: Pod\nmetadata: { name: a }\nspec:\n  containers:\n    - name: web\n      env:\n${env}`

test.each([
  ['a sample by its text', '        - name: DB_PASSWORD\n          value: yourpassword\n'],
  ['a sample by a comment at its value', '        - name: DB_PASSWORD\n          # change this\n          value: hunter2\n'],
  ['a sample by a comment beside its name', '        - name: ACCESS_KEY   # replace with your key\n          value: 8312341e\n'],
])('%s may be replaced', (_, env) => {
  expect(secrets(pod(env), 'container')).toEqual(['unknown'])
})

test('a comment makes no sample of a token whose format is known, or of what is no credential', () => {
  const token = `        # change this\n        - name: TOKEN\n          value: ghp_${'a1'.repeat(18)}\n`
  expect(secrets(pod(token), 'container')).toEqual([['TOKEN', 10]])
  expect(secrets(pod('        # change this\n        - name: CLUSTER\n          value: demo\n'), 'container')).toEqual([])
})

test('an access key beside the secret key of the same name is a user’s name', () => {
  const key = (name: string) => `        - { name: ${name}, value: hunter2-and-more }\n`
  expect(secrets(pod(key('MINIO_ACCESS_KEY') + key('MINIO_SECRET_KEY')), 'container')).toEqual([['MINIO_SECRET_KEY', 9]])
  expect(secrets(pod(key('AWS_ACCESS_KEY') + key('AWS_SECRET_ACCESS_KEY')), 'container')).toEqual([['AWS_SECRET_ACCESS_KEY', 9]])
  expect(secrets(pod(key('MINIO_ACCESS_KEY') + key('OTHER_SECRET_KEY')), 'container')).toHaveLength(2)
})

test('a file of settings in a Secret is secret where it holds a credential', () => {
  const secret = (data: string) => `apiVersion: v1\nkind: Secret\nmetadata: { name: a }\n${data}`
  expect(secrets(secret('stringData:\n  app.ini: |\n    level = debug\n'), 'resource')).toEqual(['unknown'])
  expect(secrets(secret('stringData:\n  app.ini: |\n    password = hunter2-and-more\n'), 'resource')).toEqual([['app.ini', 5]])
  const encoded = Buffer.from('password = hunter2-and-more').toString('base64')
  expect(secrets(secret(`data:\n  app.ini: ${encoded}\n`), 'resource')).toEqual([['app.ini', 5]])
  expect(secrets(secret('stringData:\n  credentials.json: "{}"\n'), 'resource')).toEqual([['credentials.json', 5]])
})
