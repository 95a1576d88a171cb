// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the texts are workflows, whose expressions look like this
import { expect, test } from 'vitest'
import { originOf } from '../../../src/model/origin.ts'
import { memoryTree } from '../../../src/source/memory.ts'
import { readSources } from '../../../src/source/read.ts'
import { deliveries } from '../../../src/subjects/repository/deliveries.ts'
import { pipelineLogins } from '../../../src/subjects/repository/logins.ts'
import { ownership } from '../../../src/subjects/repository/ownership.ts'
import { repositorySettings } from '../../../src/subjects/repository/settings.ts'
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
    const { name, federated } = item as { name: string; federated: boolean }
    return `${lineOf(item)} ${name} ${federated}`
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
