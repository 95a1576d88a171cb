import type { Type } from './signature.ts'
import { TypeValue } from './values.ts'

interface TypeConstant {
  readonly value: TypeValue
  readonly of: Type
}

const DYN: Type = { name: 'dyn', of: [] }
const plain = (name: string): Type => ({ name, of: [] })

const TYPES: ReadonlyMap<string, TypeConstant> = new Map(
  Object.entries({
    ...Object.fromEntries(['int', 'uint', 'double', 'bool', 'string', 'bytes', 'type'].map((name) => [name, plain(name)])),
    null_type: plain('null'),
    list: { name: 'list', of: [DYN] },
    map: { name: 'map', of: [DYN, DYN] },
    optional_type: { name: 'optional', of: [DYN] },
    'google.protobuf.Timestamp': plain('timestamp'),
    'google.protobuf.Duration': plain('duration'),
    'net.IP': plain('IP'),
    'net.CIDR': plain('CIDR'),
  }).map(([name, of]) => [name, { value: new TypeValue(name), of }]),
)

/** What a type's name stands for where no variable of that name is given. */
export function typeConstant(name: string): TypeConstant | undefined {
  return TYPES.get(name)
}
