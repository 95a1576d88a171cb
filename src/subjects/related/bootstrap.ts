import type { Resource } from '../../model/document.ts'
import { textAt } from '../values.ts'

const CONTROLLERS = [
  ...['attachdetach-controller', 'bootstrap-signer', 'certificate-controller', 'cloud-provider', 'clusterrole-aggregation-controller'],
  ...['cronjob-controller', 'daemon-set-controller', 'deployment-controller', 'device-taint-eviction-controller', 'disruption-controller'],
  ...['endpoint-controller', 'endpointslice-controller', 'endpointslicemirroring-controller', 'ephemeral-volume-controller'],
  ...['expand-controller', 'generic-garbage-collector', 'horizontal-pod-autoscaler', 'job-controller', 'namespace-controller'],
  ...['legacy-service-account-token-cleaner', 'node-controller', 'persistent-volume-binder', 'pod-garbage-collector'],
  ...[
    'pv-protection-controller',
    'pvc-protection-controller',
    'replicaset-controller',
    'replication-controller',
    'resource-claim-controller',
  ],
  ...['resourcequota-controller', 'root-ca-cert-publisher', 'route-controller', 'selinux-warning-controller', 'service-account-controller'],
  ...['service-cidrs-controller', 'service-controller', 'statefulset-controller', 'token-cleaner', 'ttl-after-finished-controller'],
  ...['ttl-controller', 'validatingadmissionpolicy-status-controller'],
].map((name) => `system:controller:${name}`)

const APPROVERS = [
  ...['certificatesigningrequests:nodeclient', 'certificatesigningrequests:selfnodeclient', 'kube-apiserver-client-approver'],
  ...['kube-apiserver-client-kubelet-approver', 'kubelet-serving-approver', 'legacy-unknown-approver'],
].map((name) => `system:certificates.k8s.io:${name}`)

/** Names of the roles and bindings that the API server makes itself (plugin/pkg/auth/authorizer/rbac/bootstrappolicy of Kubernetes 1.36). */
const NAMES: ReadonlySet<string> = new Set([
  ...CONTROLLERS,
  ...APPROVERS,
  ...['cluster-admin', 'admin', 'edit', 'view', 'system:aggregate-to-admin', 'system:aggregate-to-edit', 'system:aggregate-to-view'],
  ...['system:auth-delegator', 'system:basic-user', 'system:cluster-trust-bundle-discovery', 'system:discovery', 'system:heapster'],
  ...['system:kube-aggregator', 'system:kube-controller-manager', 'system:kube-dns', 'system:kube-scheduler', 'system:kubelet-api-admin'],
  ...['system:monitoring', 'system:node', 'system:node-bootstrapper', 'system:node-problem-detector', 'system:node-proxier'],
  ...[
    'system:persistent-volume-provisioner',
    'system:public-info-viewer',
    'system:service-account-issuer-discovery',
    'system:volume-scheduler',
  ],
  ...['extension-apiserver-authentication-reader', 'system::extension-apiserver-authentication-reader'],
  ...['system::leader-locking-kube-controller-manager', 'system::leader-locking-kube-scheduler'],
])

/** Whether an RBAC object is one of Kubernetes' own: labelled and named as it is. Either alone anybody can write. */
export function isBootstrap({ group, name, object }: Resource): boolean {
  if (group !== 'rbac.authorization.k8s.io' || !NAMES.has(name)) return false
  return textAt(object, 'metadata', 'labels', 'kubernetes.io/bootstrapping') === 'rbac-defaults'
}
