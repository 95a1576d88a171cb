import { expect, test } from 'vitest'
import { loadConfig } from '../../src/config/load.ts'
import { UserError } from '../../src/errors.ts'
import { memoryTree } from '../../src/source/memory.ts'

function load(config: string) {
  return loadConfig(memoryTree({ '.maturity-gate.yaml': config }), {}, { paths: [], exclude: [] })
}

async function mistakes(config: string): Promise<string[]> {
  const thrown = await load(config).catch((error: unknown) => error)
  if (!(thrown instanceof UserError)) throw thrown
  return thrown.message.split('\n').map((line) => line.replace('.maturity-gate.yaml:', ''))
}

test('what is right comes with its line, and with its rules by any name', async () => {
  const settings = await load(`attestations:
  - { control: access-review-attested, statement: Reviewed., owner: '@a/b', link: 'https://example.com/x', expires: 2026-12-31 }
attestation-max-days: 90
waivers:
  - rule: checkov:CKV_K8S_16
    paths: [k8s, '!k8s/base']
    resources: [Deployment/shop/web]
    containers: ['*-sidecar']
    reason: it needs the host
  - { control: no-privileged-containers, reason: too, owner: '@a', expires: 2027-01-31 }
waiver-expiry: optional
honour: [kics]
`)
  expect(settings.attestations).toMatchObject([
    { rules: ['access-review-attested'], owner: '@a/b', expires: '2026-12-31', place: { file: '.maturity-gate.yaml', line: 2, column: 5 } },
  ])
  expect(settings.waivers).toMatchObject([
    { name: 'checkov:CKV_K8S_16', rules: ['no-privileged-containers'], paths: ['k8s', '!k8s/base'], owner: undefined, place: { line: 5 } },
    { rules: ['no-privileged-containers'], paths: [], resources: [], containers: [], expires: '2027-01-31', place: { line: 10 } },
  ])
  expect(settings.terms).toEqual({ attestationDays: 90, waiverDays: 366, openEnded: true })
  expect(settings.honour).toEqual(['kics'])
})

test('all that is wrong comes at once, each at its place', async () => {
  const config = `attestations:
  - { control: acces-review-attested, statement: x, owner: '@a', link: 'https://example.com', expires: 2026-12-31 }
  - { control: no-privileged-containers, statement: x, owner: '@a', link: 'https://example.com', expires: 2026-12-31 }
  - { control: access-review-attested, statement: x, owner: '@a', link: 'https://example.com', expires: 2026-12-31 }
  - { control: access-review-attested, statement: x, owner: '@a', link: 'https://example.com', expires: 2026-12-31 }
  - { control: regulatory-scope-attested, statement: x, link: wiki, expires: 2026-02-30, ticket: 7 }
waivers:
  - { rule: no-privilged-containers, reason: x }
  - { reason: x }
  - { rule: no-privileged-containers, control: no-privileged-containers, reason: x }
  - { rule: no-privileged-containers, resources: [web, Deployment/a/b/c, Deployment/web], reason: x }
  - { rule: no-privileged-containers, expires: 2026-1-1, owners: '@a' }
waiver-max-days: 0
honour: [kubelinter]
`
  expect(await mistakes(config)).toEqual([
    '2:7: attestations: no rule is called "acces-review-attested"; did you mean access-review-attested?',
    '3:7: attestations: the files decide no-privileged-containers, so nobody can attest it; a waiver accepts what they say',
    '5:7: attestations: access-review-attested is attested above already',
    '6:5: attestations[4].owner: missing',
    expect.stringMatching(/^6:\d+: attestations\[4\]\.link: must be an address that begins with https/),
    expect.stringMatching(/^6:\d+: attestations\[4\]\.expires: there is no such day in the calendar/),
    expect.stringMatching(/^6:\d+: unknown key attestations\[4\]\.ticket/),
    '8:7: waivers: no rule is called "no-privilged-containers"; did you mean no-privileged-containers?',
    '9:5: waivers[1]: missing: rule',
    '10:5: waivers[2]: either rule or control, not both',
    '11:51: waivers[3].resources: "web" is not Kind/name or Kind/namespace/name',
    '11:56: waivers[3].resources: "Deployment/a/b/c" is not Kind/name or Kind/namespace/name',
    '12:5: waivers[4].reason: missing',
    expect.stringMatching(/^12:\d+: waivers\[4\]\.expires: must be a day, YYYY-MM-DD/),
    expect.stringMatching(/^12:\d+: unknown key waivers\[4\]\.owners; did you mean owner\?/),
    expect.stringMatching(/^13:1: waiver-max-days: /),
    expect.stringMatching(/^14:\d+: honour\[0\]: not "kubelinter".*did you mean kube-linter\?/),
  ])
})
