// node serve.ts PORT_FILE LOG_FILE [SEED.json]: the stand-in as a process of its own, until SIGTERM. What it was asked, and
// whatever was not as described, is in LOG_FILE after that.
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { FakeGitHub } from './server.ts'

const [portFile = '', logFile = '', seedFile] = process.argv.slice(2)
const github = new FakeGitHub(seedFile ? JSON.parse(readFileSync(seedFile, 'utf8')) : {})
const url = await github.start()
// Renamed, so that whoever waits for the file never reads half of it.
writeFileSync(`${portFile}.part`, url)
renameSync(`${portFile}.part`, portFile)
process.on('SIGTERM', async () => {
  writeFileSync(
    logFile,
    JSON.stringify({ operations: github.operations, violations: github.violations, comments: github.state.comments }, null, 2),
  )
  await github.stop()
})
