import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Writes `objects` Kubernetes objects below `folder`: applications of four objects each, fifty applications a namespace. */
export function writeCorpus(folder: string, objects: number): void {
  mkdirSync(join(folder, '.git'), { recursive: true })
  for (let app = 0; app * 4 < objects; app++) {
    const namespace = `team-${Math.floor(app / 50)}`
    const place = join(folder, namespace)
    if (app % 50 === 0) mkdirSync(place, { recursive: true })
    writeFileSync(join(place, `app-${app}.yaml`), application(`app-${app}`, namespace, app))
  }
}

function application(name: string, namespace: string, seed: number): string {
  const metadata = `metadata: { name: ${name}, namespace: ${namespace}, labels: { app.kubernetes.io/name: ${name} } }`
  return `apiVersion: apps/v1
kind: Deployment
${metadata}
spec:
  replicas: ${1 + (seed % 3)}
  selector:
    matchLabels:
      app.kubernetes.io/name: ${name}
  template:
    metadata:
      labels:
        app.kubernetes.io/name: ${name}
    spec:
      ${seed % 2 ? 'automountServiceAccountToken: false' : `serviceAccountName: ${name}`}
      containers:
        - name: main
          image: registry.example.com/team/${name}:1.${seed}.0
          ports:
            - name: http
              containerPort: 8080
          env:
            - name: LOG_LEVEL
              value: info
          resources:
            requests: { cpu: 100m, memory: 64Mi }
            limits: { memory: 64Mi }
          securityContext:
            allowPrivilegeEscalation: ${seed % 5 === 0}
            runAsNonRoot: true
---
apiVersion: v1
kind: Service
${metadata}
spec:
  selector:
    app.kubernetes.io/name: ${name}
  ports:
    - port: 80
      targetPort: http
---
apiVersion: v1
kind: ServiceAccount
${metadata}
automountServiceAccountToken: false
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
${metadata}
spec:
  podSelector:
    matchLabels:
      app.kubernetes.io/name: ${name}
  policyTypes: [Ingress, Egress]
  ingress:
    - from: [{ podSelector: {} }]
`
}
