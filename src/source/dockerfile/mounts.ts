import { nearest } from '../../errors.ts'
import { isBoolean, isSize, parseFields, parseUnsigned } from './numbers.ts'

export interface Mount {
  readonly type: string
  readonly from: string
  readonly source: string
  readonly target: string
  readonly id: string
  readonly sharing: string
  readonly required: boolean
  /** A secret in an environment variable. */
  readonly env: string | undefined
}

type Draft = { -readonly [key in keyof Mount]: Mount[key] } & { owner: string | undefined }

const TYPES = ['bind', 'cache', 'tmpfs', 'secret', 'ssh']
const SHARING = ['shared', 'private', 'locked']
const KEYS = 'type from source src target dst destination readonly ro readwrite rw required size id sharing mode uid gid env'.split(' ')

/** Reads a --mount with its variables put in by `expand`; a string is why BuildKit refuses it. */
export function readMount(text: string, expand: (value: string) => string): Mount | string {
  const fields = parseFields(text)
  if (!fields) return 'the quotes of --mount are wrong: quote a whole field or none'
  const mount: Draft = {
    type: 'bind',
    from: '',
    source: '',
    target: '',
    id: '',
    sharing: '',
    required: false,
    env: undefined,
    owner: undefined,
  }
  for (const field of fields) {
    const equals = field.indexOf('=')
    const key = (equals < 0 ? field : field.slice(0, equals)).toLowerCase()
    const fault = equals < 0 ? readSwitch(mount, key, field) : readField(mount, key, expand(field.slice(equals + 1)))
    if (fault) return fault
  }
  return wholeFault(mount) ?? mount
}

function readSwitch(mount: Draft, key: string, field: string): string | undefined {
  if (['readonly', 'ro', 'readwrite', 'rw'].includes(key)) return undefined
  if (key !== 'required') return `\`${field}\` of --mount has no value: write ${field}=…`
  if (mount.type !== 'secret' && mount.type !== 'ssh') return wrongType(key, mount)
  mount.required = true
  return undefined
}

function wrongType(key: string, mount: Draft): string {
  return `\`${key}\` does not go with a ${mount.type} mount: put type= first, or take it away`
}

function readField(mount: Draft, key: string, value: string): string | undefined {
  switch (key) {
    case 'type':
      mount.type = value.toLowerCase()
      return TYPES.includes(mount.type) ? undefined : `type=${value} is no mount: write ${TYPES.join(', ')}`
    case 'from':
      mount.from = value
      return undefined
    case 'source':
    case 'src':
      mount.source = value
      return undefined
    case 'target':
    case 'dst':
    case 'destination':
      mount.target = value
      return undefined
    case 'id':
      mount.id = value
      return undefined
    case 'env':
      mount.env = value
      return undefined
    default:
      return readChecked(mount, key, value)
  }
}

function readChecked(mount: Draft, key: string, value: string): string | undefined {
  switch (key) {
    case 'readonly':
    case 'ro':
    case 'readwrite':
    case 'rw':
      return isBoolean(value) ? undefined : `${key}=${value} is neither true nor false`
    case 'required':
      if (mount.type !== 'secret' && mount.type !== 'ssh') return wrongType(key, mount)
      mount.required = /^[1tT]/.test(value)
      return isBoolean(value) ? undefined : `${key}=${value} is neither true nor false`
    case 'size':
      if (mount.type !== 'tmpfs') return wrongType(key, mount)
      return isSize(value) ? undefined : `size=${value} is no size: write one such as 64m`
    case 'sharing':
      mount.sharing = value.toLowerCase()
      return SHARING.includes(mount.sharing) ? undefined : `sharing=${value} is no way to share: write ${SHARING.join(', ')}`
    case 'mode':
    case 'uid':
    case 'gid':
      mount.owner ??= key
      return parseUnsigned(value, key === 'mode' ? 8 : 10) === undefined
        ? `${key}=${value} is no ${key === 'mode' ? 'octal ' : ''}number`
        : undefined
    default: {
      const near = nearest(key, KEYS)
      return `--mount knows no \`${key}\`${near ? `: did you mean ${near}?` : ''}`
    }
  }
}

function wholeFault(mount: Draft): string | undefined {
  const { type } = mount
  if (mount.owner && (type === 'bind' || type === 'tmpfs')) return wrongType(mount.owner, mount)
  if (type === 'secret') {
    if (mount.from) return wrongType('from', mount)
    if (mount.sharing) return wrongType('sharing', mount)
    if (!mount.source && !mount.target && !mount.id) return 'the secret mount names no secret: write id=…'
    if (mount.source && mount.id) return 'the secret mount has both source and id: keep id'
  }
  if (type === 'ssh' && mount.source) return wrongType('source', mount)
  return mount.sharing && type !== 'cache' ? wrongType('sharing', mount) : undefined
}
