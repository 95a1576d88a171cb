// The last step of `npm run ready`: what is generated was generated, and all of it is committed.
import { execFileSync } from 'node:child_process'

const status = execFileSync('git', ['status', '--porcelain', '--untracked-files=all'], { encoding: 'utf8' })
if (status !== '') {
  console.error(`The work tree is not clean; commit these files, or have git ignore them:\n${status.trimEnd()}`)
  process.exitCode = 1
}
