import type { Locks, Terms } from '../../config/settings.ts'
import type { Day } from '../../model/day.ts'
import type { Judgement, Offence, Waiver } from '../../model/finding.ts'
import type { ReportedProblem } from '../../model/report.ts'
import type { Claim, Flawed, Hit } from '../../model/waiver.ts'
import { hitOf } from '../hit.ts'
import { plain } from '../plain.ts'

const TEXT = 500
/** So many claims for one rule are held against each finding in their reach: more would let a file make a run endless. */
const MOST = 1000

/** What decides whether a claim holds. */
export interface Conditions {
  readonly terms: Terms
  readonly locks: Locks
  readonly day: Day
  /** Who owns a file, where the claim names nobody. */
  readonly ownerOf: (file: string) => string | undefined
}

/** What a run could have met: a rule that is off, or a part of the repository, tells nothing of a waiver. */
export interface Run {
  /** Ids of the rules that were judged. */
  readonly rules: ReadonlySet<string>
  /** Everything in the root was. */
  readonly whole: boolean
}

interface State {
  readonly claim: Claim
  /** Why it holds nowhere; undefined until asked. */
  flaw: { readonly text: string | undefined } | undefined
  met: boolean
  /** A file with what it covers and nobody who answers for that. */
  ownerless: string | undefined
}

/** Marks what accountable claims cover. Whatever they say, a claim never covers a rule that it does not name. */
export class Waivers {
  readonly #conditions: Conditions
  readonly #flawed: readonly Flawed[]
  readonly #all: readonly State[]
  /** By rule, and by what they are tied to. */
  readonly #byRule = new Map<string, Map<unknown, State[]>>()

  constructor(claims: readonly Claim[], flawed: readonly Flawed[], conditions: Conditions) {
    this.#conditions = conditions
    this.#flawed = flawed
    this.#all = claims.map((claim) => ({ claim, flaw: undefined, met: false, ownerless: undefined }))
    for (const state of this.#all) for (const rule of state.claim.rules) this.#index(rule, state)
  }

  get claims(): readonly Claim[] {
    return this.#all.map(({ claim }) => claim)
  }

  /** The subject is waived when everything that is wrong with it is. */
  waive(judgement: Judgement): Judgement {
    const { rule, subject, answer, unknown } = judgement
    const known = answer === 'pass' ? undefined : this.#byRule.get(rule.rule.id)
    if (!known) return judgement
    // What is not settled fails nothing, and its waiver is not idle.
    if (unknown) this.#waiverOf(known, hitOf(subject, unknown))
    if (answer !== 'fail') return judgement
    const offences = judgement.offences.map((offence): Offence => {
      const waived = this.#waiverOf(known, hitOf(subject, offence))
      return waived ? { ...offence, waived } : offence
    })
    const all = offences.length > 0 && offences.every(({ waived }) => waived !== undefined)
    return { ...judgement, answer: all ? 'waived' : 'fail', offences }
  }

  /** Each claim that waives nothing, once, at its line. */
  problems(run: Run): readonly ReportedProblem[] {
    const idle = this.#all.flatMap((state) => {
      const { file, line } = state.claim
      const message = this.#whyIdle(state, run)
      return message === undefined ? [] : [{ file, line, message }]
    })
    return [...this.#flawed, ...idle].map(({ file, line, message }) => {
      return { file, line, message: plain(`this waiver ${message}`, TEXT), about: 'waiver' }
    })
  }

  #whyIdle(state: State, { rules, whole }: Run): string | undefined {
    const { claim, met, ownerless } = state
    const asked = claim.rules.some((rule) => rules.has(rule)) && (met || claim.inline || whole)
    if (claim.honoured || !asked) return undefined
    const flaw = this.#flawOf(state)
    if (flaw !== undefined) return flaw
    if (ownerless === undefined) return met ? undefined : `is not needed: ${claim.name} finds nothing here that it covers`
    const whose = ownerless === '.' ? '' : `, or give ${ownerless} an owner in CODEOWNERS`
    return `of ${claim.name} has nobody who answers for it: write owner @team${whose}`
  }

  #index(rule: string, state: State): void {
    const tied = this.#byRule.get(rule) ?? new Map<unknown, State[]>()
    this.#byRule.set(rule, tied)
    for (const anchor of state.claim.anchors) {
      const states = tied.get(anchor)
      if (!states) tied.set(anchor, [state])
      else if (states.length < MOST) states.push(state)
      else state.flaw ??= { text: `is not read: it is one of more than ${MOST} for ${rule} at one place` }
    }
  }

  #waiverOf(tied: ReadonlyMap<unknown, readonly State[]>, hit: Hit): Waiver | undefined {
    let waiver: Waiver | undefined
    for (const anchor of hit.anchors) {
      for (const state of tied.get(anchor) ?? []) {
        if (state.claim.covers?.(hit) === false) continue
        // Of several nobody can tell which is the needless one.
        state.met = true
        waiver ??= this.#flawOf(state) === undefined ? this.#toWaiver(state, hit.place.file) : undefined
      }
    }
    return waiver
  }

  #toWaiver(state: State, file: string): Waiver | undefined {
    const { by, reason, owner, expires = null, honoured } = state.claim
    const whose = owner ?? (honoured ? '' : this.#conditions.ownerOf(file))
    if (whose === undefined) {
      state.ownerless ??= file
      return undefined
    }
    return { by, reason: plain(reason, TEXT), owner: plain(whose, TEXT), expires }
  }

  #flawOf(state: State): string | undefined {
    state.flaw ??= { text: this.#whyNot(state.claim) }
    return state.flaw.text
  }

  #whyNot({ name, rules, expires, inline, honoured }: Claim): string | undefined {
    const { locks, terms, day } = this.#conditions
    if (inline && !locks.inlineWaivers) return 'does not hold: waivers in the files are locked'
    if (rules.some((rule) => locks.unwaivable.includes(rule))) return `does not hold: ${name} may not be waived`
    if (expires === undefined) {
      const ask = `of ${name} has no end: write until YYYY-MM-DD, at most ${terms.waiverDays} days away`
      return honoured || terms.openEnded ? undefined : ask
    }
    const left = day.until(expires)
    // What another linter calls the end is the first day without.
    if (left < (honoured ? 1 : 0)) return `of ${name} ended on ${expires}`
    if (honoured || left <= terms.waiverDays) return undefined
    return `of ${name} is to last until ${expires}, and ${terms.waiverDays} days from the day are the most`
  }
}
