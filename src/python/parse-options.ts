import { ImageReference } from "../values/image-reference";
import { Mistake, shown } from "../values/mistake";
import type { PythonContainerOptions } from "./python-container-options";

function mistake(what: string, allowed: string, fix: string): Mistake {
  return new Mistake({ where: "PythonContainer", what, allowed, fix });
}

/** @throws where there is no port, or it is no path */
export function parseHealthCheckPath(options: PythonContainerOptions): string | undefined {
  const { healthCheckPath: path, port } = options;
  if (path === undefined) return undefined;
  const what = `healthCheckPath is ${shown(path)}`;
  if (port === undefined)
    throw mistake(`${what}, and there is no port`, "a path is asked for at a port", "set the option port");
  if (typeof path === "string" && /^\/[!-~]*$/.test(path)) return path;
  throw mistake(what, "a path starts with / and has no white space", 'write one like "/health"');
}

/** @throws where it is no name of a Debian release */
export function parseSuite(suite: string): string {
  if (typeof suite === "string" && /^[a-z]+$/.test(suite)) return suite;
  throw mistake(
    `debianSuite is ${shown(suite)}`,
    "it is the name of a Debian release in lower-case letters, as in the tags of the official Python images",
    'write one like "trixie" or "bookworm"',
  );
}

/** @throws where Debian would refuse the name of the account */
export function parseAccount(name: string): string {
  if (typeof name === "string" && /^[a-z_][a-z0-9_-]{0,31}$/.test(name) && name !== "root") return name;
  throw mistake(
    `developerName is ${shown(name)}`,
    "it has lower-case letters, digits, _ and -, starts with a letter or _, and is not root",
    'write one like "dev"',
  );
}

/** @throws where it is no name of an image, or has a tag */
export function parseImageName(name: string): string {
  const { tag, digest } = ImageReference.of(name);
  if (tag === undefined && digest === undefined) return name;
  throw mistake(
    `imageName is ${shown(name)}`,
    "it is a name without a tag, which the variable DOCKER_TAG gives",
    `write ${shown(name.replace(/[:@][^/]*$/, ""))}`,
  );
}

/** A name that an image may have: PyPI's names allow more. */
export function imageNameOf(projectName: string): string {
  const name = projectName.toLowerCase().replace(/[^a-z0-9]+/g, "-");
  return name.replace(/^-|-$/g, "") || "app";
}

/** @throws where it is no version, as the number that a command line makes of 2.10 */
export function parseVersion(option: "packageManagerVersion" | "pipxVersion", version: string | undefined): void {
  if (version === undefined || (typeof version === "string" && /^\d+(\.\d+)+[a-z0-9.]*$/.test(version))) return;
  throw mistake(
    `${option} is ${shown(version)}`,
    "it is one version as text, in full; a command line turns 2.10 into the number 2.1",
    'write one like "2.5.1"',
  );
}

/** @throws where the production image is to trust authorities that are not given */
export function parseAuthorities({ caCertificate, appTrustsCaCertificate }: PythonContainerOptions): void {
  if (!appTrustsCaCertificate || caCertificate !== undefined) return;
  throw mistake(
    "appTrustsCaCertificate is true, and there is no caCertificate",
    "the production image can trust what is given",
    'set caCertificate to a path like "certificates/company.pem", or leave appTrustsCaCertificate out',
  );
}

/** @throws where it has no word */
export function parseCommand(command: string[] | undefined): void {
  if (command === undefined || command.length > 0) return;
  throw mistake(
    "command has no words",
    "it is a program and its arguments",
    'write it like ["python", "-m", "orders"]',
  );
}
