import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Report } from '../../src/model/report.ts'
import { annotations, github } from '../../src/report/github.ts'
import { json } from '../../src/report/json.ts'
import { columns } from '../../src/report/layout.ts'
import { markdown, renderComment } from '../../src/report/markdown/markdown.ts'
import { sarif } from '../../src/report/sarif/sarif.ts'
import { text } from '../../src/report/text/text.ts'
import { context, finding, report, target } from './sample.ts'

/** Everything that a scanned repository may put into a report. */
const NASTY = [
  '\u001b[2J\u001b]0;title\u0007',
  '\u009b31m',
  'a\r\n::error file=x::owned',
  '::set-output name=passed::true',
  '  ::stop-commands::x',
  '\u00a0::add-mask::x',
  '##[error]owned',
  'x##[command]rm',
  '%0A::warning::x',
  ',line=1::',
  '`code` ``` ~~~',
  '| a | b |\n|---|---|',
  '\\| \\` \\<',
  '<img src=x onerror=alert(1)>',
  '</details></summary><script>',
  '<!-- maturity-gate: other -->',
  '[link](https://evil.example) ![i](x)',
  'https://evil.example/x www.evil.example ftp://e',
  '@everyone @org/team user@evil.example',
  'owner/repo#12 #1 GH-7 gh-8',
  '# heading\n- item\n> quote\n\n***',
  '$`x`$ $$y$$ :tada:',
  '\u202egnp.exe\u2066\u200b\ufeff\u2028\u2029',
  '\ud800 \udfff \u{e0001}',
  '&lt;b&gt; &#64;user &commat;x',
  '[text](1) {0} {{1}}',
  'x'.repeat(3000),
  '宽'.repeat(80),
  '__proto__',
  '',
]
const word = fc.oneof(
  fc.constantFrom(...NASTY),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.array(fc.constantFrom(...NASTY, 'a', ' '), { maxLength: 4 }).map((parts) => parts.join('')),
)
const words = fc.array(word, { minLength: 30, maxLength: 30 })

function reportOf(texts: readonly string[]): Report {
  let at = 0
  const next = () => texts[at++ % texts.length] ?? ''
  // No file system takes a longer name.
  const path = () => `k8s/${next().slice(0, 255)}`
  const findings = [1, 2, 3, 4].map((line) =>
    finding({
      rule: line === 4 ? 'another-rule' : 'image-tag-is-fixed',
      message: next(),
      fix: next(),
      file: line === 2 ? 'k8s/fixed.yaml' : path(),
      line,
      endLine: line,
      container: next(),
      resource: { apiVersion: next(), kind: next(), namespace: next(), name: next() },
      fingerprint: `f${line}`,
      target: 'repository',
      related: [{ file: path(), line: 1, column: 1, message: next() }],
      ...(line === 3 ? { waived: { by: next(), reason: next(), owner: next(), expires: '2027-01-01' } } : {}),
    }),
  )
  const base = target()
  const step = { edit: next(), file: path(), line: 3, closes: [], scoreGain: 1 }
  const stages = base.stages.map((stage) => (stage.stage === 2 ? { ...stage, missed: [next()] } : stage))
  return report({
    findings,
    targets: [{ ...base, owner: next(), stages, wayUp: [step] }],
    unknown: [{ rule: 'image-tag-is-fixed', file: path(), line: 1, reason: next() }],
    problems: [
      { file: path(), line: 2, message: next() },
      { file: path(), line: 2, message: next(), about: 'waiver' },
    ],
    attestations: [3, 100].map((daysLeft) => ({
      rule: 'image-tag-is-fixed',
      file: '.maturity-gate.yaml',
      line: 2,
      statement: next(),
      owner: next(),
      link: `https://example.com/${next()}`,
      expires: '2027-01-01',
      daysLeft,
      holds: true,
    })),
    notices: [next()],
  })
}

const lines = (_file: string, line: number) => NASTY[line]
const around = context({ line: lines })
const LOOKS = new RegExp(`${String.fromCharCode(27)}\\[\\d+m`, 'g')
const HIDDEN = /(?!\n)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u

function property(check: (report: Report, texts: readonly string[]) => void): void {
  fc.assert(
    fc.property(words, (texts) => check(reportOf(texts), texts)),
    { numRuns: 300 },
  )
}

/** What gives Markdown and HTML their structure. Line breaks, bars, and tags but for the comments that part links. */
function skeleton(output: string): string {
  return output
    .replace(/<!-- -->|[‹›]/g, '')
    .replace(/<\/?(code|details|summary|sub|br|a href="[^"]*")>/g, (tag) => `‹${tag.slice(1, 4)}›`)
    .replace(/[^|\n‹›<>`[\]*]/g, '')
}

/** With several targets, whose names the configuration of a change may choose, and a baseline that names anything. */
function namedBy(hostile: Report, texts: readonly string[]): Report {
  const [first = '', second = '', third = ''] = texts
  const targets = [first, second].map((name) => ({ ...(hostile.targets[0] ?? target()), name }))
  const fixed = [{ rule: third, file: first, fingerprint: second }]
  return { ...hostile, targets, baseline: { file: third, known: 1, fixed } }
}

describe('text of a scanned repository stays text', () => {
  test.each([60, 100, 120])('at a terminal of %i columns', (width) => {
    property((hostile) => {
      const output = text(hostile, { ...around, width })
      expect(output).not.toMatch(HIDDEN)
      expect(output).not.toContain('##[')
      for (const line of output.split('\n')) {
        expect(line.trimStart().startsWith('::'), line).toBe(false)
        expect(columns(line), line).toBeLessThanOrEqual(width)
      }
    })
  })

  test('of any length, in the names of targets and containers too', () => {
    const long = 'n'.repeat(100_000)
    const hostile = namedBy(reportOf([long]), [long, `${long}2`, long])
    for (const render of [text, github, markdown, renderComment]) expect(render(hostile, around).length).toBeLessThan(60_000)
  })

  test('with colours there are no escape sequences but ours', () => {
    property((hostile) => {
      const colored = text(hostile, { ...around, color: true })
      expect(colored.replace(LOOKS, '')).toBe(text(hostile, around))
    })
  })

  test('in JSON it is the same value and holds nothing that a log obeys', () => {
    property((hostile) => {
      const output = json(hostile, around)
      expect(output).not.toMatch(HIDDEN)
      expect(output).not.toContain('##[')
      expect(JSON.parse(output)).toEqual(JSON.parse(JSON.stringify(hostile)))
    })
  })

  test.each([
    ['summary', markdown],
    ['comment', renderComment],
  ])('in the %s it is no markup, no link and no mention', (_, render) => {
    const plain = skeleton(render(reportOf(['x']), { ...around, loosened: ['x'] }))
    property((hostile, texts) => {
      const output = render(hostile, { ...around, loosened: texts.slice(0, 1) })
      expect(skeleton(output)).toBe(plain)
      const prose = output.replace(/<code>.*?<\/code>/g, '')
      expect(prose).not.toMatch(/[@#][\p{L}\p{N}](?<!&#\d)|\bGH-\d/iu)
      expect(output).not.toMatch(/:\/\/|\bwww\./i)
      expect(output).not.toMatch(HIDDEN)
    })
  })

  test.each([
    ['text', text],
    ['workflow commands', github],
    ['JSON', json],
    ['SARIF', sarif],
    ['the summary', markdown],
    ['the comment', renderComment],
  ])('the names of targets, gates and baselines command nothing in %s', (_, render) => {
    property((hostile, texts) => {
      const output = render(namedBy(hostile, texts), { ...around, name: texts[3] ?? '' })
      expect(output).not.toMatch(HIDDEN)
      expect(output).not.toContain('##[')
      expect(output).not.toMatch(/^\s*::(?!(?:error|warning|notice) title=)/m)
      if (render === markdown || render === renderComment) {
        expect(output.replace(/<code>.*?<\/code>/g, '')).not.toMatch(/[@#][\p{L}\p{N}](?<!&#\d)|:\/\/|<(?:img|script)/iu)
      }
    })
  })

  test('in workflow commands it ends no command and sets no property', () => {
    property((hostile) => {
      const [verdict, notice = '', ...commands] = github(hostile, around).trimEnd().split('\n')
      expect(verdict).toBe('maturity-gate: failed: stage 2 is required, stage 1 is reached; 1 waived')
      expect(notice).not.toMatch(/^\s*::|##\[/)
      expect(notice).not.toMatch(HIDDEN)
      expect(commands).toHaveLength(annotations(hostile, around, { select: 'gaps', rest: '' }).length)
      for (const command of commands) {
        const [, properties = ''] = /^::(?:error|warning|notice) (.*?)::/.exec(command) ?? []
        const names = properties.split(',').map((one) => one.split('=')[0])
        expect(names).toEqual(['title', 'file', 'line', 'endLine', 'col', 'endColumn'])
        expect(command).not.toContain('##[')
        expect(command).not.toMatch(HIDDEN)
      }
    })
  })

  test('in SARIF it makes no link, and every path is an address', () => {
    property((hostile) => {
      const output = sarif(hostile, around)
      expect(output).not.toMatch(HIDDEN)
      const { runs } = JSON.parse(output)
      for (const result of runs[0].results) {
        expect(result.message.text).not.toContain('](')
        const { uri } = result.locations[0].physicalLocation.artifactLocation
        expect(uri).toMatch(/^[\w.!~*'()%/-]+$/)
        expect(() => decodeURIComponent(uri)).not.toThrow()
      }
    })
  })
})
