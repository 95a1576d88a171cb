import type { Mistake } from '../errors.ts'
import type { Example } from '../model/rule.ts'
import type { Scope } from '../model/subject.ts'
import type { PlacedYaml } from '../source/yaml/placed.ts'
import type { RuleFile } from './schema.ts'

const MARK = /^[ \t]*#[ \t]*finding[ \t]*$/

const FILE_NAMES: Readonly<Record<Scope, string>> = {
  repository: 'manifest.yaml',
  namespace: 'manifest.yaml',
  component: 'manifest.yaml',
  resource: 'manifest.yaml',
  pod: 'manifest.yaml',
  container: 'manifest.yaml',
  volume: 'manifest.yaml',
  image: 'manifest.yaml',
  dockerfile: 'Dockerfile',
  'build-stage': 'Dockerfile',
  instruction: 'Dockerfile',
  command: 'Dockerfile',
  'compose-service': 'compose.yaml',
}

export interface Place {
  readonly file: string
  readonly line: number
}

/** The files of an example: a text alone stands in a file that suits the scope, or what it plainly is. */
export function exampleFiles(example: Example, scope: Scope): Readonly<Record<string, string>> {
  if (typeof example !== 'string')
    return example.config === undefined ? example.files : { ...example.files, '.maturity-gate.yaml': example.config }
  return { [fileName(example, scope)]: example }
}

function fileName(text: string, scope: Scope): string {
  if (scope !== 'repository' && scope !== 'image') return FILE_NAMES[scope]
  if (/^FROM\s/m.test(text)) return 'Dockerfile'
  if (/^services:/m.test(text)) return 'compose.yaml'
  if (/^kind: Kustomization/m.test(text)) return 'kustomization.yaml'
  return /^(?:on|jobs):/m.test(text) ? '.github/workflows/ci.yaml' : FILE_NAMES[scope]
}

/** Where an example must have exactly one finding each: the lines after `# finding`, and what `findings` lists. */
export function expectedFindings(example: Example, scope: Scope): Place[] {
  const marked = Object.entries(exampleFiles(example, scope)).flatMap(([file, text]) =>
    text.split(/\r\n?|\n/).flatMap((line, index) => (MARK.test(line) ? [{ file, line: index + 2 }] : [])),
  )
  return typeof example === 'string' ? marked : [...marked, ...(example.findings ?? [])]
}

/** Failing examples say where they fail; passing and unknown ones say nothing. */
export function exampleMistakes(rule: RuleFile, yaml: PlacedYaml): Mistake[] {
  const mistakes: Mistake[] = []
  for (const group of ['fail', 'pass', 'unknown'] as const) {
    rule.examples[group].forEach((example, index) => {
      const expected = expectedFindings(example, rule.scope)
      const wrong = (message: string) => mistakes.push({ ...yaml.place(['examples', group, index]), message })
      if (group !== 'fail' && expected.length > 0)
        wrong(`an example that must ${group === 'pass' ? 'pass' : 'stay unknown'} marks a finding`)
      if (group === 'fail' && expected.length === 0)
        wrong('a failing example marks its findings: `# finding` above the line, or findings: [{ file, line }]')
      for (const place of expected)
        if (outside(place, exampleFiles(example, rule.scope))) wrong(`there is no line ${place.line} in ${place.file}`)
    })
  }
  return mistakes
}

// A finding about the repository as a whole, or about a file that is missing, has a place without a line in the example.
function outside({ file, line }: Place, files: Readonly<Record<string, string>>): boolean {
  const text = files[file]
  return text !== undefined && line > text.replace(/(?:\r\n?|\n)$/, '').split(/\r\n?|\n/).length
}
