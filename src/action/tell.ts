import { join, relative, sep } from 'node:path'
import type { Settings } from '../config/settings.ts'
import type { Connection } from '../github/client.ts'
import { Conversation } from '../github/conversation.ts'
import type { Event } from '../github/event.ts'
import type { Tree } from '../model/document.ts'
import type { Report } from '../model/report.ts'
import type { RenderContext } from '../report/context.ts'
import { fileOf, reporter } from '../report/formats.ts'
import { annotations } from '../report/github.ts'
import { lineReader } from '../report/lines.ts'
import { markdown, renderComment } from '../report/markdown/markdown.ts'
import { text } from '../report/text/text.ts'
import { embeddedTexts } from '../rules/embedded.ts'
import { type Audience, audienceOf, eventOf } from './audience.ts'
import type { Inputs } from './inputs.ts'
import { type Compared, loosening } from './loosening.ts'
import { gapsOf, outputsOf } from './outputs.ts'
import type { Runner } from './runner.ts'
import { Troubles } from './troubles.ts'

export interface Judged {
  readonly report: Report
  readonly tree: Tree
  readonly settings: Settings
  readonly inputs: Inputs
  /** The root's path below the workspace. */
  readonly base: string
  /** Where the configuration was looked for. */
  readonly place: Compared['place']
  /** Undefined without a token. */
  readonly connection: Connection | undefined
}

const WIDTH = 120
// The runner keeps ten warnings of a step; the last may be needed to say what was not done.
const WARNINGS = 9
const SELECT = { auto: 'gaps', changed: 'changed', all: 'all' } as const

/** Says what was judged in every way that was asked for. Nothing here changes the verdict. */
export async function tell(judged: Judged, runner: Runner): Promise<void> {
  const { report, inputs } = judged
  const troubles = new Troubles()
  const event = await eventOf(runner, troubles)
  const plain = contextOf(judged, event, runner)
  await troubles.local('the log', () => runner.print(text(report, plain)))
  const conversation = event && judged.connection && new Conversation(judged.connection, event)
  const context = { ...plain, loosened: await loosening({ ...judged, event, conversation }, troubles) }
  await writeFiles(report, context, inputs, runner, troubles)
  const open = report.findings.some(({ waived }) => waived === undefined)
  const audience = await audienceOf(event, conversation, inputs, open, troubles)
  const spare = await annotate(report, context, inputs, audience, runner)
  await comment(report, context, inputs, audience, troubles)
  if (troubles.text === undefined) for (const annotation of spare) runner.annotate(annotation)
  else runner.annotate({ level: 'warning', title: `${inputs.name}: not everything was done`, message: troubles.text })
}

function contextOf({ tree, settings, inputs, base }: Judged, event: Event | undefined, { env }: Runner): RenderContext {
  // Only SARIF explains its rules.
  const texts = inputs.formats.includes('sarif') ? new Map([...embeddedTexts(), ...settings.texts]) : new Map()
  const context: RenderContext = {
    rules: new Map(settings.rules.map(({ rule }) => [rule.id, { rule, text: texts.get(rule.id) }])),
    line: lineReader(tree),
    color: false,
    width: WIDTH,
    base,
    name: inputs.name,
    only: settings.only,
    enforce: settings.mode === 'enforce',
  }
  if (!event || !env.GITHUB_SERVER_URL) return context
  const blob = `${env.GITHUB_SERVER_URL}/${event.owner}/${event.repo}/blob/${event.commit}`
  const address = (file: string) => join(base, file).split(sep).map(encodeURIComponent).join('/')
  return { ...context, link: (file, line) => `${blob}/${address(file)}#L${line}` }
}

async function writeFiles(report: Report, context: RenderContext, inputs: Inputs, runner: Runner, troubles: Troubles): Promise<void> {
  const written = new Map<string, string>()
  for (const format of inputs.reportDir === undefined ? [] : new Set(inputs.formats)) {
    const path = join(runner.workspace, inputs.reportDir ?? '', fileOf(format))
    await troubles.local(`the report ${fileOf(format)}`, async () => {
      await runner.write(path, (await reporter(format))(report, context))
      written.set(format, relative(runner.workspace, path).split(sep).join('/'))
    })
  }
  await troubles.local('the outputs', () => {
    const outputs = { ...outputsOf(report), report: written.get('json') ?? '' }
    for (const [name, value] of Object.entries(outputs)) runner.output(name, value)
  })
  await troubles.local('the job summary', () => runner.summary(markdown(report, context)))
}

/** Answers with the warnings that are held back. */
async function annotate(report: Report, context: RenderContext, inputs: Inputs, audience: Audience, runner: Runner) {
  if (inputs.annotations === 'none') return []
  const { changed } = audience
  const isChanged = changed && ((file: string) => changed.has(join(context.base, file).split(sep).join('/')))
  const all = annotations(report, context, { select: SELECT[inputs.annotations], isChanged, rest: 'in the job summary' })
  const spare = all.filter(({ level }) => level === 'warning').slice(WARNINGS)
  for (const annotation of all) if (!spare.includes(annotation)) runner.annotate(annotation)
  return spare
}

async function comment(report: Report, context: RenderContext, inputs: Inputs, audience: Audience, troubles: Troubles): Promise<void> {
  const { conversation, pulls } = audience
  if (conversation === undefined || inputs.comment === 'never') return
  const { loosened = [] } = context
  const create = inputs.comment === 'always' || gapsOf(report) > 0 || !report.verdict.passed || loosened.length > 0
  const render = (limit: number) => renderComment(report, context, { limit })
  for (const pull of pulls) {
    const write = () => conversation.comment(pull, { name: inputs.name, create, render })
    await troubles.github(`the comment on pull request #${pull}`, 'pull-requests: write', write)
  }
}
