import { at, mappingsAt } from '../values.ts'

/** 53; OpenShift's DNS pods listen on 5353, k3s' and some node-local caches on 8053. */
const DNS: ReadonlySet<string> = new Set(['53', '5353', '8053', 'dns', 'dns-tcp'])

/** Whether an egress rule, of NetworkPolicy, Cilium or Calico, allows nothing but name resolution. */
export function onlyDns(rule: unknown): boolean {
  const ports = [
    ...mappingsAt(rule, 'ports').map((port) => at(port, 'port')),
    ...mappingsAt(rule, 'toPorts').flatMap((to) => mappingsAt(to, 'ports').map((port) => at(port, 'port'))),
    ...portsOf(at(rule, 'destination', 'ports')),
  ]
  return ports.length > 0 && ports.every((port) => DNS.has(String(port)))
}

function portsOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}
