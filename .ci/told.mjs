// node told.mjs NAME API LOG: what the gate told GitHub and the runner in one run of a workflow; fails when it was not as it should be.
import { readFileSync } from 'node:fs'

const [name, api, log] = process.argv.slice(2)
const { operations, violations, comments } = JSON.parse(readFileSync(api, 'utf8'))
const lines = readFileSync(log, 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('{'))
  .map((line) => JSON.parse(line))
const SHOWN = ['error', 'warning', 'notice', 'set-output', 'summary']
const commands = lines.map((line) => line.command).filter((command) => SHOWN.includes(command))
const tally = [...new Set(commands)].map((command) => `${commands.filter((one) => one === command).length} ${command}`)
console.log(`${name}: ${operations.join(', ') || 'GitHub was not asked'}; ${tally.join(', ')}`)
if (violations.length > 0) throw new Error(`not as GitHub describes it: ${violations.join('; ')}`)
if (comments.length !== 1) throw new Error(`${comments.length} comments on the pull request, not one`)
if (!commands.includes('set-output') || !commands.includes('summary')) throw new Error('no outputs or no job summary')
