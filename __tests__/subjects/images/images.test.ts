import { expect, test } from 'vitest'
import { chart, collected, line, type Members, reading } from '../collected.ts'

const pod = (image: string) =>
  `apiVersion: v1\nkind: Pod\nmetadata: { name: a }\nspec:\n  containers:\n    - name: web\n      image: ${image}\n`
const kustomization = (entry: string) => ({
  'kustomization.yaml': `kind: Kustomization\napiVersion: kustomize.config.k8s.io/v1beta1\nimages:\n  - name: web\n${entry}`,
})

function parts(files: string | Record<string, string>): unknown[] {
  const image = collected(files, 'image')[0]?.variables.image as Members
  return ['name', 'tag', 'digest'].map((part) => reading(() => image[part]))
}

const ask = 'unknown'

test.each<[string, string | Record<string, string>, unknown[]]>([
  ['as written', pod('registry:5000/web:1'), ['registry:5000/web', '1', '']],
  ['of a template', chart(pod('{{ .Values.image }}')), [ask, ask, ask]],
  ['that ko builds', pod('ko://example.com/shop/cmd/web'), [ask, ask, ask]],
  ['that is blank', pod("' '"), [ask, ask, ask]],
  ['that is empty', pod("''"), ['', '', '']],
  ['whose tag something fills in', pod('registry:5000/web:${TAG}'), ['registry:5000/web', ask, ask]],
  ['of which something fills in the registry', pod('$REGISTRY/web:1'), [ask, '1', '']],
  ['with a port behind what is filled in', pod('${HOST}:5000/web:1.0-rc.1'), [ask, '1.0-rc.1', '']],
  ['of which something fills in registry and tag', pod('$REGISTRY/web:$TAG'), [ask, ask, ask]],
  ['of which something fills in a part of the tag', pod('$REGISTRY/web:${TAG}-alpine'), [ask, ask, ask]],
  ['of which something fills in the beginning, without a tag', pod('$(HOST):5000/web'), [ask, ask, ask]],
  ['that a kustomization replaces', { ...kustomization('    newTag: "2"\n'), 'pod.yaml': pod('web') }, ['docker.io/library/web', ask, ask]],
  ['of a placeholder in a kustomization', kustomization('    newTag: IMAGE_TAG\n'), ['docker.io/library/web', ask, ask]],
  [
    'of a placeholder beside a digest',
    kustomization('    newTag: IMAGE_TAG\n    digest: sha256:abc\n'),
    ['docker.io/library/web', 'IMAGE_TAG', 'sha256:abc'],
  ],
  [
    'that a kustomization names by its own tag',
    { ...kustomization('    newTag: "2"\n'), 'pod.yaml': pod('web:1') },
    ['docker.io/library/web', '1', ''],
  ],
  [
    'whose own tag every kustomization that takes it in replaces',
    { ...kustomization('    newTag: "2"\nresources: [pod.yaml]\n'), 'pod.yaml': pod('web:1@sha256:abc') },
    ['docker.io/library/web', ask, ask],
  ],
  [
    'whose own tag a kustomization replaces whatever it is called',
    { 'kustomization.yaml': 'resources: [pod.yaml]\nimages: [{ name: "*", newTag: "2" }]\n', 'pod.yaml': pod('web:1') },
    ['docker.io/library/web', ask, ask],
  ],
  [
    'whose own tag one of the kustomizations that take it in leaves',
    {
      'pod.yaml': pod('web:1'),
      'a/kustomization.yaml': 'resources: [../pod.yaml]\nimages: [{ name: web, newTag: "2" }]\n',
      'b/kustomization.yaml': 'resources: [../pod.yaml]\n',
    },
    ['docker.io/library/web', '1', ''],
  ],
  [
    'of which a kustomization replaces name and tag',
    {
      'kustomization.yaml': 'resources: [pod.yaml]\nimages: [{ name: web, newName: ghcr.io/a/web, newTag: "2" }]\n',
      'pod.yaml': pod('web:1'),
    },
    [ask, ask, ask],
  ],
  [
    'of which a kustomization replaces the name',
    { 'kustomization.yaml': 'resources: [pod.yaml]\nimages: [{ name: web, newName: ghcr.io/a/web }]\n', 'pod.yaml': pod('web:1') },
    [ask, '1', ''],
  ],
  [
    'that skaffold builds',
    { 'skaffold.yaml': 'apiVersion: skaffold/v4beta1\nkind: Config\nbuild:\n  artifacts:\n    - image: web\n', 'pod.yaml': pod('web') },
    ['docker.io/library/web', ask, ask],
  ],
])('the image %s', (_, files, expected) => {
  expect(parts(files)).toEqual(expected)
})

test.each([
  ['    newTag: 1.10\n', ['docker.io/library/web', '1.1', ''], 5],
  ['    newTag: "1.10"\n', ['docker.io/library/web', '1.10', ''], 5],
  ['    newName: ghcr.io/a/web\n    digest: sha256:abc\n', ['ghcr.io/a/web', '', 'sha256:abc'], 6],
  ['    newName: ghcr.io/a/web\n', ['ghcr.io/a/web', ask, ask], 5],
])('of a kustomization: %j', (entry, expected, at) => {
  const files = kustomization(entry)
  expect(parts(files)).toEqual(expected)
  expect(line(collected(files, 'image')[0])).toBe(at)
})

test('images of containers of all kinds and of volumes, each at its key', () => {
  const text = `apiVersion: v1
kind: Pod
metadata: { name: a }
spec:
  initContainers:
    - image: one
  containers:
    - name: web
      image: two
    - name: none
  ephemeralContainers:
    - name: debug
      image: three
  volumes:
    - name: model
      image:
        reference: four
    - name: empty
      emptyDir: {}
`
  const found = collected(text, 'image').map((subject) => [(subject.variables.image as Members).reference, line(subject)])
  expect(found).toEqual([
    ['one', 6],
    ['two', 9],
    ['three', 13],
    ['four', 17],
  ])
})

test('what pauses and what an injector writes is told by its name', () => {
  const of = (image: string | Record<string, string>) => {
    const found = collected(image, 'image')[0]?.variables.image as Members | undefined
    return [found?.pause, found?.injected]
  }
  const paused = ['pause', 'registry.k8s.io/pause:3.10', 'k8s.gcr.io/pause-arm64@sha256:abc'].map((image) => of(pod(image)))
  expect(paused).toEqual([
    [true, false],
    [true, false],
    [true, false],
  ])
  expect(of(pod('auto'))).toEqual([false, true])
  expect(['example.com/pause-menu:1', 'example.com/pause/web'].map((image) => of(pod(image))[0])).toEqual([false, false])
  expect(of(chart(pod('{{ .Values.image }}')))).not.toContain(true)
})
