import type { Dockerfile, Stage } from '../../model/dockerfile.ts'
import { parseImage } from '../../source/image-reference.ts'

// Docker's official images whose configuration sets no variable but PATH.
const BARE = new Set('almalinux alpine amazonlinux buildpack-deps busybox centos debian oraclelinux rockylinux ubuntu'.split(' '))
// What everybody writes who builds on one of these; a name that is not here may be set all the same.
const SET = new Map([
  ['eclipse-temurin', 'JAVA_HOME JAVA_VERSION'],
  ['golang', 'GOLANG_VERSION GOPATH GOTOOLCHAIN'],
  ['gradle', 'GRADLE_HOME GRADLE_VERSION JAVA_HOME'],
  ['httpd', 'HTTPD_PREFIX HTTPD_VERSION'],
  ['maven', 'JAVA_HOME MAVEN_CONFIG MAVEN_HOME'],
  ['nginx', 'NGINX_VERSION NJS_VERSION PKG_RELEASE'],
  ['node', 'NODE_VERSION YARN_VERSION'],
  ['openjdk', 'JAVA_HOME JAVA_VERSION'],
  ['php', 'PHP_INI_DIR PHP_VERSION'],
  ['postgres', 'PGDATA PG_MAJOR PG_VERSION'],
  ['python', 'PYTHON_VERSION'],
  ['ruby', 'BUNDLE_APP_CONFIG GEM_HOME LANG RUBY_VERSION'],
  ['rust', 'CARGO_HOME RUSTUP_HOME RUST_VERSION'],
  ['tomcat', 'CATALINA_HOME JAVA_HOME TOMCAT_MAJOR TOMCAT_VERSION'],
])

/** Whether the image that a stage starts from sets a variable, or why the files do not settle that. */
export function setByBase(name: string, stage: Stage, file: Dockerfile): boolean | string {
  const { base } = bottom(stage)
  // No image sets what BuildKit gives to a stage that declares it.
  if (base.value === 'scratch' || globalNames(file).includes(name)) return false
  if (base.reason !== '') return base.reason
  const { registry, repository, valid } = parseImage(base.value)
  const official = registry === 'docker.io' && repository.startsWith('library/') ? repository.slice('library/'.length) : ''
  if (!valid || BARE.has(official)) return false
  return SET.get(official)?.split(' ').includes(name) || `depends on the variables of the base image ${base.value}`
}

const globals = new WeakMap<Dockerfile, readonly string[]>()
const MOST_NAMES = 200

/** What a FROM can name: ARGs before the first FROM, and what every build sets. */
export function globalNames(file: Dockerfile): readonly string[] {
  const known = globals.get(file)
  if (known) return known
  const first = file.instructions.findIndex((one) => one.name === 'from')
  const before = file.instructions.slice(0, Math.min(Math.max(first, 0), MOST_NAMES))
  const names = [...before.flatMap((one) => one.pairs.slice(0, MOST_NAMES).map((pair) => pair.name.text)), ...PREDEFINED]
  globals.set(file, names)
  return names
}

const PREDEFINED = ['BUILD', 'TARGET'].flatMap((side) => ['PLATFORM', 'OS', 'OSVERSION', 'ARCH', 'VARIANT'].map((name) => side + name))

/** The stage that rests on an image from outside. */
export function bottom(stage: Stage): Stage {
  let one = stage
  while (one.parent) one = one.parent
  return one
}
