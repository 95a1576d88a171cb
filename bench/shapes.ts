/** A root of about `size` of something: its files by path. */
export type Shape = (size: number) => Readonly<Record<string, string>>

const lines = (size: number, line: (at: number) => string) => Array.from({ length: size }, (_, at) => line(at)).join('\n')
const dockerfile = (text: string) => ({ Dockerfile: `${text}\n` })
const numbers = (size: number) => Array.from({ length: size }, (_, at) => at)

const RUNS = [
  'apt-get update && apt-get install -y curl=7.1',
  'apt-get install -y wget',
  'pip install flask',
  'curl -fsSL https://example.com/x | sh',
  'mkdir -p /a && cd /a && touch x',
  'apk add --no-cache bash',
  'npm install -g yarn@1.22',
  'yarn install && wget https://example.com/y.tgz',
  'rm -rf /var/lib/apt/lists/*',
]

/** What a Dockerfile can have much of. */
export const DOCKERFILES: Readonly<Record<string, Shape>> = {
  'RUN lines': (size) => dockerfile(`FROM debian:12.5\n${lines(size, (at) => `RUN ${RUNS[at % RUNS.length]}`)}`),
  'commands of one RUN': (size) => dockerfile(`FROM debian:12.5\nRUN ${lines(size, (at) => `${RUNS[at % RUNS.length]} && \\`)}\n    true`),
  'stages, each built from the last': (size) =>
    dockerfile(
      `FROM debian:12.5 AS s0\n${lines(size, (at) => `FROM s${at} AS s${at + 1}\nRUN apt-get install -y wget && pip install x && yarn install`)}`,
    ),
  'stages of one name': (size) => dockerfile(lines(size, () => 'FROM debian:12.5 AS build\nCOPY --from=build /a /b')),
  'CMD, ENTRYPOINT and HEALTHCHECK': (size) =>
    dockerfile(`FROM debian:12.5\n${lines(size, () => 'CMD ["a"]\nENTRYPOINT ["b"]\nHEALTHCHECK CMD true')}`),
  'archives that are copied and unpacked': (size) =>
    dockerfile(
      `FROM debian:12.5\n${lines(size, (at) => `COPY a${at}.tar.gz /tmp/`)}\n${lines(size, (at) => `RUN tar xf /tmp/b${at}.tar.gz`)}`,
    ),
  'variables that nothing declares': (size) =>
    dockerfile(`FROM debian:12.5\n${lines(size, (at) => `ENV A${at}=$B${at}\nLABEL l${at}=$A${at}\nEXPOSE $C${at}\nUSER $D${at}`)}`),
  'ARG before FROM, unset in the stages': (size) =>
    dockerfile(`${lines(size, (at) => `ARG V${at}=debian`)}\n${lines(size, (at) => `FROM $V${at}:$W${at}`)}`),
  mistakes: (size) =>
    dockerfile(`FROM debian:12.5\n${lines(size, () => 'RUNN x\nEXPOSE 99999999\nONBUILD ONBUILD RUN x\nCOPY --from=nowhere a')}`),
  'apt that is told of its recommendations too late': (size) =>
    dockerfile(
      `FROM debian:12.5\n${lines(size, () => 'RUN apt-get install -y wget')}\n${lines(size, () => `RUN echo 'APT::Install-Recommends "0";' > /etc/apt/x`)}`,
    ),
  'package updates of one RUN': (size) => dockerfile(`FROM centos:7\nRUN ${lines(size, () => 'yum update && \\')}\n    true`),
  'secrets in ENV and ARG': (size) =>
    dockerfile(
      `FROM debian:12.5\n${lines(size, (at) => `ARG TOKEN_${at}\nENV PASSWORD_${at}=$TOKEN_${at} API_KEY_${at}=s3cr3tvalue${at}`)}`,
    ),
}

/** Compose services of one file, each with ports, volumes, some of them shared, and services it waits for. */
export const COMPOSE: Readonly<Record<string, Shape>> = {
  'services of one file': (size) => ({
    'compose.yaml': `services:\n${lines(
      size,
      (at) => `  s${at}:
    image: nginx:1.${at}
    ports: ["${8000 + at}:80"]
    volumes: ["shared:/data:ro", "v${at}:/own", "/srv/${at % 5}:/srv"]
    depends_on: { s${Math.floor(at / 2)}: { condition: service_completed_successfully } }`,
    )}\nvolumes:\n  shared:\n${lines(size, (at) => `  v${at}:`)}\n`,
  }),
  'services of many files': (size) =>
    Object.fromEntries(
      numbers(size).map((at) => [
        `s${at}/compose.yaml`,
        `services:\n  web:\n    build: .\n    volumes: [data:/data]\nvolumes: { data: {} }\n`,
      ]),
    ),
}

function objects(at: number, namespace: string): string {
  const metadata = (name: string) => `metadata: { name: ${name}-${at}, namespace: ${namespace}, labels: { app: a${at} } }`
  return `apiVersion: apps/v1
kind: Deployment
${metadata('web')}
spec:
  replicas: 2
  selector: { matchLabels: { app: a${at} } }
  template:
    metadata: { labels: { app: a${at}, part: web } }
    spec:
      serviceAccountName: web-${at}
      containers:
        - name: main
          image: registry.example.com/team/a${at}:1.${at}.0
          ports: [{ name: http, containerPort: 8080 }]
          envFrom: [{ configMapRef: { name: settings-${at} } }]
          securityContext: { allowPrivilegeEscalation: ${at % 5 === 0} }
---
apiVersion: v1
kind: Service
${metadata('web')}
spec:
  selector: { app: a${at} }
  ports: [{ port: 80, targetPort: http }]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
${metadata('web')}
rules: [{ apiGroups: [''], resources: [pods], verbs: [get, list] }]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
${metadata('web')}
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: Role, name: web-${at} }
subjects: [{ kind: ServiceAccount, name: web-${at}, namespace: ${namespace} }]
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
${metadata('web')}
spec:
  podSelector: { matchLabels: { app: a${at} } }
  policyTypes: [Ingress, Egress]
  ingress: [{ from: [{ podSelector: { matchLabels: { part: web } } }] }]
---
apiVersion: policy/v1
kind: PodDisruptionBudget
${metadata('web')}
spec: { minAvailable: 1, selector: { matchLabels: { app: a${at} } } }
`
}

/** Applications of six Kubernetes objects each: a Deployment with what stands around it. `size` counts objects. */
function pod(containers: string, volumes: string): string {
  return `apiVersion: v1\nkind: Pod\nmetadata: { name: web }\nspec:\n  containers:\n${containers}${volumes}`
}

export const MANIFESTS: Readonly<Record<string, Shape>> = {
  'containers of one pod': (size) => ({
    'pod.yaml': pod(
      numbers(size)
        .map((at) => `    - { name: c${at}, image: "i${at}:latest" }\n`)
        .join(''),
      '',
    ),
  }),
  'volumes of one pod and their mounts': (size) => {
    const mounts = numbers(size).map((at) => `        - { name: v${at}, mountPath: /m${at} }\n`)
    const volumes = numbers(size).map((at) => `    - { name: v${at}, hostPath: { path: /x${at} } }\n`)
    return { 'pod.yaml': pod(`    - name: c\n      volumeMounts:\n${mounts.join('')}`, `  volumes:\n${volumes.join('')}`) }
  },
  'rules of one role that is bound': (size) => {
    const rules = numbers(size).map(() => '  - { apiGroups: [""], resources: [secrets, "*"], verbs: [get, create, "*"] }\n')
    const group = 'apiVersion: rbac.authorization.k8s.io/v1'
    const role = `${group}\nkind: ClusterRole\nmetadata: { name: a }\nrules:\n${rules.join('')}`
    const binding = `${group}\nkind: ClusterRoleBinding\nmetadata: { name: a }\nroleRef: { kind: ClusterRole, name: a }\n`
    return { 'role.yaml': `${role}---\n${binding}subjects: [{ kind: User, name: jane }]\n` }
  },
  'objects in many files and namespaces': (size) =>
    Object.fromEntries(numbers(size / 6).map((at) => [`n${Math.floor(at / 50)}/a${at}.yaml`, objects(at, `n${Math.floor(at / 50)}`)])),
  'objects in many files, one namespace': (size) =>
    Object.fromEntries(numbers(size / 6).map((at) => [`apps/a${at}.yaml`, objects(at, 'one')])),
  'objects in one file and namespace': (size) => ({
    'all.yaml': numbers(size / 6)
      .map((at) => objects(at, 'one'))
      .join('---\n'),
  }),
}
