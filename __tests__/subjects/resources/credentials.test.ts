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
