import { ImageReference } from "../values/image-reference";
import { Mistake, shown } from "../values/mistake";
import { Platform } from "../values/platform";
import { Port } from "../values/port";
import { DevContainerMode } from "./desk/dev-container-mode";
import type { PythonContainerOptions } from "./python-container-options";

function mistake(what: string, allowed: string, fix: string): Mistake {
  return new Mistake({ where: "PythonContainer", what, allowed, fix });
}

/** @throws where it is no port */
export function parsePort(port: number | undefined): Port | undefined {
  return port === undefined ? undefined : Port.tcp(port);
}

/** @throws where it is no path */
export function parseHealthCheckPath(path: string | undefined): void {
  if (path === undefined || (typeof path === "string" && /^\/[!-~]*$/.test(path))) return;
  throw mistake(
    `healthCheckPath is ${shown(path)}`,
    "a path starts with / and has no white space",
    'write one like "/health"',
  );
}

/** @throws where it names neither an object of a module nor a file */
export function parseApplication(application: string | undefined): void {
  const names = /^[^\W\d]\w*(\.[^\W\d]\w*)*(:[^\W\d]\w*(\.[^\W\d]\w*)*(\(\))?)?$/u;
  if (application === undefined) return;
  if (typeof application === "string" && (names.test(application) || /^[\w.][\w./-]*\.py$/.test(application))) return;
  throw mistake(
    `application is ${shown(application)}`,
    "it is a module with an object in it or a function that makes one, or for a script the path of its file",
    'write one like "orders.main:app", "orders:create_app()" or "streamlit_app.py"',
  );
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
export function parseVersion(
  option: "packageManagerVersion" | "pipxVersion" | "rustVersion",
  version: string | undefined,
): void {
  if (version === undefined || (typeof version === "string" && /^\d+(\.\d+)+[a-z0-9.]*$/.test(version))) return;
  throw mistake(
    `${option} is ${shown(version)}`,
    "it is one version as text, in full; a command line turns 2.10 into the number 2.1",
    'write one like "2.5.1"',
  );
}

/** @throws where a platform is none for which images are made, or there is none */
export function parsePlatforms(platforms: readonly string[] | undefined): Platform[] | undefined {
  if (platforms === undefined) return undefined;
  const texts: readonly unknown[] = Array.isArray(platforms) ? platforms : [];
  if (texts.length > 0 && texts.every((text) => Platform.isOne(text))) {
    return platforms.map((text) => Platform.of(text));
  }
  throw mistake(
    `platforms is ${shown(platforms)}`,
    `it is a list of ${Platform.names().join(" and ")}`,
    `write one like ["${Platform.names()[0]}"], or leave it out`,
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

/** @throws where its mode is none, or its Node no version */
export function parseDevContainer({ devContainerMode: mode, devContainerNode: node }: PythonContainerOptions): void {
  const modes = Object.values(DevContainerMode);
  if (mode !== undefined && !modes.includes(mode)) {
    throw mistake(
      `devContainerMode is ${shown(mode)}`,
      `it is ${modes.map(shown).join(" or ")}`,
      "use DevContainerMode.DOCKERFILE or DevContainerMode.COMPOSE",
    );
  }
  // A command line makes the number 22.1 of 22.10, and leaves 24 what it is.
  if (node === undefined || Number.isInteger(node) || (typeof node === "string" && /^\w[\w./-]*$/.test(node))) return;
  throw mistake(
    `devContainerNode is ${shown(node)}`,
    "it is a version as text, or the name of one",
    'write one like "lts" or "24", or leave it out',
  );
}

/** @throws where it has no word */
export function parseCommand(name: string, command: string[] | undefined): void {
  if (command === undefined || command.length > 0) return;
  throw mistake(
    `${name} has no words`,
    "it is a program and its arguments",
    'write it like ["python", "-m", "orders"]',
  );
}
