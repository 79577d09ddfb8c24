import { call, type Expression, member } from "../code/expression";
import { canonicalText, textExpression } from "./compose-text";
import { type Entry, isMap, listOf, type Options, textOf, type Yaml } from "./entry";

/** A file of environment variables. */
export function envFile(value: Yaml): Entry {
  const path = textOf(isMap(value) ? value.path : value);
  const isRequired = !isMap(value) || value.required !== false;
  const file: Options = { path: textExpression(path), ...(isRequired ? {} : { required: false }) };
  return {
    property: "env_file",
    key: path,
    shown: path,
    meaning: JSON.stringify([canonicalText(path).replace(/^\.\//, ""), isRequired]),
    options: { envFiles: [file] },
    call: (service) => service.calling("addEnvFile", file),
  };
}

/** A secret of the file. */
export function secret(value: Yaml): Entry {
  const name = textOf(isMap(value) ? value.source : value);
  const target = isMap(value) && value.target !== undefined ? textOf(value.target) : undefined;
  const path = target === undefined || target.startsWith("/") ? target : `/run/secrets/${target}`;
  const found = call("compose", "findSecret", name);
  const use: Options = { secret: found, ...(path === undefined ? {} : { target: path }) };
  return {
    property: "secrets",
    key: name,
    shown: path === undefined ? name : `${name} at ${path}`,
    meaning: JSON.stringify([name, path ?? `/run/secrets/${name}`]),
    options: { secrets: [use] },
    call: (service) => service.calling("addSecret", found, ...(path === undefined ? [] : [path])),
  };
}

/** A network that a service joins. */
export function network(name: string, given: Yaml): Entry {
  const aliases = isMap(given) && given.aliases !== undefined ? listOf(given.aliases).map(textOf) : [];
  const base = {
    property: "networks",
    key: name,
    shown: [name, ...aliases].join(", "),
    meaning: JSON.stringify([name, ...aliases]),
  };
  // Every service without networks of its own has it.
  if (name === "default" && aliases.length === 0)
    return { ...base, problem: "every service that joins no network has it" };
  const joined: Options = {
    network: call("compose", "findNetwork", name),
    ...(aliases.length === 0 ? {} : { aliases }),
  };
  return {
    ...base,
    options: { networks: [joined] },
    call: (service) => service.calling("addNetwork", call("compose", "findNetwork", name), ...aliases),
  };
}

const conditions: Readonly<Record<string, string>> = {
  service_healthy: "HEALTHY",
  service_completed_successfully: "COMPLETED_SUCCESSFULLY",
};

/** A service that has to be there first. */
export function dependency(name: string, given: Yaml): Entry {
  const condition = isMap(given) ? textOf(given.condition) || "service_started" : "service_started";
  const more: Options = {
    ...(isMap(given) && given.restart === true ? { restart: true } : {}),
    ...(isMap(given) && given.required === false ? { required: false } : {}),
  };
  const waits: Expression[] = Object.hasOwn(conditions, condition)
    ? [member("DependencyCondition", conditions[condition])]
    : [];
  const started = waits.length === 0 ? [member("DependencyCondition", "STARTED")] : waits;
  const rest = Object.keys(more).length === 0 ? waits : [...started, more];
  return {
    property: "depends_on",
    key: name,
    shown: `${name}, ${condition.replace("service_", "").replaceAll("_", " ")}`,
    meaning: JSON.stringify([condition, more]),
    call: (service) => service.calling("addDependency", call("compose", "findService", name), ...rest),
  };
}
