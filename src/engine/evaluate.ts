import type { Evidence, Judgement, Offence } from '../model/finding.ts'
import { type Origin, originOf, Unsettled } from '../model/origin.ts'
import { type Place, repositoryPlace } from '../model/position.ts'
import type { CompiledRule } from '../model/rule.ts'
import type { Scope, Subject } from '../model/subject.ts'
import { folderApart } from '../source/select.ts'
import { type Item, itemSubject, itemsOf } from './items.ts'
import { type Ground, keyOf, locate, relatedPlaces } from './locate.ts'
import { plain } from './plain.ts'
import { textFor, withItem } from './texts.ts'

/** Longest message of a finding; GitHub cuts annotations at 4,096 characters, and people read less. */
const MESSAGE = 500
/** Of these, what is said of things that do not count. */
const APART = 200
const NONE: readonly never[] = []

const PARTS: ReadonlySet<Scope> = new Set(['container', 'volume', 'image'])

type Unknown = Place & { readonly reason: string }
type Answer = { readonly passes: true } | { readonly offence: Offence } | { readonly unknown: Unknown }
const PASSES: Answer = { passes: true }

/**
 * What a rule says of a subject: nothing where its `when` is false, one judgement, or one for each item of `each` in the scopes
 * `repository` and `namespace`, whose items are subjects themselves. Never throws for what a file holds.
 */
export function judge(rule: CompiledRule, subject: Subject): readonly Judgement[] {
  const ground = { subject, variables: subject.variables }
  try {
    if (rule.when && rule.when(ground.variables) !== true) return NONE
    if (rule.evidence) return [weighEvidence(rule, rule.evidence, ground)]
    if (rule.rule.each === undefined) return [toJudgement(rule, subject, [decide(rule, ground)])]
    const items = itemsOf(rule, rule.rule.each, ground)
    if (subject.scope !== 'repository' && subject.scope !== 'namespace') {
      return [
        toJudgement(
          rule,
          subject,
          items.map((item) => decideItem(rule, ground, item)),
        ),
      ]
    }
    return items.map((item) => {
      const own = itemSubject(subject, item)
      return toJudgement(rule, own, [decideItem(rule, { ...ground, subject: own }, item)])
    })
  } catch (error) {
    return [toJudgement(rule, subject, [{ unknown: unknownAt(rule, ground, error) }])]
  }
}

function decideItem(rule: CompiledRule, ground: Ground, item: Item): Answer {
  const own = { subject: ground.subject, variables: withItem(ground.variables, item.value), itemOrigin: item.origin, doubt: item.doubt }
  return item.error === undefined ? decide(rule, own) : { unknown: unknownAt(rule, own, item.error) }
}

function decide(rule: CompiledRule, ground: Ground): Answer {
  try {
    return rule.require?.(ground.variables) === true ? PASSES : offence(rule, ground)
  } catch (error) {
    return { unknown: unknownAt(rule, ground, error) }
  }
}

function offence(rule: CompiledRule, ground: Ground): Answer {
  const doubt = doubtOf(ground)
  if (doubt) return { unknown: unknownAt(rule, ground, doubt) }
  try {
    const { place, related, path } = locate(ground, rule.rule.at.length > 0 ? rule.rule.at : defaultAt(ground))
    const all = [...related, ...relatedPlaces(ground, rule.rule.related)]
    const message = textFor(rule.message, ground) ?? `not so here: ${rule.rule.title}`
    const remedy = rule.remedy && textFor(rule.remedy, ground)
    const words = { message: plain(message, MESSAGE), ...(remedy === undefined ? {} : { remedy: plain(remedy, MESSAGE) }) }
    const item = itemPlace(ground)
    return {
      offence: { ...place, ...words, related: all, path, identity: identityOf(path, ground), ...(item === undefined ? {} : { item }) },
    }
  } catch (error) {
    return { unknown: unknownAt(rule, ground, error) }
  }
}

/** Why the part of an object that is judged may not be in it; whole objects are judged as if they were there. */
function doubtOf({ subject, itemOrigin, doubt }: Ground): Unsettled | undefined {
  if (doubt) return doubt
  const origin = itemOrigin?.condition === undefined && PARTS.has(subject.scope) ? subject.origin : itemOrigin
  return origin?.condition === undefined ? undefined : new Unsettled(origin.condition, origin)
}

function defaultAt(ground: Ground): readonly string[] {
  return 'item' in ground.variables ? ['item'] : NONE
}

// Only of what stands in a file: a text in a list that an expression makes stands nowhere.
function itemPlace({ variables }: Ground): string | undefined {
  const origin = 'item' in variables ? originOf(variables.item) : undefined
  return origin && `${origin.source.path} ${origin.span.start}`
}

function identityOf(path: string, ground: Ground): string {
  if (!('item' in ground.variables)) return path
  return `${path}|${nameOf(ground.variables.item)}`
}

// What tells an item from its neighbours and stays when the file changes around it.
function nameOf(item: unknown): string {
  if (typeof item !== 'object' || item === null) return String(item)
  for (const key of ['name', 'key', 'path', 'reference', 'message', 'mountPath', 'containerPort', 'port']) {
    try {
      const value = Object.hasOwn(item, key) ? (item as Record<string, unknown>)[key] : undefined
      if (typeof value === 'string' || typeof value === 'bigint') return String(value)
    } catch {
      // Not settled: the next key.
    }
  }
  return ''
}

function weighEvidence(rule: CompiledRule, evidence: NonNullable<CompiledRule['evidence']>, ground: Ground): Judgement {
  const found = evidence(ground.variables)
  const shown = Array.isArray(found) ? found.slice(0, 10).map((item: unknown) => shownEvidence(rule, ground, item)) : NONE
  if (shown.length > 0) return { rule, subject: ground.subject, answer: 'pass', offences: NONE, evidence: shown }
  const answer = offence(rule, ground)
  if (!('offence' in answer)) return toJudgement(rule, ground.subject, [answer])
  const variables = ground.subject.uncounted?.()
  if (!variables) return toJudgement(rule, ground.subject, [answer])
  const { message } = answer.offence
  const wholeMessage = () => {
    const apart = uncounted(rule, evidence, { ...ground, variables })
    return apart === '' ? message : `${plain(message, MESSAGE - apart.length)}${apart}`
  }
  return toJudgement(rule, ground.subject, [{ offence: { ...answer.offence, wholeMessage } }])
}

// Whoever has the thing in an example would take "there is none" for a mistake of ours.
function uncounted(rule: CompiledRule, evidence: NonNullable<CompiledRule['evidence']>, ground: Ground): string {
  try {
    const found = evidence(ground.variables)
    const shown = (Array.isArray(found) ? found : []).map((item: unknown) => shownEvidence(rule, ground, item))
    const [first, ...others] = new Set(shown.map(({ file }) => file).filter((file) => folderApart(file) !== undefined))
    if (first === undefined) return ''
    const more = others.length === 0 ? '' : ` and ${others.length} other ${others.length === 1 ? 'file' : 'files'}`
    return plain(`; what is in ${first}${more} does not count, since nothing in folders named ${folderApart(first)} does`, APART)
  } catch {
    // What is not settled there proves nothing either.
    return ''
  }
}

function shownEvidence(rule: CompiledRule, ground: Ground, item: unknown): Evidence {
  const origin = originOf(item)
  const { file, line } = origin ? keyOf(origin) : placeOf(ground.subject)
  return { file, line, what: whatOf(rule, ground, item) }
}

function whatOf(rule: CompiledRule, ground: Ground, item: unknown): string {
  try {
    const text = rule.what?.(withItem(ground.variables, item))
    if (typeof text === 'string' && text.trim() !== '') return plain(text, MESSAGE)
  } catch {
    // As with messages.
  }
  return plain(nameOf(item) || rule.rule.title, MESSAGE)
}

// What CEL says where a file has a text for a list, or a list for a mapping.
const MISTYPED = /^no such overload$|^unsupported index type|expected iterable type$/

function unknownAt(rule: CompiledRule, ground: Ground, error: unknown): Unknown {
  const unsettled = unsettledIn(error)
  if (unsettled) return { ...whereUnsettled(rule, ground, unsettled.origin), reason: plain(unsettled.reason, MESSAGE) }
  const words = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)
  const absent = /^no such key: (.*)$/.exec(words)?.[1]
  const cause = MISTYPED.test(words) ? 'a value is of another type than it should be' : words
  const reason = absent === undefined ? `could not be evaluated: ${cause}` : `nothing is known of ${absent} here`
  return { ...whereUnsettled(rule, ground, undefined), reason: plain(reason, 200) }
}

function unsettledIn(error: unknown): Unsettled | undefined {
  if (error instanceof Unsettled) return error
  return error instanceof Error && error.cause instanceof Unsettled ? error.cause : undefined
}

function whereUnsettled(rule: CompiledRule, ground: Ground, origin: Origin | undefined): Place {
  if (origin) return keyOf(origin)
  try {
    return locate(ground, rule.rule.at).place
  } catch (error) {
    const nested = unsettledIn(error)?.origin
    return nested ? keyOf(nested) : placeOf(ground.subject)
  }
}

/** Whether a rule has anything to say of a subject; also where that is not settled. */
export function concerns(rule: CompiledRule, subject: Subject): boolean {
  try {
    return rule.when === undefined || rule.when(subject.variables) === true
  } catch {
    return true
  }
}

/** Where a subject begins. */
export function placeOf(subject: Subject): Place {
  return subject.origin ? keyOf(subject.origin) : { ...repositoryPlace, file: subject.file }
}

function toJudgement(rule: CompiledRule, subject: Subject, answers: readonly Answer[]): Judgement {
  const offences: Offence[] = []
  let unknown: Unknown | undefined
  for (const answer of answers) {
    if ('offence' in answer) offences.push(answer.offence)
    else if ('unknown' in answer) unknown ??= answer.unknown
  }
  const answer = offences.length > 0 ? 'fail' : unknown ? 'unknown' : 'pass'
  return { rule, subject, answer, offences, unknown, evidence: NONE }
}
