import type { Struct } from './shape.ts'

type Fields = Record<string, unknown>

/** What the server does to an object before it validates it, beyond filling in defaults. */
export function adjust({ name }: Struct, value: Fields): void {
  if (name === 'io.k8s.api.apps.v1.StatefulSetSpec') addClaimedVolumes(value)
}

/** The pods of a StatefulSet have a volume for each claim template, in place of one of the same name. */
function addClaimedVolumes({ template, volumeClaimTemplates }: Fields): void {
  const pod = (template as { spec?: Fields } | undefined)?.spec
  if (!pod || typeof pod !== 'object' || !Array.isArray(volumeClaimTemplates)) return
  const volumes: Fields[] = Array.isArray(pod.volumes) ? [...(pod.volumes as Fields[])] : []
  for (const claim of volumeClaimTemplates as readonly { metadata?: { name?: unknown } }[]) {
    const name = claim?.metadata?.name
    if (typeof name !== 'string' || name === '') continue
    const volume = { name, persistentVolumeClaim: { claimName: name } }
    const at = volumes.findIndex((one) => one?.name === name)
    if (at >= 0) volumes[at] = volume
    else volumes.push(volume)
  }
  pod.volumes = volumes
  delete pod.subdomain
  delete pod.hostname
}
