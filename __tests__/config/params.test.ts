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
  ['names', 'x', 'names: not a list of strings'],
  ['names', ['x', 1], 'names: not a list of strings'],
  ['levels', ['a', 'c'], 'levels: "c" is none of a, b'],
  ['level', 'b', undefined],
  ['level', 'c', 'level: "c" is none of a, b'],
  ['count', 3, undefined],
  ['count', 1.5, 'count: not of type integer'],
  ['count', '3', 'count: not of type integer'],
  ['strict', true, undefined],
  ['strict', 'yes', 'strict: not of type boolean'],
  ['limits', { cpu: 1 }, undefined],
  ['limits', { cpu: 'x' }, 'limits: not a map of integers'],
  ['limits', [], 'limits: not a map of integers'],
  ['limits', null, 'limits: not a map of integers'],
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
