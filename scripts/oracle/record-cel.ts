// Records what Kubernetes' CEL says to the expressions of __tests__/fixtures/cel/expressions.txt, for tests that need no Go:
//   (cd scripts/oracle && go build -o oracle .) && node scripts/oracle/record-cel.ts scripts/oracle/oracle
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { askCel } from './ask.ts'

const FOLDER = join(import.meta.dirname, '../../__tests__/fixtures/cel')

interface Section {
  readonly heading: string
  readonly vars: Readonly<Record<string, unknown>>
  readonly expressions: string[]
}

/** `# heading` or `# heading: {variables as JSON}`, then an expression a line. */
function sections(text: string): Section[] {
  const found: Section[] = []
  for (const line of text.split('\n').filter((each) => each.trim() !== '')) {
    const heading = /^# ([^:]*)(?:: (\{.*\}))?$/.exec(line)
    if (heading) found.push({ heading: heading[1] ?? '', vars: JSON.parse(heading[2] ?? '{}') as Section['vars'], expressions: [] })
    else found.at(-1)?.expressions.push(line)
  }
  return found
}

const [oracle] = process.argv.slice(2)
if (!oracle) throw new Error('which oracle?')
const recorded = sections(readFileSync(join(FOLDER, 'expressions.txt'), 'utf8')).map(({ heading, vars, expressions }) => {
  const answers = askCel(
    oracle,
    expressions.map((expr) => ({ expr, vars: JSON.stringify(vars) })),
  )
  const cases = expressions.map((expr, index) => `    ${JSON.stringify({ expr, ...answers[index] })}`)
  return `  { "heading": ${JSON.stringify(heading)}, "vars": ${JSON.stringify(vars)}, "cases": [\n${cases.join(',\n')}\n  ] }`
})
writeFileSync(join(FOLDER, 'answers.json'), `[\n${recorded.join(',\n')}\n]\n`)
