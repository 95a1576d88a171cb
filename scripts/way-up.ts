// Writes docs/guides/way-up.md out of examples/bookshop-stage-2, the patches in docs/way-up and what the gate says after each of them.
import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadConfig } from '../src/config/load.ts'
import { gate } from '../src/gate.ts'
import { Day } from '../src/model/day.ts'
import type { ControlResult, Report } from '../src/model/report.ts'
import { openTree } from '../src/source/files.ts'

const ROOT = join(import.meta.dirname, '..')
const PAGE = join(ROOT, 'docs/guides/way-up.md')
export const FIRST = join(ROOT, 'examples/bookshop-stage-2')
export const LAST = join(ROOT, 'examples/bookshop-stage-5')
/** The day on which the attestations of the example hold. */
export const DAY = '2026-11-27'

const patch = (to: number) => join(ROOT, `docs/way-up/${to - 1}-to-${to}.patch`)

/** A copy of the first example, taken down to stage 1, and the patches that lift it stage by stage. */
export class Walk {
  readonly folder = mkdtempSync(join(tmpdir(), 'way-up-'))

  constructor() {
    cpSync(FIRST, this.folder, { recursive: true })
    // An empty folder of that name makes it a root, and no repository around it counts.
    mkdirSync(join(this.folder, '.git'))
    this.#apply(patch(2), '--reverse')
  }

  climb(to: number): void {
    this.#apply(patch(to))
  }

  #apply(file: string, ...options: readonly string[]): void {
    execFileSync('git', ['apply', ...options, file], { cwd: this.folder, env: { ...process.env, GIT_CEILING_DIRECTORIES: tmpdir() } })
  }

  async report(): Promise<Report> {
    const tree = openTree(this.folder, [])
    return gate(tree, await loadConfig(tree, {}, { paths: [], exclude: [], day: new Day(() => DAY) }))
  }

  end(): void {
    rmSync(this.folder, { recursive: true, force: true })
  }
}

/** docs/guides/way-up.md as it should be. */
export async function wayUp(): Promise<string> {
  const walk = new Walk()
  try {
    const parts = [INTRODUCTION]
    let before = await walk.report()
    for (const to of [2, 3, 4, 5]) {
      walk.climb(to)
      const after = await walk.report()
      parts.push(step(to, before, after))
      before = after
    }
    parts.push(`## What an auditor sees at stage 5\n\n${evidenceTable(before)}`)
    return `${parts.join('\n\n')}\n`
  } finally {
    walk.end()
  }
}

const INTRODUCTION = `# The way up, edit by edit

<!-- Written by scripts/way-up.ts: npm run build. -->

[\`examples/bookshop-stage-2\`](../../examples/bookshop-stage-2) is a small shop that reaches stage 2 and not more;
[\`examples/bookshop-stage-5\`](../../examples/bookshop-stage-5) is the same shop at stage 5. Between them lie the edits of this page, as patches
in [\`docs/way-up\`](../way-up); the first one, taken back, makes stage 1 of stage 2. A test applies them one after the other, asks the gate
after each, and compares what comes out with the second example.

    node dist/cli examples/bookshop-stage-2
    node dist/cli examples/bookshop-stage-5 --date ${DAY}   # on a day on which its attestations hold`

const WORDS: Readonly<Record<number, string>> = {
  2: `The project is approved: images come from a registry of one's own and are scanned before they are used, a tool builds the manifests, a
pipeline checks them, and a policy decides what the cluster admits. The image ends with a user of its own.`,
  3: `The shop goes to production: pods are hardened to the restricted level, spread, limited and probed, the network is closed but for what is
needed, a sensor watches what runs, somebody is alerted, and the standard that applies is named and checked. That secrets are replaced no file can
show: it is attested.`,
  4: `Other teams and a second cluster join: images are pinned by digest, signed, listed and attested, and only signed ones are admitted; quotas and
policies are guardrails; everything has an owner; delivery comes from Git; logs, audit log and alerts leave the cluster. Regulation, the plan for
incidents and the review of access are attested.`,
  5: `Containers are the default: a mesh encrypts and authorises every call, security is delivered as tested code, workloads run in a sandbox with
profiles of their own, pipelines log in without a password, and releases, images and drift look after themselves.`,
}

function step(to: number, before: Report, after: Report): string {
  const closed = after.controls.filter(
    (control) => control.status === 'pass' && statusOf(before, control.id) !== 'pass' && control.stage <= to,
  )
  const reached = `The stage reached goes from ${before.verdict.reachedStage} to ${after.verdict.reachedStage}.`
  const rows = closed.map((control) => `| ${control.stage} | [${control.id}](../rules/${control.id}.md) | ${placesOf(control)} |`)
  const table = ['| stage | what is met now | by |', '|:-:|---|---|', ...rows].join('\n')
  const edits = `\`\`\`diff\n${readFileSync(patch(to), 'utf8').trimEnd()}\n\`\`\``
  const folded = `<details>\n<summary>The edits: docs/way-up/${to - 1}-to-${to}.patch</summary>\n\n${edits}\n\n</details>`
  return [`## To stage ${to}`, WORDS[to], reached, folded, table].join('\n\n')
}

function statusOf(report: Report, id: string): ControlResult['status'] | undefined {
  return report.controls.find((control) => control.id === id)?.status
}

const SHOWN = 3

function placesOf({ evidence }: ControlResult): string {
  const places = [...new Set(evidence.map(({ file, line, what }) => `${what.replaceAll('|', '\\|')} (\`${file}:${line}\`)`))]
  const more = places.length > SHOWN ? [`and ${places.length - SHOWN} more`] : []
  return [...places.slice(0, SHOWN), ...more].join('<br>')
}

function evidenceTable(report: Report): string {
  const kinds = report.controls.filter(({ kind, status }) => kind !== 'static' && status === 'pass')
  const rows = kinds.map(
    (control) => `| ${control.stage} | [${control.id}](../rules/${control.id}.md) | ${control.kind} | ${placesOf(control)} |`,
  )
  return ['| stage | control | kind | shown by |', '|:-:|---|---|---|', ...rows].join('\n')
}

if (process.argv[1] === import.meta.filename) writeFileSync(PAGE, await wayUp())
