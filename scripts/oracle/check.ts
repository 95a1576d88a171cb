// Hands every expression of every rule, with what it sees in each of the rule's examples, to Kubernetes' own CEL:
//   (cd scripts/oracle && go build -o oracle .) && node scripts/oracle/check.ts scripts/oracle/oracle [RULE…]
// Fails where one does not compile there, or is answered otherwise than by us.
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { CelError } from '../../src/rules/cel/values.ts'
import { loadRules } from '../../src/rules/load.ts'
import { loadModel } from '../../src/rules/model-file.ts'
import { ROOT } from '../generated.ts'
import { askCel, type CelAnswer } from './ask.ts'
import { questionsOf, type RuleQuestion } from './questions.ts'
import { Circular, ordered, shown } from './shown.ts'

const read = (path: string) => readFileSync(join(ROOT, path), 'utf8')
const SHOWN = 50
/** Only compiled: the answer cannot be written down. */
const CIRCULAR = Symbol('circular')

function ours({ program, variables }: RuleQuestion): unknown {
  try {
    return ordered(shown(program(variables)))
  } catch (error) {
    if (error instanceof CelError) return 'fails'
    if (error instanceof Circular) return CIRCULAR
    throw error
  }
}

function differs(question: RuleQuestion, answer: CelAnswer): string | undefined {
  if ('compileError' in answer) return answer.compileError
  if (question.compileOnly) return undefined
  const answered = ours(question)
  if (answered === CIRCULAR) return undefined
  const mine = JSON.stringify(answered)
  const theirs = JSON.stringify('value' in answer ? ordered(answer.value) : 'fails')
  return mine === theirs ? undefined : `we say ${mine}, Kubernetes ${'error' in answer ? answer.error : theirs}`
}

const [oracle, ...only] = process.argv.slice(2)
if (!oracle) throw new Error('which oracle?')
const paths = globSync('rules/*/**/*.yaml', { cwd: ROOT }).sort()
const rules = loadRules(
  paths.map((path) => ({ path, text: read(path) })),
  loadModel(read('rules/model.yaml'), 'rules/model.yaml'),
)
const questions = rules.filter(({ rule }) => only.length === 0 || only.includes(rule.id)).flatMap(questionsOf)
const answers = askCel(oracle, questions)
const wrong = questions.flatMap((question, index) => {
  const difference = differs(question, answers[index] as CelAnswer)
  return difference === undefined ? [] : [`${question.rule} ${question.key}: ${question.expr}\n  ${difference}`]
})
for (const line of wrong.slice(0, SHOWN)) console.error(line)
console.log(`${rules.length} rules, ${questions.length} questions, ${wrong.length} answered otherwise`)
if (wrong.length > 0) process.exitCode = 1
