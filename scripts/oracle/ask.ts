import { spawnSync } from 'node:child_process'

/** What Kubernetes' CEL says to an expression: its type and value, or why there is none. */
export type CelAnswer =
  | { readonly type: string; readonly value: unknown }
  | { readonly compileError: string }
  | { readonly error: string }
  | { readonly refused: string }

export interface CelQuestion {
  readonly expr: string
  /** As JSON, in which `1.0` is a double and `1` an integer. */
  readonly vars: string
}

/** Asks the built oracle; see main.go. */
export function askCel(oracle: string, questions: readonly CelQuestion[]): CelAnswer[] {
  const input = questions.map(({ expr, vars }) => `{"cel":{"expr":${JSON.stringify(expr)},"vars":${vars}}}\n`).join('')
  const { stdout, status, stderr, error } = spawnSync(oracle, { input, maxBuffer: 1 << 30, encoding: 'utf8' })
  if (status !== 0) throw new Error(`the oracle ${oracle} failed: ${error?.message ?? stderr}`)
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as CelAnswer)
}
