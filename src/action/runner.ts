import type { Annotation } from '../report/github.ts'

/** All that the action has of the runner and the machine around it. */
export interface Runner {
  readonly env: Readonly<Record<string, string | undefined>>
  /** The folder into which the repository was checked out. */
  readonly workspace: string
  /** Milliseconds since 1970. */
  now(): number
  input(name: string): string
  /** The event's payload; rejects when it cannot be read. */
  event(): Promise<unknown>
  isFolder(path: string): boolean
  /** Sets the exit code, and for any but 0 says why in an error: with 0 the log says enough. */
  decide(code: number, message: string): void
  /** Into the log, in a way that no line of it is taken for a command. */
  print(text: string): void
  annotate(annotation: Annotation): void
  /** These throw, or reject, when the file cannot be written. */
  output(name: string, value: string): void
  summary(markdown: string): Promise<void>
  write(path: string, text: string): Promise<void>
}
