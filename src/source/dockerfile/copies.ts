import { parseUnsigned } from './numbers.ts'
import { pathFault } from './platforms.ts'
import { readRemote } from './remote.ts'

interface Copy {
  readonly add: boolean
  readonly chmod: string
  readonly checksum: string
  readonly sources: readonly string[]
  readonly destination: string
  /** Names of here-documents. */
  readonly documents: readonly string[]
  readonly system: string
}

const SYMBOLIC = /^[augo]*(?:[-+=][rstwXxugo]*)+(?:,[augo]*(?:[-+=][rstwXxugo]*)+)*$/
const DIGESTS: Readonly<Record<string, number>> = { sha256: 64, sha384: 96, sha512: 128 }

/** Why BuildKit refuses an ADD or COPY whose variables are put in. */
export function copyFault(copy: Copy): string | undefined {
  return pathFault(copy.destination, copy.system) ?? modeFault(copy.chmod) ?? checksumFault(copy) ?? sourcesFault(copy)
}

function modeFault(mode: string): string | undefined {
  if (!mode) return undefined
  const octal = parseUnsigned(mode, 8)
  const valid = octal === undefined ? !/^\d/.test(mode) && SYMBOLIC.test(mode) : octal <= 0o7777
  return valid ? undefined : `--chmod=${mode} is no mode: write octal digits such as 755, or a symbolic mode such as u=rwX,go=rX`
}

function checksumFault(copy: Copy): string | undefined {
  if (!copy.checksum) return undefined
  if (copy.sources.length !== 1) return '--checksum goes with one source only: add the others by an ADD of their own'
  const kind = readRemote(copy.sources[0] ?? '').kind
  return kind === 'local' && !copy.sources[0]?.startsWith('github.com/') ? '--checksum goes with a URL or a git source only' : undefined
}

function sourcesFault(copy: Copy): string | undefined {
  for (const source of copy.sources) {
    const remote = readRemote(source)
    if (remote.fault) return remote.fault
    if (remote.kind !== 'local' && !copy.add)
      return `COPY takes files of the build context only: write ADD for ${remote.kind === 'git' ? 'a git repository' : 'a URL'}`
    if (remote.kind === 'http' && copy.checksum && !isDigest(copy.checksum))
      return '--checksum is no digest: write sha256: and 64 lower-case hexadecimal digits'
    const fault = remote.kind === 'local' ? pathFault(source, copy.system) : undefined
    if (fault) return fault
  }
  return copy.documents.map((name) => pathFault(name, copy.system)).find((fault) => fault !== undefined)
}

function isDigest(text: string): boolean {
  const [algorithm = '', hex = ''] = text.split(/:(.*)/s)
  const length = Object.hasOwn(DIGESTS, algorithm) ? DIGESTS[algorithm] : undefined
  return hex.length === length && /^[0-9a-f]+$/.test(hex)
}
