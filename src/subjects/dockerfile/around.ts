import type { Fields } from '../values.ts'

/** What an expression about an instruction or a command sees. */
export class AroundInstruction {
  readonly dockerfile: Fields
  readonly stage: Fields
  readonly instruction: Fields
  readonly #secrets: () => readonly Fields[]

  constructor(dockerfile: Fields, stage: Fields, instruction: Fields, secrets: () => readonly Fields[]) {
    this.dockerfile = dockerfile
    this.stage = stage
    this.instruction = instruction
    this.#secrets = secrets
  }

  get secrets(): readonly Fields[] {
    return this.#secrets()
  }
}
