import type { CodespacesPermissions } from "./codespaces-permissions";
import type { DevContainerMount } from "./dev-container-mount";
import type { DevContainerSecret } from "./dev-container-secret";
import type { HostRequirements } from "./host-requirements";
import type { LifecycleCommand } from "./lifecycle-command";
import type { LifecycleStep } from "./lifecycle-step";
import type { PortAttributes } from "./port-attributes";
import type { ShutdownAction, UserEnvProbe } from "./session";

/**
 * The properties of devcontainer.json.
 *
 * @see https://containers.dev/implementors/json_reference/
 */
export interface DevContainerProperties {
  /**
   * The name that editors show.
   * @default - the project's name, with the variant's in parentheses
   */
  readonly name?: string;
  /**
   * The absolute path of the project in the container; required for a compose service, where it is the target of the
   * service's mount.
   * @default - /workspaces/ and the folder's name
   */
  readonly workspaceFolder?: string;
  /**
   * The mount of the project; not for a compose service, which mounts it itself.
   * @default - the project's folder is mounted at /workspaces/ and its name
   */
  readonly workspaceMount?: DevContainerMount;
  /**
   * The name of the user in whose shell one works. Set it: the host's user id is given to this user.
   * @default - the user of the container
   */
  readonly remoteUser?: string;
  /**
   * The user of the container's first process.
   * @default - the user of the image
   */
  readonly containerUser?: string;
  /**
   * Whether the remote user gets the host's user id, on Linux. Only the home folder changes its owner.
   * @default true
   */
  readonly updateRemoteUserUID?: boolean;
  /**
   * Environment of the container.
   * @default - none
   */
  readonly containerEnv?: { [name: string]: string };
  /**
   * Environment of what the editor starts; may take up `${containerEnv:NAME}` and `${localEnv:NAME}`.
   * @default - none
   */
  readonly remoteEnv?: { [name: string]: string };
  /**
   * What is mounted besides the project.
   * @default - nothing
   */
  readonly mounts?: DevContainerMount[];
  /**
   * Arguments of `docker run`; not for a compose service.
   * @default - none
   */
  readonly runArgs?: string[];
  /**
   * Ports that are published on the host, such as `8000:80`; not for a compose service. A number alone is the same port
   * of the host, for itself alone. Forwarding needs no published port.
   * @default - none
   */
  readonly appPort?: string[];
  /**
   * Whether an init process runs first; false takes away none that the image's metadata or the service asks for.
   * @default - left to the image's metadata
   */
  readonly init?: boolean;
  /**
   * Whether the container may do all that the host may; false takes nothing away, as for `init`.
   * @default - left to the image's metadata
   */
  readonly privileged?: boolean;
  /**
   * Capabilities of the kernel, such as `SYS_PTRACE`.
   * @default - none
   */
  readonly capAdd?: string[];
  /**
   * Security options, such as `seccomp=unconfined`.
   * @default - none
   */
  readonly securityOpt?: string[];
  /**
   * Ports of the container that are forwarded; `addForwardPort` gives them attributes.
   * @default - those that the editor finds
   */
  readonly forwardPorts?: number[];
  /**
   * Attributes by port, range of ports or regular expression of the process.
   * @default - none
   */
  readonly portsAttributes?: { [ports: string]: PortAttributes };
  /**
   * Attributes of all other ports; not `PortAutoForward.OPEN_BROWSER_ONCE`.
   * @default - none
   */
  readonly otherPortsAttributes?: PortAttributes;
  /**
   * Secrets that whoever makes the dev container is asked for, by the environment variable's name.
   * @default - none
   */
  readonly secrets?: { [name: string]: DevContainerSecret };
  /**
   * What happens to the containers when the editor is closed.
   * @default - they stop
   */
  readonly shutdownAction?: ShutdownAction;
  /**
   * Whether the command of the image or service is replaced by one that waits.
   * @default true
   */
  readonly overrideCommand?: boolean;
  /**
   * The shell that is asked for the user's environment.
   * @default UserEnvProbe.LOGIN_INTERACTIVE_SHELL
   */
  readonly userEnvProbe?: UserEnvProbe;
  /**
   * Runs on the host, before anything else. Like the other commands, it takes the place of computed ones, which are
   * kept where it is parallel.
   * @default - nothing
   */
  readonly initializeCommand?: LifecycleCommand;
  /**
   * Runs in the container, once after it was made.
   * @default - nothing
   */
  readonly onCreateCommand?: LifecycleCommand;
  /**
   * Runs in the container, after that and whenever a prebuild finds new content.
   * @default - nothing
   */
  readonly updateContentCommand?: LifecycleCommand;
  /**
   * Runs in the container, once it belongs to a user.
   * @default - nothing
   */
  readonly postCreateCommand?: LifecycleCommand;
  /**
   * Runs in the container, at each start.
   * @default - nothing
   */
  readonly postStartCommand?: LifecycleCommand;
  /**
   * Runs in the container, whenever an editor attaches.
   * @default - nothing
   */
  readonly postAttachCommand?: LifecycleCommand;
  /**
   * The step after which the editor opens.
   * @default LifecycleStep.UPDATE_CONTENT
   */
  readonly waitFor?: LifecycleStep;
  /**
   * Features by their reference, with their options.
   * @default - none
   */
  readonly features?: { [reference: string]: { [option: string]: unknown } };
  /**
   * Features in the order in which they are installed, as in `features`; the version is left out.
   * @default - as the features themselves ask for
   */
  readonly overrideFeatureInstallOrder?: string[];
  /**
   * The least that a host must have.
   * @default - anything
   */
  readonly hostRequirements?: HostRequirements;
  /**
   * Extensions of VS Code, `publisher.name`.
   * @default - none
   */
  readonly extensions?: string[];
  /**
   * Settings of VS Code.
   * @default - none
   */
  readonly settings?: { [key: string]: unknown };
  /**
   * The IDE that JetBrains starts in the container, such as `PyCharm`.
   * @default - left to the user
   */
  readonly jetbrainsBackend?: string;
  /**
   * Plugins of JetBrains IDEs, by their id.
   * @default - none
   */
  readonly jetbrainsPlugins?: string[];
  /**
   * Settings of JetBrains IDEs.
   * @default - none
   */
  readonly jetbrainsSettings?: { [key: string]: unknown };
  /**
   * What a codespace may do in other repositories, by `owner/name`.
   * @default - nothing
   */
  readonly codespacesRepositories?: { [repository: string]: CodespacesPermissions };
  /**
   * Files that a new codespace opens, by their paths from the repository's folder.
   * @default - none
   */
  readonly codespacesOpenFiles?: string[];
  /**
   * Whether a codespace without a postCreateCommand leaves out what it does of itself, such as installing requirements.
   * @default false
   */
  readonly codespacesDisableAutomaticConfiguration?: boolean;
  /**
   * What other tools read, by the tool's name and the key.
   * @default - none
   */
  readonly customizations?: { [tool: string]: { [key: string]: unknown } };
}
