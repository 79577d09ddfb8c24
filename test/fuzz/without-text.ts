/** Options that take no text: numbers and flags, words of closed sets, and what is made by functions, which have rows. */
export const withoutText: readonly string[] = `
  attach attachable contextSize count cpuCount cpuPercent cpuPeriodMicroseconds cpuQuotaMicroseconds cpuRtPeriodMicroseconds
  cpuRtRuntimeMicroseconds cpuShares createHostPath delaySeconds disable enableIpv4 enableIpv6 expose external
  gatewayPriority hard init initialSync maxAttempts maxFailureRatio maxReplicasPerNode memSwappiness memoryBytes
  memswapLimitBytes monitorSeconds noCache noCopy oomKillDisable oomScoreAdj parallelism pids priority privileged rate
  readOnly replicas required scale shmSizeBytes sizeBytes soft stdinOpen stopGracePeriodSeconds tty useApiSocket value
  weight windowSeconds codespacesDisableAutomaticConfiguration forwardPorts overrideCommand updateRemoteUserUID
  propagation pull pullPolicy recursive restart selinux
  networkMode published registry services spec volumes initializeCommand onCreateCommand postAttachCommand
  postCreateCommand postStartCommand updateContentCommand workspaceMount
`
  .trim()
  .split(/\s+/);
