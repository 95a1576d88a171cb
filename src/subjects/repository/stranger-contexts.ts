import { contextsOf, expressionsIn } from '../../source/ci/github-expressions.ts'

const TEXTS = ['pull_request', 'issue', 'discussion', 'comment', 'review', 'review_comment'].flatMap((name) => [
  `${name}.title`,
  `${name}.body`,
])
const COMMITS = ['head_commit', 'workflow_run.head_commit'].flatMap((name) =>
  ['message', 'author.name', 'author.email'].map((part) => `${name}.${part}`),
)
const HEADS = ['ref', 'label', 'repo.default_branch', 'repo.description', 'repo.homepage'].map((name) => `pull_request.head.${name}`)
const RUNS = ['head_branch', 'display_title', 'pull_requests.*.head.ref', 'head_repository.description'].map(
  (name) => `workflow_run.${name}`,
)
/** What a stranger writes as he likes; the name of a branch takes nearly every character. */
const WRITTEN = ['github.head_ref', ...[...TEXTS, ...COMMITS, ...HEADS, ...RUNS, 'label.name'].map((name) => `github.event.${name}`)].map(
  (path) => path.split('.'),
)

const HEAD =
  /^github\.(?:head_ref|event\.(?:pull_request\.(?:head\..+|merge_commit_sha)|workflow_run\.(?:head_.+|pull_requests\.\*\.head\..+)))$/

/** The first expression of a script that puts a stranger's words into it. */
export function strangersWords(script: string): { readonly text: string; readonly start: number } | undefined {
  const found = expressionsIn(script).find(({ text }) => contextsOf(text).some(isWritten))
  return found && { text: script.slice(found.start, found.end), start: found.start }
}

/** Whether a reference or repository to check out is that of a pull request. */
export function namesHead(reference: string): boolean {
  if (reference.includes('refs/pull/')) return true
  return expressionsIn(reference).some(({ text }) => contextsOf(text).some((path) => HEAD.test(path)))
}

function isWritten(path: string): boolean {
  const steps = path.split('.')
  const whole = steps.at(-1) === '**'
  if (whole) steps.pop()
  return WRITTEN.some(
    (known) => (whole ? steps.length <= known.length : steps.length === known.length) && steps.every((step, at) => alike(step, known[at])),
  )
}

function alike(step: string, known: string | undefined): boolean {
  return step === known || step === '*' || known === '*'
}
