import type { Dockerfile, Step } from '../../model/dockerfile.ts'
import { itemsAt, textAt } from '../values.ts'
import { commandsOf } from './shell.ts'

/** Which files the checks of signatures in a RUN are about. */
export interface Signatures {
  /** Names without folders, and without what makes the name of a file that of its signature. */
  readonly files: Readonly<Record<string, true>>
  /** Whether one stands in a loop or function, or names nothing that the RUN fetches, so that it may be about any. */
  readonly open: boolean
}

const NONE: Signatures = { files: {}, open: false }
const SIGNATURE = /\.(?:asc|sig|sign|gpg|minisig|pem)(?![\w.])/
const VERIFIES = /\s--verify\b|verify-blob|verify-artifact|\s-[A-Za-z]*V/
const TOOLS: ReadonlySet<string> = new Set(['gpg', 'gpg2', 'gpgv', 'cosign', 'minisign', 'signify', 'slsa-verifier'])

export function signaturesOf(step: Step | undefined, file: Dockerfile): Signatures {
  if (!step || !/gpg|cosign|minisign|signify|slsa-verifier/.test(step.instruction.joined.text)) return NONE
  const files: Record<string, true> = Object.create(null)
  const fetched = new Set<string>()
  const checks: { readonly names: readonly string[]; readonly repeated: boolean }[] = []
  for (const command of commandsOf(file, step)) {
    const name = textAt(command, 'name') ?? ''
    const names = namesIn(textAt(command, 'text') ?? '')
    if ((name === 'curl' || name === 'wget') && !SIGNATURE.test(command.text)) for (const one of names) fetched.add(one)
    if (!TOOLS.has(name) || !(name === 'gpgv' || VERIFIES.test(command.text))) continue
    const within = itemsAt(command, 'within')
    checks.push({ names, repeated: ['for', 'while', 'function'].some((construct) => within.includes(construct)) })
  }
  for (const { names } of checks) for (const name of names) if (fetched.has(name)) files[name] = true
  return { files, open: checks.some(({ names, repeated }) => repeated || !names.some((name) => fetched.has(name))) }
}

/** `"$DIR/app.tgz.asc"` is about app.tgz. */
function namesIn(text: string): string[] {
  return text.split(/[\s"'=;|&()<>]+/).flatMap((word) => {
    const name = word.slice(word.lastIndexOf('/') + 1).replace(/\.(?:asc|sig|sign|gpg|minisig|pem)$/, '')
    return word.startsWith('-') || name === '' ? [] : [name]
  })
}
