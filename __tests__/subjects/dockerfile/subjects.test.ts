// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the texts are Dockerfiles, whose variables look like this
import { expect, test } from 'vitest'
import { originOf } from '../../../src/model/origin.ts'
import { Source } from '../../../src/model/position.ts'
import type { Sources } from '../../../src/model/sources.ts'
import type { Subject } from '../../../src/model/subject.ts'
import { parseDockerfile } from '../../../src/source/dockerfile/parse.ts'
import { dockerfileSubjects } from '../../../src/subjects/dockerfile/subjects.ts'

type Scope = Parameters<typeof dockerfileSubjects>[1]
type Shape = Record<string, unknown>

function subjects(scope: Scope, text: string): readonly Subject[] {
  const dockerfiles = [parseDockerfile(new Source('Dockerfile', text))]
  return dockerfileSubjects({ dockerfiles, isSubject: () => true, has: () => false } as unknown as Sources, scope)
}

// What is not settled shows as ?.
function read(value: unknown, ...path: readonly (string | number)[]): unknown {
  try {
    return path.reduce<unknown>((here, key) => (here as Record<string | number, unknown>)[key], value)
  } catch (error) {
    expect((error as Error).name).toBe('Unsettled')
    return '?'
  }
}

const of = (subject: Subject | undefined, name: string) => subject?.variables[name] as Shape
const last = (scope: Scope, text: string) => subjects(scope, text).at(-1)

const STAGES: readonly (readonly [string, string, string, unknown])[] = [
  ['a user that an earlier stage set', 'FROM a AS x\nUSER app\nFROM x', 'user', 'app'],
  ['a user of another stage', 'FROM a AS x\nUSER app\nFROM a', 'user', ''],
  ['a user by ARG', 'FROM a\nARG U=7\nUSER ${U}', 'user', '7'],
  ['a user by ARG before FROM', 'ARG U=7\nFROM a\nARG U\nUSER $U', 'user', '7'],
  ['ARG before FROM does not reach a stage', 'ARG U=7\nFROM a\nUSER $U', 'user', '?'],
  ['a user by ARG without default', 'FROM a\nARG U\nUSER $U', 'user', '?'],
  ['a user by a default', 'FROM a\nUSER ${U:-7}', 'user', '7'],
  ['a user by ENV that ARG gives', 'FROM a\nARG U=7\nENV V=$U\nUSER $V', 'user', '7'],
  ['a user by the platform', 'FROM a\nARG TARGETARCH\nUSER $TARGETARCH', 'user', '?'],
  ['a trigger of the stage below', 'FROM a AS x\nONBUILD USER app\nFROM x', 'user', 'app'],
  ['a working folder', 'FROM a AS x\nWORKDIR /a\nFROM x', 'workdir', '/a'],
  ['a base by ARG', 'ARG V=1\nFROM a:${V}', 'base', 'a:1'],
  ['a base by ARG without default', 'ARG V\nFROM a:${V}', 'base', '?'],
  ['the parent', 'FROM a AS X\nFROM x', 'parent', 'x'],
  ['Windows by the base', 'FROM mcr.microsoft.com/windows/servercore:ltsc2025 AS x\nFROM x', 'windows', true],
  ['Linux', 'FROM mcr.microsoft.com/dotnet/aspnet:10.0', 'windows', false],
]

test.each(STAGES)('a stage knows %s', (_, text, name, expected) => {
  expect(read(of(last('build-stage', text), 'stage'), name)).toBe(expected)
})

test('a stage inherits what it ends with', () => {
  const stage = of(last('build-stage', 'FROM a AS x\nCMD ["a"]\nEXPOSE 80\nHEALTHCHECK CMD x\nFROM x\nCMD ["b"]\nEXPOSE 81'), 'stage')
  expect(read(stage, 'cmd', 0, 'text')).toBe('["b"]')
  expect(read(stage, 'healthcheck', 0, 'text')).toBe('CMD x')
  expect((stage.exposed as Shape[]).map((one) => one.text)).toEqual(['80', '81'])
})

test('images are those from outside, each where it is written', () => {
  const text =
    'FROM a:1 AS x\nFROM x\nCOPY --from=x a b\nCOPY --from=b:2 a b\nRUN --mount=from=c/d,target=/x true\nFROM scratch\nCOPY --from=0 a b'
  const found = subjects('image', text).map((subject) => {
    const image = of(subject, 'image')
    const place = subject.origin?.source.place(subject.origin.key)
    return [image.by, image.name, image.tag, place?.line]
  })
  expect(found).toEqual([
    ['FROM', 'docker.io/library/a', '1', 1],
    ['COPY', 'docker.io/library/b', '2', 4],
    ['RUN', 'docker.io/c/d', '', 5],
  ])
})

test.each([
  ['FROM $R/app:1.2', '?', '1.2', ''],
  ['FROM $R/app', '?', '', ''],
  ['FROM app:$T', '?', '?', '?'],
  [`FROM app:$T@sha256:${'a'.repeat(64)}`, '?', '', `sha256:${'a'.repeat(64)}`],
])('what is settled of an image: %s', (from, name, tag, digest) => {
  const image = of(last('image', `ARG R\nARG T\n${from}`), 'image')
  expect([read(image, 'name'), read(image, 'tag'), read(image, 'digest')]).toEqual([name, tag, digest])
})

test.each([
  ['ARG BASE=registry.example.com/app:1.2\nFROM ${BASE}', 'registry.example.com/app:1.2'],
  ['ARG BASE\nFROM $BASE/app:1.2', '$BASE/app:1.2'],
])('an image is shown as it is known: %s', (text, shown) => {
  expect(read(of(last('image', text), 'image'), 'shown')).toBe(shown)
})

test('an image that a variable names stands at its default too', () => {
  const image = of(last('image', 'ARG A=x\nARG TAG=1.0\nARG TAG=1.1\nFROM $A/app:${TAG:-2}'), 'image')
  const place = originOf(image)?.child('given')
  expect([image.given, place?.source.place(place.key).line]).toEqual(['1.1', 3])
  expect(of(last('image', 'FROM app:1'), 'image').given).toBeUndefined()
})

test.each([
  ['FROM golang:1.25', 'GOTOOLCHAIN', true],
  ['FROM golang:1.25 AS a\nFROM a', 'GOTOOLCHAIN', true],
  ['FROM golang:1.25', 'OTHER', '?'],
  ['FROM constructor', 'X', '?'],
  ['FROM debian:13', 'GOPATH', false],
  ['FROM scratch', 'X', false],
  ['FROM example.com/a', 'TARGETOS', false],
])('whether the base image sets a variable: %s, %s', (from, name, set) => {
  expect(read(of(last('instruction', `${from}\nWORKDIR /$${name}`), 'instruction'), 'undeclared', 0, 'setByBase')).toBe(set)
})

test.each([
  ['FROM golang:1.25-alpine', '$GOPATH/src', '/go/src'],
  ['FROM golang:1.25 AS a\nENV GOPATH=/srv:$GOPATH\nFROM a', '$GOPATH', '/srv:/go'],
  ['FROM golang:1.25-windowsservercore', '$GOPATH', '?'],
  ['FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled', '/$APP_UID', '/1654'],
  ['FROM mcr.microsoft.com/dotnet/aspnet:7.0', '/$APP_UID', '?'],
  ['ARG TAG=1.25\nFROM golang:$TAG', '$GOPATH', '/go'],
  ['FROM registry.example.com/golang:1.25', '$GOPATH', '?'],
])('what a well-known image sets for good is known: %s, %s', (from, written, value) => {
  expect(read(of(last('instruction', `${from}\nWORKDIR ${written}`), 'instruction'), 'arguments', 0)).toBe(value)
})

const INSTRUCTIONS: readonly (readonly [string, readonly (string | number)[], unknown])[] = [
  ['COPY --chown=a:b --from=x a b /c/', ['flags', 'chown'], 'a:b'],
  ['COPY --from=x a /c/', ['from'], 'x'],
  ['COPY --from=x a /c/', ['fromStage'], false],
  ['ADD --keep-git-dir=true https://x/y.git /c', ['sources', 0, 'kind'], 'git'],
  ['ADD https://x/$V.tgz /c', ['sources', 0, 'kind'], 'http'],
  ['ADD a $D', ['destination'], '?'],
  ['COPY ["a b", "c"]', ['sources', 0, 'path'], 'a b'],
  ['ENV A=1 B="x y"', ['pairs', 1, 'value'], 'x y'],
  ['ENV A 1 2', ['pairs', 0, 'value'], '1 2'],
  ['ARG A', ['pairs', 0, 'set'], false],
  ['EXPOSE 80-82/UDP', ['ports', 0, 'to'], 82n],
  ['RUN --mount=type=secret,id=s,env=X true', ['mounts', 0, 'env'], 'X'],
  ['RUN cat <<EOF >x\na\nEOF', ['heredocs', 0, 'text'], 'a\n'],
  ['ONBUILD RUN x', ['onbuild'], true],
  ['RUN ["a", "b"]', ['form'], 'exec'],
  ['RUN a \\\n\n b', ['emptyContinuation'], true],
  ['COPY $X /y', ['undeclared', 0, 'name'], 'X'],
]

test.each(INSTRUCTIONS)('%s: %j', (line, path, expected) => {
  expect(read(of(last('instruction', `FROM a\n${line}`), 'instruction'), ...path)).toBe(expected)
})

const SHELLS: readonly (readonly [string, string, readonly string[]])[] = [
  ['posix', 'FROM a\nRUN x', ['x']],
  ['posix', 'FROM a\nSHELL ["/usr/bin/env", "bash", "-c"]\nRUN x', ['x']],
  ['powershell', 'FROM a\nSHELL ["pwsh", "-Command"]\nRUN x | y', []],
  ['cmd', 'FROM a\nSHELL ["cmd", "/S", "/C"]\nRUN x', []],
  ['cmd', '# escape=`\nFROM a\nRUN x', []],
  ['cmd', 'FROM --platform=windows/amd64 a\nRUN x', []],
  ['other', 'FROM a\nSHELL ["python3", "-c"]\nRUN x', []],
  ['powershell', 'FROM a AS x\nSHELL ["powershell"]\nFROM x\nRUN ["y", "-z"]', ['y']],
]

test.each(SHELLS)('commands under %s: %j', (kind, text, expected) => {
  expect(of(last('instruction', text), 'instruction').shellKind).toBe(kind)
  expect(subjects('command', text).map((subject) => of(subject, 'command').name)).toEqual(expected)
})

test('commands stand on their own lines, through continuations, comments and here-documents', () => {
  const text =
    'FROM a\nARG V=1\nRUN a && \\\n  # note\n  b $V \\\n  | c\nRUN <<EOF\nd\ne $V\nEOF\nRUN cat <<X | sh\nf\nX\nRUN ["sh", "-c", "g; h"]\nONBUILD RUN i'
  const found = subjects('command', text).map((subject) => {
    const command = of(subject, 'command')
    return `${[command.name, ...(command.arguments as string[])].join(' ')} ${subject.origin?.source.place(subject.origin.key).line}`
  })
  expect(found).toEqual(['a 3', 'b 1 5', 'c 6', 'd 8', 'e 1 9', 'cat 11', 'sh 11', 'sh -c g; h 14', 'g 14', 'h 14', 'i 15'])
})

test('a setting stands where the instruction that made it stands', () => {
  const subject = last('build-stage', 'FROM a AS x\nUSER app\nFROM x\nRUN y')
  const origin = originOf(of(subject, 'stage'))?.child('user')
  expect(origin?.source.place(origin.key).line).toBe(2)
})

test('what an instruction gives away, masked and in its place', () => {
  const text =
    'FROM a AS build\nCOPY .npmrc .\nFROM a\nARG TOKEN\nENV A=1 DB_PASSWORD="hunter22" API_TOKEN=$TOKEN\nCOPY id_rsa .aws/credentials x.pub .env.example /r/\nRUN docker login -u a -p hunter2 r\nENV GH=ghp_abcdefghijklmnopqrstuvwxyz0123456789'
  const found = subjects('instruction', text).flatMap((subject) =>
    (subject.variables.secrets as Shape[]).map((secret) => [
      secret.name,
      secret.kind,
      originOf(secret)?.source.place(originOf(secret)?.key ?? { start: 0, end: 0 }).line,
    ]),
  )
  expect(found).toEqual([
    ['DB_PASSWORD', 'credential', 5],
    ['API_TOKEN', 'build argument', 5],
    ['id_rsa', 'file of credentials', 6],
    ['credentials', 'file of credentials', 6],
    ['-p', 'password of a registry', 7],
    ['GH', 'GitHub token', 8],
  ])
  const shown = JSON.stringify(subjects('instruction', text).map((subject) => subject.variables.secrets))
  expect(shown).not.toMatch(/hunter|ghp_abc/)
})

const instruction = (text: string, at: number) => subjects('instruction', text)[at]

test.each<[string, string, number, string, unknown]>([
  ['the instruction before it', 'FROM a\nUSER b\nRUN c', 2, 'previous', ['USER']],
  ['none before the first of a stage', 'FROM a\nRUN c', 1, 'previous', []],
  ['none of another stage', 'FROM a\nRUN b\nFROM c\nRUN d', 3, 'previous', []],
  ['the instruction after it', 'FROM a\nRUN b\nCMD c', 1, 'next', ['CMD']],
  ['none after the last', 'FROM a\nRUN b', 1, 'next', []],
])('an instruction knows %s', (_, text, at, name, expected) => {
  const found = of(instruction(text, at), 'instruction')[name] as readonly Shape[]
  expect(found.map(({ keyword }) => keyword)).toEqual(expected)
})

test.each<[string, string, number, unknown]>([
  ['by ENV before it', 'FROM a\nENV PIP_NO_CACHE_DIR=1\nRUN b', 2, true],
  ['by ENV after it', 'FROM a\nRUN b\nENV PIP_NO_CACHE_DIR=1', 1, false],
  ['by a value that says no', 'FROM a\nENV PIP_NO_CACHE_DIR=off\nRUN b', 2, false],
  ['in a stage far below', 'FROM a AS x\nENV PIP_NO_CACHE_DIR=1\nFROM x AS y\nFROM y\nRUN b', 4, true],
  ['in a stage beside it', 'FROM a AS x\nENV PIP_NO_CACHE_DIR=1\nFROM a\nRUN b', 3, false],
  ['by a build argument', 'FROM a\nARG V\nENV PIP_NO_CACHE_DIR=$V\nRUN b', 3, '?'],
  ['by a build argument and a value', 'FROM a\nARG V\nENV PIP_NO_CACHE_DIR=$V\nENV PIP_NO_CACHE_DIR=1\nRUN b', 4, true],
  ['by a build argument after it', 'FROM a\nARG V\nRUN b\nENV PIP_NO_CACHE_DIR=$V', 2, false],
])("pip's cache is switched off %s", (_, text, at, expected) => {
  expect(read(of(instruction(text, at), 'instruction'), 'pipCacheOff')).toBe(expected)
})

test.each<[string, string, string, unknown]>([
  ['a dated archive', 'FROM a\nRUN echo deb http://snapshot.debian.org/archive/x > /etc/apt/sources.list', 'snapshot', true],
  ['that of a stage it is built from', 'FROM a AS x\nRUN echo snapshot.ubuntu.com\nFROM x', 'snapshot', true],
  ['none of a stage beside it', 'FROM a AS x\nRUN echo snapshot.ubuntu.com\nFROM a', 'snapshot', false],
  ['corepack', 'FROM a\nRUN corepack enable', 'yarnBrought', true],
  ['a .yarnrc.yml', 'FROM a\nCOPY package.json .yarnrc.yml ./', 'yarnBrought', true],
  ['no yarn', 'FROM a\nRUN yarn install', 'yarnBrought', false],
  ['a name that is taken', 'FROM a AS x\nFROM b AS x', 'nameTaken', true],
  ['a name of its own', 'FROM a AS x\nFROM b AS y', 'nameTaken', false],
])('a stage knows of %s', (_, text, name, expected) => {
  expect(read(of(last('build-stage', text), 'stage'), name)).toBe(expected)
})

test.each<[string, string, unknown]>([
  ['RUN tar xf /tmp/a.tar.gz', 'a.tar.gz', true],
  ['RUN tar --file=/tmp/a.tar.gz -x', 'dist/a.tar.gz', true],
  ['RUN tar xf /tmp/b.tar.gz', 'a.tar.gz', false],
  ['RUN cat /tmp/a.tar.gz', 'a.tar.gz', false],
])('%s unpacks %s: %s', (run, file, expected) => {
  const text = `FROM a\n${run}\nCOPY ${file} /tmp/\n${run}`
  const source = (at: number) => (of(instruction(text, at), 'instruction').sources as readonly Shape[])[0]
  expect(source(2)?.unpacked).toBe(expected)
  expect((of(instruction(`FROM a\n${run}\nCOPY ${file} /tmp/`, 2), 'instruction').sources as readonly Shape[])[0]?.unpacked).toBe(false)
})
