import { describe, expect, test } from 'vitest'
import type { Subject } from '../../../src/model/subject.ts'
import { chart, collected, documents, type Members, names, reading } from '../collected.ts'

const pod = (env: string, more = '', namespace = 'shop') => `
apiVersion: v1
kind: Pod
metadata: { name: web${namespace === '' ? '' : `, namespace: ${namespace}`} }
spec: { containers: [{ name: web, image: web, ${env} }]${more} }
`
const object = (kind: string, name: string, rest = '', namespace = ', namespace: shop', apiVersion = 'v1') =>
  `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: { name: ${name}${namespace} }\n${rest}`
const secret = (name: string, key = 'key') => `env: [{ name: A, valueFrom: { secretKeyRef: { name: ${name}, key: ${key} } } }]`
const other = object('Secret', 'other')

function missing(files: string | Record<string, string>): unknown {
  const environment = collected(files, 'container')[0]?.variables.environment as readonly Members[] | undefined
  return environment?.map((item) => reading(() => item.missing))
}

describe('what an environment takes from elsewhere', () => {
  test.each<[string, string, readonly string[], unknown]>([
    ['the object and its key', secret('db'), [object('Secret', 'db', 'data: { key: a2V5 }')], ''],
    [
      'a key of binaryData',
      'env: [{ valueFrom: { configMapKeyRef: { name: a, key: k } } }]',
      [object('ConfigMap', 'a', 'binaryData: { k: aw== }')],
      '',
    ],
    ['no such key', secret('db'), [object('Secret', 'db', 'stringData: { kee: x }')], 'key'],
    ['no such object', secret('db'), [other], 'object'],
    ['all of an object', 'envFrom: [{ secretRef: { name: db } }]', [object('Secret', 'db')], ''],
    ['no object of the kind', secret('db'), [], 'unknown'],
    ['one in another namespace', secret('db'), [other, object('Secret', 'db', '', ', namespace: media')], 'object'],
    ['one applied into whatever namespace', secret('db'), [other, object('Secret', 'db', '', '')], 'unknown'],
    ['what every namespace has', 'envFrom: [{ configMapRef: { name: kube-root-ca.crt } }]', [object('ConfigMap', 'a')], 'unknown'],
    [
      'what a custom object names',
      secret('db'),
      [other, object('Release', 'shop', 'spec: { secrets: [db] }', undefined, 'example.com/v1')],
      'unknown',
    ],
    ['what is called after one', secret('db-app'), [other, object('Cluster', 'db', '', undefined, 'postgresql.cnpg.io/v1')], 'unknown'],
    [
      'keys of an ExternalSecret',
      secret('db'),
      [object('ExternalSecret', 'x', 'spec: { target: { name: db }, data: [{ secretKey: key }] }', undefined, 'external-secrets.io/v1')],
      '',
    ],
    [
      'open keys of one',
      secret('db'),
      [object('ExternalSecret', 'db', 'spec: { dataFrom: [] }', undefined, 'external-secrets.io/v1')],
      'unknown',
    ],
    [
      'keys of a Certificate',
      secret('tls', 'tls.crt'),
      [object('Certificate', 'c', 'spec: { secretName: tls }', undefined, 'cert-manager.io/v1')],
      '',
    ],
    [
      'what Vault writes',
      secret('db'),
      [object('VaultStaticSecret', 'v', 'spec: { destination: { name: db } }', undefined, 'secrets.hashicorp.com/v1beta1')],
      'unknown',
    ],
  ])('%s', (_, env, objects, expected) => {
    expect(missing(documents(pod(env), ...objects))).toEqual([expected])
  })

  test('in a chart: names and keys that templates write', () => {
    const named = (name: string, rest = '') => object('Secret', name, rest, '')
    expect(missing(chart(documents(pod(secret('db'), '', ''), named('other'))))).toEqual(['object'])
    expect(missing(chart(documents(pod(secret('db'), '', ''), named("'{{ .Values.name }}'"))))).toEqual(['unknown'])
    expect(missing(chart(documents(pod(secret("'{{ .Values.name }}'"), '', ''), named('other'))))).toEqual(['unknown'])
    expect(missing(chart(documents(pod(secret('db'), '', ''), named('db', 'data: { {{ .Values.key }}: x }'))))).toEqual(['unknown'])
  })

  test('what patches may add', () => {
    const files = {
      'kustomization.yaml': 'resources: [all.yaml]\npatches: [{ path: patch.yaml }]\n',
      'all.yaml': documents(pod(secret('db')), object('Secret', 'db', 'stringData: { other: x }')),
      'patch.yaml': object('Secret', 'db', 'stringData: { key: x }'),
    }
    expect(missing(files)).toEqual([''])
    const elsewhere = { 'other/kustomization.yaml': 'resources: [../all.yaml]\n' }
    expect(missing({ ...files, ...elsewhere })).toEqual(['unknown'])
    expect(missing({ 'all.yaml': files['all.yaml'] })).toEqual(['key'])
  })

  test('what kustomizations generate', () => {
    const generator = (rest: string) => ({
      'kustomization.yaml': `secretGenerator: [{ name: db, ${rest} }]\n`,
      'pod.yaml': documents(pod(secret('db')), other),
    })
    expect(missing(generator('literals: [key=a=b]'))).toEqual([''])
    expect(missing(generator('files: [secrets/key]'))).toEqual([''])
    expect(missing(generator('files: [kee=secrets/key]'))).toEqual(['key'])
    expect(missing(generator('envs: [.env]'))).toEqual(['unknown'])
  })
})

describe('accounts', () => {
  const running = (name: string, account: string) =>
    pod('args: []', `, serviceAccountName: ${account}`).replace('name: web,', `name: ${name},`)
  const first = (files: string): Subject | undefined => collected(files, 'pod')[0]

  test('found, missing, elsewhere', () => {
    expect(names(first(documents(running('a', 'web'), object('ServiceAccount', 'web'))), 'serviceAccounts')).toEqual(['web'])
    expect(names(first(documents(running('a', 'web'), object('ServiceAccount', 'other'))), 'serviceAccounts')).toEqual([])
    expect(names(first(running('a', 'web')), 'serviceAccounts')).toBe('unknown')
    expect(names(first(documents(running('a', 'pipeline'), object('ServiceAccount', 'other'))), 'serviceAccounts')).toBe('unknown')
  })

  test('shared, of many the first hundred', () => {
    const files = documents(running('a', 'web'), running('b', 'other'), running('c', 'web'), running('d', 'web').replace('shop', 'media'))
    expect(names(first(files), 'sameServiceAccount')).toEqual(['a', 'c'])
    const many = Array.from({ length: 150 }, (_, index) => running(`a${index}`, 'web'))
    expect((names(first(documents(...many)), 'sameServiceAccount') as string[]).length).toBe(100)
  })
})

test('routes of Istio and OpenShift', () => {
  const spec = (kind: string, group: string, text: string) => object(kind, kind.toLowerCase(), `spec: ${text}`, undefined, `${group}/v1`)
  const files = documents(
    pod('args: []').replace('namespace: shop }', 'namespace: shop, labels: { app: web } }'),
    object('Service', 'web', 'spec: { selector: { app: web }, ports: [{ port: 80 }] }'),
    spec('Route', 'route.openshift.io', '{ to: { kind: Service, name: web } }'),
    spec(
      'VirtualService',
      'networking.istio.io',
      '{ gateways: [out], http: [{ route: [{ destination: { host: web.shop.svc.cluster.local } }] }] }',
    ),
    object(
      'VirtualService',
      'inside',
      'spec: { http: [{ route: [{ destination: { host: web } }] }] }',
      undefined,
      'networking.istio.io/v1',
    ),
  )
  expect(names(collected(files, 'pod')[0], 'ingresses')).toEqual(['route', 'virtualservice'])
})
