export * from "./compose/compose-file";
export type { ComposeHealthCheck } from "./compose/compose-health-check";
export { ComposeNetwork, type ComposeNetworkOptions } from "./compose/compose-network";
export { type ComposePort, ComposePortProtocol } from "./compose/compose-port";
export { ComposeSecret, type ComposeSecretOptions } from "./compose/compose-secret";
export * from "./compose/compose-service";
export * from "./compose/compose-service-options";
export * from "./compose/compose-value";
export { ComposeVolume, type ComposeVolumeOptions } from "./compose/compose-volume";
export { type ComposeWatch, WatchAction } from "./compose/compose-watch";
export * from "./compose/dependency-condition";
export * from "./compose/pull-policy";
export * from "./compose/restart-policy";
export {
  type BindVolumeOptions,
  type NamedVolumeOptions,
  ServiceVolume,
  type TmpfsVolumeOptions,
} from "./compose/service-volume";
export * from "./dev-container/dev-container";
export * from "./dev-container/dev-container-mount";
export * from "./dev-container/dev-container-options";
export * from "./dev-container/dev-container-source";
export * from "./dev-container/host-requirements";
export * from "./dev-container/lifecycle-command";
export * from "./dev-container/lifecycle-step";
export * from "./dev-container/port-attributes";
export * from "./dev-container/session";
export * from "./dockerfile/block";
export * from "./dockerfile/dockerfile";
export * from "./dockerfile/instruction-options";
export {
  type BindMountOptions,
  type CacheMountOptions,
  CacheSharing,
  type MountOwnerOptions,
  RunMount,
  type SecretMountOptions,
} from "./dockerfile/mount";
export * from "./dockerfile/section";
export * from "./dockerfile/stage";
export * from "./dockerfile/stage-base";
export * from "./dockerfile/stage-reference";
export { DockerfileWord } from "./dockerfile/word";
export { BuildContext, type ContextDecision } from "./dockerignore/context";
export * from "./dockerignore/dockerignore";
export * from "./files/existing-files";
export { FileGuard } from "./files/file-guard";
export * from "./project/existing-python-project";
export * from "./project/existing-python-project-options";
export * from "./project/python-container-project";
export * from "./project/python-container-project-options";
export { PackageManager } from "./pyproject/managers/package-manager";
export type { ContainerCommandOptions } from "./python/container-command";
export * from "./python/python-container";
export * from "./python/python-container-options";
export type { PythonServiceNames, PythonStageNames } from "./python/python-names";
export * from "./values/image-reference";
