import type { Report } from '../model/report.ts'
import { REPOSITORY } from '../model/tool.ts'

/** What `init` found out about a repository. */
export interface Found {
  readonly reached: Report['verdict']['reachedStage']
  readonly stages: readonly { readonly stage: number; readonly title: string }[]
  /** Folders that look like services, with the stage each reaches; [] where there are fewer than two. */
  readonly services: readonly { readonly name: string; readonly path: string; readonly reached: number }[]
  /** Folders of examples, tests and the like in which something is judged. */
  readonly asides: readonly string[]
  readonly kubernetesVersion: string
}

const GUIDE = `https://github.com/${REPOSITORY}/blob/v1/docs/guides/configuration.md`
const SCHEMA = `https://raw.githubusercontent.com/${REPOSITORY}/v1/docs/schemas/config.schema.json`

/** A configuration with which the gate passes as the repository is. */
export function configuration(found: Found): string {
  return [
    `# Configuration of Container Maturity Gate. All keys: ${GUIDE}`,
    `# yaml-language-server: $schema=${SCHEMA}`,
    '',
    ...required(found),
    '',
    '# The score from 0 to 100 that a stage needs to be met.',
    'threshold: 80',
    '',
    '# The Kubernetes version that your clusters run, in quotes.',
    `kubernetes-version: '${found.kubernetesVersion}'`,
    '',
    ...excludes(found.asides),
    '',
    ...targets(found),
    '',
    '# What is known today as debt, so that only new findings are gaps: maturity-gate baseline writes the file.',
    '# baseline: .maturity-gate-baseline.json',
    '',
    '# Rules that do not fit: maturity-gate rules lists them, maturity-gate rules ID explains one.',
    '# rules:',
    '#   liveness-probe-set:',
    '#     enabled: false',
    '#     reason: our jobs end by themselves',
    '',
  ].join('\n')
}

function required({ reached, stages }: Found): string[] {
  const title = (stage: number) => stages.find((one) => one.stage === stage)?.title ?? ''
  if (reached === 0) {
    return [
      `# No stage is reached yet. The gate only reports, until mode is taken away; then stage 1, ${title(1)}, is required.`,
      'required-stage: 1',
      'mode: report',
    ]
  }
  const next = reached === 5 ? [] : [`# The next one is stage ${reached + 1}, ${title(reached + 1)}: maturity-gate says what it takes.`]
  return [
    `# The stage that this repository reaches today, ${title(reached)}: it may not fall below it.`,
    ...next,
    `required-stage: ${reached}`,
  ]
}

function excludes(asides: readonly string[]): string[] {
  const lead = '# Files that are left out, besides the usual ones such as node_modules, vendor and test data.'
  if (asides.length === 0) return [lead, '# exclude: [legacy]']
  return [`${lead} These are judged, and may not be meant to run:`, `# exclude: [${asides.map(quoted).join(', ')}]`]
}

function targets({ services }: Found): string[] {
  const example = services.length > 0 ? '' : ' For example:'
  const lead = `# Services with a stage of their own to reach; what lies in none of them counts for none.${example}`
  const all = services.length > 0 ? services : [{ name: 'shop', path: 'services/shop', reached: 3 }]
  return [
    lead,
    '# targets:',
    ...all.flatMap(({ name, path, reached }) => [
      `#   - name: ${quoted(name)}`,
      `#     paths: [${quoted(path)}]`,
      `#     required-stage: ${Math.max(1, reached)}${reached === 0 ? ' # not reached yet' : ''}`,
      `#     owner: '@your-organisation/your-team'`,
    ]),
  ]
}

// A text of JSON is one of YAML, on one line whatever is in it.
function quoted(text: string): string {
  return /^[A-Za-z][\w./-]*$/.test(text) && !/^(true|false|null|yes|no|on|off)$/i.test(text) ? text : JSON.stringify(text)
}

/** As the README shows it, with the stage in the configuration. */
export const WORKFLOW = `name: maturity
on:
  pull_request:
  push:
    branches: [main]

permissions:
  contents: read
  pull-requests: write # for the comment; without it everything else works

jobs:
  gate:
    runs-on: ubuntu-latest
    timeout-minutes: 5
    steps:
      - uses: actions/checkout@de0fac2e4500dabe0009e67214ff5f5447ce83dd # v6.0.2
        with:
          persist-credentials: false
      - uses: ${REPOSITORY}@v1
`
