import { Mistake, shown } from "../values/mistake";
import { Port } from "../values/port";
import { unwritableKey, WRITABLE_KEY } from "../values/unwritable-key";
import { checkAppPort } from "./check-app-port";
import { checkComposeMount, checkSource } from "./check-compose";
import { checkContainerValue } from "./check-container-value";
import { checkRequirement } from "./check-host-requirements";
import { checkRunArguments } from "./check-run-arguments";
import { checkOtherPorts, checkShutdown, checkWaitFor } from "./check-session";
import { checkContainerUser, checkRemoteUser } from "./check-users";
import type { DevContainerProperties } from "./dev-container-properties";
import { checkCustomization, checkEnvironment, checkRepository, checkSecret, extensionKey } from "./entry-keys";
import { type Entry, type EntrySection, WHOLE } from "./entry-log";
import { checkFeatureOptions, featureKey } from "./feature-key";
import type { LifecycleCommand } from "./lifecycle-command";
import { targetPath } from "./mount-path";
import { projectPath } from "./project-path";
import type { PropertyPlace } from "./property-place";
import { checkGiven, group, list, map, one, type Row } from "./property-row";

type Properties = Required<DevContainerProperties>;
const text: Row<string[]> = list((value) => [value, value]);

/** One that runs alone is the whole of its step. */
const command: Row<LifecycleCommand> = ({ _text, _words, _parallel }, place, section) =>
  _parallel === undefined
    ? [[WHOLE, _text ?? _words]]
    : Object.entries(_parallel).map(([name, each]) => {
        checkGiven(section, name, each, place);
        return [name, each._single(`${place.file} ${section}`)];
      });

/** How each property becomes entries: a new one does not compile before it has its row. */
const ROWS: { readonly [K in keyof Properties]: Row<Properties[K]> } = {
  name: one(),
  workspaceFolder: (path, { file }) => [[WHOLE, targetPath(path, `${file} workspaceFolder`)]],
  workspaceMount: one(),
  remoteUser: one(checkRemoteUser),
  containerUser: one(checkContainerUser),
  updateRemoteUserUID: one(),
  containerEnv: map((name, value, { file, source }) => {
    checkEnvironment(name, value, file);
    checkContainerValue(name, value, source, file);
  }),
  remoteEnv: map((name, value, { file }) => checkEnvironment(name, value, file)),
  mounts: list((mount, { file, source }) => {
    if (source.composeOptions !== undefined) checkComposeMount(mount, file);
    return [mount.target, mount];
  }),
  // A word may stand there several times, each with its value behind it.
  runArgs: (words, place) => {
    checkRunArguments(words, place);
    return words.length === 0 ? [] : [[shown(words), [...words]]];
  },
  appPort: list((port, { refuse }) => {
    checkAppPort(port, refuse);
    return [port, port];
  }),
  init: one(),
  privileged: one(),
  capAdd: text,
  securityOpt: text,
  forwardPorts: list((port) => [`${Port.tcp(port).value}`, port]),
  portsAttributes: map(),
  otherPortsAttributes: group(checkOtherPorts),
  secrets: map((name, secret, { file }) => checkSecret(name, secret, file)),
  shutdownAction: one(checkShutdown),
  overrideCommand: one(),
  userEnvProbe: one(),
  initializeCommand: command,
  onCreateCommand: command,
  updateContentCommand: command,
  postCreateCommand: command,
  postStartCommand: command,
  postAttachCommand: command,
  waitFor: one(checkWaitFor),
  features: (features, { file }) =>
    Object.entries(features).map(([reference, options]) => {
      const { key, name } = featureKey(reference, file);
      checkFeatureOptions(reference, options, file);
      return [key, [name, { ...options }]];
    }),
  overrideFeatureInstallOrder: list((reference, { file }) => [featureKey(reference, file).key, reference]),
  hostRequirements: group(checkRequirement),
  extensions: list((id, { file }) => [extensionKey(id, file), id]),
  settings: map(),
  jetbrainsBackend: one(),
  jetbrainsPlugins: (ids, place, section) =>
    ids.map((id) => {
      checkGiven(section, id, id, place);
      return [id, id];
    }),
  jetbrainsSettings: map(),
  codespacesRepositories: map((repository, _permissions, { file }) => checkRepository(repository, file)),
  codespacesOpenFiles: list((path, { file }) => {
    const clean = projectPath(path, `${file} openFiles`);
    return [clean, clean];
  }),
  codespacesDisableAutomaticConfiguration: one(),
  customizations: (tools, place) =>
    Object.entries(tools).flatMap(([tool, values]) =>
      Object.entries(values).map(([key, value]): Entry => {
        checkCustomization(tool, key, place.file);
        const section: EntrySection = `customizations.${tool}`;
        checkGiven(section, key, value, place);
        return { section, key, value };
      }),
    ),
};

/** The names of all properties. */
export const PROPERTIES = Object.keys(ROWS) as (keyof Properties)[];

/**
 * The entries of a property.
 *
 * @throws where the value is not valid by itself, has a key that would be lost, or has no effect with the source
 */
export function entriesOf<K extends keyof Properties>(name: K, value: Properties[K], place: PropertyPlace): Entry[] {
  checkSource(name, place);
  const key = unwritableKey(value);
  if (key !== undefined) {
    throw new Mistake({ where: place.file, what: `${name} has the key ${shown(key)}`, ...WRITABLE_KEY });
  }
  return ROWS[name](value, place, name).map((each) =>
    "section" in each ? each : { section: name, key: each[0], value: each[1] },
  );
}
