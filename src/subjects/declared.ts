/** What the configuration and the comments of the files declare: asked for only by a rule that reads it. */
export interface Declared {
  /** Attestations: `controls`, `statement`, `owner`, `link`, `expires`, `holds`. */
  attestations(): readonly object[]
  /** Everything that keeps a linter or policy from complaining: `tool`, `reason`, `dated`, `expires`, `expired`, each at its place. */
  exceptions(): readonly object[]
}

export const NOTHING_DECLARED: Declared = { attestations: () => [], exceptions: () => [] }
