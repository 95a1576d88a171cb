import { expect, test } from 'vitest'
import { parsePath } from '../../src/model/path.ts'

test.each<[string, readonly (string | number)[] | undefined]>([
  ['tty', ['tty']],
  ['securityContext.privileged', ['securityContext', 'privileged']],
  ['args[0]', ['args', 0]],
  ['spec.containers[2].env[10].name', ['spec', 'containers', 2, 'env', 10, 'name']],
  ['metadata.annotations["a.b/c"]', ['metadata', 'annotations', 'a.b/c']],
  ["data['x y']", ['data', 'x y']],
  ['data["say \\"hi\\""].z', ['data', 'say "hi"', 'z']],
  ['["a/b"]', ['a/b']],
  ['[0][1]', [0, 1]],
  ['service-account', ['service-account']],
  ['__proto__', ['__proto__']],
  ['', undefined],
  ['a..b', undefined],
  ['.a', undefined],
  ['a.', undefined],
  ['a b', undefined],
  ['a[', undefined],
  ['a[-1]', undefined],
  ['a[x]', undefined],
  ['a["b]', undefined],
  ['a.0', undefined],
  ['a.?b', undefined],
  ['size(a)', undefined],
  ['a[0]b', undefined],
])('%s', (text, expected) => {
  expect(parsePath(text)).toEqual(expected)
})
