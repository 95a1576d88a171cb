import type { Baseline, BaselineEntry } from '../../config/settings.ts'
import { BASELINE, type Finding, type Judgement, type Waiver } from '../../model/finding.ts'
import type { Rule } from '../../model/rule.ts'
import { putInOrder } from '../order.ts'
import type { Placed } from '../placing.ts'

const WAIVER: Waiver = { by: BASELINE, reason: 'known when the baseline was written', owner: '', expires: null }

export interface Judged {
  readonly judgement: Judgement
  readonly placed: Placed
}

/** Findings known on adoption day: debt, found again by their fingerprints. What is new they never cover. */
export class Known {
  readonly #entries: readonly BaselineEntry[]
  readonly #names: ReadonlySet<string>
  readonly #rules: ReadonlySet<string>
  readonly #met = new Set<string>()

  constructor({ entries }: Baseline, unwaivable: readonly string[]) {
    this.#entries = entries
    this.#names = new Set(entries.map(nameOf))
    this.#rules = new Set(entries.map(({ rule }) => rule).filter((rule) => !unwaivable.includes(rule)))
  }

  /** Whether a rule's judgements have to be gathered before they are counted. */
  has(rule: Rule): boolean {
    return this.#rules.has(rule.id)
  }

  /** All judgements of one rule: equal findings of a file are told apart by their order, so that each is known by itself. */
  cover(rule: Rule, judged: readonly Judged[]): readonly Judged[] {
    const failures = judged.flatMap(({ judgement, placed }) => (judgement.offences.length > 0 ? [{ judgement, ...placed }] : []))
    const { of } = putInOrder([{ rule, failures }], [])
    return judged.map((one) => {
      const offences = one.judgement.offences.map((offence) => {
        const finding = of.get(offence)
        const name = finding && nameOf(finding)
        if (name === undefined || !this.#names.has(name)) return offence
        this.#met.add(name)
        return offence.waived ? offence : { ...offence, waived: WAIVER }
      })
      return offences.length === 0 ? one : { ...one, judgement: covered(one.judgement, offences) }
    })
  }

  /** Those that were looked for and not found. */
  fixed(wasJudged: (entry: BaselineEntry) => boolean): readonly BaselineEntry[] {
    return this.#entries.filter((entry) => this.#rules.has(entry.rule) && !this.#met.has(nameOf(entry)) && wasJudged(entry))
  }
}

function covered(judgement: Judgement, offences: Judgement['offences']): Judgement {
  const all = judgement.answer === 'fail' && offences.every(({ waived }) => waived !== undefined)
  return { ...judgement, offences, answer: all ? 'waived' : judgement.answer }
}

// The rule and file that a reviewer of the baseline reads are those that count.
function nameOf({ rule, file, fingerprint }: Pick<BaselineEntry | Finding, 'rule' | 'file' | 'fingerprint'>): string {
  return `${fingerprint} ${rule} ${file}`
}
