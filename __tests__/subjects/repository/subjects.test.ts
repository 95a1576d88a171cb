// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the texts are workflows, whose expressions look like this
import { expect, test } from 'vitest'
import { originOf } from '../../../src/model/origin.ts'
import { memoryTree } from '../../../src/source/memory.ts'
import { readSources } from '../../../src/source/read.ts'
import { Cluster } from '../../../src/subjects/cluster.ts'
import { deliveries } from '../../../src/subjects/repository/deliveries.ts'
import { pipelineLogins } from '../../../src/subjects/repository/logins.ts'
import { ownership } from '../../../src/subjects/repository/ownership.ts'
import { repositorySettings } from '../../../src/subjects/repository/settings.ts'
import { repositorySubject } from '../../../src/subjects/repository/subjects.ts'
import { trustedWorkflows } from '../../../src/subjects/repository/untrusted.ts'

type Files = Readonly<Record<string, string>>

const sourcesOf = (files: Files) => readSources(memoryTree(files), { paths: [], include: [], exclude: [] })
const lineOf = (value: object) => {
  const origin = originOf(value)
  return origin && `${origin.source.path}:${origin.source.place(origin.key).line}`
}
const settings = (files: Files, key: string) =>
  (repositorySettings(sourcesOf(files))[key] ?? []).map(
    (setting) => `${lineOf(setting)} ${setting.path} of ${setting.name}: ${setting.value}`,
  )

test.each<[string, Files, string]>([
  ['a file of a tool', { 'gitops/values.yaml': 'a:\n  # wanted: 0\n  wanted: 1\n' }, 'gitops/values.yaml:3 a.wanted of values.yaml: 1'],
  ['an item of a list', { 'values.yaml': 'a:\n  - b: x\n  - wanted: [y, z]\n' }, 'values.yaml:3 a[1].wanted of values.yaml: y z'],
  [
    'a ConfigMap',
    { 'a.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\ndata:\n  x.yaml: |\n    b: 1\n    wanted: 2\n' },
    'a.yaml:7 wanted of x.yaml: 2',
  ],
  [
    'an encoded Secret',
    { 'a.yaml': 'apiVersion: v1\nkind: Secret\nmetadata: { name: a }\ndata:\n  x.yaml: d2FudGVkOiAz\n' },
    'a.yaml:5 wanted of x.yaml: 3',
  ],
  [
    'a release of Flux',
    {
      'a.yaml':
        'apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\nmetadata: { name: a }\nspec:\n  chart: { spec: { chart: falco } }\n  values:\n    wanted: true\n',
    },
    'a.yaml:7 wanted of values of falco: true',
  ],
  [
    'values of Argo CD as text',
    {
      'a.yaml':
        'apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: { name: a }\nspec:\n  source:\n    chart: falco\n    helm:\n      values: |\n        b:\n          wanted: 4\n',
    },
    'a.yaml:10 b.wanted of values of falco: 4',
  ],
  [
    'JSON with comments',
    { 'renovate.json5': '{\n  // wanted: 0\n  wanted: true,\n}\n' },
    'renovate.json5:3 wanted of renovate.json5: true',
  ],
  [
    'a configuration that is no object',
    { 'a.yaml': 'apiVersion: kubeadm.k8s.io/v1beta4\nkind: ClusterConfiguration\nwanted: 5\n' },
    'a.yaml:3 wanted of ClusterConfiguration: 5',
  ],
])('settings: %s', (_, files, expected) => {
  expect(settings(files, 'wanted')).toEqual([expected])
})

test('settings: what lies among examples, and what no tool reads, is nothing', () => {
  const files = { 'examples/values.yaml': 'wanted: 1\n', 'notes.yaml': 'wanted: 1\n', 'values.yaml': '{{ if }}: [wanted\n' }
  expect(settings(files, 'wanted')).toEqual([])
})

test('settings: no file takes long', () => {
  const bomb = `a0: &a0 [x, x]\n${Array.from({ length: 30 }, (_, index) => `a${index + 1}: &a${index + 1} [*a${index}, *a${index}]`).join('\n')}\n`
  const deep = `${'['.repeat(200)}${']'.repeat(200)}`
  const wide = Array.from({ length: 20_000 }, (_, index) => `k${index}: 1`).join('\n')
  const started = performance.now()
  expect(typeof repositorySettings(sourcesOf({ 'values.yaml': bomb, 'a-values.yaml': deep, 'b-values.yaml': wide }))).toBe('object')
  expect(performance.now() - started).toBeLessThan(5000)
})

const owned = (files: Files) =>
  ownership(sourcesOf(files)).map((item) => {
    const { path, owners } = item as { path: string; owners: readonly string[] }
    return `${path} ${owners.join(' ')} ${lineOf(item)}`
  })
const POD = 'apiVersion: v1\nkind: Pod\nmetadata: { name: a }\n'

test('ownership: by CODEOWNERS, then by the nearest OWNERS with approvers', () => {
  const files = {
    CODEOWNERS: '# x\n/k8s/ @platform\n/k8s/free/\n',
    'k8s/a.yaml': POD,
    'k8s/free/b.yaml': POD,
    'deploy/OWNERS': 'approvers: [alice]\n',
    'deploy/x/c.yaml': POD,
    'deploy/y/OWNERS': 'options: { no_parent_owners: true }\nreviewers: [bob]\n',
    'deploy/y/d.yaml': POD,
    Dockerfile: 'FROM a\n',
    'examples/e.yaml': POD,
  }
  expect(owned(files)).toEqual([
    'deploy/x/c.yaml alice deploy/OWNERS:1',
    'deploy/y/d.yaml  deploy/y/d.yaml:1',
    'k8s/a.yaml @platform CODEOWNERS:2',
    'k8s/free/b.yaml  k8s/free/b.yaml:1',
    'Dockerfile  Dockerfile:1',
  ])
})

const logins = (files: Files) =>
  pipelineLogins(sourcesOf(files)).map((item) => {
    const { name, federated, fallback } = item as { name: string; federated: boolean; fallback: boolean }
    return `${lineOf(item)} ${name} ${federated}${fallback ? ' fallback' : ''}`
  })
const job = (steps: string, on = 'push') => ({
  '.github/workflows/a.yaml': `on: ${on}\njobs:\n  a:\n    steps:\n${steps.replace(/^/gm, '      ')}\n`,
})

test('logins: each key once, on its line', () => {
  const steps = `- uses: aws-actions/configure-aws-credentials@v5
  with:
    aws-access-key-id: \${{ secrets.AWS_ACCESS_KEY_ID }}
    aws-secret-access-key: \${{ secrets.AWS_SECRET_ACCESS_KEY }}
- run: deploy
  env: { AWS_SECRET_ACCESS_KEY: "\${{ secrets.OTHER }}" }
- run: |
    echo
    echo "\${{ secrets.PROD_KUBECONFIG }}" > x
- run: never
  if: false
  env: { AZURE_CREDENTIALS: "\${{ secrets.A }}" }
- uses: docker/login-action@v3
  with: { username: a, password: "\${{ secrets.GITHUB_TOKEN }}" }
- uses: google-github-actions/auth@v3
  with: { workload_identity_provider: x }`
  expect(logins(job(steps))).toEqual([
    '.github/workflows/a.yaml:19 google-github-actions/auth true',
    '.github/workflows/a.yaml:8 AWS_SECRET_ACCESS_KEY false',
    '.github/workflows/a.yaml:13 PROD_KUBECONFIG false',
  ])
})

test('logins: a key beside an identity is what is left without it', () => {
  const steps = `- uses: google-github-actions/auth@v3
  with:
    workload_identity_provider: \${{ secrets.WIP }}
    credentials_json: \${{ secrets.GCP_CREDENTIALS_JSON }}`
  expect(logins(job(steps))).toEqual(['.github/workflows/a.yaml:8 CREDENTIALS_JSON false fallback'])
})

const faults = (files: Files) =>
  trustedWorkflows(sourcesOf(files)).map((item) => `${lineOf(item)} ${(item as { faults: readonly string[] }).faults.length}`)
const HEAD = '- uses: actions/checkout@v5\n  with: { ref: "${{ github.event.pull_request.head.sha }}" }\n'

test.each<[string, Files, string]>([
  ['a checkout that is run', job(`${HEAD}- run: make`, 'pull_request_target'), '.github/workflows/a.yaml:6 1'],
  ['a checkout that is built', job(`${HEAD}- uses: docker/build-push-action@v6`, '[pull_request_target]'), '.github/workflows/a.yaml:6 1'],
  ['a checkout that is only looked at', job(`${HEAD}- uses: actions/labeler@v6`, 'pull_request_target'), '.github/workflows/a.yaml:1 0'],
  ['a checkout after what runs', job(`- run: make\n${HEAD}`, 'pull_request_target'), '.github/workflows/a.yaml:1 0'],
  ['a harmless trigger', job(`${HEAD}- run: make`, 'pull_request'), '.github/workflows/a.yaml:1 0'],
  [
    'a guarded step',
    job(`${HEAD.replace('  with', '  if: github.event.pull_request.head.repo.fork == false\n  with')}- run: make`, 'pull_request_target'),
    '.github/workflows/a.yaml:1 0',
  ],
  [
    'a title in a script',
    job('- run: |\n    a\n    echo ${{ github.event.issue.title }}', 'pull_request_target'),
    '.github/workflows/a.yaml:7 1',
  ],
  ['a number in a script', job('- run: echo ${{ github.event.number }}', 'pull_request_target'), '.github/workflows/a.yaml:1 0'],
])('untrusted code: %s', (_, files, expected) => {
  expect(faults(files)).toEqual([expected])
})

test('deliveries: what Argo CD, Flux and pipelines name, and what lies below', () => {
  const sources = sourcesOf({
    'a.yaml': 'apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: { name: a }\nspec: { source: { path: ./apps/web/ } }\n',
    'b.yaml': 'apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nmetadata: { name: b }\nspec: { path: /clusters/one }\n',
    '.gitlab-ci.yml': 'deploy: { script: [kubectl apply -f policies -n web] }\ntest: { script: [kubectl apply -f fixtures] }\n',
  })
  const isDelivered = deliveries(sources)
  const paths = ['apps/web/x/y.yaml', 'apps/webs/y.yaml', 'clusters/one/a.yaml', 'policies/a.yaml', 'fixtures/a.yaml', 'a.yaml']
  expect(paths.filter(isDelivered)).toEqual(['apps/web/x/y.yaml', 'clusters/one/a.yaml', 'policies/a.yaml'])
  expect(deliveries(sourcesOf({ 'a.yaml': POD }))('a.yaml')).toBe(false)
})

test('deliveries: what skaffold, helmfile and kluctl are told by files of their own', () => {
  const sources = sourcesOf({
    '.gitlab-ci.yml':
      'deploy: { script: [skaffold run -p prod, helmfile sync -f hf/helmfile.yaml, cd k && kluctl deploy -t prod, skaffold run -f gone.yaml] }\n',
    'skaffold.yaml': `apiVersion: skaffold/v4beta11
kind: Config
requires: [{ path: db }]
manifests: { rawYaml: [./k8s/*.yaml] }
profiles: [{ name: prod, manifests: { kustomize: { paths: [overlays/prod] } } }]
`,
    'db/skaffold.yaml':
      'apiVersion: skaffold/v2beta29\nkind: Config\nrequires: [{ path: .. }]\ndeploy: { helm: { releases: [{ chartPath: chart }] }, kubectl: { manifests: ["*.yaml"] } }\n',
    'hf/helmfile.yaml': 'releases: [{ name: a, chart: ./charts/a }, { name: b, chart: bitnami/b }]\n',
  })
  const isDelivered = deliveries(sources)
  const delivered = [
    'k8s/a.yaml',
    'overlays/prod/a.yaml',
    'db/chart/templates/a.yaml',
    'db/a.yaml',
    'hf/charts/a/templates/a.yaml',
    'k/a.yaml',
  ]
  expect([...delivered, 'overlays/dev/a.yaml', 'hf/b.yaml', 'a.yaml'].filter(isDelivered)).toEqual(delivered)
})

const repositoryOf = (files: Files) => {
  const sources = sourcesOf(files)
  return repositorySubject(sources, new Cluster(sources), { attestations: () => [], exceptions: () => [] }).variables.repository as {
    readonly buildsImages: boolean
    readonly secretUses: readonly { readonly name: string; readonly file: string }[]
  }
}

test.each<[string, Files, boolean]>([
  ['a Dockerfile', { Dockerfile: 'FROM a\n' }, true],
  [
    'an artifact of skaffold',
    { 'skaffold.yaml': 'apiVersion: skaffold/v4beta11\nkind: Config\nbuild: { artifacts: [{ image: web }] }\n' },
    true,
  ],
  ['skaffold without one', { 'skaffold.yaml': 'apiVersion: skaffold/v4beta11\nkind: Config\nmanifests: { rawYaml: [a.yaml] }\n' }, false],
  ['a service that is built', { 'compose.yaml': 'services: { web: { build: . } }\n' }, true],
  ['a service with an image', { 'compose.yaml': 'services: { web: { image: a } }\n' }, false],
  ['ko', job('- run: ko build ./cmd/web'), true],
  ['buildpacks', job('- run: pack build web --builder b'), true],
  ['jib', job('- run: ./gradlew :web:jib'), true],
  ['the Maven plugin of jib', job('- run: mvn compile com.google.cloud.tools:jib-maven-plugin:3.4.0:build jib:build'), true],
  ['bake', job('- uses: docker/bake-action@v6'), true],
  ['a build of something else', job('- run: mvn package\n- run: go build ./...'), false],
])('buildsImages: %s', (_, files, expected) => {
  expect(repositoryOf(files).buildsImages).toBe(expected)
})

const secret = (name: string, rest: string) => `apiVersion: v1\nkind: Secret\nmetadata: { name: ${name} }\n${rest}\n`
const pod = (spec: string) => `apiVersion: v1\nkind: Pod\nmetadata: { name: web }\nspec: { ${spec} }\n`
const CERTIFICATE = 'apiVersion: cert-manager.io/v1\nkind: Certificate\nmetadata: { name: tls }\nspec: { secretName: tls }\n'

test.each<[string, Files, string[]]>([
  ['one that is written', { 'a.yaml': secret('a', 'data: { password: c2VjcmV0 }') }, ['a a.yaml']],
  [
    'each once, from wherever a pod takes it',
    {
      'a.yaml': pod(
        'containers: [{ name: web, envFrom: [{ secretRef: { name: a } }], env: [{ name: A, valueFrom: { secretKeyRef: { name: b, key: x } } }] }], volumes: [{ name: v, secret: { secretName: c } }, { name: w, projected: { sources: [{ secret: { name: d } }, { secret: { name: a } }] } }]',
      ),
      'b.yaml': secret('b', 'stringData: { password: x }'),
    },
    ['a a.yaml', 'b a.yaml', 'c a.yaml', 'd a.yaml'],
  ],
  [
    'not one that a controller fills',
    { 'a.yaml': secret('a', 'type: Opaque'), 'b.yaml': pod('volumes: [{ name: v, secret: { secretName: a } }]') },
    [],
  ],
  ['not one that cert-manager issues', { 'a.yaml': CERTIFICATE, 'b.yaml': pod('volumes: [{ name: v, secret: { secretName: tls } }]') }, []],
  ['not configuration alone', { 'a.yaml': secret('a', 'stringData:\n  app.yaml: |\n    level: info') }, []],
  ['configuration with a password', { 'a.yaml': secret('a', 'stringData:\n  app.yaml: |\n    password: hunter2hunter2') }, ['a a.yaml']],
  [
    'not what a chart prints with other values alone',
    {
      'c/Chart.yaml': 'apiVersion: v2\nname: c\nversion: 1.0.0\n',
      'c/values.yaml': 'tls: { enabled: false }\nown: { enabled: true }\n',
      'c/templates/a.yaml': `{{- if .Values.tls.enabled }}\n${secret('a', 'data: { password: {{ .Values.a }} }')}{{- end }}\n`,
      'c/templates/b.yaml': `{{- if .Values.own.enabled }}\n${secret('b', 'data: { password: {{ .Values.a }} }')}{{- end }}\n`,
    },
    ['b c/templates/b.yaml'],
  ],
])('secretUses: %s', (_, files, expected) => {
  expect(repositoryOf(files).secretUses.map(({ name, file }) => `${name} ${file}`)).toEqual(expected)
})
