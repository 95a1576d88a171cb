import { expect, test } from 'vitest'
import { RuleNames } from '../../src/config/names.ts'
import { rule } from '../engine/material.ts'

const names = new RuleNames([rule({ id: 'base-image-tag-pinned-not-latest', aliases: { hadolint: ['DL3007'], checkov: ['CKV_K8S_14'] } })])

test.each([
  ['DL3007', 'no rule is called "DL3007"; did you mean hadolint:DL3007?'],
  ['CKV_K8S_14', 'no rule is called "CKV_K8S_14"; did you mean checkov:CKV_K8S_14?'],
  [
    'base-image-tag-pinned-not-lates',
    'no rule is called "base-image-tag-pinned-not-lates"; did you mean base-image-tag-pinned-not-latest?',
  ],
  ['3007', 'no rule is called "3007"'],
])('%s: %s', (name, said) => {
  expect(names.unknown(name)).toBe(said)
})
