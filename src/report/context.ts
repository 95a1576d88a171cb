import type { Report } from '../model/report.ts'
import type { Rule, RuleText } from '../model/rule.ts'

/** A rule with what explains it; the text is loaded only for formats that print it. */
export interface KnownRule {
  readonly rule: Rule
  readonly text?: RuleText | undefined
}

/** What a reporter may know beside the report. Everything is handed in, so that a reporter is a pure function. */
export interface RenderContext {
  readonly rules: ReadonlyMap<string, KnownRule>
  /** A line's text without its break; undefined where there is none. */
  line(file: string, line: number): string | undefined
  /** ANSI colours; only ever true for a terminal. */
  readonly color: boolean
  /** Columns of the terminal. */
  readonly width: number
  /** The root's path below the workspace or repository, without slashes around it; '' when they are the same. */
  readonly base: string
  /** Tells several gates of one repository apart. */
  readonly name: string
  /** Rules were chosen by name: every finding is shown, and there is no ladder to climb. */
  readonly only: boolean
  /** False in `report` mode: a gap never fails the job, so it is no error. */
  readonly enforce: boolean
  /** What a change takes away from what the gate asks for, in sentences; where a change is known. */
  readonly loosened?: readonly string[] | undefined
  /** Web address of a line, for formats that link. */
  link?(file: string, line: number): string | undefined
}

export type Formatter = (report: Report, context: RenderContext) => string
