import { describe, expect, test } from 'vitest'
import { readComment, readTerms } from '../../../src/source/waivers/waiver-text.ts'

const SOUND = { rule: 'a-rule', reason: 'it needs the host', expires: undefined, owner: undefined }

describe('a comment', () => {
  test.each<[string, Partial<typeof SOUND> | { expires?: string; owner?: string }]>([
    ['maturity-gate: allow a-rule -- it needs the host', {}],
    ['maturity-gate:allow   a-rule   --   it needs the host  ', {}],
    ['maturity-gate: allow checkov:CKV_K8S_16 -- it needs the host', { rule: 'checkov:CKV_K8S_16' }],
    ['maturity-gate: allow a-rule -- it needs the host until 2027-01-31', { expires: '2027-01-31' }],
    ['maturity-gate: allow a-rule -- it needs the host owner @org/team', { owner: '@org/team' }],
    ['maturity-gate: allow a-rule -- it needs the host until 2027-01-31 owner @me', { expires: '2027-01-31', owner: '@me' }],
    [
      'maturity-gate: allow a-rule -- it needs the host [until 2027-01-31] [owner me@example.com]',
      { expires: '2027-01-31', owner: 'me@example.com' },
    ],
    ['maturity-gate: allow a-rule -- it needs the host owner @me until 2027-01-31', { expires: '2027-01-31', owner: '@me' }],
    ['maturity-gate: allow a-rule -- until the owner moves -- it', { reason: 'until the owner moves -- it' }],
    ['maturity-gate: allow a-rule -- 它需要主机', { reason: '它需要主机' }],
  ])('%s', (comment, expected) => {
    expect(readComment(comment)).toEqual({ ...SOUND, ...expected })
  })

  // Every form that is meant for a waiver and is none, with what is said of it after `this waiver`.
  test.each<[string, RegExp]>([
    ['maturity-gate:', /^says nothing where only allow is known; write # maturity-gate: allow RULE -- REASON/],
    ['maturity-gate: ignore a-rule -- x', /^says "ignore" where only allow is known/],
    ['maturity-gate: Allow a-rule -- x', /^says "Allow" where only allow is known/],
    ['maturity-gate: allow', /^names no rule; write/],
    ['maturity-gate: allow -- it needs the host', /^names no rule/],
    ['maturity-gate: allow a-rule', /^gives no reason: write -- and the reason after the rule$/],
    ['maturity-gate: allow a-rule it needs the host', /^gives no reason: write -- and/],
    ['maturity-gate: allow a-rule - it needs the host', /^gives no reason: write -- and/],
    ['maturity-gate: allow a-rule — it needs the host', /^gives no reason: write -- and/],
    ['maturity-gate: allow a-rule --it needs the host', /^gives no reason: write -- and/],
    ['maturity-gate: allow a-rule --', /^gives no reason: write why this is accepted$/],
    ['maturity-gate: allow a-rule -- ...', /^gives no reason: write why/],
    ['maturity-gate: allow a-rule -- until 2027-01-31', /^gives no reason: write why/],
    ['maturity-gate: allow a-rule, b-rule -- x', /^names more than one rule: write a comment for each$/],
    ['maturity-gate: allow a-rule b-rule -- x', /^names more than one rule/],
    ['maturity-gate: allow a-rule -- x until tomorrow', /^says until "tomorrow", which is no day of the calendar: write until YYYY-MM-DD$/],
    ['maturity-gate: allow a-rule -- x until 2027-02-29', /^says until "2027-02-29", which is no day/],
    ['maturity-gate: allow a-rule -- x until 31.1.2027', /^says until "31.1.2027", which is no day/],
    ['maturity-gate: allow a-rule -- x until 2027-01-31 until 2028-01-31', /^says until twice$/],
    ['maturity-gate: allow a-rule -- x owner @a owner @b', /^says owner twice$/],
    ['maturity-gate: allow a-rule -- x owner me', /^names the owner "me": write @person, @org\/team or an address$/],
    ['maturity-gate: allow a-rule -- x owner @a/b/c', /^names the owner "@a\/b\/c"/],
    ['maturity-gate allow a-rule -- x', /^does not begin with maturity-gate: and a colon; write/],
    ['maturitygate: allow a-rule -- x', /^does not begin with maturity-gate: and a colon/],
    ['Maturity-Gate: allow a-rule -- x', /^does not begin with maturity-gate: and a colon/],
    [`maturity-gate: allow a-rule -- ${'x '.repeat(1500)}`, /^is longer than 2000 characters$/],
  ])('%s is none', (comment, flaw) => {
    expect(readComment(comment)).toEqual({ flaw: expect.stringMatching(flaw) })
  })

  test.each([
    '',
    'finding',
    'see maturity-gate: allow a-rule -- x',
    'maturity-gates: x',
    'the maturity-gate runs in CI',
    'maturity-gate runs in CI',
  ])('%j is not meant for us', (comment) => {
    expect(readComment(comment)).toBeUndefined()
  })
})

test("an annotation's text is what follows the rule", () => {
  expect(readTerms('it needs the host until 2027-01-31 owner @a')).toEqual({
    reason: 'it needs the host',
    expires: '2027-01-31',
    owner: '@a',
  })
  expect(readTerms('  ')).toEqual({ flaw: 'gives no reason: write why this is accepted' })
})
