import { expect, test } from 'vitest'
import { chosen, report } from './judging.ts'

const POD = 'apiVersion: v1\nkind: Pod\nmetadata: { name: web }\n'
const PODS = chosen({
  scope: 'repository',
  kind: 'evidence',
  evidence: 'repository.resources.filter(one, one.kind == "Pod")',
  what: 'item.label',
  message: 'There is no Pod',
})

const messageOf = (files: Readonly<Record<string, string>>) => report(files, [PODS]).findings.map(({ message }) => message)

test.each<[string, Readonly<Record<string, string>>, string]>([
  ['nothing anywhere', { 'a.yaml': POD.replace('Pod', 'Service') }, 'There is no Pod'],
  [
    'one in an example',
    { 'docs/a.yaml': POD },
    'There is no Pod; what is in docs/a.yaml does not count, since nothing in folders named docs does',
  ],
  [
    'several',
    { 'x/_archived/a.yaml': `${POD}---\n${POD}`, 'tests/b.yaml': POD, 'tests/c.yaml': POD },
    'There is no Pod; what is in tests/b.yaml and 2 other files does not count, since nothing in folders named tests does',
  ],
])('of what does not count: %s', (_, files, expected) => {
  expect(messageOf(files)).toEqual([expected])
})

test('where something counts nothing is said', () => {
  expect(messageOf({ 'a.yaml': POD, 'docs/a.yaml': POD })).toEqual([])
})
