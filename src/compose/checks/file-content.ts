/**
 * What a compose file holds, overrides included, as far as checks ask for it: `readContent` makes it of whatever shape
 * the specification allows.
 */
export interface FileContent {
  readonly hasInclude: boolean;
  readonly services: { readonly [name: string]: ServiceContent };
  readonly networks: readonly string[];
  readonly volumes: readonly string[];
  readonly secrets: readonly string[];
  readonly configs: readonly string[];
  readonly models: readonly string[];
}

export interface ServiceContent {
  /** Whether it has an image or a provider. */
  readonly hasImage: boolean;
  readonly build?: BuildContent;
  readonly base?: BaseContent;
  readonly platform?: string;
  readonly profiles: readonly string[];
  readonly containerName?: string;
  /** How many containers run; undefined where that is told nowhere, or by a variable. */
  readonly scale?: number;
  readonly replicas?: number;
  readonly limits: readonly LimitContent[];
  readonly envFiles: readonly EnvFileContent[];
  readonly networkMode?: string;
  readonly networks: readonly string[];
  readonly ports: readonly PortContent[];
  readonly volumes: readonly MountContent[];
  readonly tmpfs: readonly string[];
  readonly dependencies: readonly DependencyContent[];
  readonly links: readonly string[];
  readonly volumesFrom: readonly string[];
  readonly ipc?: string;
  readonly pid?: string;
  readonly secrets: readonly string[];
  readonly configs: readonly string[];
  readonly models: readonly string[];
  readonly watches: readonly WatchContent[];
}

export interface BuildContent {
  readonly dockerfile?: string;
  readonly inline?: string;
  readonly platforms: readonly string[];
  readonly additionalContexts: readonly string[];
  readonly secrets: readonly string[];
}

/** A service that is extended. */
export interface BaseContent {
  readonly service?: string;
  readonly file?: string;
}

/** A limit that a service and its `deploy` both can have. */
export interface LimitContent {
  readonly property: string;
  readonly value?: number;
  readonly deployProperty: string;
  readonly deployValue?: number;
}

export interface EnvFileContent {
  readonly path: string;
  readonly isRequired: boolean;
}

export interface DependencyContent {
  readonly name: string;
  readonly isRequired: boolean;
}

export interface PortContent {
  readonly published?: string;
  readonly hostIp?: string;
  readonly protocol: string;
}

export interface MountContent {
  readonly type?: string;
  readonly source?: string;
  readonly target?: string;
}

export interface WatchContent {
  readonly path: string;
  readonly action: string;
}

/** Whether a text holds a variable, so that it is known only where compose runs. */
export function isOpen(text: string): boolean {
  return /\$/.test(text.replaceAll("$$", ""));
}

/** How many containers of a service run. */
export function scaleOf({ scale, replicas }: ServiceContent): number {
  return scale ?? replicas ?? 1;
}
