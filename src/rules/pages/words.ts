import type { Rule } from '../../model/rule.ts'
import type { Scope } from '../../model/subject.ts'

const SUBJECTS: Readonly<Record<Scope, string>> = {
  repository: 'the repository as a whole',
  namespace: 'each namespace that is declared or used',
  component: 'each control-plane component or kubelet',
  resource: 'each Kubernetes object',
  pod: 'each pod, in whatever kind holds it',
  container: 'each container, init container (sidecars too) and ephemeral container',
  volume: 'each volume of a pod',
  image: 'each image reference',
  dockerfile: 'each Dockerfile',
  'build-stage': 'each stage of a Dockerfile',
  instruction: 'each instruction of a Dockerfile',
  command: 'each command of a RUN instruction',
  'compose-service': 'each service of a compose file',
}

const VARIANTS: Readonly<Record<string, string>> = {
  pod: 'pods',
  kustomization: 'kustomizations',
  'build-stage': 'Dockerfiles',
  'compose-service': 'compose files',
}

/** What the rule is held against, in words. */
export function subjectsOf(rule: Rule): string {
  const kinds = rule.kinds.length > 0 && !rule.kinds.includes('*') ? ` (${rule.kinds.join(', ')})` : ''
  const where = rule.in.length > 0 ? ` in ${rule.in.map((variant) => VARIANTS[variant] ?? variant).join(' and ')}` : ''
  return `${SUBJECTS[rule.scope]}${where}${kinds}`
}

const LINTERS: Readonly<Record<string, string>> = {
  buildkit: 'BuildKit',
  checkov: 'Checkov',
  dockle: 'Dockle',
  hadolint: 'hadolint',
  kics: 'KICS',
  'kube-linter': 'KubeLinter',
  'kube-score': 'kube-score',
  kubeconform: 'kubeconform',
  kubescape: 'Kubescape',
  kubesec: 'Kubesec',
  polaris: 'Polaris',
  pss: 'Pod Security admission',
  trivy: 'Trivy',
}

export function linterName(id: string): string {
  return LINTERS[id] ?? id
}

const FRAMEWORKS: Readonly<Record<string, string>> = {
  'cis-docker': 'CIS Docker Benchmark (v1.3.1 numbers)',
  'cis-kubernetes': 'CIS Kubernetes Benchmark (v1.12 numbers)',
  mitre: 'MITRE ATT&CK',
  nist: 'NIST SP 800-190',
  nsa: 'NSA/CISA Kubernetes Hardening Guide',
  'owasp-kubernetes': 'OWASP Kubernetes Top Ten (2022)',
  pss: 'Pod Security Standards',
}

export function frameworkName(id: string): string {
  return FRAMEWORKS[id] ?? id
}

/** The language of a code block for a file. */
export function languageOf(file: string): string {
  const name = file.replace(/^.*\//, '')
  if (/dockerfile|containerfile/i.test(name)) return 'dockerfile'
  const extension = /\.([a-z]+)$/.exec(name)?.[1] ?? ''
  return extension === 'yml' ? 'yaml' : extension === 'md' ? '' : extension
}
