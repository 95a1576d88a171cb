import type { Finding, Fingerprint, Judgement, Offence } from '../model/finding.ts'
import type { Rule } from '../model/rule.ts'
import { around, thingOf } from './around.ts'
import type { Ordered } from './order.ts'
import type { Tally } from './tally.ts'

/** An offence with what it is of. */
export interface Saying {
  readonly rule: Rule
  readonly judgement: Judgement
  readonly offence: Offence
}

/** Findings of which each problem is said by one; `by` leads from an offence that is not printed to the one that is. */
export interface Said extends Ordered {
  readonly by: ReadonlyMap<Offence, Saying>
}

type Failing = Pick<Tally, 'rule' | 'failures'>

/**
 * Marks what another finding says already: the control fails all the same, and counts as before. Nothing gives way to what is waived, or
 * to what belongs to a later stage, since that is not shown to everybody who sees this.
 */
export function saidOnce(tallies: readonly Failing[], ordered: Ordered): Said {
  const sayings = new Sayings(ordered)
  for (const { rule, failures } of tallies) if (rule.together) for (const { judgement } of failures) sayings.join(rule, judgement)
  const led = new Set(tallies.flatMap(({ rule }) => rule.givesWayTo))
  if (led.size > 0) {
    for (const { rule, failures } of tallies) if (led.has(rule.id)) for (const { judgement } of failures) sayings.lead(rule, judgement)
    for (const { rule, failures } of tallies) if (rule.givesWayTo.length > 0) sayings.giveWay(rule, failures)
  }
  return sayings.said()
}

class Sayings {
  readonly #ordered: Ordered
  /** By what findings have in common, a place or a thing, and by rule. */
  readonly #leads = new Map<string | object, Map<string, Saying>>()
  readonly #parents = new Map<Finding, Saying>()
  readonly #places = new Map<Finding, Finding[]>()

  constructor(ordered: Ordered) {
    this.#ordered = ordered
  }

  /** The first item that is not waived says it; where the others stand is told beside it. */
  join(rule: Rule, judgement: Judgement): void {
    const [first, ...others] = this.#open(judgement)
    const said = first && this.#findingOf(first)
    if (!said) return
    const given = others.flatMap((offence) => this.#give(offence, { rule, judgement, offence: first }) ?? [])
    this.#places.set(said, [...(this.#places.get(said) ?? []), ...given])
  }

  lead(rule: Rule, judgement: Judgement): void {
    const open = this.#open(judgement)
    for (const offence of open) {
      const saying = { rule, judgement, offence }
      this.#put(placeOf(offence), saying)
      this.#put(lineOf(offence), saying)
      if (offence.item !== undefined) this.#put(`item ${offence.item}`, saying)
    }
    if (open[0] && asWhole(rule)) this.#put(thingOf(judgement.subject), { rule, judgement, offence: open[0] })
  }

  giveWay(rule: Rule, failures: Failing['failures']): void {
    for (const { judgement } of failures) {
      if (!isYielding(judgement)) continue
      const { subject } = judgement
      const things = [...(asWhole(rule) ? [thingOf(subject)] : []), ...around(subject)]
      for (const offence of this.#open(judgement)) {
        // Rules of the repository find in the text of a line what others find in what it means.
        const place = rule.scope === 'repository' ? lineOf(offence) : placeOf(offence)
        // A binding shows the place in the role that gives what it passes on.
        const lead = this.#leadOf(rule, [place, `item ${offence.item}`, ...things, ...offence.related.map(placeOf)])
        if (lead) this.#give(offence, lead)
      }
    }
  }

  said(): Said {
    const marked = new Map<Finding, Finding>()
    for (const finding of this.#ordered.findings) {
      const root = this.#rootOf(finding)
      const related = this.#relatedOf(finding)
      const saidBy = root && this.#findingOf(root.offence)?.fingerprint
      if (saidBy !== undefined) marked.set(finding, withMark(finding, saidBy))
      else if (related.length > 0) marked.set(finding, { ...finding, related: [...finding.related, ...related] })
    }
    for (const [{ wholeMessage }, finding] of this.#ordered.of) {
      const known = marked.get(finding) ?? finding
      if (wholeMessage && known.saidBy === undefined) marked.set(finding, { ...known, message: wholeMessage() })
    }
    const by = new Map<Offence, Saying>()
    const of = new Map<Offence, Finding>()
    for (const [offence, finding] of this.#ordered.of) {
      of.set(offence, marked.get(finding) ?? finding)
      const root = this.#rootOf(finding)
      if (root) by.set(offence, root)
    }
    return { findings: this.#ordered.findings.map((finding) => marked.get(finding) ?? finding), of, by }
  }

  #relatedOf(finding: Finding): Finding['related'] {
    return (this.#places.get(finding) ?? []).map(({ file, line, column, message }) => ({ file, line, column, message }))
  }

  #open(judgement: Judgement): readonly Offence[] {
    return judgement.offences.filter((offence) => this.#findingOf(offence)?.waived === undefined)
  }

  #findingOf(offence: Offence): Finding | undefined {
    return this.#ordered.of.get(offence)
  }

  // The first of a rule speaks for all that it says there.
  #put(key: string | object, saying: Saying): void {
    const known = this.#leads.get(key)
    if (!known) this.#leads.set(key, new Map([[saying.rule.id, saying]]))
    else if (!known.has(saying.rule.id)) known.set(saying.rule.id, saying)
  }

  #leadOf({ givesWayTo, stage }: Rule, keys: readonly (string | object)[]): Saying | undefined {
    const known = keys.flatMap((key) => this.#leads.get(key) ?? [])
    for (const name of givesWayTo) {
      const lead = known.find((leads) => leads.has(name))?.get(name)
      if (lead && lead.rule.stage <= stage) return lead
    }
    return undefined
  }

  // Two that would give way to each other: the first does.
  #give(offence: Offence, lead: Saying): Finding | undefined {
    const finding = this.#findingOf(offence)
    const leading = this.#findingOf(lead.offence)
    if (!finding || !leading || finding === leading || this.#parents.has(finding)) return undefined
    const root = this.#rootOf(leading)
    if (root && this.#findingOf(root.offence) === finding) return undefined
    this.#parents.set(finding, lead)
    return finding
  }

  #rootOf(finding: Finding): Saying | undefined {
    let root: Saying | undefined
    for (let next = this.#parents.get(finding); next; next = this.#nextOf(next)) root = next
    return root
  }

  #nextOf({ offence }: Saying): Saying | undefined {
    const finding = this.#findingOf(offence)
    return finding && this.#parents.get(finding)
  }
}

function isYielding({ rule, subject }: Judgement): boolean {
  try {
    return rule.givesWayWhen === undefined || rule.givesWayWhen(subject.variables) === true
  } catch {
    return false
  }
}

/** What it says is about the subject, not about one item among others. */
function asWhole({ each, together }: Rule): boolean {
  return each === undefined || together
}

function lineOf({ file, line }: Pick<Offence, 'file' | 'line'>): string {
  return `${file}:${line}`
}

function placeOf(place: Pick<Offence, 'file' | 'line' | 'column'>): string {
  return `${lineOf(place)}:${place.column}`
}

// The property order is the JSON report's.
function withMark(finding: Finding, saidBy: Fingerprint): Finding {
  const { fingerprint, fix, ...rest } = finding
  return { ...rest, saidBy, fingerprint, ...(fix === undefined ? {} : { fix }) }
}
