import type { Verdict } from '../model/report.ts'

/** The exit code of a verdict: 1 only where a failing gate is to fail the job. */
export function exitCode(verdict: Verdict, mode: 'enforce' | 'report', onNothingScanned: 'fail' | 'warn' | 'ignore'): 0 | 1 {
  if (verdict.passed || mode === 'report') return 0
  return verdict.outcome === 'nothing-scanned' && onNothingScanned !== 'fail' ? 0 : 1
}
