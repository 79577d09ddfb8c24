/**
 * What a compose file holds, overrides included, as far as checks ask for it: `readContent` makes it of whatever shape
 * the specification allows.
 */
export interface FileContent {
  readonly hasInclude: boolean;
  /** Whether it tells a version of the format, which compose passes over. */
  readonly hasVersion: boolean;
  readonly services: { readonly [name: string]: ServiceContent };
  readonly networks: readonly string[];
  readonly volumes: readonly string[];
  readonly secrets: readonly string[];
  readonly configs: readonly string[];
  readonly models: readonly string[];
  /** Texts that stand in the file itself, to be files in a container. */
  readonly contents: readonly ValueContent[];
  /** The files of secrets and configs, each with the item as messages name it. */
  readonly sources: readonly SourceContent[];
}

export interface ServiceContent {
  /** Whether it has an image or a provider. */
  readonly hasImage: boolean;
  readonly image?: string;
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
  /** The words of both, a text for a shell at its spaces; undefined where the image decides. */
  readonly command?: readonly string[];
  readonly entrypoint?: readonly string[];
  readonly healthCheck?: HealthCheckContent;
  /** Whether it starts again by itself when it has ended well. */
  readonly restartsAlways: boolean;
  readonly isPrivileged: boolean;
  readonly addedCapabilities: readonly string[];
  readonly user?: string;
  /** What it is given, each by the name that it has there. */
  readonly values: readonly ValueContent[];
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
  readonly context?: string;
  readonly target?: string;
  readonly args: readonly ValueContent[];
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

export interface HealthCheckContent {
  readonly isDisabled: boolean;
  /** Whether it has a command of its own, or is turned off. */
  readonly isTold: boolean;
  /** The command as a list; undefined where it is a text for the shell, or the image's. */
  readonly test?: readonly string[];
  /** The text for the shell. */
  readonly shell?: string;
}

export interface SourceContent {
  readonly property: string;
  readonly path: string;
}

export interface ValueContent {
  /** Where it stands, such as `environment`. */
  readonly property: string;
  /** What it is called there; undefined for a word of a command. */
  readonly name?: string;
  readonly value: string;
}

export interface DependencyContent {
  readonly name: string;
  readonly condition?: string;
  readonly isRequired: boolean;
}

export interface PortContent {
  /** A port or a range of the host, variables replaced by their defaults. */
  readonly published?: string;
  /** A port or a range of the container. */
  readonly target?: string;
  readonly hostIp?: string;
  readonly protocol: string;
}

export interface MountContent {
  readonly type?: string;
  readonly source?: string;
  readonly target?: string;
  /** Whether docker makes a folder of the host that is not there, which belongs to root then. */
  readonly createsSource?: boolean;
  /** Whether the file says itself that docker is to make it. */
  readonly isSourceMade?: boolean;
}

export interface WatchContent {
  readonly path: string;
  readonly action: string;
}

/** Whether a text holds a variable, so that it is known only where compose runs. */
export function isOpen(text: string): boolean {
  return /\$/.test(text.replaceAll("$$", ""));
}

/** The text as it is once compose has read it; undefined where it holds a variable. */
export function literalOf(text: string): string | undefined {
  return isOpen(text) ? undefined : text.replaceAll("$$", "$");
}

/** The text with the defaults of its variables in place of them; a variable without one stays. */
export function withDefaults(text: string): string {
  return text.replace(/\$\{\w+:?-([^{}$]*)\}/g, "$1");
}

/** How many containers of a service run. */
export function scaleOf({ scale, replicas }: ServiceContent): number {
  return scale ?? replicas ?? 1;
}
