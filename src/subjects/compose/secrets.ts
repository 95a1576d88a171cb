import { type Origin, withOrigin } from '../../model/origin.ts'
import type { ComposeService } from '../../source/compose/compose.ts'
import { interpolate } from '../../source/compose/variables.ts'
import { detectSecret } from '../../source/secrets/secrets.ts'
import { entries, items, type Plain, placeOf, text } from '../../source/values.ts'
import { leaf } from '../values.ts'

interface Setting {
  readonly name: string
  readonly value: string
  readonly origin: Origin | undefined
}

/** Credentials in environment, build arguments and command as written: what a variable brings in belongs there, its literal default does not. */
export function secretsOf(service: ComposeService): readonly Plain[] {
  const { written } = service
  const settings = [
    ...settingsOf(written, ['environment']),
    ...settingsOf(written, ['build', 'args']),
    ...wordsOf(written, 'command'),
    ...wordsOf(written, 'entrypoint'),
  ]
  return settings.flatMap(({ name, value, origin }) => {
    const { text: literal, missing } = interpolate(value, () => undefined)
    const secret = detectSecret(missing.length > 0 ? '' : name, literal)
    if (!secret) return []
    const found = { name, ...secret }
    return origin ? withOrigin(found, leaf(origin)) : found
  })
}

function settingsOf(written: Plain, path: readonly string[]): Setting[] {
  const listed = items(written, ...path).flatMap((item, index) => {
    const at = typeof item === 'string' ? item.indexOf('=') : -1
    if (typeof item !== 'string' || at < 0) return []
    return [{ name: item.slice(0, at), value: item.slice(at + 1), origin: placeOf(written, ...path, index) }]
  })
  const mapped = entries(written, ...path).flatMap(([name, value]) => {
    const literal = typeof value === 'string' || typeof value === 'bigint' || typeof value === 'number' ? [String(value)] : []
    return literal.map((value) => ({ name, value, origin: placeOf(written, ...path, name) }))
  })
  return [...listed, ...mapped]
}

/** `--requirepass x`, `--password=x` and `-e TOKEN=x` of a command. */
function wordsOf(written: Plain, key: string): Setting[] {
  const line = text(written, key)
  const origin = placeOf(written, key)
  const words =
    line === undefined ? items(written, key).map((word) => (typeof word === 'string' ? word : '')) : line.slice(0, 20_000).split(/\s+/)
  return words.flatMap((word, index) => {
    const place = line === undefined ? placeOf(written, key, index) : origin
    const assigned = /^-{0,2}([\w.-]+)=(.+)$/s.exec(word)
    if (assigned) return [{ name: assigned[1] ?? '', value: unquote(assigned[2] ?? ''), origin: place }]
    const flag = /^--?([\w-]+)$/.exec(words[index - 1] ?? '')
    return [
      {
        name: flag && !word.startsWith('-') ? (flag[1] === 'requirepass' ? 'password' : (flag[1] ?? '')) : '',
        value: unquote(word),
        origin: place,
      },
    ]
  })
}

function unquote(word: string): string {
  return word.replace(/^(["'])(.*)\1$/s, '$2')
}
