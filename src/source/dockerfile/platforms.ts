const SYSTEM = /^([A-Za-z0-9_-]+)(?:\(([A-Za-z0-9_.-]*)\))?$/
const PART = /^[A-Za-z0-9_.-]+$/
const SYSTEMS = new Set(
  'aix android darwin dragonfly freebsd hurd illumos ios js linux nacl netbsd openbsd plan9 solaris windows zos macos'.split(' '),
)
const ARCHITECTURES = new Set(
  (
    '386 amd64 amd64p32 arm armbe arm64 arm64be ppc64 ppc64le loong64 mips mipsle mips64 mips64le mips64p32 mips64p32le ppc riscv riscv64 s390 s390x ' +
    'sparc sparc64 wasm i386 x86_64 x86-64 aarch64 armhf armel'
  ).split(' '),
)

/** The operating system of a platform such as linux/arm64/v8; undefined where it is none. */
export function parsePlatform(text: string): { readonly system: string } | undefined {
  const parts = text.split('/')
  const system = SYSTEM.exec(parts[0] ?? '')?.[1]?.toLowerCase()
  if (system === undefined || parts.length > 3 || !parts.slice(1).every((part) => PART.test(part))) return undefined
  if (parts.length > 1 || SYSTEMS.has(system)) return { system: system === 'macos' ? 'darwin' : system }
  return ARCHITECTURES.has((parts[0] ?? '').toLowerCase()) ? { system: 'linux' } : undefined
}

/** Why a path cannot be used on Windows; undefined elsewhere and where it can. */
export function pathFault(path: string, system: string): string | undefined {
  if (system !== 'windows') return undefined
  if (/^.:$/.test(path)) return `${path} has no path after the drive: write ${path}\\`
  if (/^[\\/]{2}/.test(path)) return 'a path of another machine cannot be used: write a path on drive C:'
  const colon = path.indexOf(':')
  return colon >= 0 && path.slice(0, colon).toLowerCase() !== 'c'
    ? `${path} is not on the system drive: write a path on drive C:`
    : undefined
}
