const OWN = "what it stands in has extensions of its own";
const OBJECT = "deprecated: `external: true` and `customName` say it";

/** Properties of the specification that have no option on purpose, and why. */
export const leftToOverrides: { readonly [path: string]: string } = {
  version: "obsolete: compose warns of it",
  "services.cpus": "`deploy.resources.limits.cpus` says it, and compose refuses two different values",
  "services.mem_limit": "`deploy.resources.limits.memoryBytes` says it, and compose refuses two different values",
  "services.mem_reservation": "`deploy.resources.reservations.memoryBytes` says it",
  "services.pids_limit": "`deploy.resources.limits.pids` says it, and compose refuses two different values",
  "services.pull_refresh_after": "in the schema alone: `PullPolicy.everyHours` says it",
  "services.volumes.consistency": "no platform goes by it any more",
  "services.depends_on.x-*": OWN,
  "services.develop.x-*": "each watched path has extensions of its own",
  "services.deploy.resources.reservations.generic_resources.x-*": "each resource has extensions of its own",
  "services.volumes.bind.x-*": OWN,
  "services.volumes.image.x-*": OWN,
  "services.volumes.tmpfs.x-*": OWN,
  "services.volumes.volume.x-*": OWN,
  "configs.external.name": OBJECT,
  "networks.external.name": OBJECT,
  "networks.external.x-*": OBJECT,
  "secrets.external.name": OBJECT,
  "volumes.external.name": OBJECT,
  "volumes.external.x-*": OBJECT,
};
