import { parseImage } from '../image-reference.ts'

// What an image sets to the same in every version, on Linux.
const VALUES: ReadonlyMap<string, Readonly<Record<string, string>>> = new Map([
  ['docker.io/library/golang', { GOPATH: '/go' }],
  ['docker.io/library/httpd', { HTTPD_PREFIX: '/usr/local/apache2' }],
  ['docker.io/library/php', { PHP_INI_DIR: '/usr/local/etc/php' }],
  ['docker.io/library/rust', { CARGO_HOME: '/usr/local/cargo', RUSTUP_HOME: '/usr/local/rustup' }],
  ['docker.io/library/tomcat', { CATALINA_HOME: '/usr/local/tomcat' }],
])
const DOTNET = /^mcr\.microsoft\.com\/dotnet\/(?:nightly\/)?(?:aspnet|runtime|runtime-deps|sdk|monitor)$/
// Images of .NET have a user since 8.0, and tell its number by a variable.
const WITH_USER = /^(?:[89]|[1-9]\d)(?:\.|-|$)/
const WINDOWS = /nanoserver|windows/

/** The variables that an image from outside is known to set, with their values. */
export function baseValues(reference: string): Readonly<Record<string, string>> {
  const { registry, repository, tag, valid } = parseImage(reference)
  if (!valid || WINDOWS.test(tag)) return {}
  const name = `${registry}/${repository}`
  if (DOTNET.test(name) && WITH_USER.test(tag)) return { APP_UID: '1654' }
  return VALUES.get(name) ?? {}
}
