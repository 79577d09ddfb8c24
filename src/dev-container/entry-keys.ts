import { Mistake, shown } from "../values/mistake";
import { isUnwritableKey } from "../values/unwritable-key";
import type { DevContainerSecret } from "./dev-container-secret";

/** @throws where the text is no name of an environment variable */
export function checkVariableName(name: string, where: string): void {
  if (/^[A-Za-z_][A-Za-z0-9_]*$/.test(name) && !isUnwritableKey(name)) return;
  throw new Mistake({
    where,
    what: `the environment variable ${shown(name)} is not valid`,
    allowed: "a name has letters, digits and _, starts with no digit, and is none that JavaScript takes for its own",
    fix: "rename it",
  });
}

/** @throws where the name is none of an environment variable, or the value is no text */
export function checkEnvironment(name: string, value: string, where: string): void {
  checkVariableName(name, where);
  if (typeof value === "string") return;
  throw new Mistake({
    where,
    what: `the environment variable ${name} is ${shown(value)}`,
    allowed: "devcontainer.json takes text alone",
    fix: `write ${shown(String(value))}`,
  });
}

/**
 * The key of an extension; one that is unwanted has that of the wanted one.
 *
 * @throws where the text is no identifier of an extension
 */
export function extensionKey(id: string, where: string): string {
  if (/^-?[a-z0-9][a-z0-9-]*\.[a-z0-9][a-z0-9-]*$/i.test(id)) return id.replace(/^-/, "").toLowerCase();
  throw new Mistake({
    where,
    what: `the extension ${shown(id)} is not valid`,
    allowed: "it is publisher.name, or -publisher.name for one that is unwanted",
    fix: 'write one like "ms-python.python"',
  });
}

/** @throws where the text is no host whose ports can be forwarded */
export function checkForwardHost(host: string, where: string): void {
  if (/^[a-z0-9-]+$/.test(host)) return;
  throw new Mistake({
    where,
    what: `the host ${shown(host)} can't be forwarded from`,
    allowed: "a host has lower-case letters, digits and -",
    fix: "rename the service in the compose file",
  });
}

/** @throws where the text is no name of a compose service */
export function checkServiceName(name: string, where: string): void {
  if (/^[a-zA-Z0-9._-]+$/.test(name)) return;
  throw new Mistake({
    where,
    what: `the service ${shown(name)} is not valid`,
    allowed: "a service's name has letters, digits and . _ -",
    fix: "write it as in the compose file",
  });
}

/** @throws where the name is none of an environment variable, or the secret has no address of a page */
export function checkSecret(name: string, { documentationUrl: address }: DevContainerSecret, where: string): void {
  checkVariableName(name, where);
  if (address === undefined || /^https?:\/\/\S+$/.test(address)) return;
  throw new Mistake({
    where,
    what: `the documentationUrl of the secret ${name} ${shown(address)} is not valid`,
    allowed: "it is an address that starts with https://",
    fix: "write all of it",
  });
}

/** @throws where the text names no repository of GitHub */
export function checkRepository(repository: string, where: string): void {
  if (/^[\w.-]+\/([\w.-]+|\*)$/.test(repository)) return;
  throw new Mistake({
    where,
    what: `the repository ${shown(repository)} is not valid`,
    allowed: "it is owner/name, or owner/* for all of an owner",
    fix: 'write one like "acme/rules"',
  });
}

/** What `customizations` has methods for. */
const METHODS: Record<string, Record<string, string>> = {
  vscode: { extensions: "addExtension", settings: "addSetting" },
  jetbrains: {
    backend: "the option jetbrainsBackend",
    plugins: "addJetbrainsPlugin",
    settings: "addJetbrainsSetting",
  },
  codespaces: {
    repositories: "addCodespacesRepository",
    openFiles: "addCodespacesOpenFile",
    disableAutomaticConfiguration: "the option codespacesDisableAutomaticConfiguration",
  },
};

/** @throws where the tool has no name, or there is a method for the key */
export function checkCustomization(tool: string, key: string, where: string): void {
  if (tool === "") throw new Mistake({ where, what: "customizations has a tool without a name", fix: "give it" });
  const method = METHODS[tool]?.[key];
  if (method === undefined) return;
  throw new Mistake({
    where,
    what: `customizations.${tool}.${key} is not set by addCustomization`,
    allowed: "what has a way of its own is set by it alone",
    fix: `use ${method}`,
  });
}
