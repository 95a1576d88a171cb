/**
 * Where the fields of an older version of a kind went, by the type that no longer has them. From Kubernetes' deprecated API migration guide:
 * people change apiVersion first and meet the rest here.
 */
export const MOVED: ReadonlyMap<string, string> = new Map([
  ['io.k8s.api.networking.v1.IngressSpec.backend', 'defaultBackend'],
  ['io.k8s.api.networking.v1.IngressBackend.serviceName', 'service.name'],
  ['io.k8s.api.networking.v1.IngressBackend.servicePort', 'service.port'],
  ['io.k8s.api.autoscaling.v2.HorizontalPodAutoscalerSpec.targetCPUUtilizationPercentage', 'metrics'],
  ['io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceDefinitionSpec.validation', 'versions[0].schema'],
  ['io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceDefinitionSpec.subresources', 'versions[0].subresources'],
  [
    'io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceDefinitionSpec.additionalPrinterColumns',
    'versions[0].additionalPrinterColumns',
  ],
])
