import { mustDocker } from "./engine";

/** A service as `docker compose config` resolves it, as far as the tests look at it. */
export interface ComposeService {
  readonly image?: string;
  readonly ports?: { readonly target: number; readonly published?: string }[];
}

/** Services in a profile too. */
const EVERY = ["--profile", "*"];

/** What has a compose file in its folder. */
export interface InFolder {
  readonly folder: string;
}

/** Runs `docker compose` in a project's folder; its standard output. */
export function compose(project: InFolder, words: string[], seconds = 120): Promise<string> {
  return mustDocker(["compose", ...words], { cwd: project.folder, seconds });
}

/** The name of a service's image. */
export async function serviceImage(project: InFolder, service: string): Promise<string> {
  const { name, services } = await resolved(project);
  return services[service]?.image ?? `${name}-${service}`;
}

/** The address on this machine of a service that runs. */
export async function serviceUrl(project: InFolder, service: string, path: string): Promise<string> {
  const port = (await resolved(project)).services[service]?.ports?.[0]?.target;
  if (port === undefined) throw new Error(`the service ${service} publishes no port`);
  const published = await compose(project, [...EVERY, "port", service, `${port}`]);
  return `http://127.0.0.1:${published.split(":").pop()}${path}`;
}

async function resolved(project: InFolder): Promise<{ name: string; services: Record<string, ComposeService> }> {
  return JSON.parse(await compose(project, [...EVERY, "config", "--format", "json"]));
}
