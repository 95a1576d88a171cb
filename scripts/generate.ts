// Writes what follows from the rules and the schemas: `npm run generate`.
import { globSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { UserError } from '../src/errors.ts'
import { generated, OWNED, ROOT } from './generated.ts'

try {
  const files = generated()
  for (const stale of globSync(`{${OWNED.join(',')}}/*`, { cwd: ROOT }))
    if (!files.has(stale.replaceAll('\\', '/'))) rmSync(join(ROOT, stale))
  for (const [path, text] of files) {
    mkdirSync(dirname(join(ROOT, path)), { recursive: true })
    writeFileSync(join(ROOT, path), text)
  }
} catch (error) {
  if (!(error instanceof UserError)) throw error
  console.error(error.message)
  process.exitCode = 2
}
