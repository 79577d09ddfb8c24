import { plain } from "../../compose/properties/plain-properties";
import { serviceRows } from "../../compose/service/service-properties";
import { simpleWords } from "../../dockerfile/parsed/shell-commands";
import { call, member } from "../code/expression";
import { seconds } from "../seconds";
import { canonicalText, textExpression } from "./compose-text";
import { type Entry, isMap, listOf, mapOf, textOf, type Yaml, type YamlMap } from "./entry";
import { dependency, envFile, network, secret } from "./linked-entries";
import { passedOn, SECRET, secretReference } from "./open-values";
import { otherEntries } from "./other-entries";
import { buildEntries } from "./read-build";
import { healthCheckEntry } from "./read-health-check";
import { portEntry } from "./read-port";
import { volumeEntry } from "./read-volume";
import { rowReaders } from "./row-entries";

type Reader = (value: Yaml, service: string) => Entry[];

/** What a service says, each thing for itself, in one spelling whatever its form. */
export function serviceEntries(name: string, service: YamlMap): Entry[] {
  return Object.entries(service).flatMap(([property, value]) => {
    if (value === null && property !== "networks") return [];
    return Object.hasOwn(readers, property) ? readers[property](value, name) : otherEntries(property, value, name);
  });
}

const readers: Readonly<Record<string, Reader>> = {
  ...rowReaders(serviceRows),
  image: text("image", "image"),
  build: (value) => buildEntries(isMap(value) ? value : { context: value }),
  command: words("command"),
  entrypoint: words("entrypoint"),
  user: text("user", "user"),
  working_dir: text("working_dir", "workingDir"),
  platform: text("platform", "platform"),
  stop_signal: text("stop_signal", "stopSignal"),
  environment: (value) => mapOf(value).map(([name, given]) => variable(name, given)),
  labels: (value) => mapOf(value).map(([name, given]) => named("labels", "labels", name, given, "addLabel")),
  extra_hosts: (value) => mapOf(value, /[=:]/).map(([name, given]) => named("extra_hosts", "extraHosts", name, given)),
  env_file: (value) => listOf(value).map(envFile),
  ports: (value) => listOf(value).map(portEntry),
  expose: (value) =>
    listOf(value).map((each) => {
      const port = textOf(each).replace(/\/tcp$/, "");
      const base = { property: "expose", key: port, shown: port, meaning: port };
      return /^\d+$/.test(port)
        ? { ...base, options: { expose: [Number(port)] } }
        : { ...base, problem: "a method takes one TCP port by its number" };
    }),
  volumes: (value) => listOf(value).map(volumeEntry),
  tmpfs: list("tmpfs", "tmpfs"),
  profiles: list("profiles", "profiles"),
  cap_add: list("cap_add", "capAdd"),
  cap_drop: list("cap_drop", "capDrop"),
  security_opt: list("security_opt", "securityOpt"),
  secrets: (value) => listOf(value).map(secret),
  networks: (value) =>
    (isMap(value) ? Object.entries(value) : listOf(value).map((each) => [textOf(each), null] as const)).map(
      ([name, given]) => network(name, given),
    ),
  depends_on: (value) =>
    (isMap(value) ? Object.entries(value) : listOf(value).map((each) => [textOf(each), null] as const)).map(
      ([name, given]) => dependency(name, given),
    ),
  healthcheck: (value) => [healthCheckEntry(value)],
  restart: (value, name) => restart(textOf(value)) ?? otherEntries("restart", value, name),
  init: flag("init", "init"),
  read_only: flag("read_only", "readOnly"),
  ...rowReaders({ scale: ["scale", plain.openCount] }),
  stop_grace_period: (value) => {
    const duration = seconds(textOf(value));
    const base = single("stop_grace_period", textOf(value));
    return [
      duration === undefined
        ? { ...base, problem: "it is no duration" }
        : { ...base, meaning: `${duration}`, options: { stopGracePeriodSeconds: duration } },
    ];
  },
  pull_policy: (value) => {
    const policy = (
      { always: "ALWAYS", missing: "MISSING", if_not_present: "MISSING", never: "NEVER", build: "REBUILD" } as Readonly<
        Record<string, string>
      >
    )[textOf(value)];
    const base = single("pull_policy", textOf(value));
    return [
      policy === undefined
        ? { ...base, problem: "no PullPolicy stands for it" }
        : { ...base, options: { pullPolicy: member("PullPolicy", policy) } },
    ];
  },
};

function single(property: string, shown: string): Entry {
  return { property, key: "", shown, meaning: shown };
}

function text(property: string, option: string): Reader {
  return (value) => [
    {
      ...single(property, textOf(value)),
      meaning: canonicalText(textOf(value)),
      options: { [option]: textExpression(textOf(value)) },
    },
  ];
}

function flag(property: string, option: string): Reader {
  return (value) => [{ ...single(property, textOf(value)), options: { [option]: value === true || value === "true" } }];
}

function list(property: string, option: string): Reader {
  return (value) =>
    listOf(value).map((each) => {
      const given = textOf(each);
      return {
        property,
        key: given,
        shown: given,
        meaning: canonicalText(given),
        options: { [option]: [textExpression(given)] },
      };
    });
}

/** Compose cuts a text into words as a shell does, and runs no shell. */
function words(property: string): Reader {
  return (value) => {
    const cut = typeof value === "string" ? simpleWords(value) : listOf(value).map(textOf);
    const base = single(property, typeof value === "string" ? value : listOf(value).map(textOf).join(" "));
    if (cut === undefined && textOf(value) !== "")
      return [{ ...base, problem: "it has what only a shell knows, and compose runs none: write it as [sh, -c, …]" }];
    const given = cut ?? [];
    return [
      {
        ...base,
        meaning: JSON.stringify(given.map(canonicalText)),
        options: { [property]: given.map(textExpression) },
      },
    ];
  };
}

function named(property: string, option: string, name: string, given: Yaml, method?: string): Entry {
  const value = textExpression(textOf(given));
  return {
    property,
    key: name,
    shown: textOf(given),
    meaning: canonicalText(textOf(given)),
    options: { [option]: { [name]: value } },
    call: method === undefined ? undefined : (service) => service.calling(method, name, value),
  };
}

function variable(name: string, given: Yaml): Entry {
  if (given === null) return passedOn("environment", name);
  const reference = secretReference(name, textOf(given));
  const entry = named("environment", "environment", name, reference ?? given, "addEnvironment");
  return reference === undefined ? entry : { ...entry, shown: textOf(given), note: SECRET };
}

function restart(policy: string): Entry[] | undefined {
  const [name, count] = policy.split(":");
  const base = single("restart", policy);
  const known = (
    { no: "NO", false: "NO", always: "ALWAYS", "unless-stopped": "UNLESS_STOPPED" } as Readonly<Record<string, string>>
  )[name];
  if (known !== undefined) return [{ ...base, options: { restart: member("RestartPolicy", known) } }];
  if (name !== "on-failure") return undefined;
  const retries = count === undefined ? [] : [Number(count)];
  return [{ ...base, options: { restart: call("RestartPolicy", "onFailure", ...retries) } }];
}
