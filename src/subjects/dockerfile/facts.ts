import type { Instruction, Stage } from '../../model/dockerfile.ts'
import { Unsettled } from '../../model/origin.ts'
import { type Fields, itemsAt, member } from '../values.ts'

type Answer = boolean | Unsettled

/** Since which instruction something holds; where the files do not settle whether it does, since which it may. */
interface Since {
  readonly surely: number
  readonly maybe: number
  readonly doubt: Unsettled | undefined
}

/** What a build may count on, found in one look at the instructions of a stage and of those it is built from. */
interface StageFacts {
  readonly snapshot: Since
  readonly yarnBrought: Since
  readonly pipCacheOff: Since
  readonly recommendsOff: Since
  readonly unpacked: ReadonlyMap<string, number>
}

const NEVER: Since = { surely: Number.POSITIVE_INFINITY, maybe: Number.POSITIVE_INFINITY, doubt: undefined }

/** Answers once for each stage; a stage takes over what holds at the end of its parent, so that long chains cost nothing. */
export class Facts {
  readonly #fieldsOf: (one: Instruction) => Fields
  readonly #place: (one: Instruction) => number
  readonly #known = new Map<Stage, Partial<StageFacts>>()

  constructor(fieldsOf: (one: Instruction) => Fields, place: (one: Instruction) => number) {
    this.#fieldsOf = fieldsOf
    this.#place = place
  }

  /** Whether packages come from a dated archive of Debian or Ubuntu. */
  snapshot(stage: Stage): boolean {
    return holds(this.#inherited(stage, 'snapshot', namesSnapshot), Number.POSITIVE_INFINITY)
  }

  /** Whether corepack or a .yarnrc.yml brings a yarn of its own. */
  yarnBrought(stage: Stage): boolean {
    return holds(this.#inherited(stage, 'yarnBrought', bringsYarn), Number.POSITIVE_INFINITY)
  }

  /** Whether PIP_NO_CACHE_DIR is set before an instruction. */
  pipCacheOff(stage: Stage, before: number): boolean {
    return holds(this.#inherited(stage, 'pipCacheOff', setsPipCacheOff), before)
  }

  /** Whether an instruction before, or the one itself, tells apt to leave recommended packages out. */
  recommendsOff(stage: Stage, upTo: number): boolean {
    return holds(this.#inherited(stage, 'recommendsOff', leavesRecommendsOut), upTo + 1)
  }

  /** Whether a later RUN of the stage names a file of this name to a program that unpacks. */
  unpacked(stage: Stage, name: string, after: number): boolean {
    const known = this.#of(stage)
    const unpacked = known.unpacked ?? this.#unpackedIn(stage)
    this.#known.set(stage, { ...known, unpacked })
    return (unpacked.get(name) ?? -1) > after
  }

  #of(stage: Stage): Partial<StageFacts> {
    return this.#known.get(stage) ?? {}
  }

  // The parents first, without recursion.
  #inherited(stage: Stage, fact: Exclude<keyof StageFacts, 'unpacked'>, test: (one: Fields) => Answer): Since {
    const open: Stage[] = []
    let since: Since | undefined
    for (let one: Stage | undefined = stage; one && !since; one = one.parent) {
      since = this.#of(one)[fact]
      if (!since) open.push(one)
    }
    since ??= NEVER
    for (const one of open.reverse()) {
      since = this.#seen(one, test, since)
      this.#known.set(one, { ...this.#of(one), [fact]: since })
    }
    return since
  }

  #seen(stage: Stage, test: (one: Fields) => Answer, parent: Since): Since {
    let { surely, maybe, doubt } = parent
    for (const { instruction } of stage.steps) {
      if (surely < Number.POSITIVE_INFINITY) break
      const answer = test(this.#fieldsOf(instruction))
      if (answer === true) surely = this.#place(instruction)
      else if (answer instanceof Unsettled && !doubt) {
        maybe = this.#place(instruction)
        doubt = answer
      }
    }
    return { surely, maybe, doubt }
  }

  #unpackedIn(stage: Stage): ReadonlyMap<string, number> {
    const names = new Map<string, number>()
    for (const { instruction } of stage.steps) {
      for (const command of itemsAt(this.#fieldsOf(instruction), 'commands')) {
        if (!UNPACKERS.has(String(member(command, 'name')))) continue
        for (const word of String(member(command, 'text')).split(/[\s"'=;|&()<>]+/))
          names.set(word.slice(word.lastIndexOf('/') + 1), this.#place(instruction))
      }
    }
    return names
  }
}

const UNPACKERS: ReadonlySet<string> = new Set(['tar', 'bsdtar', 'gunzip', 'bunzip2', 'unxz', 'unlzma', 'zcat'])

function holds({ surely, maybe, doubt }: Since, before: number): boolean {
  if (surely < before) return true
  if (doubt && maybe < before) throw doubt
  return false
}

function namesSnapshot(one: Fields): Answer {
  const text = String(one.text)
  return text.includes('snapshot.debian.org') || text.includes('snapshot.ubuntu.com')
}

const RECOMMENDS_OFF = /install-recommends["' ]*["' =]+["']?(?:false|0|no)/i

function leavesRecommendsOut(one: Fields): Answer {
  return RECOMMENDS_OFF.test(String(one.text))
}

function bringsYarn(one: Fields): Answer {
  if (itemsAt(one, 'sources').some((source) => String(member(source, 'written')).includes('.yarnrc.yml'))) return true
  return either(itemsAt(one, 'commands').map((command) => equals(member(command, 'name'), (name) => name === 'corepack')))
}

const OFF: ReadonlySet<string> = new Set(['', '0', 'false', 'no', 'off'])

function setsPipCacheOff(one: Fields): Answer {
  if (one.keyword !== 'ENV' && one.keyword !== 'ARG') return false
  return either(
    itemsAt(one, 'pairs').map((pair) => {
      const named = equals(member(pair, 'name'), (name) => name === 'PIP_NO_CACHE_DIR')
      const on = named === false || equals(member(pair, 'value'), (value) => !OFF.has(value.toLowerCase()))
      return named === true || on === false ? on : named
    }),
  )
}

function equals(value: unknown, test: (text: string) => boolean): Answer {
  return value instanceof Unsettled ? value : test(String(value))
}

function either(answers: readonly Answer[]): Answer {
  return answers.includes(true) || (answers.find((answer) => answer instanceof Unsettled) ?? false)
}
