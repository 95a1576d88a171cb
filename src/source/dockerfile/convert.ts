import type { DockerWord, Instruction, Stage } from '../../model/dockerfile.ts'
import type { Source } from '../../model/position.ts'
import { parseImage } from '../image-reference.ts'
import { dispatch } from './dispatch.ts'
import { platformArguments, type Variables } from './environment.ts'
import { Expander, type ExpanderOf } from './expander.ts'
import { flagValue, flagValues } from './flags.ts'
import { expandWord } from './lexer.ts'
import { parseFields } from './numbers.ts'
import { refusal } from './refusals.ts'
import { type Globals, globalArguments, invalidImage, type ReportFault, readStage, StageDraft } from './stages.ts'

/** A stage, or an image that COPY --from or a mount reads as if it were one. */
interface State {
  readonly stage: StageDraft | undefined
  readonly base: string
  readonly reads: Map<State, Instruction>
}

interface From {
  readonly flag: DockerWord
  readonly name: string
  readonly state: State
}

const IMPLICIT = 'scratch'
/** What a build from another file has of arguments before its first FROM, as far as this file can tell. */
const ELSEWHERE = platformArguments('')

/** Makes stages of the instructions, as BuildKit's conversion does, and reports what it refuses. */
export function convert(instructions: readonly Instruction[], source: Source, token: string, report: ReportFault): Stage[] {
  return new Conversion(source, token, report).run(instructions)
}

class Conversion {
  readonly #source: Source
  readonly #escape: string
  readonly #expanderOf: ExpanderOf
  readonly #report: ReportFault
  readonly #stages: StageDraft[] = []
  readonly #states: State[] = []
  readonly #byName = new Map<string, State>()
  readonly #from = new Map<Instruction, From[]>()
  readonly #done = new Set<State>()

  constructor(source: Source, token: string, report: ReportFault) {
    this.#source = source
    this.#escape = token
    this.#expanderOf = (bindings) => new Expander(bindings, token, source)
    this.#report = report
  }

  run(instructions: readonly Instruction[]): Stage[] {
    const first = instructions.findIndex((one) => one.name === 'from')
    if (first < 0) return []
    const parts = split(instructions.slice(first))
    const lastName = (parts.at(-1)?.head.words[2]?.text ?? '').toLowerCase()
    const globals = globalArguments(instructions.slice(0, first), lastName, this.#expanderOf, this.#report)
    this.#readStages(parts, globals)
    for (const state of [...this.#states]) for (const one of state.stage?.body ?? []) this.#readFrom(one, state, one)
    this.#circles()
    for (const stage of this.#stages) this.#convert(stage, globals.variables)
    return this.#stages
  }

  #readStages(parts: readonly Part[], globals: Globals): void {
    const byName = new Map<string, StageDraft>()
    for (const { head, body } of parts) {
      const stage = readStage(head, body, { count: this.#stages.length, byName }, globals, this.#expanderOf, this.#report)
      const state: State = { stage, base: stage.base.value, reads: new Map() }
      this.#stages.push(stage)
      this.#states.push(state)
      if (!stage.name) continue
      byName.set(stage.name, stage)
      this.#byName.set(stage.name, state)
    }
  }

  // `at` is where a fault shows: the instruction itself, or the FROM that triggers it.
  #readFrom(one: Instruction, reader: State, at: Instruction): void {
    const found = one.name === 'copy' ? this.#copyFrom(one, at) : one.name === 'run' ? this.#mountFrom(one, at) : []
    for (const { state } of found) reader.reads.set(state, one)
    this.#from.set(one, found)
  }

  #copyFrom(one: Instruction, at: Instruction): From[] {
    const word = flagValue(one, 'from')
    if (!word?.text) return []
    const expanded = expandWord(word.text, { get: () => undefined }, { escape: this.#escape })
    if ('error' in expanded || expanded.value !== word.text) {
      this.#report(at, `--from=${word.text} takes no variable: name a stage FROM ${word.text} AS name, and copy from it`)
      return []
    }
    if (!/^[-+]?\d{1,18}$/.test(word.text)) return [{ flag: word, name: word.text, state: this.#named(word.text, at) }]
    const state = this.#states[Number(word.text)]
    if (!state) this.#report(at, `there is no stage ${word.text}: stages count from 0; better give it a name`)
    return state ? [{ flag: word, name: word.text, state }] : []
  }

  // A mount without `from` reads the empty image, which a stage may be called by name; only a cache would notice.
  #mountFrom(one: Instruction, at: Instruction): From[] {
    return flagValues(one, 'mount').map((flag) => {
      const fields = parseFields(flag.text) ?? []
      const from = fields.findLast((text) => /^from=/i.test(text))?.slice('from='.length) ?? ''
      const cache = fields.some((text) => /^type=cache$/i.test(text))
      return { flag, name: from || (cache ? IMPLICIT : ''), state: this.#named(from || IMPLICIT, at) }
    })
  }

  #named(name: string, at: Instruction): State {
    const known = this.#byName.get(name.toLowerCase())
    if (known) return known
    const state: State = { stage: undefined, base: name, reads: new Map() }
    this.#states.push(state)
    this.#done.add(state)
    if (name !== IMPLICIT && !parseImage(name).valid) this.#report(at, invalidImage(name))
    return state
  }

  // Two stages that copy from each other, or one from itself; each state is entered once.
  #circles(): void {
    const seen = new Set<State>()
    for (const start of this.#states) {
      const path: { state: State; left: [State, Instruction][]; by: Instruction | undefined }[] = []
      const onPath = new Set<State>()
      const enter = (state: State, by: Instruction | undefined) => {
        seen.add(state)
        onPath.add(state)
        path.push({ state, left: [...state.reads].reverse(), by })
      }
      if (!seen.has(start)) enter(start, undefined)
      for (let top = path.at(-1); top; top = path.at(-1)) {
        const next = top.left.pop()
        if (!next) {
          onPath.delete(top.state)
          path.pop()
        } else if (onPath.has(next[0])) {
          this.#circle([...path.flatMap((one) => one.by ?? []), next[1]], next[0] === top.state)
          return
        } else if (!seen.has(next[0])) enter(next[0], next[1])
      }
    }
  }

  #circle(by: readonly Instruction[], own: boolean): void {
    const first = [...by].sort((a, b) => a.span.start - b.span.start)[0]
    if (!first) return
    const message = own
      ? 'a stage cannot read from itself: name an earlier stage'
      : 'the stages read from each other in a circle: name earlier stages only'
    const named = (this.#from.get(first) ?? []).some((from) => from.name !== '' && from.name !== IMPLICIT)
    this.#report(first, message, named ? 'copy-from' : 'parse')
  }

  #convert(stage: StageDraft, globals: Variables): void {
    const state = this.#states[stage.index] as State
    stage.inherit()
    this.#done.add(state)
    for (const trigger of this.#triggers(stage)) this.#trigger(trigger, stage, state, globals)
    for (const one of stage.body) this.#step(one, stage, globals, one)
    this.#rehearse(stage)
  }

  // A trigger finds what the stage ends with, and what triggers before it did. What is wrong with it shows in the build that runs it.
  #rehearse(stage: StageDraft): void {
    if (!stage.body.some((one) => one.trigger)) return
    const next = new StageDraft({ ...stage, parent: stage }, [])
    next.inherit()
    for (const one of this.#triggers(next)) {
      const before = next.now
      const expander = this.#expanderOf(before.environment)
      dispatch(one, { stage: next, globals: ELSEWHERE, source: this.#source, expander })
      stage.triggered.push({ instruction: one, stage, before, expanded: expander.done, from: [], undeclared: [] })
    }
  }

  #triggers(stage: StageDraft): Instruction[] {
    return (stage.parent?.body ?? []).flatMap((one) => (one.name === 'onbuild' && one.trigger ? [one.trigger] : []))
  }

  // The triggers of the stage it is built from run first; what is wrong with them shows at the FROM.
  #trigger(trigger: Instruction, stage: StageDraft, state: State, globals: Variables): void {
    const refused = refusal(trigger)
    if (refused) {
      this.#report(stage.instruction, `its ONBUILD trigger does not build: ${refused.message}`)
      return
    }
    this.#readFrom(trigger, state, stage.instruction)
    this.#step(trigger, stage, globals, stage.instruction)
  }

  #step(one: Instruction, stage: StageDraft, globals: Variables, at: Instruction): void {
    const from = this.#from.get(one) ?? []
    const before = stage.now
    const expander = this.#expanderOf(before.environment)
    const late = from.find((each) => each.name !== '' && !this.#done.has(each.state))
    if (late)
      this.#report(
        at,
        `stage \`${late.name}\` comes later: move it before this stage`,
        at === one && late.name !== IMPLICIT ? 'copy-from' : 'parse',
      )
    const fault = dispatch(one, { stage, globals, source: this.#source, expander })
    if (fault) this.#report(at, fault, one.name === 'expose' && at === one ? 'port' : 'parse')
    const named = from.filter((each) => each.name !== '').map((each) => ({ flag: each.flag, name: each.name, stage: each.state.stage }))
    // BuildKit splits EXPOSE into words without looking for what is not declared.
    const unset = one.name === 'expose' ? [] : [...expander.unset]
    const undeclared = unset.filter(([name]) => !stage.declared.has(name)).map(([name, word]) => ({ name, word }))
    if (one.name === 'arg') for (const pair of one.pairs) stage.declared.set(pair.name.text, { value: '', reason: '' })
    if (at === one) stage.steps.push({ instruction: one, stage, before, expanded: expander.done, from: named, undeclared })
  }
}

interface Part {
  readonly head: Instruction
  readonly body: Instruction[]
}

function split(instructions: readonly Instruction[]): Part[] {
  const parts: Part[] = []
  for (const one of instructions) {
    if (one.name === 'from') parts.push({ head: one, body: [] })
    else parts.at(-1)?.body.push(one)
  }
  return parts
}
