import { dayNumber } from '../../model/day.ts'

/** What a waiver says after the rule's name. */
export interface Terms {
  readonly reason: string
  /** YYYY-MM-DD */
  readonly expires: string | undefined
  readonly owner: string | undefined
}

export interface Allowed extends Terms {
  readonly rule: string
}

export interface Flaw {
  /** Completes `this waiver …`. */
  readonly flaw: string
}

/** Tells whether a comment may be meant for us, before it is read closely. */
export const OURS = /[Mm]aturity-?[Gg]ate/

const MEANT = /^maturity-?gate\b\s*(?::|(?=\s(?:allow|ignore|disable|skip|waive|exempt|suppress)))\s*/i
const FORM = '# maturity-gate: allow RULE -- REASON until YYYY-MM-DD owner @TEAM'

/** A comment without its `#`; undefined where it is not meant for us. Only `allow RULE -- REASON [until DAY] [owner OWNER]` is a waiver. */
export function readComment(comment: string): Allowed | Flaw | undefined {
  const meant = MEANT.exec(comment)
  if (!meant) return undefined
  if (!comment.startsWith('maturity-gate:')) return { flaw: `does not begin with maturity-gate: and a colon; write ${FORM}` }
  const [, word = '', rest = ''] = /^(\S*)\s*(.*)$/s.exec(comment.slice(meant[0].length)) ?? []
  if (word !== 'allow') return { flaw: `says ${word === '' ? 'nothing' : JSON.stringify(word)} where only allow is known; write ${FORM}` }
  const [names = '', ...reasons] = rest.split(/(?:^|\s)--(?=\s|$)/)
  const [rule, ...others] = names
    .trim()
    .split(/[\s,]+/)
    .filter(Boolean)
  if (rule === undefined) return { flaw: `names no rule; write ${FORM}` }
  if (reasons.length === 0) return { flaw: 'gives no reason: write -- and the reason after the rule' }
  if (others.length > 0) return { flaw: 'names more than one rule: write a comment for each' }
  const terms = readTerms(reasons.join(' --'))
  return 'flaw' in terms ? terms : { rule, ...terms }
}

/** Enough for a reason, and for whatever a hostile file makes of it. */
const LONGEST = 2000

// People copy the brackets of a manual.
const TAIL = /(?:^|\s)\[?(until|owner)[ \t]+([^\s\]]+)\]?$/
const OWNER = /^(?:@[\w.-]+(?:\/[\w.-]+)?|[^\s@]+@[^\s@]+\.[^\s@]+)$/

/** `REASON [until DAY] [owner OWNER]`. */
export function readTerms(text: string): Terms | Flaw {
  if (text.length > LONGEST) return { flaw: `is longer than ${LONGEST} characters` }
  let rest = text.trim()
  const found = new Map<string, string>()
  for (let tail = TAIL.exec(rest); tail; tail = TAIL.exec(rest)) {
    const [all, word = '', value = ''] = tail
    if (found.has(word)) return { flaw: `says ${word} twice` }
    found.set(word, value)
    rest = rest.slice(0, rest.length - all.length).trim()
  }
  const expires = found.get('until')
  const owner = found.get('owner')
  if (expires !== undefined && dayNumber(expires) === undefined)
    return { flaw: `says until ${JSON.stringify(expires)}, which is no day of the calendar: write until YYYY-MM-DD` }
  if (owner !== undefined && !OWNER.test(owner))
    return { flaw: `names the owner ${JSON.stringify(owner)}: write @person, @org/team or an address` }
  if (!/[\p{L}\p{N}]/u.test(rest)) return { flaw: 'gives no reason: write why this is accepted' }
  return { reason: rest, expires, owner }
}
