import { TypeValue } from './values.ts'

const TYPES: ReadonlyMap<string, TypeValue> = new Map(
  ['int', 'uint', 'double', 'bool', 'string', 'bytes', 'list', 'map', 'null_type', 'type'].map((name) => [name, new TypeValue(name)]),
)

/** What a type's name stands for where no variable of that name is given. */
export function typeConstant(name: string): TypeValue | undefined {
  return TYPES.get(name)
}
