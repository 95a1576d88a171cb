import { randomUUID } from 'node:crypto'
import { statSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import * as core from '@actions/core'
import { run } from './action/run.ts'

const { env } = process

/** Text of the scanned repository is in it: between these two lines the runner obeys nothing, `##[command]` included. */
function print(text: string): void {
  const token = randomUUID()
  process.stdout.write(`::stop-commands::${token}\n${text.trimEnd()}\n::${token}::\n`)
}

const annotating = { error: core.error, warning: core.warning, notice: core.notice }

await run({
  env,
  workspace: env.GITHUB_WORKSPACE || process.cwd(),
  now: Date.now,
  input: (name) => core.getInput(name),
  event: async () => (env.GITHUB_EVENT_PATH ? JSON.parse(await readFile(env.GITHUB_EVENT_PATH, 'utf8')) : {}),
  isFolder: (path) => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true,
  decide(code, message) {
    if (code === 0) return
    core.setFailed(message)
    process.exitCode = code
  },
  print,
  annotate({ level, message, title, file, line, endLine, col, endColumn }) {
    const place = file === undefined ? {} : { file, startLine: line, endLine, startColumn: col, endColumn }
    // What is undefined is left out of the command.
    annotating[level](message, { title, ...place } as core.AnnotationProperties)
  },
  output: (name, value) => core.setOutput(name, value),
  async summary(markdown) {
    await core.summary.addRaw(markdown).write()
  },
  async write(path, text) {
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, text)
  },
})
