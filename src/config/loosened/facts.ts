import { KUBERNETES } from '../settle.ts'
import { entriesOf, type Plain, shortened } from './loosening.ts'

/** What the configuration says of the cluster and of images otherwise than before, where that can take findings away. */
export function loosenedFacts(before: Plain, after: Plain): readonly string[] {
  return [...loosenedVersion(before, after), ...loosenedImages(before, after)]
}

// Of an older version fewer kinds are gone.
function loosenedVersion(before: Plain, after: Plain): readonly string[] {
  const [was, is] = [before, after].map((config) => versionOf(config)) as [string, string]
  return minorOf(is) < minorOf(was) ? [`kubernetes-version is ${shortened(is)}; it was ${shortened(was)}`] : []
}

function versionOf(config: Plain): string {
  const written = config['kubernetes-version']
  return typeof written === 'string' ? written : KUBERNETES
}

function minorOf(version: string): number {
  return Number(version.split('.')[1])
}

// The Dockerfile that an image is said to be built from can settle that it does not run as root.
function loosenedImages(before: Plain, after: Plain): readonly string[] {
  const known = new Map(entriesOf(before.images).map(([name, built]) => [name, JSON.stringify(built)]))
  return entriesOf(after.images)
    .filter(([name, built]) => known.get(name) !== JSON.stringify(built))
    .map(([name]) => `what images says of ${shortened(name)} is new or changed`)
}
