import { spawnSync } from "node:child_process";
import { docker, mustDocker } from "./engine";

const REPOSITORY = "projen-python-container-e2e";

/** The name of an image that a test makes. */
export const testImage = (tag: string) => `${REPOSITORY}:${tag}`;

/** Whether an image is here or can be pulled: known before the first test, so that those that need it can be left out. */
export function canHaveImage(image: string): boolean {
  const succeeds = (...words: string[]) => spawnSync("docker", words, { timeout: 120_000 }).status === 0;
  return succeeds("image", "inspect", image) || succeeds("pull", "--quiet", image);
}

/** What an image's configuration says, as far as the tests look at it. */
export interface ImageConfig {
  readonly User: string;
  readonly Env: string[];
  readonly Cmd: string[] | null;
  readonly Entrypoint: string[] | null;
  readonly ExposedPorts: Record<string, object> | null;
  readonly Labels: Record<string, string> | null;
  readonly Healthcheck?: { readonly Test: string[] };
}

export async function imageConfig(image: string): Promise<ImageConfig> {
  return JSON.parse(await mustDocker(["image", "inspect", "--format", "{{json .Config}}", image]));
}

/** The one TCP port that an image exposes. */
export async function exposedPort(image: string): Promise<number> {
  const ports = Object.keys((await imageConfig(image)).ExposedPorts ?? {});
  if (ports.length !== 1) throw new Error(`${image} exposes ${ports.join(", ") || "no port"}, not one`);
  return Number.parseInt(ports[0], 10);
}

/** Runs a shell command in the image, as its user, and gives its standard output. */
export async function shellIn(image: string, command: string): Promise<string> {
  return mustDocker(["run", "--rm", "--network", "none", "--entrypoint", "sh", image, "-c", command], { seconds: 60 });
}

/** Which of the programs are on the image's PATH. */
export async function programsIn(image: string, names: string[]): Promise<string[]> {
  const found = await shellIn(image, `for name in ${names.join(" ")}; do command -v $name; done; true`);
  return found.split("\n").filter(Boolean);
}

/** The paths that match shell patterns in the image, as root sees them. */
export async function filesIn(image: string, patterns: string[]): Promise<string[]> {
  const list = `for path in ${patterns.join(" ")}; do [ -e "$path" ] && echo "$path"; done; true`;
  const words = ["run", "--rm", "--network", "none", "--user", "0", "--entrypoint", "sh", image, "-c", list];
  return (await mustDocker(words, { seconds: 60 })).split("\n").filter(Boolean);
}

/** The normalised names of the Python distributions that an environment of the image holds. */
export async function distributionsIn(image: string, environment: string): Promise<string[]> {
  const code =
    "import importlib.metadata, json, re; " +
    "print(json.dumps(sorted({re.sub(r'[-_.]+', '-', d.metadata['Name']).lower() for d in importlib.metadata.distributions()})))";
  const words = ["run", "--rm", "--network", "none", "--entrypoint", `${environment}/bin/python`, image, "-c", code];
  return JSON.parse(await mustDocker(words, { seconds: 60 }));
}

/** The names of the Debian packages that an image has. */
export async function debianPackagesIn(image: string): Promise<string[]> {
  const lines = (await shellIn(image, "dpkg-query --show")).split("\n");
  return lines.map((line) => line.split(/[:\t]/)[0]);
}

/** The images that the tests made under their own name. */
export async function imagesOfTheTests(): Promise<string[]> {
  return (await mustDocker(["image", "ls", "--format", "{{.Repository}}:{{.Tag}}", REPOSITORY]))
    .split("\n")
    .filter(Boolean);
}

/** Removes images by name; those that are not there are passed over. */
export async function removeImages(images: string[]): Promise<void> {
  if (images.length > 0) await docker(["image", "rm", ...images]);
}
