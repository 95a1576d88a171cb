import { RuleNames } from '../../src/config/names.ts'
import type { ChosenRule, Settings, Target } from '../../src/config/settings.ts'
import { gate } from '../../src/gate.ts'
import { Day } from '../../src/model/day.ts'
import type { Report } from '../../src/model/report.ts'
import type { Rule } from '../../src/model/rule.ts'
import { memoryTree } from '../../src/source/memory.ts'
import { rule } from './material.ts'

/** The day on which tests judge what expires. */
export const DAY = '2026-06-15'

export function chosen(over: Partial<Rule>, off = false): ChosenRule {
  return { rule: rule(over), params: {}, off }
}

export function target(over: Partial<Target> = {}): Target {
  return { name: 'repository', paths: ['.'], requiredStage: null, threshold: 80, owner: null, ...over }
}

export function settings(rules: readonly ChosenRule[], over: Partial<Settings> = {}): Settings {
  const requiredStage = over.requiredStage ?? null
  return {
    selection: { paths: [], include: [], exclude: [] },
    targets: [target({ requiredStage })],
    requiredStage,
    threshold: 80,
    mode: 'enforce',
    rules,
    texts: new Map(),
    only: false,
    kubernetesVersion: '1.36',
    names: new RuleNames(rules.map((one) => one.rule)),
    day: new Day(() => DAY),
    attestations: [],
    waivers: [],
    terms: { attestationDays: 366, waiverDays: 366, openEnded: false },
    honour: [],
    locks: { unwaivable: [], inlineWaivers: true },
    images: new Map(),
    baseline: undefined,
    notices: [],
    ...over,
  }
}

/** Rules, files and settings in, the report out: the whole gate without a disk. */
export function report(files: Readonly<Record<string, string>>, rules: readonly ChosenRule[], over: Partial<Settings> = {}): Report {
  return gate(memoryTree(files), settings(rules, over))
}

export function pod(name: string, container: string): string {
  return `apiVersion: v1\nkind: Pod\nmetadata: { name: ${name} }\nspec:\n  containers:\n    - { name: web, image: web, ${container} }\n`
}
