// Small checkouts that the tests run the action on.

/** Has gaps at every stage up to three. */
export const BARE = {
  'k8s/web.yaml': [
    'apiVersion: apps/v1',
    'kind: Deployment',
    'metadata: { name: web, namespace: shop }',
    'spec:',
    '  selector: { matchLabels: { app: web } }',
    '  template:',
    '    metadata: { labels: { app: web } }',
    '    spec:',
    '      containers:',
    '        - name: web',
    '          image: nginx',
    '          securityContext:',
    '            privileged: true',
    '',
  ].join('\n'),
  'k8s/job.yaml': [
    'apiVersion: batch/v1',
    'kind: Job',
    'metadata: { name: once, namespace: shop }',
    'spec:',
    '  template:',
    '    spec:',
    '      restartPolicy: Never',
    '      containers: [{ name: once, image: busybox, securityContext: { privileged: true } }]',
    '',
  ].join('\n'),
}
