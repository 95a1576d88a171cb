import type { Resource } from '../../model/document.ts'
import type { Fields } from '../values.ts'

type Row = readonly [apiVersion: string, deprecated: number, removed: number, replacement: string, kinds: readonly string[]]

/**
 * Minor versions of Kubernetes 1 since which an API is deprecated and no longer served; 0 for never. From the lifecycle that the types
 * of Kubernetes 1.36 declare, for what it no longer has from its deprecation guide, and for what the guide leaves out, alpha above all,
 * the first version whose API server stores none: release notes and `pkg/registry` of its source. Where they name no replacement it is the
 * next version that serves the kind; PodSecurityPolicy has none.
 */
const ROWS: readonly Row[] = [
  ['admission.k8s.io/v1beta1', 19, 22, 'admission.k8s.io/v1', ['AdmissionReview']],
  ['admissionregistration.k8s.io/v1alpha1', 0, 14, '', ['InitializerConfiguration']],
  [
    'admissionregistration.k8s.io/v1alpha1',
    29,
    32,
    'admissionregistration.k8s.io/v1',
    ['ValidatingAdmissionPolicy', 'ValidatingAdmissionPolicyBinding'],
  ],
  [
    'admissionregistration.k8s.io/v1alpha1',
    35,
    38,
    'admissionregistration.k8s.io/v1beta1',
    ['MutatingAdmissionPolicy', 'MutatingAdmissionPolicyBinding'],
  ],
  [
    'admissionregistration.k8s.io/v1beta1',
    16,
    22,
    'admissionregistration.k8s.io/v1',
    ['MutatingWebhookConfiguration', 'ValidatingWebhookConfiguration'],
  ],
  [
    'admissionregistration.k8s.io/v1beta1',
    31,
    34,
    'admissionregistration.k8s.io/v1',
    ['ValidatingAdmissionPolicy', 'ValidatingAdmissionPolicyBinding'],
  ],
  [
    'admissionregistration.k8s.io/v1beta1',
    37,
    40,
    'admissionregistration.k8s.io/v1',
    ['MutatingAdmissionPolicy', 'MutatingAdmissionPolicyBinding'],
  ],
  ['apidiscovery.k8s.io/v2beta1', 32, 35, '', ['APIGroupDiscovery']],
  ['apiextensions.k8s.io/v1beta1', 16, 22, 'apiextensions.k8s.io/v1', ['CustomResourceDefinition']],
  ['apiextensions.k8s.io/v1beta1', 19, 22, 'apiextensions.k8s.io/v1', ['ConversionReview']],
  ['apiregistration.k8s.io/v1beta1', 19, 22, 'apiregistration.k8s.io/v1', ['APIService']],
  ['apps/v1beta1', 8, 16, 'apps/v1', ['ControllerRevision', 'Deployment', 'DeploymentRollback', 'StatefulSet']],
  ['apps/v1beta1', 8, 16, 'autoscaling/v1', ['Scale']],
  ['apps/v1beta2', 9, 16, 'apps/v1', ['ControllerRevision', 'DaemonSet', 'Deployment', 'ReplicaSet', 'StatefulSet']],
  ['apps/v1beta2', 9, 16, 'autoscaling/v1', ['Scale']],
  ['auditregistration.k8s.io/v1alpha1', 0, 19, '', ['AuditSink']],
  ['authentication.k8s.io/v1alpha1', 29, 32, 'authentication.k8s.io/v1', ['SelfSubjectReview']],
  ['authentication.k8s.io/v1beta1', 19, 22, 'authentication.k8s.io/v1', ['TokenReview']],
  ['authentication.k8s.io/v1beta1', 30, 33, 'authentication.k8s.io/v1', ['SelfSubjectReview']],
  [
    'authorization.k8s.io/v1beta1',
    19,
    22,
    'authorization.k8s.io/v1',
    ['LocalSubjectAccessReview', 'SelfSubjectAccessReview', 'SelfSubjectRulesReview', 'SubjectAccessReview'],
  ],
  ['autoscaling/v2beta1', 22, 25, 'autoscaling/v2', ['HorizontalPodAutoscaler']],
  ['autoscaling/v2beta2', 23, 26, 'autoscaling/v2', ['HorizontalPodAutoscaler']],
  ['batch/v1beta1', 21, 25, 'batch/v1', ['CronJob']],
  ['batch/v2alpha1', 8, 21, 'batch/v1', ['CronJob']],
  ['certificates.k8s.io/v1alpha1', 34, 37, 'certificates.k8s.io/v1beta1', ['ClusterTrustBundle']],
  ['certificates.k8s.io/v1alpha1', 0, 35, 'certificates.k8s.io/v1beta1', ['PodCertificateRequest']],
  ['certificates.k8s.io/v1beta1', 19, 22, 'certificates.k8s.io/v1', ['CertificateSigningRequest']],
  ['certificates.k8s.io/v1beta1', 37, 40, '', ['ClusterTrustBundle']],
  ['certificates.k8s.io/v1beta1', 38, 41, '', ['PodCertificateRequest']],
  ['coordination.k8s.io/v1alpha1', 0, 32, 'coordination.k8s.io/v1beta1', ['LeaseCandidate']],
  ['coordination.k8s.io/v1alpha2', 35, 38, 'coordination.k8s.io/v1beta1', ['LeaseCandidate']],
  ['coordination.k8s.io/v1beta1', 19, 22, 'coordination.k8s.io/v1', ['Lease']],
  ['coordination.k8s.io/v1beta1', 36, 39, '', ['LeaseCandidate']],
  ['discovery.k8s.io/v1beta1', 21, 25, 'discovery.k8s.io/v1', ['EndpointSlice']],
  ['events.k8s.io/v1beta1', 22, 25, 'events.k8s.io/v1', ['Event']],
  ['extensions/v1beta1', 2, 16, '', ['Scale']],
  ['extensions/v1beta1', 8, 16, '', ['DeploymentRollback']],
  ['extensions/v1beta1', 8, 16, 'apps/v1', ['DaemonSet', 'Deployment', 'ReplicaSet']],
  ['extensions/v1beta1', 9, 16, 'networking.k8s.io/v1', ['NetworkPolicy']],
  ['extensions/v1beta1', 10, 16, '', ['PodSecurityPolicy']],
  ['extensions/v1beta1', 14, 22, 'networking.k8s.io/v1', ['Ingress']],
  ['flowcontrol.apiserver.k8s.io/v1alpha1', 20, 29, 'flowcontrol.apiserver.k8s.io/v1', ['FlowSchema', 'PriorityLevelConfiguration']],
  ['flowcontrol.apiserver.k8s.io/v1beta1', 23, 26, 'flowcontrol.apiserver.k8s.io/v1beta3', ['FlowSchema', 'PriorityLevelConfiguration']],
  ['flowcontrol.apiserver.k8s.io/v1beta2', 26, 29, 'flowcontrol.apiserver.k8s.io/v1beta3', ['FlowSchema', 'PriorityLevelConfiguration']],
  ['flowcontrol.apiserver.k8s.io/v1beta3', 29, 32, 'flowcontrol.apiserver.k8s.io/v1', ['FlowSchema', 'PriorityLevelConfiguration']],
  ['networking.k8s.io/v1alpha1', 0, 29, '', ['ClusterCIDR']],
  ['networking.k8s.io/v1alpha1', 0, 31, 'networking.k8s.io/v1', ['IPAddress', 'ServiceCIDR']],
  ['networking.k8s.io/v1beta1', 19, 22, 'networking.k8s.io/v1', ['Ingress', 'IngressClass']],
  ['networking.k8s.io/v1beta1', 34, 37, 'networking.k8s.io/v1', ['IPAddress', 'ServiceCIDR']],
  ['node.k8s.io/v1alpha1', 20, 24, 'node.k8s.io/v1', ['RuntimeClass']],
  ['node.k8s.io/v1beta1', 22, 25, 'node.k8s.io/v1', ['RuntimeClass']],
  ['policy/v1beta1', 21, 25, '', ['PodSecurityPolicy']],
  ['policy/v1beta1', 21, 25, 'policy/v1', ['PodDisruptionBudget']],
  ['policy/v1beta1', 22, 25, 'policy/v1', ['Eviction']],
  [
    'rbac.authorization.k8s.io/v1alpha1',
    8,
    23,
    'rbac.authorization.k8s.io/v1',
    ['ClusterRole', 'ClusterRoleBinding', 'Role', 'RoleBinding'],
  ],
  [
    'rbac.authorization.k8s.io/v1beta1',
    17,
    22,
    'rbac.authorization.k8s.io/v1',
    ['ClusterRole', 'ClusterRoleBinding', 'Role', 'RoleBinding'],
  ],
  ['resource.k8s.io/v1alpha1', 0, 27, 'resource.k8s.io/v1', ['ResourceClaim', 'ResourceClaimTemplate']],
  ['resource.k8s.io/v1alpha1', 0, 27, '', ['PodScheduling', 'ResourceClass']],
  ['resource.k8s.io/v1alpha2', 0, 31, 'resource.k8s.io/v1', ['ResourceClaim', 'ResourceClaimTemplate', 'ResourceSlice']],
  ['resource.k8s.io/v1alpha2', 0, 31, '', ['PodSchedulingContext', 'ResourceClaimParameters', 'ResourceClass', 'ResourceClassParameters']],
  ['resource.k8s.io/v1alpha3', 0, 32, '', ['PodSchedulingContext']],
  ['resource.k8s.io/v1alpha3', 0, 34, 'resource.k8s.io/v1', ['DeviceClass', 'ResourceClaim', 'ResourceClaimTemplate', 'ResourceSlice']],
  ['resource.k8s.io/v1alpha3', 36, 39, '', ['DeviceTaintRule']],
  ['resource.k8s.io/v1alpha3', 39, 42, '', ['ResourcePoolStatusRequest']],
  ['resource.k8s.io/v1beta1', 35, 38, 'resource.k8s.io/v1', ['DeviceClass', 'ResourceClaim', 'ResourceClaimTemplate', 'ResourceSlice']],
  ['resource.k8s.io/v1beta2', 36, 39, 'resource.k8s.io/v1', ['DeviceClass', 'ResourceClaim', 'ResourceClaimTemplate', 'ResourceSlice']],
  ['resource.k8s.io/v1beta2', 39, 42, '', ['DeviceTaintRule']],
  ['scheduling.k8s.io/v1alpha1', 14, 23, 'scheduling.k8s.io/v1', ['PriorityClass']],
  ['scheduling.k8s.io/v1alpha1', 0, 36, 'scheduling.k8s.io/v1alpha2', ['Workload']],
  ['scheduling.k8s.io/v1beta1', 14, 22, 'scheduling.k8s.io/v1', ['PriorityClass']],
  ['settings.k8s.io/v1alpha1', 19, 20, '', ['PodPreset']],
  ['storage.k8s.io/v1alpha1', 21, 24, 'storage.k8s.io/v1', ['VolumeAttachment']],
  ['storage.k8s.io/v1alpha1', 21, 24, 'storage.k8s.io/v1beta1', ['CSIStorageCapacity']],
  ['storage.k8s.io/v1alpha1', 32, 35, 'storage.k8s.io/v1', ['VolumeAttributesClass']],
  ['storage.k8s.io/v1beta1', 17, 22, 'storage.k8s.io/v1', ['CSINode']],
  ['storage.k8s.io/v1beta1', 19, 22, 'storage.k8s.io/v1', ['CSIDriver', 'StorageClass', 'VolumeAttachment']],
  ['storage.k8s.io/v1beta1', 24, 27, 'storage.k8s.io/v1', ['CSIStorageCapacity']],
  ['storage.k8s.io/v1beta1', 34, 37, 'storage.k8s.io/v1', ['VolumeAttributesClass']],
  ['storagemigration.k8s.io/v1alpha1', 0, 35, 'storagemigration.k8s.io/v1beta1', ['StorageVersionMigration']],
  ['storagemigration.k8s.io/v1beta1', 38, 41, '', ['StorageVersionMigration']],
  ['v1', 19, 0, '', ['ComponentStatus']],
  ['v1', 33, 0, 'discovery.k8s.io/v1', ['Endpoints']],
]

interface Lifecycle {
  readonly deprecated?: bigint
  readonly removed?: bigint
  readonly replacement: string
}

const LIFECYCLES: ReadonlyMap<string, Lifecycle> = new Map(
  ROWS.flatMap(([apiVersion, deprecated, removed, replacement, kinds]) =>
    kinds.map((kind): [string, Lifecycle] => [
      `${apiVersion} ${kind}`,
      {
        ...(deprecated > 0 ? { deprecated: BigInt(deprecated) } : {}),
        ...(removed > 0 ? { removed: BigInt(removed) } : {}),
        replacement,
      },
    ]),
  ),
)
const CURRENT: Fields = { replacement: '' }

/** For expressions: `deprecated` and `removed` where they are, as minor versions of Kubernetes 1, and `replacement`, '' for none. */
export function apiOf({ apiVersion, kind }: Resource): Fields {
  return (LIFECYCLES.get(`${apiVersion} ${kind}`) as Fields | undefined) ?? CURRENT
}

/** The minor version of Kubernetes 1 since which no version of a group has a kind that one of them had; undefined where it never had it. */
export function goneSince(group: string, kind: string): number | undefined {
  const versions = ROWS.flatMap(([version, , removed, , kinds]) =>
    version.startsWith(`${group}/`) && kinds.includes(kind) ? [removed] : [],
  )
  return versions.length > 0 && !versions.includes(0) ? Math.max(...versions) : undefined
}
