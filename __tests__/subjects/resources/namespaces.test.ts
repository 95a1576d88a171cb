import { describe, expect, test } from 'vitest'
import { chart, collected, documents, line, type Members, names, reading } from '../collected.ts'

const pod = (namespace?: string) =>
  `apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\n${namespace === undefined ? '' : `  namespace: ${namespace}\n`}spec: { containers: [{ name: a, image: a }] }\n`
const kustomization = (rest: string) => `apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\n${rest}\n`

const application = (source: string) =>
  `apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: { name: a, namespace: argocd }\nspec: { destination: { namespace: shop }, source: { ${source} } }\n`
const flux = (name: string, spec: string) =>
  `apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nmetadata: { name: ${name}, namespace: flux-system }\nspec: { ${spec} }\n`

function labels(files: string | Record<string, string>): string[] {
  return collected(files, 'namespace').map((subject) => subject.label)
}

describe('an object is in', () => {
  test.each<[string, string | Record<string, string>, string[]]>([
    ['the namespace that it names', pod('shop'), ['namespace shop']],
    ['the default one', pod(), ['namespace default']],
    ['that of its release', chart(pod()), ['namespace of the release of chart']],
    ['that of its release, by an expression', chart(pod('{{ .Release.Namespace }}')), ['namespace of the release of chart']],
    [
      'that of its kustomization, whatever it names',
      { 'k/kustomization.yaml': kustomization('namespace: shop\nresources: [pod.yaml]'), 'k/pod.yaml': pod('other') },
      ['namespace shop'],
    ],
    [
      'that of the outermost kustomization',
      {
        'base/kustomization.yaml': kustomization('namespace: base\nresources: [pod.yaml]'),
        'base/pod.yaml': pod(),
        'over/kustomization.yaml': kustomization('namespace: over\nresources: [../base]'),
      },
      ['namespace over'],
    ],
    [
      'those of all overlays',
      {
        'base/kustomization.yaml': kustomization('resources: [pod.yaml]'),
        'base/pod.yaml': pod(),
        'dev/kustomization.yaml': kustomization('namespace: dev\nresources: [../base]'),
        'prod/kustomization.yaml': kustomization('namespace: prod\nresources: [../base/]'),
      },
      ['namespace dev', 'namespace prod'],
    ],
    [
      'no more than its own where kustomizations take each other in',
      {
        'a/kustomization.yaml': kustomization('namespace: a\nresources: [../b, pod.yaml]'),
        'a/pod.yaml': pod('own'),
        'b/kustomization.yaml': kustomization('namespace: b\nresources: [../a]'),
      },
      ['namespace own'],
    ],
    [
      'that of the destination of Argo CD, where it names none',
      { 'argo/shop.yaml': application('path: deploy/shop'), 'deploy/shop/pod.yaml': pod(), 'deploy/shop/named.yaml': pod('own') },
      ['namespace own', 'namespace shop'],
    ],
    [
      'that of the destination for the folder itself, and below it where Argo CD is told to',
      {
        'argo/a.yaml': application('path: flat'),
        'argo/b.yaml': application('path: deep, directory: { recurse: true }'),
        'flat/below/pod.yaml': pod(),
        'deep/below/pod.yaml': pod(),
      },
      ['namespace shop', 'namespace default'],
    ],
    [
      'not that of the destination for what Argo CD is told to leave out',
      {
        'argo/a.yaml': application('path: flat, directory: { exclude: "{own.yaml,dev-*}" }'),
        'flat/own.yaml': pod(),
        'flat/dev-a.yaml': pod(),
      },
      ['namespace default'],
    ],
    [
      'that of the destination for what Argo CD is told to take alone, whatever folder it lies in',
      {
        'argo/a.yaml': application('path: deep, directory: { recurse: true, include: "{b*.yaml}" }'),
        'deep/base/pod.yaml': pod('one'),
        'deep/base/x.yaml': pod(),
        'deep/other/y.yaml': pod('two'),
        'deep/c.yaml': pod('three'),
      },
      ['namespace one', 'namespace shop', 'namespace three', 'namespace two'],
    ],
    [
      'no more than its own where a class decides what Argo CD takes',
      { 'argo/a.yaml': application('path: flat, directory: { include: "[a-z].yaml" }'), 'flat/a.yaml': pod() },
      ['namespace default'],
    ],
    [
      'that to which a pipeline applies it, where it names none',
      {
        '.gitlab-ci.yml':
          'deploy: { script: ["kubectl apply -n shop -f k/pod.yaml -f flat", "kubectl apply -n $NAME -f open", "kubectl apply -R --namespace=deep -f deep"] }\n',
        'k/pod.yaml': pod(),
        'k/other.yaml': pod('one'),
        'flat/pod.yaml': pod(),
        'deep/a/b.yaml': pod(),
        'open/pod.yaml': pod(),
      },
      ['namespace deep', 'namespace shop', 'namespace one', 'namespace default'],
    ],
    [
      'that of the destination through a kustomization',
      { 'a.yaml': application('path: k'), 'k/kustomization.yaml': kustomization('resources: [../base/pod.yaml]'), 'base/pod.yaml': pod() },
      ['namespace shop'],
    ],
    [
      'that of the destination in an example with a root of its own',
      { 'samples/argo/app.yaml': application('path: deploy'), 'samples/argo/deploy/pod.yaml': pod() },
      ['namespace shop'],
    ],
    [
      'no more than its own where the path is of another repository, or a generator’s',
      { 'a.yaml': application('path: elsewhere'), 'b.yaml': application('path: "{{path}}"'), 'k/pod.yaml': pod() },
      ['namespace default'],
    ],
    [
      'no more than its own where another repository is delivered: that of the applications’ own folder is this one',
      {
        'apps/all.yaml': application('path: apps, repoURL: "git@github.com:example/Shop.git"'),
        'apps/shop.yaml': application('path: k, repoURL: "https://github.com/example/shop"'),
        'apps/other.yaml': application('path: deploy, repoURL: "https://github.com/example/other"').replace('shop', 'other'),
        'deploy/pod.yaml': pod(),
      },
      ['namespace default'],
    ],
    [
      'that of the destination where this repository is delivered',
      {
        'apps/all.yaml': application('path: apps, repoURL: "git@github.com:example/Shop.git"'),
        'apps/shop.yaml': application('path: k, repoURL: "https://github.com/example/shop/"'),
        'k/pod.yaml': pod(),
      },
      ['namespace shop'],
    ],
    [
      'no more than its own where another repository is delivered: of this one all folders are here',
      {
        'a.yaml': application('path: k, repoURL: "https://github.com/example/other"'),
        'b.yaml': application('path: elsewhere, repoURL: "https://github.com/example/other"'),
        'c.yaml': application('path: web, repoURL: "https://github.com/example/shop"'),
        'web/config.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a, namespace: shop }\n',
        'k/pod.yaml': pod(),
      },
      ['namespace default'],
    ],
    [
      'that of the destination where nothing tells which repository this is',
      {
        'a.yaml': application('path: k, repoURL: "https://github.com/example/other"'),
        'b.yaml': application('path: elsewhere, repoURL: "https://github.com/example/other"'),
        'k/pod.yaml': pod(),
      },
      ['namespace shop'],
    ],
    [
      'that of Flux where its GitRepository is this one, and not another',
      {
        'clusters/a/sync.yaml': documents(
          flux('a', 'path: ./clusters/a, sourceRef: { kind: GitRepository, name: flux-system }'),
          flux('b', 'path: ./apps, targetNamespace: shop, sourceRef: { kind: GitRepository, name: flux-system }'),
          flux('c', 'path: ./apps, targetNamespace: other, sourceRef: { kind: GitRepository, name: elsewhere }'),
        ),
        'apps/pod.yaml': pod('own'),
      },
      ['namespace shop'],
    ],
    [
      'that of Flux, whatever it names',
      {
        'flux.yaml':
          'apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nmetadata: { name: a }\nspec: { path: ./apps/shop, targetNamespace: shop }\n',
        'apps/shop/below/pod.yaml': pod('own'),
      },
      ['namespace shop'],
    ],
  ])('%s', (_, files, expected) => {
    expect(labels(files)).toEqual(expected)
  })
})

test('a namespace stands where it is declared, else where it is used', () => {
  const declared = 'apiVersion: v1\nkind: Namespace\nmetadata:\n  name: shop\n'
  const found = collected(documents(pod('other'), declared, pod('shop')), 'namespace')
  expect(found.map((subject) => [subject.label, line(subject), (subject.variables.namespace as Members).declared])).toEqual([
    ['namespace shop', 11, true],
    ['namespace other', 5, false],
  ])
  expect(names(found[0], 'workloads')).toEqual(['web'])
})

test('a namespace that only a claim names is used too, and stands at the claim', () => {
  const claim = pod('disks').replace('kind: Pod', 'kind: PersistentVolumeClaim')
  const found = collected(documents(claim, pod('shop')), 'namespace')
  expect(found.map((subject) => [subject.label, line(subject)])).toEqual([
    ['namespace shop', 12],
    ['namespace disks', 5],
  ])
})

test('the name of a release’s namespace is not settled', () => {
  const [subject] = collected(chart(pod()), 'namespace')
  expect(reading(() => (subject?.variables.namespace as Members | undefined)?.name)).toBe('unknown')
})

test.each([
  [pod('shop'), { metadata: { name: 'shop' } }],
  [
    documents(pod('shop'), 'apiVersion: v1\nkind: Namespace\nmetadata: { name: shop, labels: { a: b } }'),
    { metadata: { name: 'shop', labels: { a: 'b' } } },
  ],
  [chart(pod()), { metadata: {} }],
])('namespaceObject %#', (files, expected) => {
  expect(collected(files, 'pod')[0]?.variables.namespaceObject).toMatchObject(expected)
})

test('what lies in no namespace has no namespaceObject', () => {
  const role = 'apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: { name: a }\nrules: []'
  expect(collected(role, 'resource')[0]?.variables.namespaceObject).toBeNull()
})
