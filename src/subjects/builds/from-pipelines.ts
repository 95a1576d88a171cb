import { posix } from 'node:path'
import type { CiCommand, CiStep } from '../../model/ci.ts'
import type { Sources } from '../../model/sources.ts'
import { readCi } from '../../source/ci/ci.ts'
import { isRemote } from '../repository/references.ts'
import type { AddBuild } from './build.ts'

/** Steps of workflows that build an image, and `docker build` in scripts. */
export function pipelineBuilds(sources: Sources, add: AddBuild): void {
  const { steps, commands } = readCi(sources)
  const metadata = new Map<string, string[]>()
  for (const step of steps) {
    if (step.uses === 'docker/metadata-action') metadata.set(jobOf(step), [...(metadata.get(jobOf(step)) ?? []), ...imagesOf(step)])
  }
  for (const step of steps) if (Object.hasOwn(ACTIONS, step.uses)) stepBuild(step, metadata.get(jobOf(step)) ?? [], add)
  for (const command of commands) commandBuild(command, add)
}

/** Inputs by action: which names its tags, its Dockerfile and its stage. */
const ACTIONS: Readonly<Record<string, { readonly tags: readonly string[]; readonly file: readonly string[]; readonly target?: string }>> =
  {
    'docker/build-push-action': { tags: ['tags'], file: ['file'], target: 'target' },
    'redhat-actions/buildah-build': { tags: ['image'], file: ['containerfiles', 'dockerfiles'] },
  }

function stepBuild(step: CiStep, named: readonly string[], add: AddBuild): void {
  const { tags, file, target } = ACTIONS[step.uses] ?? { tags: [], file: [] }
  const input = (name: string) => (Object.hasOwn(step.with, name) ? settled(step.with[name] ?? '', step.env) : undefined)
  // `{{defaultContext}}:sub` is a folder of the repository.
  const context = (input('context') ?? '.').replace(/^\{\{defaultContext\}\}(?::|$)/, './')
  const dockerfile = file.map(input).find((path) => path !== undefined)
  if (isRemote(context) || isOpen(context) || (dockerfile !== undefined && isOpen(dockerfile))) return
  const stage = target === undefined ? undefined : input(target)
  const build = {
    dockerfile: dockerfile === undefined ? posix.join(context, 'Dockerfile') : posix.normalize(dockerfile),
    target: stage === '' ? undefined : stage,
    file: step.pipeline,
    by: `job ${step.job} of ${step.pipeline}`,
    rank: 1 as const,
  }
  const written = tags.flatMap((name) => (step.with[name] ?? '').split(/[\n,]/))
  const fromMetadata = written.some((tag) => /\.outputs\.(?:tags|json)\b/.test(tag)) ? named : []
  for (const tag of [...written.map((one) => settled(one, step.env)), ...fromMetadata]) addNamed(tag, build, add)
}

function imagesOf(step: CiStep): string[] {
  const lines = (step.with.images ?? '').split('\n').map((line) => /^(?:name=)?([^,]*)/.exec(line.trim())?.[1] ?? '')
  return lines.map((line) => settled(line, step.env))
}

function jobOf({ pipeline, job, via }: CiStep): string {
  return JSON.stringify([pipeline, job, via])
}

// A tag that only the pipeline knows says nothing of the name before it.
function addNamed(image: string, build: Parameters<AddBuild>[1], add: AddBuild): void {
  const trimmed = image.trim()
  const colon = trimmed.indexOf(':', trimmed.lastIndexOf('/') + 1)
  const name = colon < 0 ? trimmed : trimmed.slice(0, colon)
  if (name === '' || isOpen(name)) return
  add(isOpen(trimmed) ? name : trimmed, build)
}

/** With the variables that the workflow sets; what may be a component of a name is left open for the name to tell. */
function settled(text: string, env: CiStep['env'], depth = 0): string {
  const known = text.replace(/\$\{\{\s*env\.(\w+)\s*\}\}/g, (whole, name: string) => (Object.hasOwn(env, name) ? (env[name] ?? '') : whole))
  if (known !== text && depth < 4) return settled(known, env, depth + 1)
  return known
    .trim()
    .replace(/\$\{\{\s*(matrix\.[\w.]+|github\.repository_owner)\s*\}\}/g, '\0$1\0')
    .replace(/\$\{\{\s*github\.repository\s*\}\}(?=[/-])/g, '\0github.repository_owner\0/\0github.name\0')
}

function isOpen(text: string): boolean {
  return /[$`{}<>\s"']/.test(text)
}

const BUILD = /^(?:(?:docker|podman|nerdctl)\s+(?:build|buildx\s+build|image\s+build)|buildah\s+(?:bud|build(?:-using-dockerfile)?))\s/
const VALUES = new Set([
  '-t',
  '--tag',
  '-f',
  '--file',
  '--target',
  ...'build-arg platform label secret ssh cache-from cache-to output network add-host build-context iidfile progress builder memory shm-size ulimit'
    .split(' ')
    .map((name) => `--${name}`),
  '-o',
  '-m',
])

function commandBuild(command: CiCommand, add: AddBuild): void {
  const line = `${[command.name, ...command.arguments].join(' ')} `
  if (!BUILD.test(line)) return
  const flags = new Map<string, string[]>()
  const operands: string[] = []
  for (let index = 0; index < command.arguments.length; index++) {
    const word = command.arguments[index] ?? ''
    const [name = '', value] = splitFlag(word)
    if (!word.startsWith('-')) operands.push(word)
    else if (VALUES.has(name)) flags.set(name, [...(flags.get(name) ?? []), value ?? command.arguments[++index] ?? ''])
  }
  const context = operands.at(-1) ?? ''
  const file = flags.get('-f') ?? flags.get('--file')
  const path = file?.[0] ?? posix.join(context, 'Dockerfile')
  if (isOpen(context) || isRemote(context) || isOpen(path)) return
  const { pipeline } = command
  const dockerfile = posix.join(command.folder, path)
  const target = flags.get('--target')?.[0]
  const build = { dockerfile, target, file: pipeline, by: `docker build in ${pipeline}`, rank: 1 as const }
  for (const tag of tagsOf(command)) addNamed(tag, build, add)
}

function splitFlag(word: string): string[] {
  const equals = word.startsWith('--') ? word.indexOf('=') : -1
  return equals < 0 ? [word] : [word.slice(0, equals), word.slice(equals + 1)]
}

// Of `app:$TAG` the name is written, though the word as a whole is not known.
function tagsOf({ text, env }: CiCommand): string[] {
  return [...text.matchAll(/\s(?:-t|--tag)(?:\s+|=)["']?([^\s"']+)/g)].map(([, tag = '']) =>
    tag.replace(/\$(?:\{(\w+)\}|(\w+))/g, (whole, braced: string | undefined, bare: string | undefined) => {
      const name = braced ?? bare ?? ''
      return Object.hasOwn(env, name) ? settled(env[name] ?? '', env) : whole
    }),
  )
}
