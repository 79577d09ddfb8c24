export * from "./bake/bake-file";
export * from "./bake/bake-group";
export * from "./bake/bake-reference";
export * from "./bake/bake-target";
export * from "./bake/bake-target-options";
export * from "./bake/bake-value";
export * from "./compose/backing-services/backing-service";
export * from "./compose/backing-services/jaeger";
export * from "./compose/backing-services/mailpit";
export * from "./compose/backing-services/mariadb";
export * from "./compose/backing-services/mongodb";
export { MySql } from "./compose/backing-services/mysql";
export * from "./compose/backing-services/open-telemetry-collector";
export { OtlpProtocol, type TelemetryOptions } from "./compose/backing-services/otlp";
export * from "./compose/backing-services/postgres";
export * from "./compose/backing-services/rabbitmq";
export * from "./compose/backing-services/ready-service-options";
export { Redis } from "./compose/backing-services/redis";
export { ServicePassword } from "./compose/backing-services/service-password";
export * from "./compose/backing-services/valkey";
export type { ComposeBuildResult } from "./compose/build/build-result";
export type { ComposeBuildSecret } from "./compose/build/build-secret";
export type { ComposeBuildSurroundings } from "./compose/build/build-surroundings";
export * from "./compose/compose-file";
export * from "./compose/compose-service";
export * from "./compose/compose-service-options";
export * from "./compose/compose-value";
export {
  type ComposeDeploy,
  DeployEndpointMode,
  DeployMode,
  DeployRestartCondition,
  type DeployRestartPolicy,
} from "./compose/deploy/deploy";
export type { ComposeDeviceRequest } from "./compose/deploy/device-request";
export type { ComposePlacement, ComposePlacementPreference } from "./compose/deploy/placement";
export type {
  ComposeGenericResource,
  ComposeResourceLimits,
  ComposeResourceReservations,
  ComposeResources,
} from "./compose/deploy/resources";
export { type ComposeRollout, RolloutFailureAction, RolloutOrder } from "./compose/deploy/rollout";
export { ComposeConfig, type ComposeConfigOptions } from "./compose/file/compose-config";
export type { ComposeInclude } from "./compose/file/compose-include";
export { ComposeLanguageModel, type ComposeLanguageModelOptions } from "./compose/file/compose-language-model";
export { ComposeNetwork, type ComposeNetworkOptions } from "./compose/file/compose-network";
export { ComposeSecret, type ComposeSecretOptions } from "./compose/file/compose-secret";
export { ComposeVolume, type ComposeVolumeOptions } from "./compose/file/compose-volume";
export type { ComposeIpam, ComposeSubnet } from "./compose/file/network-address-plan";
export type { ComposeExtensible } from "./compose/properties/extensions";
export type { ComposeBlockIo, ComposeDiskRate, ComposeDiskWeight } from "./compose/service/block-io";
export type { ComposeHealthCheck } from "./compose/service/compose-health-check";
export { type ComposePort, ComposePortMode, ComposePortProtocol } from "./compose/service/compose-port";
export { type ComposeWatch, WatchAction } from "./compose/service/compose-watch";
export type { ComposeCredentialSpec } from "./compose/service/credential-spec";
export {
  type ComposeDependency,
  type ComposeDependencyOptions,
  DependencyCondition,
} from "./compose/service/dependency-condition";
export type { ComposeExtends } from "./compose/service/extended-service";
export type { ComposeDevice, ServiceHardwareOptions } from "./compose/service/hardware";
export type { ComposeHook } from "./compose/service/hook";
export { ServiceCgroup, type ServiceIsolationOptions } from "./compose/service/isolation";
export type { ComposeLogging } from "./compose/service/logging";
export { NetworkMode } from "./compose/service/network-mode";
export type { ServiceNetworkingOptions } from "./compose/service/networking";
export type { ComposeProvider } from "./compose/service/provider";
export * from "./compose/service/pull-policy";
export * from "./compose/service/restart-policy";
export type { ServiceRunningOptions } from "./compose/service/running";
export type { ServiceConfig, ServiceFileOwner } from "./compose/service/service-config";
export type { ModelVariables, ServiceModelUse } from "./compose/service/service-model-use";
export type { ServiceNetwork, ServiceNetworkOptions } from "./compose/service/service-network";
export type { ServiceSecret } from "./compose/service/service-secret";
export { ServiceVolume } from "./compose/service/service-volume";
export type { ComposeUlimit } from "./compose/service/ulimit";
export {
  BindPropagation,
  BindRecursive,
  BindSelinux,
  type BindVolumeOptions,
  type ImageVolumeOptions,
  type MountOptions,
  type NamedVolumeOptions,
  type TmpfsVolumeOptions,
} from "./compose/service/volume-options";
export * from "./dev-container/codespaces-permissions";
export * from "./dev-container/dev-container";
export * from "./dev-container/dev-container-mount";
export * from "./dev-container/dev-container-options";
export * from "./dev-container/dev-container-properties";
export * from "./dev-container/dev-container-secret";
export * from "./dev-container/dev-container-source";
export * from "./dev-container/host-requirements";
export * from "./dev-container/lifecycle-command";
export * from "./dev-container/lifecycle-step";
export * from "./dev-container/port-attributes";
export * from "./dev-container/session";
export * from "./dockerfile/block";
export * from "./dockerfile/dockerfile";
export * from "./dockerfile/dockerfile-options";
export * from "./dockerfile/file-block";
export * from "./dockerfile/instruction-options";
export { RunMount } from "./dockerfile/mount";
export * from "./dockerfile/mount-options";
export * from "./dockerfile/on-build";
export * from "./dockerfile/run-block";
export * from "./dockerfile/section";
export * from "./dockerfile/stage";
export * from "./dockerfile/stage-base";
export * from "./dockerfile/stage-part";
export * from "./dockerfile/stage-reference";
export { DockerfileWord } from "./dockerfile/word";
export { BuildContext, type ContextDecision } from "./dockerignore/context";
export * from "./dockerignore/dockerignore";
export * from "./files/existing-files";
export { FileGuard } from "./files/file-guard";
export { ContainerChecks } from "./findings/container-checks";
export type { SkippedCheckOptions } from "./findings/skipped-checks";
export * from "./project/automation-options";
export * from "./project/existing-python-project";
export * from "./project/existing-python-project-options";
export * from "./project/python-container-project";
export * from "./project/python-container-project-options";
export { PackageManager } from "./pyproject/managers/package-manager";
export * from "./python/desk/dev-container-mode";
export * from "./python/python-container";
export * from "./python/python-container-options";
export type { PythonServiceNames, PythonStageNames } from "./python/python-names";
export type { ContainerCommandOptions } from "./python/services/container-command";
export * from "./values/image-reference";
export * from "./workflow/container-workflow";
export * from "./workflow/container-workflow-options";
export * from "./workflow/dev-container-prebuild";
export * from "./workflow/dev-container-prebuild-options";
export * from "./workflow/gitlab/gitlab-pipeline";
export * from "./workflow/gitlab/gitlab-pipeline-options";
export * from "./workflow/updates/dependabot-updates";
export * from "./workflow/updates/dependabot-updates-options";
export * from "./workflow/updates/renovate";
export * from "./workflow/updates/renovate-options";
export * from "./workflow/updates/update-bot-options";
