// GitHub runs the action on Node 24 (`using: node24`); a suite that passed on another version would prove nothing.
const WANTED = 24

export default function setup(): void {
  const [major] = process.versions.node.split('.')
  if (Number(major) === WANTED) return
  throw new Error(
    `the tests run on Node ${WANTED}, this is ${process.version}: run \`npm ci\`, then \`npm test\`, which finds it in node_modules`,
  )
}
