/**
 * Checks of other linters of which each decides what several rules decide here: the rules beside the one that has the check's name.
 * Whoever was told to ignore the check is told nothing of its parts either.
 */
export const CHECK_PARTS: Readonly<Record<string, readonly string[]>> = {
  'kube-score:container-resources': [
    'cpu-limit-set',
    'cpu-request-set',
    'memory-limit-set',
    'memory-request-set',
    'ephemeral-storage-request-and-limit-set',
  ],
  'kube-score:container-security-context-user-group-id': ['run-as-high-gid'],
  'kube-score:pod-networkpolicy': ['pod-selected-by-network-policy'],
  'kube-score:pod-probes': ['liveness-probe-set', 'readiness-probe-set'],
}
