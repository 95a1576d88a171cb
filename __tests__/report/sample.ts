import type { Finding } from '../../src/model/finding.ts'
import type { Report, StageResult, TargetResult } from '../../src/model/report.ts'
import type { Rule, Severity, Stage } from '../../src/model/rule.ts'
import type { KnownRule, RenderContext } from '../../src/report/context.ts'

/** A small repository as the gate would report it; tests change what they are about. */
export const FILES: Readonly<Record<string, string>> = {
  'k8s/cache.yaml': 'spec:\n  containers:\n    - name: redis\n      image: redis\n      securityContext:\n        privileged: true\n',
  'web/Dockerfile': 'FROM node:latest\nENV TOKEN=ghp_0123456789\nRUN curl -k https://example.com/health\n',
}

const TITLES: Readonly<Record<string, string>> = {
  'image-tag-is-fixed': 'Images name a version',
  'no-privileged-containers': 'Containers do not run privileged',
  'no-secrets-in-dockerfile': 'Dockerfiles hold no secrets',
  'images-are-scanned': 'Images are scanned before they are deployed',
  'replicas-are-several': 'Deployments run several replicas',
}

export function finding(change: Partial<Finding> = {}): Finding {
  return {
    rule: 'image-tag-is-fixed',
    stage: 2,
    severity: 'medium',
    message: 'container redis of Deployment shop/cache names no version of redis',
    file: 'k8s/cache.yaml',
    line: 4,
    column: 7,
    endLine: 4,
    endColumn: 12,
    resource: { apiVersion: 'apps/v1', kind: 'Deployment', namespace: 'shop', name: 'cache' },
    container: 'redis',
    target: 'repository',
    related: [],
    fingerprint: 'f1',
    fix: 'name a version: image: redis:7.4.2',
    ...change,
  }
}

export function stage(number: Stage, score: number | null, met: boolean, missed: string[] = []): StageResult {
  const titles = ['Learning', 'Sanctioned project', 'Production', 'Expansion', 'Organisation-wide']
  const ids = ['learning', 'sanctioned', 'production', 'expansion', 'organisation-wide']
  return {
    stage: number,
    id: ids[number - 1] ?? '',
    title: titles[number - 1] ?? '',
    score,
    met,
    missed,
    controls: { passed: 3, failed: met ? 0 : 2, unknown: 0, waived: 0, notApplicable: 1 },
  }
}

export function target(change: Partial<TargetResult> = {}): TargetResult {
  return {
    name: 'repository',
    paths: ['.'],
    owner: null,
    requiredStage: 2,
    reachedStage: 1,
    passed: false,
    stages: [
      stage(1, 100, true),
      stage(2, 61.3, false, ['the score 61.3 is below 80', 'practice image-scanning scores 0.0, below 50']),
      stage(3, 35, false, ['the score 35.0 is below 80']),
      stage(4, 0, false, ['too little decided']),
      stage(5, null, false, ['too little decided']),
    ],
    wayUp: [
      {
        edit: 'name a version: image: redis:7.4.2',
        file: 'k8s/cache.yaml',
        line: 4,
        closes: [{ rule: 'image-tag-is-fixed', fingerprint: 'f1' }],
        scoreGain: 12.5,
      },
      {
        edit: 'run a scanner on each image that CI builds, for example trivy image',
        file: null,
        line: null,
        closes: [{ rule: 'images-are-scanned', fingerprint: 'f3' }],
        scoreGain: 10,
      },
    ],
    ...change,
  }
}

export const FINDINGS: readonly Finding[] = [
  finding({
    rule: 'images-are-scanned',
    severity: 'high',
    message: 'no scanner looks at the images that CI builds',
    file: '.',
    line: 1,
    column: 1,
    endLine: 1,
    endColumn: 1,
    resource: undefined,
    container: undefined,
    fingerprint: 'f3',
    fix: 'run a scanner on each image that CI builds, for example trivy image',
  }),
  finding(),
  finding({
    rule: 'no-privileged-containers',
    stage: 3,
    severity: 'critical',
    message: 'container redis of Deployment shop/cache runs privileged',
    line: 6,
    column: 9,
    endLine: 6,
    endColumn: 19,
    fingerprint: 'f2',
    fix: 'remove privileged, or set it to false',
  }),
  finding({
    rule: 'image-tag-is-fixed',
    message: 'node:latest changes without a commit',
    file: 'web/Dockerfile',
    line: 1,
    column: 1,
    endLine: 1,
    endColumn: 17,
    resource: undefined,
    container: undefined,
    fingerprint: 'f4',
    fix: 'name a version: FROM node:24.11.1',
  }),
  finding({
    rule: 'no-secrets-in-dockerfile',
    stage: 1,
    severity: 'critical',
    message: 'ENV TOKEN holds a GitHub token (ghp_…)',
    file: 'web/Dockerfile',
    line: 2,
    column: 5,
    endLine: 2,
    endColumn: 25,
    resource: undefined,
    container: undefined,
    fingerprint: 'f5',
    fix: 'take the value out, revoke it, and mount it with RUN --mount=type=secret',
  }),
]

/** A control that passes by an attestation, and one whose attestation has ended. */
export const ATTESTATIONS: NonNullable<Report['attestations']> = [
  {
    rule: 'access-review-attested',
    file: '.maturity-gate.yaml',
    line: 4,
    statement: 'Access was last reviewed on 2026-06-01.',
    owner: '@example/security',
    link: 'https://wiki.example.com/access-review',
    expires: '2026-12-01',
    daysLeft: 4,
    holds: true,
  },
  {
    rule: 'regulatory-scope-attested',
    file: '.maturity-gate.yaml',
    line: 9,
    statement: 'GDPR applies.',
    owner: '@example/legal',
    link: 'https://wiki.example.com/scope',
    expires: '2026-10-31',
    daysLeft: -27,
    holds: false,
  },
]

/** Waivers that waive nothing. */
export const IDLE: Report['problems'] = [
  { file: 'k8s/web.yaml', line: 7, message: 'this waiver of no-privileged-containers ended on 2026-10-31', about: 'waiver' },
  { file: 'Dockerfile', line: 1, message: 'this waiver gives no reason: write -- and the reason after the rule', about: 'waiver' },
]

export function report(change: Partial<Report> = {}): Report {
  const one = target()
  return {
    schemaVersion: 1,
    tool: { name: 'container-maturity-gate', version: '0.1.0' },
    verdict: { outcome: 'failed', passed: false, requiredStage: 2, reachedStage: 1, nextStage: 2, threshold: 80, score: 61.3 },
    asOf: null,
    targets: [one],
    stages: one.stages,
    controls: Object.keys(TITLES).map((id) => control(id)),
    findings: FINDINGS,
    unknown: [],
    problems: [],
    scanned: { files: 4, resources: 3, dockerfiles: 1, composeFiles: 0, workflows: 1 },
    ...change,
  }
}

function control(id: string): Report['controls'][number] {
  const found = FINDINGS.find((one) => one.rule === id)
  return {
    id,
    title: TITLES[id] ?? id,
    stage: found?.stage ?? 3,
    practice: id.startsWith('no-secrets') ? 'no-secrets-in-source' : 'image-sourcing',
    severity: found?.severity ?? 'low',
    kind: id === 'images-are-scanned' ? 'evidence' : 'static',
    status: found ? 'fail' : 'pass',
    subjects: { passed: 1, failed: found ? 1 : 0, unknown: 0, waived: 0 },
    evidence: [],
  }
}

export function knownRule(id: string, title: string, severity: Severity, step: Stage): KnownRule {
  const rule: Rule = {
    id,
    title,
    stage: step,
    practice: 'image-sourcing',
    severity,
    kind: 'static',
    scope: 'container',
    kinds: [],
    in: [],
    default: true,
    require: 'true',
    at: [],
    remedy: 'Write a version.',
    covers: [],
    givesWayTo: [],
    together: false,
    aliases: { 'kube-linter': ['latest-tag'], hadolint: ['DL3006', 'DL3007'] },
    frameworks: {},
    params: {},
    waivedFor: [],
  }
  const text = {
    why: 'An image without a version changes while nothing in the repository does.',
    examples: { fail: ['image: redis\n'], pass: ['image: redis:7.4.2\n'], unknown: [] },
  }
  return { rule, text }
}

export function context(change: Partial<RenderContext> = {}): RenderContext {
  return {
    rules: new Map(Object.entries(TITLES).map(([id, title]) => [id, knownRule(id, title, 'medium', 2)])),
    line: (file, line) => FILES[file]?.split('\n')[line - 1],
    color: false,
    width: 100,
    base: '',
    name: 'maturity-gate',
    only: false,
    enforce: true,
    ...change,
  }
}
