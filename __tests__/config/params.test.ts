import { expect, test } from 'vitest'
import { RuleNames } from '../../src/config/names.ts'
import { parameterMistake } from '../../src/config/params.ts'
import type { JsonValue } from '../../src/model/rule.ts'
import { rule } from '../engine/material.ts'

const description = 'something'
const own = rule({
  id: 'own',
  covers: ['covered'],
  aliases: { checkov: ['CKV_1', 'CKV_2'] },
  params: {
    names: { type: 'list', items: 'string', default: [], description },
    levels: { type: 'list', items: 'string', enum: ['a', 'b'], default: [], description },
    level: { type: 'string', enum: ['a', 'b'], default: 'a', description },
    count: { type: 'integer', default: 1, description },
    strict: { type: 'boolean', default: false, description },
    limits: { type: 'map', items: 'integer', default: {}, description },
  },
})

test.each<[string, JsonValue, string | undefined]>([
  ['names', ['x'], undefined],
  ['names', 'x', 'names must be a list'],
  ['names', ['x', 1], 'each item of names must be text'],
  ['levels', ['a', 'c'], 'levels: "c" is not one of a, b'],
  ['level', 'b', undefined],
  ['level', 'c', 'level: "c" is not one of a, b'],
  ['count', 3, undefined],
  ['count', 1.5, 'count must be a whole number'],
  ['count', '3', 'count must be a whole number'],
  ['strict', true, undefined],
  ['strict', 'yes', 'strict must be true or false'],
  ['limits', { cpu: 1 }, undefined],
  ['limits', { cpu: 'x' }, 'each item of limits must be a whole number'],
  ['limits', [], 'limits must be a map'],
  ['limits', null, 'limits must be a map'],
  ['count ', 1, 'own has no parameter "count "; did you mean count?'],
  ['__proto__', 1, 'own has no parameter "__proto__"'],
])('%s: %j', (name, value, expected) => {
  expect(parameterMistake(own, name, value)).toBe(expected)
})

test.each([
  ['own', ['own']],
  ['covered', ['own', 'other']],
  ['checkov:CKV_2', ['own']],
  ['CKV_2', []],
  ['constructor', []],
])('the name %s stands for %j', (name, ids) => {
  const names = new RuleNames([own, rule({ id: 'other', covers: ['covered'] })])
  expect(names.find(name).map(({ id }) => id)).toEqual(ids)
})
