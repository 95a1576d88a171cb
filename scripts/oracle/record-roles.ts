// Writes src/subjects/related/bootstrap-roles.ts: what the roles grant that Kubernetes makes itself, from the tables that its own
// tests hold them to. Needs Go, for the module proxy.
//   node scripts/oracle/record-roles.ts
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'

const RELEASE = '1.36.3'
const TABLES = 'plugin/pkg/auth/authorizer/rbac/bootstrappolicy/testdata'

interface Rule {
  readonly apiGroups?: readonly string[]
  readonly resources?: readonly string[]
  readonly resourceNames?: readonly string[]
  readonly verbs: readonly string[]
}
interface Role {
  readonly metadata: { readonly name: string; readonly labels?: Readonly<Record<string, string>> }
  readonly aggregationRule?: { readonly clusterRoleSelectors: readonly { readonly matchLabels: Readonly<Record<string, string>> }[] }
  readonly rules: readonly Rule[] | null
}

function rolesOf(folder: string, files: readonly string[]): readonly Role[] {
  return files.flatMap((file) => (parse(readFileSync(join(folder, TABLES, file), 'utf8')) as { items: Role[] }).items)
}

function rulesOf(role: Role, all: readonly Role[]): readonly Rule[] {
  if (!role.aggregationRule) return role.rules ?? []
  const selectors = role.aggregationRule.clusterRoleSelectors.map(({ matchLabels }) => Object.entries(matchLabels))
  const parts = all.filter(({ metadata }) => selectors.some((labels) => labels.every(([key, value]) => metadata.labels?.[key] === value)))
  // What is aggregated may aggregate itself: edit goes into admin.
  return parts.flatMap((part) => rulesOf(part, all))
}

/** `groups|resources|verbs|names`, each joined by commas. */
function packed({ apiGroups, resources, verbs, resourceNames = [] }: Rule): string[] {
  return resources ? [[apiGroups ?? [''], resources, verbs, resourceNames].map((list) => list.join(',')).join('|')] : []
}

const answer = execFileSync('go', ['mod', 'download', '-json', `k8s.io/kubernetes@v${RELEASE}`], { encoding: 'utf8' })
const { Dir } = JSON.parse(answer) as { Dir: string }
const cluster = rolesOf(Dir, ['cluster-roles.yaml', 'controller-roles.yaml'])
const namespaced = rolesOf(Dir, ['namespace-roles.yaml'])
const line = (kind: string, role: Role) => `${kind} ${role.metadata.name}=${[...new Set(rulesOf(role, cluster).flatMap(packed))].join(';')}`
const lines = [...cluster.map((role) => line('ClusterRole', role)), ...namespaced.map((role) => line('Role', role))]
writeFileSync(
  join(import.meta.dirname, '../../src/subjects/related/bootstrap-roles.ts'),
  `/** What the roles of Kubernetes ${RELEASE} grant, written by scripts/oracle/record-roles.ts. */\nexport const BOOTSTRAP_ROLES = \`\n${lines.join('\n')}\n\`\n`,
)
