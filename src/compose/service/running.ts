import type { ComposeValue } from "../compose-value";
import { type ComposeDeploy, deployRows } from "../deploy/deploy";
import { type ComposeExtensible, extensible } from "../properties/extensions";
import { plain } from "../properties/plain-properties";
import { groupRow, listRow, type RowsOf, wholeRow } from "../properties/property-rows";
import { type ComposeExtends, extendsRows } from "./extended-service";
import { type ComposeHook, hookRows } from "./hook";
import { type ComposeLogging, loggingRows } from "./logging";
import { type ComposeProvider, providerRows } from "./provider";
import { configsRow, type ServiceConfig } from "./service-config";

/** What containers of a service are, what they are called, and what goes with running them. */
export interface ServiceRunningOptions extends ComposeExtensible {
  /**
   * Another service whose properties this one has too, where it gives no others.
   *
   * @default - none
   */
  readonly extendsService?: ComposeExtends;
  /**
   * What provides the service instead of a container. Since Compose 2.35; 2.26 refuses it.
   *
   * @default - a container
   */
  readonly provider?: ComposeProvider;
  /**
   * The name of the container, of which there can be one alone then.
   *
   * @default - the names of the compose project and the service, and a number
   */
  readonly containerName?: string | ComposeValue;
  /**
   * How many containers run and with what; limits are here.
   *
   * @default - one container, with all of the host
   */
  readonly deploy?: ComposeDeploy;
  /**
   * Where the output of containers goes.
   *
   * @default - the engine's
   */
  readonly logging?: ComposeLogging;
  /**
   * Configs that the service may read.
   *
   * @default - none
   */
  readonly configs?: ServiceConfig[];
  /**
   * Services, or `container:` and a container, all of whose volumes are mounted, with `:ro` to be read only.
   *
   * @default - none
   */
  readonly volumesFrom?: (string | ComposeValue)[];
  /**
   * Commands that run when the container has started. Since Compose 2.30.
   *
   * @default - none
   */
  readonly postStart?: ComposeHook[];
  /**
   * Commands that run before the container stops. Since Compose 2.30.
   *
   * @default - none
   */
  readonly preStop?: ComposeHook[];
  /**
   * Whether `docker compose up` shows the output.
   *
   * @default true
   */
  readonly attach?: boolean;
  /**
   * Whether the container can be typed into.
   *
   * @default false
   */
  readonly stdinOpen?: boolean;
  /**
   * Whether the container has a terminal.
   *
   * @default false
   */
  readonly tty?: boolean;
  /**
   * Files of labels of the container. Since Compose 2.32.
   *
   * @default - none
   */
  readonly labelFiles?: (string | ComposeValue)[];
  /**
   * Annotations of the container, for the program that runs it.
   *
   * @default - none
   */
  readonly annotations?: { [name: string]: string | ComposeValue };
}

export const runningRows = {
  extendsService: wholeRow<ComposeExtends>("extends", extendsRows),
  provider: wholeRow<ComposeProvider>("provider", providerRows),
  containerName: ["container_name", plain.text],
  deploy: groupRow("deploy", deployRows),
  logging: groupRow("logging", loggingRows),
  configs: configsRow,
  volumesFrom: ["volumes_from", plain.list],
  postStart: listRow<ComposeHook>("post_start", hookRows),
  preStop: listRow<ComposeHook>("pre_stop", hookRows),
  attach: ["attach", plain.flag],
  stdinOpen: ["stdin_open", plain.flag],
  tty: ["tty", plain.flag],
  labelFiles: ["label_file", plain.list],
  annotations: ["annotations", plain.map],
  ...extensible,
} satisfies RowsOf<ServiceRunningOptions>;
