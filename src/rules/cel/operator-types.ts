import { type Signature, signature } from './signature.ts'

const ORDERED = ['bool', 'int', 'uint', 'double', 'string', 'bytes', 'timestamp', 'duration']
const NUMBERS = ['int', 'uint', 'double']
const MIXED = NUMBERS.flatMap((a) => NUMBERS.filter((b) => b !== a).map((b) => [a, b] as const))
const order = [...ORDERED.map((type) => `(${type}, ${type}): bool`), ...MIXED.map(([a, b]) => `(${a}, ${b}): bool`)]
const numbers = (types: readonly string[]) => types.map((type) => `(${type}, ${type}): ${type}`)

const TYPES: Readonly<Record<string, readonly string[]>> = {
  '==': ['(A, A): bool'],
  '!=': ['(A, A): bool'],
  '<': order,
  '<=': order,
  '>': order,
  '>=': order,
  in: ['(A, list<A>): bool', '(A, map<A, B>): bool'],
  '+': [
    ...numbers([...NUMBERS, 'string', 'bytes', 'duration']),
    '(list<A>, list<A>): list<A>',
    '(timestamp, duration): timestamp',
    '(duration, timestamp): timestamp',
  ],
  '-': [...numbers([...NUMBERS, 'duration']), '(timestamp, timestamp): duration', '(timestamp, duration): timestamp'],
  '*': numbers(NUMBERS),
  '/': numbers(NUMBERS),
  '%': numbers(['int', 'uint']),
  '!': ['(bool): bool'],
  'unary -': ['(int): int', '(double): double'],
  '&&': ['(bool, bool): bool'],
  '||': ['(bool, bool): bool'],
  '?:': ['(bool, A, A): A'],
  '[]': ['(list<A>, int): A', '(map<A, B>, A): B', '(optional<list<A>>, int): optional<A>', '(optional<map<A, B>>, A): optional<B>'],
  '[?]': [
    '(list<A>, int): optional<A>',
    '(optional<list<A>>, int): optional<A>',
    '(map<A, B>, A): optional<B>',
    '(optional<map<A, B>>, A): optional<B>',
  ],
  sortBy: ORDERED.map((type) => `(list<A>, list<${type}>): list<A>`),
  optMap: ['(optional<A>): bool'],
}

/** The types that an operator, or what a macro comes to, takes and gives. */
export function operatorTypes(operator: string): readonly Signature[] {
  return (TYPES[operator] ?? []).map((types) => signature(`${operator.replace('(', '')}${types}`))
}
