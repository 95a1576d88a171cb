// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the texts are workflows, whose expressions look like this
import { expect, test } from 'vitest'
import { originOf } from '../../../src/model/origin.ts'
import { readCi } from '../../../src/source/ci/ci.ts'
import { memoryTree } from '../../../src/source/memory.ts'
import { readSources } from '../../../src/source/read.ts'

const ciOf = (files: Record<string, string>) => readCi(readSources(memoryTree(files), { paths: [], include: [], exclude: [] }))
const placeOf = (value: object) => {
  const origin = originOf(value)
  return origin && `${origin.source.path}:${origin.source.place(origin.key).line}`
}
const workflow = (steps: string, job = '', on = 'push') => ({
  '.github/workflows/ci.yaml': `on: ${on}\njobs:\n  check:\n${job}    steps:\n${steps.replace(/^/gm, '      ')}`,
})
const commands = (files: Record<string, string>) =>
  ciOf(files).commands.map((command) => `${placeOf(command)} ${command.words.join(' ')}${command.blocking ? '' : ' (tolerated)'}`)

test('commands of a script stand on their lines, with the words that are known', () => {
  expect(
    commands(
      workflow(
        '- run: |\n    # trivy image no\n    set -e\n\n    if true; then trivy image --exit-code=1 ${{ env.IMAGE }}; fi\n    grype web || true\n',
      ),
    ),
  ).toEqual([
    '.github/workflows/ci.yaml:7 set -e',
    '.github/workflows/ci.yaml:9 true',
    '.github/workflows/ci.yaml:9 trivy image --exit-code=1 $? --exit-code',
    '.github/workflows/ci.yaml:10 grype web (tolerated)',
    '.github/workflows/ci.yaml:10 true',
  ])
})

test.each([
  ['a step', workflow('- run: a\n  if: false\n- run: b\n  if: ${{ false }}\n- run: c\n  if: always()\n'), ['c']],
  ['a job', workflow('- run: a\n', '    if: false\n'), []],
  [
    'a job that waits for one',
    {
      '.github/workflows/ci.yaml':
        'on: push\njobs:\n  a:\n    if: false\n    steps: [{ run: a }]\n  b:\n    needs: [a]\n    steps: [{ run: b }]\n  c:\n    needs: b\n    if: always()\n    steps: [{ run: c }]\n',
    },
    ['c'],
  ],
  ['a comment', workflow('# - run: a\n- run: b\n'), ['b']],
  ['a workflow that only others call', workflow('- run: a\n', '', 'workflow_call'), []],
  ['a script for another shell', workflow('- run: a\n  shell: pwsh\n- run: b\n  shell: bash -e {0}\n'), ['b']],
])('what is switched off is nothing: %s', (_, files, names) => {
  expect(ciOf(files).commands.map(({ name }) => name)).toEqual(names)
})

test('a command that only tells of the tool is nothing', () => {
  const script =
    '- run: |\n    kubeconform -v\n    trivy --version\n    trivy version --format json\n    kyverno help\n    kubeconform -v k8s\n'
  expect(commands(workflow(script))).toEqual(['.github/workflows/ci.yaml:10 kubeconform -v k8s'])
})

test.each([
  ["github.event_name == 'push'", ['push']],
  ["${{ github.event_name != 'push' && !cancelled() }}", ['pull_request', 'schedule']],
  ["github.event_name == 'push' || github.event_name == 'schedule'", ['push', 'schedule']],
  ["github.event_name == 'push' || env.FORCE == '1'", ['push', 'pull_request', 'schedule']],
  ["!(github.event_name == 'push' && github.event_name == 'schedule' && env.SKIP)", ['push', 'pull_request', 'schedule']],
  ["github.event_name == 'release'", undefined],
])('a condition on the event leaves the triggers under which it holds: %s', (condition, triggers) => {
  const on = '[push, pull_request, schedule]'
  const quoted = JSON.stringify(condition)
  expect(ciOf(workflow(`- run: a\n  if: ${quoted}\n`, '', on)).commands[0]?.triggers).toEqual(triggers)
  expect(ciOf(workflow('- run: a\n', `    if: ${quoted}\n`, on)).commands[0]?.triggers).toEqual(triggers)
})

test.each([
  ['kubectl -n web apply -f k8s', 'kubectl apply in job check'],
  ['helm -n web upgrade web chart', 'helm upgrade in job check'],
  ['kubeconform $FILES', 'kubeconform in job check'],
  ['A="x y" B=$C $(KO) build', 'ko build in job check'],
  ['A=x \\\n\t\t$(KO) build', 'ko build in job check'],
  ['xargs -0 $(ROOT)/tools/hadolint', 'hadolint in job check'],
  ['if x; then "$$BIN_DIR/ko" build; fi', 'ko build in job check'],
])('a command is called by its name and what it does: %s', (line, label) => {
  const files = { ...workflow('- run: make a\n'), Makefile: `a:\n\t${line}\n` }
  expect(ciOf(files).commands.at(-1)?.label).toBe(`${label}, by make a`)
})

test('a script is followed behind the variables it is given, and a retried command is one', () => {
  const files = { ...workflow('- run: A="$B c" ./x.sh\n- uses: nick-fields/retry@v3\n  with: { command: c }\n'), 'x.sh': '#!/bin/sh\nd\n' }
  expect(ciOf(files).commands.map(({ name }) => name)).toEqual(['x.sh', 'd', 'c'])
})

test('what is called sees what it is given, and its defaults', () => {
  const call =
    'on: push\njobs:\n  a:\n    uses: ./.github/workflows/scan.yaml\n    with: { exit: 0, ref: "${{ github.ref }}" }\n  b:\n    steps: [{ uses: ./scan, with: { exit: 1, more: "false" } }]\n'
  const called =
    'on:\n  workflow_call:\n    inputs:\n      exit: { type: number }\n      more: { type: boolean, default: false }\n      unsaid: { type: boolean }\njobs:\n  s:\n    steps:\n      - uses: x/y@1\n        with: { exit-code: "${{ inputs.exit }}", ref: "${{ inputs.ref }}-${{ inputs.none }}" }\n      - run: s\n        if: inputs.more\n      - run: v\n        if: inputs.unsaid\n  t:\n    if: ${{ inputs.more }}\n    steps: [{ run: t }]\n'
  const action =
    'inputs:\n  exit: { default: "3" }\n  more: { default: "" }\nruns:\n  using: composite\n  steps:\n    - uses: x/z@1\n      with: { exit-code: "${{inputs.exit}}" }\n    - run: u\n      shell: bash\n      if: ${{ inputs.more }}\n'
  const ci = ciOf({ '.github/workflows/ci.yaml': call, '.github/workflows/scan.yaml': called, 'scan/action.yml': action })
  expect(ci.steps.filter(({ uses }) => uses.startsWith('x/')).map((step) => step.with)).toEqual([
    { 'exit-code': '0', ref: '${{ github.ref }}-${{ inputs.none }}' },
    { 'exit-code': '1' },
  ])
  expect(ci.commands.map(({ name }) => name)).toEqual(['u'])
})

test.each([
  ['make --version', []],
  ['make -v', []],
  ['make version', ['b']],
  ['make', ['make', 'a']],
  ['task --version', []],
  ['task --help', []],
  ['task -v', ['c']],
  ['./x.sh -v', ['d']],
  ['docker run --rm aquasec/trivy -v', ['docker']],
])('what tells of itself alone starts nothing: %s', (line, expected) => {
  const files = {
    ...workflow(`- run: ${line}\n`),
    Makefile: 'all:\n\ta\nversion:\n\tb\n',
    'Taskfile.yml': 'tasks:\n  default:\n    cmds: [c]\n',
    'x.sh': '#!/bin/sh\nd\n',
  }
  expect(ciOf(files).commands.map(({ name }) => name)).toEqual(expected)
})

test.each([
  // A composite action's inputs are texts, and a text is true unless it is empty.
  ['inputs.off', true],
  ['!inputs.off', false],
  ["inputs.off == 'true'", false],
  ["inputs.off != 'FALSE'", false],
  ['inputs.off == false', false],
  ["${{ inputs.off == 'true' && always() }}", false],
  ["inputs.off == 'true' || always()", true],
  ["!(inputs.off == 'true' && always())", true],
  ['inputs.unsaid', false],
  ["inputs.unsaid == ''", true],
  ['inputs.open', true],
  ["inputs.open == 'yes'", true],
  ['inputs.nobody', true],
])('the inputs of a composite action are texts: if: %s', (condition, runs) => {
  const call = workflow('- uses: ./scan\n  with: { off: false, open: "${{ github.ref }}" }\n')
  const inputs = 'inputs:\n  off: { default: true, type: boolean }\n  unsaid: { type: boolean }\n  open: {}\n'
  const steps = `runs:\n  using: composite\n  steps:\n    - run: a\n      shell: bash\n      if: ${JSON.stringify(condition)}\n`
  expect(commands({ ...call, 'scan/action.yml': inputs + steps }).length).toBe(runs ? 1 : 0)
})

test.each([
  ['inputs.off', false],
  ['inputs.off == false', true],
  ["inputs.off == ''", true],
  ["inputs.off == 'false'", false],
  ['inputs.count', false],
  ["inputs.count == '0'", true],
  ['inputs.word', true],
])('the inputs of a called workflow have their types: if: %s', (condition, runs) => {
  const call = 'on: push\njobs:\n  a:\n    uses: ./.github/workflows/b.yaml\n    with: { off: false, word: "false" }\n'
  const inputs =
    'on:\n  workflow_call:\n    inputs:\n      off: { type: boolean, default: true }\n      count: { type: number }\n      word: { type: string }\n'
  const job = `jobs:\n  b:\n    if: ${JSON.stringify(condition)}\n    steps: [{ run: a }]\n`
  expect(commands({ '.github/workflows/a.yaml': call, '.github/workflows/b.yaml': inputs + job }).length).toBe(runs ? 1 : 0)
})

test('what a task tolerates does not block', () => {
  const tasks =
    'tasks:\n  a:\n    cmds:\n      - { cmd: x, ignore_error: true }\n      - |\n        y\n        z\n  b: { ignore_error: true, cmds: [w] }\n'
  expect(commands({ ...workflow('- run: task a b\n'), 'Taskfile.yml': tasks }).slice(1)).toEqual([
    'Taskfile.yml:4 x (tolerated)',
    'Taskfile.yml:6 y',
    'Taskfile.yml:7 z',
    'Taskfile.yml:8 w (tolerated)',
  ])
})

test('steps carry what they use, by owner and name', () => {
  const [step] = ciOf(
    workflow('- uses: Aquasecurity/Trivy-Action@0.33.1\n  with: { exit-code: 1, image: "${{ env.IMAGE }}" }\n  continue-on-error: true\n'),
  ).steps
  expect(step).toMatchObject({
    uses: 'aquasecurity/trivy-action',
    ref: '0.33.1',
    with: { 'exit-code': '1', image: '${{ env.IMAGE }}' },
    blocking: false,
    job: 'check',
    triggers: ['push'],
  })
})

test.each([
  [
    'make, with prerequisites and includes',
    'make -C sub check',
    {
      'sub/Makefile': 'include *.mk\nTOOL ?= bin/trivy\ncheck: lint\n\t@$(TRIVY) image web\n',
      'sub/lint.mk': 'lint:\n\t-kubeconform k8s\n',
    },
    ['sub/lint.mk:2 kubeconform k8s (tolerated)', 'sub/Makefile:4 trivy image web'],
  ],
  ['the first target of a Makefile', 'make', { Makefile: '.PHONY: all\nall:\n\ta\nother:\n\tb\n' }, ['Makefile:3 a']],
  ['no target of a Makefile, where only the pipeline knows which', 'make "build-$IMAGE"', { Makefile: 'all:\n\ta\n' }, []],
  [
    'a shell script, from a folder',
    'cd hack && ./check.sh',
    { 'hack/check.sh': '#!/bin/sh\n. ./lib.sh\nconftest test k8s\n', 'hack/lib.sh': 'helm lint chart\n' },
    ['hack/lib.sh:1 helm lint chart', 'hack/check.sh:3 conftest test k8s'],
  ],
  [
    'a script of package.json',
    'npm run lint',
    { 'package.json': '{\n  "scripts": { "lint": "hadolint Dockerfile" }\n}' },
    ['package.json:2 hadolint Dockerfile'],
  ],
  [
    'a task',
    'task check',
    { 'Taskfile.yml': 'tasks:\n  check:\n    deps: [lint]\n    cmds:\n      - checkov -d .\n  lint:\n    cmds: [{ cmd: kics scan }]\n' },
    ['Taskfile.yml:5 checkov -d .', 'Taskfile.yml:7 kics scan'],
  ],
  [
    'a recipe',
    'just check',
    { justfile: 'lint:\n    kubeconform k8s\n\ncheck: lint\n    @trivy image web\n' },
    ['justfile:2 kubeconform k8s', 'justfile:5 trivy image web'],
  ],
  [
    'pre-commit hooks',
    'pre-commit run --all-files',
    { '.pre-commit-config.yaml': 'repos:\n  - repo: x\n    hooks:\n      - id: gitleaks\n' },
    ['.pre-commit-config.yaml:4 gitleaks'],
  ],
  ['a container', 'docker run --rm -v $PWD:/src aquasec/trivy:0.66 image web', {}, ['.github/workflows/ci.yaml:5 trivy image web']],
  ['a Go program', 'go run github.com/yannh/kubeconform/cmd/kubeconform@v0.7.0 k8s', {}, ['.github/workflows/ci.yaml:5 kubeconform k8s']],
  ['an npm program', 'npx --yes snyk container test web', {}, ['.github/workflows/ci.yaml:5 snyk container test web']],
])('follows %s', (_, run, files, expected) => {
  const found = commands({ ...workflow(`- run: ${run}\n`), ...files })
  for (const one of expected) expect(found).toContain(one)
})

test.each(['./', '$/'])('follows local actions and reusable workflows with %s, and says how', (own) => {
  const ci = ciOf({
    ...workflow(`- uses: ${own}.github/actions/scan\n`),
    '.github/workflows/call.yaml': `on: pull_request\njobs:\n  call:\n    uses: ${own}.github/workflows/reused.yaml\n`,
    '.github/workflows/reused.yaml': 'on: workflow_call\njobs:\n  inner:\n    steps:\n      - run: grype web\n',
    '.github/actions/scan/action.yml': 'runs:\n  using: composite\n  steps:\n    - run: trivy image web\n      shell: bash\n',
  })
  expect(ci.commands.map(({ name, job, triggers, via }) => ({ name, job, triggers, via }))).toEqual([
    { name: 'grype', job: 'inner', triggers: ['pull_request'], via: [`workflow ${own}.github/workflows/reused.yaml`] },
    { name: 'trivy', job: 'check', triggers: ['push'], via: [`action ${own}.github/actions/scan`] },
  ])
})

test('scripts that call each other end', () => {
  const files = { ...workflow('- run: make a\n'), Makefile: 'a: b\n\t./x.sh\nb: a\n\tmake a\n', 'x.sh': 'make b\n./x.sh\n' }
  expect(ciOf(files).commands.length).toBeLessThan(20)
})

test('a trigger with nothing behind it is one', () => {
  const workflow = 'on:\n  pull_request:\n  push: { branches: [main] }\njobs:\n  check: { steps: [{ run: trivy fs . }] }\n'
  const ci = readCi(readSources(memoryTree({ '.github/workflows/a.yaml': workflow }), { paths: [], include: [], exclude: [] }))
  expect(ci.commands.map(({ name, triggers }) => [name, triggers])).toEqual([['trivy', ['pull_request', 'push']]])
})

test('what is run and is not among the files is told, and what it does is unknown', () => {
  const script =
    'make -C sub verify lint\nmake here\nA=1 ./bin/test.sh | tee x\nbash hack/check.sh\n./there.sh\n/usr/bin/x.sh\n$HOME/y.sh\nkubectl apply -f a/b.yaml\nbash -c "echo a/b"'
  const workflow = `on: push\njobs:\n  a:\n    steps:\n      - run: |\n${script.replace(/^/gm, '          ')}\n`
  const { unread } = ciOf({ '.github/workflows/a.yaml': workflow, Makefile: 'here:\n\ttrue\n', 'there.sh': 'true\n' })
  expect(unread.map(({ name }) => name)).toEqual(['make verify', 'make lint', './bin/test.sh', 'hack/check.sh'])
  expect(() => unread[0]?.does).toThrow('depends on make verify, which is not among the files')
})
