// node pasted.mjs README.md OUT: writes the first workflow of the README that uses the action, and prints `owner/name@ref` of the action.
import { readFileSync, writeFileSync } from 'node:fs'

const [readme = '', out = ''] = process.argv.slice(2)
const blocks = [...readFileSync(readme, 'utf8').matchAll(/^```ya?ml\n([\s\S]*?)^```$/gm)].map(([, text = '']) => text)
const workflow = blocks.find((text) => /^jobs:/m.test(text) && /uses: \S+\/container-maturity-gate@/.test(text))
const action = /uses: (\S+\/container-maturity-gate@\S+)/.exec(workflow ?? '')?.[1]
if (!workflow || !action) throw new Error(`${readme} shows no workflow that uses the action`)
writeFileSync(out, workflow)
console.log(action)
