import { expect, test } from 'vitest'
import { holdsWith } from '../../../src/subjects/charts/condition.ts'

const VALUES = { on: true, off: false, none: null, empty: {}, list: ['a'], policy: { enabled: true, name: 'web', count: 0n } }

test.each([
  ['.Values.on', true],
  ['$.Values.on', true],
  ['.Values.off', false],
  ['.Values.none', false],
  ['.Values.empty', false],
  ['.Values.list', true],
  ['.Values.nobody.says', false],
  ['.Values.policy.enabled', true],
  ['.Values.policy.count', false],
  ['not .Values.on', false],
  ['not (or .Values.off .Values.none)', true],
  ['and .Values.on .Values.policy.enabled', true],
  ['and .Values.off (include "x" .)', false],
  ['and .Values.on (include "x" .)', undefined],
  ['or .Values.on (include "x" .)', true],
  ['eq .Values.policy.name "web"', true],
  ['eq .Values.policy.name "db" "web"', true],
  ['ne .Values.policy.name "web"', false],
  ['eq .Values.policy.count 0', true],
  ['empty .Values.list', false],
  ['.Values.list | empty', undefined],
  ['gt .Values.policy.count 1', undefined],
  ['.Release.IsUpgrade', undefined],
  ['$x', undefined],
  ['true', true],
  ['nil', false],
  // What a chart asks of the cluster is no switch of its own.
  ['.Capabilities.APIVersions.Has "policy/v1"', true],
  ['and .Values.on (.Capabilities.APIVersions.Has "policy/v1")', true],
  ['semverCompare ">=1.21-0" .Capabilities.KubeVersion.GitVersion', true],
  ['not (.Capabilities.APIVersions.Has "policy/v1")', false],
  ['', undefined],
  [')((', undefined],
  [`.Values.${'a'.repeat(2000)}`, undefined],
])('%s: %s', (condition, expected) => {
  expect(holdsWith(VALUES, condition)).toBe(expected)
})

test('without values nothing is known of them', () => {
  expect(holdsWith(undefined, '.Values.on')).toBe(undefined)
  expect(holdsWith(undefined, 'or .Values.on true')).toBe(true)
})

test('a condition as deep as it may be long is read', () => {
  expect(holdsWith(VALUES, `${'(not '.repeat(190)}.Values.on${')'.repeat(190)}`)).toBe(undefined)
  expect(holdsWith(VALUES, `${'('.repeat(400)}.Values.on${')'.repeat(400)}`)).toBe(true)
})
