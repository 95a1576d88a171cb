import { describe, expect, test } from 'vitest'
import { memoryTree } from '../../src/source/memory.ts'
import { readSources } from '../../src/source/read.ts'
import type { NamedBuilds } from '../../src/subjects/builds/built-images.ts'
import { collectSubjects } from '../../src/subjects/collect.ts'
import { chosen, report } from '../engine/judging.ts'
import { type Members, reading } from './collected.ts'

const IMAGE = 'ghcr.io/example/web:1.0'

/** Where the image of a pod is built: `path of the Dockerfile: user`, by whom. */
function built(files: Readonly<Record<string, string>>, image = IMAGE, named?: NamedBuilds, manifest = 'k8s/pod.yaml'): unknown {
  const pod = `apiVersion: v1\nkind: Pod\nmetadata: { name: web }\nspec:\n  containers:\n    - { name: web, image: '${image}' }\n`
  const sources = readSources(memoryTree({ [manifest]: pod, ...files }), { paths: [], include: [], exclude: [] })
  const [subject] = collectSubjects(sources, new Set(['container']), () => [], named).get('container') ?? []
  const [one] = (subject?.variables.built ?? []) as readonly Members[]
  return one && reading(() => `${one.dockerfile}: ${one.user}, ${one.by}`)
}

const workflow = (steps: string, job = '') => ({
  '.github/workflows/ci.yaml': `on: push\nenv: { REGISTRY: ghcr.io, IMAGE: example/web }\njobs:\n  image:\n    runs-on: ubuntu-latest\n${job}    steps:\n${steps}`,
})
const DOCKERFILE = 'FROM alpine:3.22 AS base\nUSER 1\nFROM base AS run\nUSER 2\nFROM base\nUSER 3\n'
const push = (inputs: string) => `      - uses: docker/build-push-action@v6\n        with: { ${inputs} }\n`
const run = (line: string) => `      - run: |\n          ${line}\n`

describe('what names an image and its Dockerfile', () => {
  test.each<[string, Record<string, string>, string]>([
    [
      'a service of compose',
      { 'compose.yaml': `services: { web: { image: '${IMAGE}', build: web } }\n` },
      'web/Dockerfile: 3, service web of compose.yaml',
    ],
    [
      'with a target, and beside the compose file',
      { 'deploy/compose.yaml': 'services: { web: { image: ghcr.io/example/web, build: { context: ../web, target: RUN } } }\n' },
      'web/Dockerfile: 2, service web of deploy/compose.yaml',
    ],
    [
      'a further tag of it',
      { 'compose.yaml': 'services: { web: { image: web, build: { context: web, tags: [ghcr.io/example/web] } } }\n' },
      'web/Dockerfile: 3, service web of compose.yaml',
    ],
    [
      'an artifact of skaffold',
      {
        'skaffold.yaml':
          'apiVersion: skaffold/v4beta11\nkind: Config\nbuild: { artifacts: [{ image: ghcr.io/example/web, context: web }] }\n',
      },
      'web/Dockerfile: 3, artifact of skaffold.yaml',
    ],
    [
      'a step',
      workflow(push('context: web, tags: "ghcr.io/example/web:v1,docker.io/other"')),
      'web/Dockerfile: 3, job image of .github/workflows/ci.yaml',
    ],
    [
      'with variables, a file and a target',
      workflow(push('file: web/Dockerfile, target: base, tags: "${{ env.REGISTRY }}/${{ env.IMAGE }}:${{ github.sha }}"')),
      'web/Dockerfile: 1, job image of .github/workflows/ci.yaml',
    ],
    [
      'with the names of another step',
      workflow(
        `      - uses: docker/metadata-action@v5\n        with: { images: "name=\${{ env.REGISTRY }}/\${{ env.IMAGE }},enable=true" }\n${push('context: "{{defaultContext}}:web", tags: "${{ steps.meta.outputs.tags }}"')}`,
      ),
      'web/Dockerfile: 3, job image of .github/workflows/ci.yaml',
    ],
    [
      'of a matrix and an owner',
      workflow(push('context: "./${{ matrix.app }}", tags: "ghcr.io/${{ github.repository_owner }}/${{ matrix.app }}:1"')),
      'web/Dockerfile: 3, job image of .github/workflows/ci.yaml',
    ],
    [
      'a command',
      workflow(run('docker build -t ghcr.io/example/web:$TAG -f web/Dockerfile .')),
      'web/Dockerfile: 3, docker build in .github/workflows/ci.yaml',
    ],
    [
      'in its folder, with a target',
      workflow(run('cd web && docker buildx build --push --build-arg A=1 --target=base --tag="$REGISTRY/${IMAGE}:1" .')),
      'web/Dockerfile: 1, docker build in .github/workflows/ci.yaml',
    ],
    [
      'of a Makefile that a pipeline calls',
      { ...workflow(run('make image')), Makefile: 'image:\n\tpodman build --tag ghcr.io/example/web:dev web\n' },
      'web/Dockerfile: 3, docker build in .github/workflows/ci.yaml',
    ],
  ])('%s', (_, files, expected) => {
    expect(built({ 'web/Dockerfile': DOCKERFILE, ...files })).toBe(expected)
  })

  test('the configuration, before all others', () => {
    const files = { 'web/Dockerfile': DOCKERFILE, 'compose.yaml': `services: { web: { image: '${IMAGE}', build: web } }\n` }
    const named = new Map([['ghcr.io/example/web', { dockerfile: 'web/Dockerfile', target: 'base' }]])
    expect(built(files, IMAGE, named)).toBe('web/Dockerfile: 1, the configuration')
  })

  test('a kustomization that puts another name in its place', () => {
    const files = {
      'web/Dockerfile': DOCKERFILE,
      'k8s/kustomization.yaml': 'resources: [pod.yaml]\nimages: [{ name: web, newName: ghcr.io/example/web, newTag: "2" }]\n',
      'compose.yaml': `services: { web: { image: '${IMAGE}', build: web } }\n`,
    }
    expect(built(files, 'web')).toBe('web/Dockerfile: 3, service web of compose.yaml')
  })
})

describe('what names none', () => {
  test.each<[string, Record<string, string>]>([
    ['another image', { 'compose.yaml': 'services: { web: { image: ghcr.io/example/other, build: web } }\n' }],
    ['a Dockerfile that is not there', { 'compose.yaml': `services: { web: { image: '${IMAGE}', build: api } }\n` }],
    [
      'a Dockerfile in the compose file',
      { 'compose.yaml': `services: { web: { image: '${IMAGE}', build: { context: web, dockerfile_inline: FROM scratch } } }\n` },
    ],
    [
      'another builder',
      {
        'skaffold.yaml':
          'apiVersion: skaffold/v4beta11\nkind: Config\nbuild: { artifacts: [{ image: ghcr.io/example/web, context: web, jib: {} }] }\n',
      },
    ],
    ['a name that only the pipeline knows', workflow(push('context: web, tags: "${{ secrets.IMAGE }}"'))],
    [
      'the repository as a name, which any image of its kind would fit',
      workflow(push('context: web, tags: "ghcr.io/${{ github.repository }}"')),
    ],
    ['a context that is a variable', workflow(run('docker build -t ghcr.io/example/web $DIR'))],
    ['an example of its own', { 'examples/compose.yaml': `services: { web: { image: '${IMAGE}', build: ../web } }\n` }],
  ])('%s', (_, files) => {
    expect(built({ 'web/Dockerfile': DOCKERFILE, ...files })).toBeUndefined()
  })
})

describe('of several builds', () => {
  const DESK = 'FROM alpine:3.22\nUSER 9\n'
  test('a pipeline goes before compose', () => {
    const files = {
      'web/Dockerfile': DOCKERFILE,
      'web/dev.Dockerfile': DESK,
      'compose.yaml': `services: { web: { image: '${IMAGE}', build: { context: web, dockerfile: dev.Dockerfile } } }\n`,
    }
    expect(built({ ...files, ...workflow(push(`context: web, tags: "${IMAGE}"`)) })).toContain('web/Dockerfile: 3')
    expect(built(files)).toContain('web/dev.Dockerfile: 9')
  })

  test('the same tag goes before another', () => {
    const steps =
      push('context: web, tags: "ghcr.io/example/web:1.0"') +
      push('context: web, file: web/dev.Dockerfile, tags: "ghcr.io/example/web:dev"')
    const files = { 'web/Dockerfile': DOCKERFILE, 'web/dev.Dockerfile': DESK, ...workflow(steps) }
    expect(built(files, 'ghcr.io/example/web:dev')).toContain('web/dev.Dockerfile: 9')
    expect(built(files, 'ghcr.io/example/web:2.0')).toBe('unknown')
  })

  test('the nearest goes before one farther off', () => {
    const files = {
      'shop/Dockerfile': DESK,
      'shop/compose.yaml': 'services: { web: { image: web, build: . } }\n',
      'blog/Dockerfile': DOCKERFILE,
      'blog/compose.yaml': 'services: { web: { image: web, build: . } }\n',
    }
    expect(built(files, 'web', undefined, 'blog/k8s/pod.yaml')).toContain('blog/Dockerfile: 3')
    expect(built(files, 'web')).toBe('unknown')
  })

  test('two names of one stage are one', () => {
    const files = {
      'web/Dockerfile': 'FROM alpine:3.22 AS run\nUSER 2\n',
      ...workflow(push('context: web, target: run, tags: "ghcr.io/example/web"') + push('context: web, tags: "ghcr.io/example/web"')),
    }
    expect(built(files)).toContain('web/Dockerfile: 2')
  })
})

describe('the user of an image without USER', () => {
  test.each([
    ['alpine:3.22', '0'],
    ['docker.io/library/postgres:17', '0'],
    ['scratch', '0'],
    ['gcr.io/distroless/static-debian12:nonroot', '65532'],
    ['nginxinc/nginx-unprivileged:1.29', '101'],
    ['registry.example.com/base:1', 'unknown'],
    ['example/alpine:1', 'unknown'],
  ])('on %s is %s', (base, user) => {
    const found = built({ Dockerfile: `FROM ${base}\n`, 'compose.yaml': `services: { web: { image: '${IMAGE}', build: . } }\n` })
    expect(found).toBe(user === 'unknown' ? 'unknown' : `Dockerfile: ${user}, service web of compose.yaml`)
  })
})

test('names with many open parts are matched in time', () => {
  const parts = Array.from({ length: 40 }, (_, index) => `\${{ matrix.a${index} }}`)
  const files = {
    'web/Dockerfile': DOCKERFILE,
    ...workflow(push(`context: web, tags: "ghcr.io/${parts.join('-')},ghcr.io/${parts.join('/')}"`)),
  }
  expect(built(files, `ghcr.io/${'a'.repeat(200)}`)).toBeUndefined()
})

test('a finding shows the line of the Dockerfile; a path that is not there or not settled shows nothing', () => {
  const files = {
    'k8s/pod.yaml': `apiVersion: v1\nkind: Pod\nmetadata: { name: web }\nspec:\n  containers:\n    - name: web\n      image: '${IMAGE}'\n`,
    'web/Dockerfile': 'FROM alpine:3.22\nARG PORT\nUSER app\nEXPOSE $PORT\n',
    'compose.yaml': `services: { web: { image: '${IMAGE}', build: web } }\n`,
  }
  const words = { 'built[0].user': 'its user', 'built[0].exposed[0].from': 'its port', 'built[0].nothing': 'nothing' }
  const named = chosen({ id: 'named', scope: 'container', require: 'size(built) == 0', at: ['image'], related: words })
  expect(report(files, [named]).findings).toMatchObject([
    { file: 'k8s/pod.yaml', line: 7, related: [{ file: 'web/Dockerfile', line: 3, column: 6, message: 'its user' }] },
  ])
})
