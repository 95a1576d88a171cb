import type { Attestation, Terms } from '../../config/settings.ts'
import type { Day } from '../../model/day.ts'
import type { Judgement, Offence } from '../../model/finding.ts'
import type { AttestationResult } from '../../model/report.ts'
import type { CompiledRule } from '../../model/rule.ts'
import { plain } from '../plain.ts'
import { compare } from '../tally.ts'

/** From so many days before its end on, a report says how many are left. */
const SOON = 30
/** A rule that asks for a shorter end has a parameter of this name. */
const MONTHS = 'maximumMonths'
const MONTH = 31
const TEXT = 500

interface Weighed {
  readonly attestation: Attestation
  /** Days until it ends; negative when that is past. */
  readonly left: number
  /** The most that it may be away. */
  readonly most: number
}

/** Lets evidence and attested controls pass by what somebody answers for, as long as it lasts. */
export class Attestations {
  readonly #byRule: ReadonlyMap<string, Attestation>
  readonly #all: readonly Attestation[]
  readonly #terms: Terms
  readonly #day: Day
  readonly #weighed = new Map<string, Weighed>()

  constructor(attestations: readonly Attestation[], terms: Terms, day: Day) {
    this.#byRule = new Map(attestations.flatMap((attestation) => attestation.rules.map((rule) => [rule, attestation] as const)))
    this.#all = attestations
    this.#terms = terms
    this.#day = day
  }

  /** What the files prove needs no attestation. One that is past, or ends too far away, is a gap at its own line. */
  weigh(judgement: Judgement): Judgement {
    const { rule, answer } = judgement
    if (answer === 'pass' || rule.rule.kind === 'static') return judgement
    const weighed = this.#weigh(rule)
    if (!weighed) return judgement
    if (holds(weighed)) {
      const { file, line } = weighed.attestation.place
      return {
        ...judgement,
        answer: 'pass',
        attested: true,
        offences: [],
        unknown: undefined,
        evidence: [{ file, line, what: what(weighed) }],
      }
    }
    return answer === 'fail' ? { ...judgement, offences: [gap(weighed)] } : judgement
  }

  /** All of them, as items for `repository.attestations`. */
  items(): readonly object[] {
    return [...this.#all].map(({ rules, statement, owner, link, expires }) => {
      const left = this.#day.until(expires)
      return {
        controls: rules,
        statement,
        owner,
        link,
        expires,
        holds: left >= 0 && left <= this.#terms.attestationDays,
        label: rules.join(', '),
      }
    })
  }

  /** Those that something rests on or could have rested on, by rule. */
  results(): readonly AttestationResult[] {
    const all = [...this.#weighed].map(([rule, weighed]): AttestationResult => {
      const { owner, statement, link, expires, place } = weighed.attestation
      const { file, line } = place
      return { rule, file, line, statement, owner, link, expires, daysLeft: weighed.left, holds: holds(weighed) }
    })
    return all.sort((a, b) => compare(a.rule, b.rule))
  }

  #weigh({ rule, params }: CompiledRule): Weighed | undefined {
    const attestation = this.#byRule.get(rule.id)
    if (!attestation) return undefined
    let weighed = this.#weighed.get(rule.id)
    if (!weighed) {
      const months = Number(params[MONTHS] ?? Number.POSITIVE_INFINITY)
      const most = Math.min(this.#terms.attestationDays, months * MONTH)
      weighed = { attestation, left: this.#day.until(attestation.expires), most }
      this.#weighed.set(rule.id, weighed)
    }
    return weighed
  }
}

function holds({ left, most }: Weighed): boolean {
  return left >= 0 && left <= most
}

function what({ attestation, left }: Weighed): string {
  const { owner, expires, statement, link } = attestation
  const soon = left > SOON ? '' : `, ${days(left)} left`
  return plain(`attested by ${owner} until ${expires}${soon}: ${statement} (${link})`, TEXT)
}

function gap({ attestation, left, most }: Weighed): Offence {
  const { owner, expires, place } = attestation
  const why =
    left < 0 ? `ended on ${expires}, ${days(-left)} ago` : `is to last until ${expires}, and ${days(most)} from the day are the most`
  const message = plain(`what ${owner} attested ${why}`, TEXT)
  return { ...place, endLine: place.line, endColumn: place.column, message, related: [], path: '', identity: 'attestation' }
}

function days(number: number): string {
  return `${number} ${number === 1 ? 'day' : 'days'}`
}
