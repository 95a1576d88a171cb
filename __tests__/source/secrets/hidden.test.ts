import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hideSecrets, hideTokens } from '../../../src/source/secrets/hidden.ts'

const TOKEN = `ghp_${'AbCdEfGhIj0123456789KlMnOpQrStUvWxYz'}`

describe('a line that is shown', () => {
  test.each([
    ['ENV DB_PASSWORD=Xk92mQp7rTz4 A=1', 'ENV DB_PASSWORD=************ A=1'],
    ['ENV DB_PASSWORD Xk92mQp7rTz4', 'ENV DB_PASSWORD ************'],
    ['  password: "Xk92 mQp7"', '  password: "*********"'],
    ["  - 'DB_PASSWORD=Xk92mQp7rTz4'", "  - 'DB_PASSWORD=************'"],
    [`RUN curl -H "Authorization: token ${TOKEN}" x`, `RUN curl -H "Authorization: token ${'*'.repeat(40)}" x`],
    ['RUN curl -u admin:Secret99Xy https://x', 'RUN curl -u admin:********** https://x'],
    ['RUN login --password Xk92mQp7rTz4 x', 'RUN login --password ************ x'],
    ['RUN login --password=Xk92mQp7rTz4 x', 'RUN login --password=************ x'],
    ['    - { name: DB_PASSWORD, value: Xk92mQp7rTz4 }', '    - { name: DB_PASSWORD, value: ************ }'],
    ['  key: Xk92mQp7rTz4Lw8vBn3KcV5dJh6G', `  key: ${'*'.repeat(28)}`],
  ])('%s', (line, shown) => {
    expect(hideSecrets(line)).toBe(shown)
  })

  test.each([
    'ENV DB_PASSWORD=$PASSWORD TOKEN_FILE=/run/secrets/token',
    '  password: <password>',
    '  image: nginx@sha256:dfd64a3b4296d8c9b62aa3309984f8620b98d87e47492599ee20739e8eb54fbf',
    '  runAsNonRoot: true',
    'RUN apt-get update && apt-get install -y curl',
    '  value: Xk92mQp7rTz4',
  ])('as it is: %s', (line) => {
    expect(hideSecrets(line)).toBe(line)
  })

  test('a value is named by the line above', () => {
    expect(hideSecrets('  value: Xk92mQp7rTz4', '- name: DB_PASSWORD')).toBe('  value: ************')
  })

  test('keeps its columns, whatever it holds', () => {
    fc.assert(fc.property(fc.string({ maxLength: 300 }), fc.string(), (line, before) => hideSecrets(line, before).length === line.length))
  })
})

test('a message has masks in place of tokens', () => {
  expect(hideTokens(`a ${TOKEN}, b ${TOKEN}`)).toBe('a ghp_********, b ghp_********')
  expect(hideTokens('nothing')).toBe('nothing')
})
