import type { PlacelessFinding } from "../../findings/finding";
import { shown } from "../../values/mistake";
import { isOpen, type ServiceContent, scaleOf } from "./file-content";

type Rule = (service: ServiceContent) => PlacelessFinding | undefined;

/** What compose refuses of a service by itself, or what does nothing. */
const rules: readonly Rule[] = [
  ({ hasImage, build, base }) =>
    hasImage || build !== undefined || base !== undefined
      ? undefined
      : {
          rule: "ServiceWithoutImage",
          what: "the service has neither image nor imageBuild",
          allowed: "a service has an image, is built, extends another one or has a provider",
          fix: "give it image, or imageBuild: {}, or give the ComposeFile isPartial: true where another compose file, read with this one, does, or services extend those of this file",
        },
  ({ networkMode: mode, networks }) =>
    mode !== undefined && !isOpen(mode) && networks.length > 0
      ? {
          rule: "NetworkModeWithNetworks",
          what: `the service has the networkMode ${shown(mode)} and networks ${networks.map(shown).join(", ")}`,
          allowed: "a service that uses the network of another joins none",
          fix: "leave out networkMode or networks",
        }
      : undefined,
  ({ networkMode: mode, ports }) => {
    const kind = ports.length === 0 ? undefined : /^(service|container|host|none)(?::|$)/.exec(mode ?? "")?.[1];
    return kind === undefined
      ? undefined
      : {
          rule: "NetworkModeWithPorts",
          what: `the service has the networkMode ${shown(mode)} and ports`,
          allowed: "ports are published from a network of the service's own",
          fix: kind === "service" ? "publish the ports of that service" : "leave out ports or networkMode",
          // The engine discards ports of these two.
          mayWork: kind === "host" || kind === "none",
        };
  },
  (service) =>
    service.containerName !== undefined && scaleOf(service) > 1
      ? {
          rule: "ContainerNameScaled",
          what: `the service has the containerName ${shown(service.containerName)} and ${scaleOf(service)} containers`,
          allowed: "one container alone has a name",
          fix: `leave out containerName or ${service.scale === undefined ? "deploy.replicas" : "scale"}`,
        }
      : undefined,
  ({ scale, replicas }) =>
    scale !== undefined && replicas !== undefined && scale !== replicas
      ? {
          rule: "ConflictingReplicas",
          what: `scale is ${scale} and deploy.replicas is ${replicas}`,
          allowed: "both say how many containers run",
          fix: "leave out one of them",
        }
      : undefined,
  ({ limits }) => {
    const twice = limits.find(({ value, deployValue }) => value && deployValue && value !== deployValue);
    return twice === undefined
      ? undefined
      : {
          rule: "ConflictingLimits",
          what: `${twice.property} is ${twice.value} and ${twice.deployProperty} is ${twice.deployValue}`,
          allowed: "both say the same, and compose refuses two different values",
          fix: `leave out ${twice.property}`,
        };
  },
  ({ build }) =>
    build?.dockerfile !== undefined && build.inline !== undefined
      ? {
          rule: "ConflictingBuildFiles",
          what: `imageBuild has the dockerfile ${shown(build.dockerfile)} and a dockerfileInline`,
          allowed: "a build has one of them",
          fix: "leave out dockerfile or dockerfileInline",
        }
      : undefined,
  ({ build, base, platform }) =>
    platform !== undefined &&
    base === undefined &&
    build !== undefined &&
    build.platforms.length > 0 &&
    build.platforms.every((each) => each !== platform && ![each, platform].some(isOpen))
      ? {
          rule: "PlatformNotBuilt",
          what: `the platform ${shown(platform)} is not among imageBuild.platforms`,
          allowed: "what is built holds what runs, by the same name",
          fix: "add the platform there, or leave out platform",
        }
      : undefined,
  ({ volumes, tmpfs }) => {
    const targets = volumes.flatMap(({ target }) => target ?? []);
    const twice = tmpfs.map((path) => path.split(":")[0]).find((path) => targets.includes(path));
    return twice === undefined
      ? undefined
      : {
          rule: "DuplicateMountTarget",
          what: `volumes and tmpfs both mount something at ${shown(twice)}`,
          allowed: "one thing is mounted at a path",
          fix: "leave out one of them",
        };
  },
];

export function serviceFindings(service: ServiceContent): readonly PlacelessFinding[] {
  return rules.flatMap((rule) => rule(service) ?? []);
}
