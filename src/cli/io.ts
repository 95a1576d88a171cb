/** Where output goes. `write` never throws: it answers with the reason when that fails (`EPIPE`, `ENOSPC`). */
export interface Sink {
  write(text: string): Promise<string | undefined>
  readonly terminal: boolean
  readonly columns: number | undefined
}

/** All that the command line has of the world around it. */
export interface Io {
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly stdout: Sink
  readonly stderr: Sink
  /** Milliseconds since 1970. */
  now(): number
  /** All of standard input. */
  readStdin(): Promise<Uint8Array>
  exists(path: string): boolean
  /** Writes a file and the folders above it; answers with the reason when that fails. */
  writeFile(path: string, text: string): string | undefined
  /** Lets Node optimise what runs often, which a short run does without. */
  optimise(): void
  /** The rules that had something to judge. */
  judged(rules: readonly string[]): void
}
