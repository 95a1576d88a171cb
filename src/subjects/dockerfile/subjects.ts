import type { Dockerfile, Instruction, Stage, Step } from '../../model/dockerfile.ts'
import { originOf, withOrigin } from '../../model/origin.ts'
import type { Sources } from '../../model/sources.ts'
import type { Scope, Subject } from '../../model/subject.ts'
import { originAt, placedObjects } from '../../source/origins.ts'
import { isBuiltHere } from '../builds/local-names.ts'
import { type Fields, itemsAt, textAt } from '../values.ts'
import { AroundInstruction } from './around.ts'
import { Facts } from './facts.ts'
import { faultFields } from './faults.ts'
import { FieldsBuilder } from './fields.ts'
import { ignorePatterns } from './ignore.ts'
import { instructionFields } from './instruction.ts'
import { secretsOf } from './secrets.ts'
import { chain, type Ends, endsOf, NO_STAGE, stageFields } from './stage.ts'
import { cased, casingOf, commentsOf } from './whole.ts'

type DockerScope = Extract<Scope, 'dockerfile' | 'build-stage' | 'instruction' | 'command' | 'image'>

/** The subjects of Dockerfiles of one scope, in the order of the files; for `image` those of variant `build-stage`. */
export function dockerfileSubjects(sources: Sources, scope: DockerScope): readonly Subject[] {
  const files = sources.dockerfiles.filter((file) => sources.isSubject(file.source.path))
  return files.flatMap((file) => viewOf(file, sources).subjects(scope))
}

/** A stage for expressions, the same object wherever it is asked for. */
export function stageOf(file: Dockerfile, stage: Stage, sources: Sources): Fields {
  return viewOf(file, sources).stage(stage)
}

// Rules of five scopes look at one file, and a command at its instruction, stage and file: all see the same objects.
const views = new WeakMap<Dockerfile, View>()

function viewOf(file: Dockerfile, sources: Sources): View {
  const known = views.get(file)
  if (known) return known
  const made = new View(file, sources)
  views.set(file, made)
  return made
}

class View {
  readonly fields: Fields
  readonly #file: Dockerfile
  readonly #sources: Sources
  #patterns: readonly string[] | undefined
  readonly #steps = new Map<Instruction, Step>()
  readonly #triggered = new Map<Instruction, Step>()
  readonly #stageOf = new Map<Instruction, Stage>()
  readonly #shipped: ReadonlySet<Stage>
  readonly #ends: ReadonlyMap<Stage, Ends>
  readonly #places = new Map<Instruction, number>()
  /** The first stage of each name. */
  readonly #named = new Map<string, Stage>()
  readonly #facts: Facts
  readonly #made = new Map<Instruction, Fields>()
  readonly #stages = new Map<Stage, Fields>()

  constructor(file: Dockerfile, sources: Sources) {
    this.#file = file
    this.#sources = sources
    this.#facts = new Facts(
      (one) => this.#instruction(one),
      (one) => this.#places.get(one) ?? -1,
    )
    for (const stage of file.stages) {
      if (!this.#named.has(stage.name)) this.#named.set(stage.name, stage)
      this.#stageOf.set(stage.instruction, stage)
      for (const step of stage.steps) {
        this.#steps.set(step.instruction, step)
        this.#stageOf.set(step.instruction, stage)
      }
      for (const step of stage.triggered) this.#triggered.set(step.instruction, step)
    }
    const last = file.stages.at(-1)
    this.#shipped = new Set(last ? chain(last) : [])
    for (const [index, one] of file.instructions.entries()) this.#places.set(one, index)
    this.#ends = endsOf(file.stages)
    this.fields = this.#whole()
  }

  subjects(scope: DockerScope): readonly Subject[] {
    switch (scope) {
      case 'dockerfile':
        return [this.#subject(scope, this.fields, {}, this.#file.source.path)]
      case 'build-stage':
        return this.#file.stages.map((stage) => this.#subject(scope, this.stage(stage), this.#around(stage), stageLabel(stage)))
      case 'image':
        return this.#file.stages.flatMap((stage) =>
          itemsAt(this.stage(stage), 'images').map((image) =>
            this.#subject(
              scope,
              image as Fields,
              { ...this.#around(stage), image },
              `image ${textAt(image, 'written') ?? ''} of ${stageLabel(stage)}`,
            ),
          ),
        )
      case 'instruction':
        return this.#instructions().map(({ one, fields, stage }) =>
          this.#subject(scope, fields, this.#instructionVariables(one, fields, stage), one.name.toUpperCase()),
        )
      case 'command':
        return this.#instructions().flatMap(({ one, fields, stage }) => this.#commands(one, fields, stage))
    }
  }

  #commands(one: Instruction, fields: Fields, stage: Stage | undefined): Subject[] {
    return itemsAt(fields, 'commands').flatMap((command) => {
      const name = textAt(command, 'name')
      // What nobody can name is no subject: a rule about curl is about curl.
      if (!name) return []
      const variables = Object.assign(this.#instructionVariables(one, fields, stage), { command })
      return [this.#subject('command', command as Fields, variables, `${one.name.toUpperCase()} ${name}`)]
    })
  }

  // An ONBUILD is a subject, and so is the instruction that it triggers.
  #instructions(): { readonly one: Instruction; readonly fields: Fields; readonly stage: Stage | undefined }[] {
    return this.#file.instructions.flatMap((one) => {
      const stage = this.#stageOf.get(one)
      const own = { one, fields: this.#instruction(one), stage }
      if (!one.trigger) return [own]
      return [own, { one: one.trigger, fields: this.#instruction(one.trigger, one), stage }]
    })
  }

  #instruction(one: Instruction, onbuild?: Instruction): Fields {
    const known = this.#made.get(one)
    if (known) return known
    const step = onbuild ? this.#triggered.get(one) : this.#steps.get(one)
    const final = step !== undefined && this.#shipped.has(step.stage)
    const made = instructionFields(one, {
      dockerfile: this.#file,
      step,
      final,
      onbuild: onbuild !== undefined,
      ignore: () => this.#ignore(),
      index: this.#places.get(onbuild ?? one) ?? -1,
      beside: (places) => this.#beside(onbuild ?? one, places),
      facts: this.#facts,
    })
    this.#made.set(one, made)
    return made
  }

  #beside(one: Instruction, places: 1 | -1): readonly Fields[] {
    const found = this.#file.instructions[(this.#places.get(one) ?? -1) + places]
    const step = found && this.#steps.get(found)
    return found && step && step.stage === this.#steps.get(one)?.stage ? [this.#instruction(found)] : []
  }

  #ignore(): readonly string[] {
    this.#patterns ??= ignorePatterns(this.#file, this.#sources).map((one) => textAt(one, 'text') ?? '')
    return this.#patterns
  }

  stage(stage: Stage): Fields {
    const known = this.#stages.get(stage)
    if (known) return known
    const final = stage === this.#file.stages.at(-1)
    const made = stageFields(stage, {
      file: this.#file,
      final,
      ends: this.#ends.get(stage) ?? {},
      nameTaken: this.#named.get(stage.name) !== stage,
      facts: this.#facts,
      isBuiltHere: (name) => isBuiltHere(name, this.#file.source.path, this.#sources),
      fieldsOf: (one, onbuild) => this.#instruction(one, onbuild),
    })
    this.#stages.set(stage, made)
    return made
  }

  #around(stage: Stage | undefined): Record<string, unknown> {
    return { dockerfile: this.fields, stage: stage ? this.stage(stage) : NO_STAGE }
  }

  #instructionVariables(one: Instruction, fields: Fields, stage: Stage | undefined): Record<string, unknown> {
    const step = this.#steps.get(one)
    const final = step !== undefined && this.#shipped.has(step.stage)
    return new AroundInstruction(this.fields, stage ? this.stage(stage) : NO_STAGE, fields, () =>
      secretsOf(one, fields, { file: this.#file, step, final }),
    ) as unknown as Record<string, unknown>
  }

  #whole(): Fields {
    const { source, stages, directives, faults } = this.#file
    const whole = { start: 0, end: source.text.length }
    const first = this.#file.instructions[0]?.key ?? { start: 0, end: 0 }
    const fields = new FieldsBuilder(source, whole, first)
    const { origin } = fields
    const last = stages.at(-1)
    return fields
      .put('path', source.path)
      .put('escape', this.#file.escape)
      .lazy('stages', () =>
        placedObjects(
          stages.map((stage) => this.stage(stage)),
          origin,
        ),
      )
      .lazy('final', () => (last ? [this.stage(last)] : []), last?.instruction.key)
      .lazy('instructions', () =>
        placedObjects(
          this.#file.instructions.map((one) => this.#instruction(one)),
          origin,
        ),
      )
      .put('casing', casingOf(cased(this.#file)))
      .lazy('cased', () =>
        placedObjects(
          cased(this.#file).map((one) => this.#instruction(one)),
          origin,
        ),
      )
      .lazy('ignore', () => ignorePatterns(this.#file, this.#sources))
      .lazy('comments', () => commentsOf(this.#file))
      .lazy('directives', () => directives.map((one) => withOrigin({ name: one.name, value: one.value }, originAt(source, one.span))))
      .lazy('faults', () => faults.map((fault) => faultFields(source, fault)))
      .done()
  }

  #subject(scope: DockerScope, value: Fields, variables: Record<string, unknown>, label: string): Subject {
    return {
      scope,
      origin: originOf(value),
      file: this.#file.source.path,
      resource: undefined,
      container: undefined,
      workload: undefined,
      label,
      value,
      variables: scope === 'dockerfile' ? { dockerfile: value } : variables,
      variant: scope === 'image' ? 'build-stage' : scope,
      group: undefined,
    }
  }
}

function stageLabel(stage: Stage): string {
  return stage.name ? `stage ${stage.name}` : `stage ${stage.index}`
}
