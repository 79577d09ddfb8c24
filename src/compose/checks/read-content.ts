import { type AnyMap, isMap, listIn, mapIn, namesIn, numberIn, textIn, textsIn } from "./any-shape";
import type {
  BaseContent,
  BuildContent,
  DependencyContent,
  EnvFileContent,
  FileContent,
  HealthCheckContent,
  ServiceContent,
  SourceContent,
  WatchContent,
} from "./file-content";
import { readLimits } from "./read-limits";
import { readMount, readPort } from "./read-short-form";
import { pairsIn, readContents, readValues } from "./read-values";

/**
 * What checks ask for of a compose file, from what it is to hold.
 *
 * The file is as `ComposeFile` writes it or as `addOverride` does, in each form that the specification allows. What has no
 * shape of the specification counts as absent: compose tells of it by itself.
 */
export function readContent(written: unknown): FileContent {
  const file = mapIn(written);
  return {
    hasInclude: listIn(file.include).length > 0,
    hasVersion: file.version !== undefined,
    services: Object.fromEntries(
      Object.entries(mapIn(file.services)).map(([name, service]) => [name, readService(mapIn(service))]),
    ),
    networks: namesIn(file.networks),
    volumes: namesIn(file.volumes),
    secrets: namesIn(file.secrets),
    configs: namesIn(file.configs),
    models: namesIn(file.models),
    contents: readContents(file),
    sources: [...readSources("secret", file.secrets), ...readSources("config", file.configs)],
  };
}

function readSources(kind: string, items: unknown): readonly SourceContent[] {
  return Object.entries(mapIn(items)).flatMap(([name, item]) => {
    const path = textIn(mapIn(item).file);
    return path === undefined ? [] : [{ property: `the file of the ${kind} ${name}`, path }];
  });
}

function readService(service: AnyMap): ServiceContent {
  return {
    hasImage: textIn(service.image) !== undefined || isMap(service.provider),
    image: textIn(service.image),
    build: readBuild(service.build),
    base: readBase(service.extends),
    platform: textIn(service.platform),
    profiles: textsIn(service.profiles),
    containerName: textIn(service.container_name),
    scale: numberIn(service.scale),
    replicas: numberIn(mapIn(service.deploy).replicas),
    limits: readLimits(service),
    envFiles: listIn(service.env_file).flatMap(readEnvFile),
    command: readWords(service.command),
    entrypoint: readWords(service.entrypoint),
    healthCheck: readHealthCheck(service.healthcheck),
    restartsAlways: ["always", "unless-stopped"].includes(textIn(service.restart) ?? ""),
    isPrivileged: service.privileged === true || service.privileged === "true",
    addedCapabilities: textsIn(service.cap_add),
    user: textIn(service.user),
    values: readValues(service),
    networkMode: textIn(service.network_mode),
    networks: namesIn(service.networks),
    ports: listIn(service.ports).map(readPort),
    volumes: listIn(service.volumes).map(readMount),
    tmpfs: textsIn(service.tmpfs),
    dependencies: readDependencies(service.depends_on),
    links: textsIn(service.links),
    volumesFrom: textsIn(service.volumes_from),
    ipc: textIn(service.ipc),
    pid: textIn(service.pid),
    secrets: usesIn(service.secrets),
    configs: usesIn(service.configs),
    models: namesIn(service.models),
    watches: listIn(mapIn(service.develop).watch).flatMap(readWatch),
  };
}

function readBuild(build: unknown): BuildContent | undefined {
  if (textIn(build) === undefined && !isMap(build)) return undefined;
  const { context, target, args, dockerfile, dockerfile_inline: inline, platforms, secrets, ...more } = mapIn(build);
  const { additional_contexts: contexts } = more;
  return {
    context: textIn(build) ?? textIn(context),
    target: textIn(target),
    args: pairsIn("imageBuild.args", args),
    dockerfile: textIn(dockerfile),
    inline: textIn(inline),
    platforms: textsIn(platforms),
    additionalContexts: Array.isArray(contexts)
      ? textsIn(contexts).map((each) => each.slice(each.indexOf("=") + 1))
      : textsIn(Object.values(mapIn(contexts))),
    secrets: usesIn(secrets),
  };
}

function readBase(base: unknown): BaseContent | undefined {
  const { service, file } = typeof base === "string" ? { service: base, file: undefined } : mapIn(base);
  const name = textIn(service);
  return name === undefined ? undefined : { service: name, file: textIn(file) };
}

function readEnvFile(file: unknown): readonly EnvFileContent[] {
  const path = textIn(file) ?? textIn(mapIn(file).path);
  return path === undefined ? [] : [{ path, isRequired: mapIn(file).required !== false }];
}

function readDependencies(dependencies: unknown): readonly DependencyContent[] {
  const options = mapIn(dependencies);
  return namesIn(dependencies).map((name) => ({
    name,
    condition: textIn(mapIn(options[name]).condition),
    isRequired: mapIn(options[name]).required !== false,
  }));
}

function readHealthCheck(check: unknown): HealthCheckContent | undefined {
  if (!isMap(check)) return undefined;
  const test = Array.isArray(check.test) ? textsIn(check.test) : undefined;
  const isDisabled = check.disable === true || test?.[0] === "NONE";
  const shell = textIn(check.test);
  return { isDisabled, isTold: isDisabled || (test ?? []).length > 0 || shell !== undefined, test, shell };
}

function readWords(command: unknown): readonly string[] | undefined {
  const words = typeof command === "string" ? command.trim().split(/\s+/) : textsIn(command);
  return words.length === 0 ? undefined : words;
}

function readWatch(watch: unknown): readonly WatchContent[] {
  const [path, action] = [textIn(mapIn(watch).path), textIn(mapIn(watch).action)];
  return path === undefined || action === undefined ? [] : [{ path, action }];
}

/** The names of secrets or configs that are used. */
function usesIn(uses: unknown): readonly string[] {
  return listIn(uses).flatMap((use) => textIn(use) ?? textIn(mapIn(use).source) ?? []);
}
