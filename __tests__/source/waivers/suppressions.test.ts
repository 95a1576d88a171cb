import { expect, test } from 'vitest'
import { embeddedRules } from '../../../src/rules/embedded.ts'
import { KICS_QUERIES } from '../../../src/source/waivers/kics-queries.ts'
import { readMark, readSuppressions, trivyId } from '../../../src/source/waivers/suppressions.ts'

const read = (text: string, atTop = false) => readSuppressions({ file: 'a', line: 1, lines: [1, 2], text, atTop })

test.each<[string, boolean, readonly object[]]>([
  ['hadolint ignore=DL3008', false, [{ tool: 'hadolint', ids: ['DL3008'], reason: '', reach: 'here' }]],
  ['hadolint ignore=DL3008, SC1091 # later', false, [{ tool: 'hadolint', ids: ['DL3008', 'SC1091'], reason: 'later', reach: 'here' }]],
  ['hadolint global ignore=DL3008', false, [{ tool: 'hadolint', ids: ['DL3008'], reason: '', reach: 'file' }]],
  ['hadolint shell=bash', false, []],
  ['checkov:skip=CKV_DOCKER_2:no need', false, [{ tool: 'checkov', ids: ['CKV_DOCKER_2'], reason: 'no need', reach: 'object' }]],
  ['checkov:skip=CKV_DOCKER_2', false, [{ tool: 'checkov', ids: ['CKV_DOCKER_2'], reason: '', reach: 'object' }]],
  ['trivy:ignore:AVD-DS-0002', false, [{ tool: 'trivy', ids: ['DS-0002'], reason: '', reach: 'here' }]],
  [
    'trivy:ignore:DS002:exp:2027-01-31 #trivy:ignore:KSV017[a=b]',
    false,
    [
      { tool: 'trivy', ids: ['DS-0002'], reason: '', reach: 'here', ends: '2027-01-31' },
      { tool: 'trivy', ids: ['KSV-0017'], reason: '', reach: 'here' },
    ],
  ],
  ['trivy:ignore:DS002:exp:soon', false, []],
  ['trivy:ignore:', false, []],
  ['kics-scan ignore-line', false, [{ tool: 'kics', ids: 'all', reason: '', reach: 'line' }]],
  ['kics-scan ignore-block', false, [{ tool: 'kics', ids: 'all', reason: '', reach: 'block' }]],
  ['kics-scan ignore', true, [{ tool: 'kics', ids: 'all', reason: '', reach: 'file' }]],
  ['kics-scan ignore', false, []],
  ['kics-scan disable=a,b', true, [{ tool: 'kics', ids: ['a', 'b'], reason: '', reach: 'file' }]],
  [
    'kics-scan disable=b03a748a-542d-44f4-bb86-9199ab4fd2d5',
    true,
    [{ tool: 'kics', ids: ['dockerfile/healthcheck_instruction_missing'], reason: '', reach: 'file' }],
  ],
  ['kics-scan disable=a', false, []],
  ['kics-scan enable=a', true, [{ tool: 'kics', ids: 'all', except: ['a'], reason: '', reach: 'file' }]],
  ['we do not use hadolint ignore=DL3008 here', false, []],
])('%s (at the top: %s)', (text, atTop, expected) => {
  expect(read(text, atTop)).toEqual(expected)
})

test('the queries of KICS that are known by their ids are those of rules', () => {
  const aliases = new Set(embeddedRules().flatMap((rule) => rule.aliases.kics ?? []))
  expect([...KICS_QUERIES.values()].filter((query) => !aliases.has(query))).toEqual([])
  for (const id of KICS_QUERIES.keys()) expect(id).toMatch(/^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/)
})

test.each([
  ['AVD-KSV-0017', 'KSV-0017'],
  ['KSV017', 'KSV-0017'],
  ['ksv-0017', 'KSV-0017'],
  ['DS-0002', 'DS-0002'],
  ['KSV-01010', 'KSV-1010'],
  ['CVE-2024-1', 'CVE-2024-1'],
])('trivy writes %s, and means %s', (written, meant) => {
  expect(trivyId(written)).toBe(meant)
})

test.each<[string, string, 'annotations' | 'labels', object | undefined]>([
  [
    'ignore-check.kube-linter.io/run-as-non-root',
    'legacy',
    'annotations',
    { tool: 'kube-linter', ids: ['run-as-non-root'], reason: 'legacy' },
  ],
  ['ignore-check.kube-linter.io/run-as-non-root', 'legacy', 'labels', undefined],
  ['kube-linter.io/ignore-all', 'all', 'annotations', { tool: 'kube-linter', ids: 'all', reason: 'all' }],
  ['kube-score/ignore', 'a, b', 'annotations', { tool: 'kube-score', ids: ['a', 'b'] }],
  ['kube-score/skip', 'true', 'annotations', { tool: 'kube-score', ids: 'all' }],
  ['kube-score/skip', 'false', 'annotations', undefined],
  ['checkov.io/skip1', 'CKV_K8S_20=a=b', 'annotations', { tool: 'checkov', ids: ['CKV_K8S_20'], reason: 'a=b' }],
  ['checkov.io/skip2', 'CKV_K8S_20', 'annotations', { tool: 'checkov', ids: ['CKV_K8S_20'], reason: '' }],
  ['polaris.fairwinds.com/exempt', 'TRUE', 'annotations', { tool: 'polaris', ids: 'all' }],
  ['polaris.fairwinds.com/exempt', 'no', 'annotations', undefined],
  ['polaris.fairwinds.com/cpuRequestsMissing-exempt', 'true', 'annotations', { tool: 'polaris', ids: ['cpuRequestsMissing'] }],
  ['polaris.fairwinds.com/cpuRequestsMissing', 'true', 'annotations', undefined],
  ['kubescape.io/ignore', 'true', 'labels', { tool: 'kubescape', ids: 'all' }],
  ['kubescape.io/ignore', 'enabled', 'annotations', { tool: 'kubescape', ids: 'all' }],
  ['kubescape.io/ignore', 'false', 'labels', undefined],
  ['example.com/note', 'true', 'annotations', undefined],
])('%s: %s in %s', (key, value, list, expected) => {
  expect(readMark(key, value, list)).toEqual(expected && { reason: '', reach: 'object', ...expected })
})
