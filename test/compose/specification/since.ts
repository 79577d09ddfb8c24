/** The Compose from which on a property, and what stands in it, is known: the first that goes by it. */
export const since: { readonly [path: string]: string } = {
  "services.build.entitlements": "2.27.1",
  "services.networks.driver_opts": "2.27.1",
  "services.env_file.format": "2.30",
  "services.gpus": "2.30",
  "services.post_start": "2.30",
  "services.pre_stop": "2.30",
  "services.volumes.bind.recursive": "2.30",
  "services.develop.watch.exec": "2.32",
  "services.label_file": "2.32",
  "networks.enable_ipv4": "2.33",
  "services.networks.gw_priority": "2.33",
  "services.develop.watch.include": "2.34",
  "services.provider": "2.35",
  "services.volumes.image": "2.35",
  "services.volumes.volume.labels": "2.35",
  "services.networks.interface_name": "2.36",
  "services.use_api_socket": "2.38",
  models: "2.38",
  "services.models": "2.38",
  "services.build.provenance": "2.39",
  "services.build.sbom": "2.39",
  "services.develop.watch.initial_sync": "2.40",
};

/** The Compose from which on a property is known; undefined where any that is in use knows it. */
export function sinceOf(path: string): string | undefined {
  return Object.entries(since).find(([newer]) => path === newer || path.startsWith(`${newer}.`))?.[1];
}

/** Values of a property that are newer than the property. */
export const valuesSince: { readonly [path: string]: string } = {
  "services.develop.watch.action": "`WatchAction.RESTART` and `WatchAction.SYNC_EXEC`: Compose 2.32",
  "services.pull_policy": "`PullPolicy.DAILY`, `PullPolicy.WEEKLY` and `PullPolicy.everyHours`: Compose 2.34",
};
