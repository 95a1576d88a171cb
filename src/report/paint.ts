import type { Severity } from '../model/rule.ts'

/** The few looks of the terminal text; plain text when there is no colour. */
export interface Paint {
  strong(text: string): string
  faint(text: string): string
  good(text: string): string
  bad(text: string): string
  mild(text: string): string
  place(text: string): string
  severity(severity: Severity, text: string): string
}

export function painter(color: boolean): Paint {
  const look = (code: number) => (text: string) => (color && text !== '' ? `\x1b[${code}m${text}\x1b[0m` : text)
  const bad = look(31)
  const mild = look(33)
  const place = look(36)
  return {
    strong: look(1),
    faint: look(2),
    good: look(32),
    bad,
    mild,
    place,
    severity: (severity, text) => (severity === 'critical' || severity === 'high' ? bad : severity === 'medium' ? mild : place)(text),
  }
}
