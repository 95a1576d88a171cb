import { OPTIONS, type Option, type OptionName } from './options.ts'

const GROUPS: readonly { readonly title: string; readonly options: readonly OptionName[] }[] = [
  { title: 'What must be reached', options: ['required-stage', 'threshold', 'mode', 'on-nothing-scanned'] },
  { title: 'What is judged', options: ['config', 'exclude', 'only', 'skip', 'stdin', 'date'] },
  { title: 'What is written', options: ['format', 'output', 'report-dir', 'formats', 'no-color'] },
  { title: 'And', options: ['help', 'version'] },
]

export function help(): string {
  const lines = [
    'Holds the Kubernetes manifests, Dockerfiles and compose files of a repository',
    'to the five stages of the Container Security Maturity Model.',
    '',
    '  maturity-gate [check] [PATH…]   judge a folder, files or globs (the current folder)',
    '  maturity-gate -                 judge a manifest from standard input',
    '  maturity-gate baseline [PATH…]  write down what is found today: it is debt from then on',
    '  maturity-gate rules [ID]        list the rules, or explain one',
    '  maturity-gate init [PATH]       write a commented configuration and a workflow',
    '',
    ...GROUPS.flatMap(({ title, options }) => [title, ...options.map(line), '']),
    'Exit codes',
    '  0  the gate passes; or report mode; or no stage is required',
    '  1  the gate fails',
    '  2  a mistake in the command line, the configuration or a rule',
    '  3  a fault of maturity-gate itself',
  ]
  return `${lines.join('\n')}\n`
}

function line(name: OptionName): string {
  const { short, value, help }: Option = OPTIONS[name]
  const flags = `${short === undefined ? '' : `-${short}, `}--${name}${value === undefined ? '' : ` ${value}`}`
  return `  ${flags.padEnd(28)} ${help}`
}
