import { call, type Expression } from "../code/expression";
import { canonicalText, cutOutside, textExpression } from "./compose-text";
import { type Entry, isMap, type Options, textOf, type Yaml } from "./entry";

/** What is mounted. */
interface Mount {
  readonly type: string;
  readonly source: string;
  readonly target: string;
  readonly isReadOnly: boolean;
  readonly createsPath: boolean;
}

/** What is mounted into a service, in its short form or its long one. */
export function volumeEntry(value: Yaml): Entry {
  const mount = isMap(value) ? longForm(value) : shortForm(textOf(value));
  const { type, source, target, isReadOnly } = mount;
  const base = {
    property: "volumes",
    key: target,
    shown: source === "" ? `${target} (${type})` : `${source} at ${target}${isReadOnly ? ", read-only" : ""}`,
    meaning: JSON.stringify([
      type,
      canonicalText(source).replace(/^\.\/(?=.)|(?<=.)\/$/g, ""),
      target.replace(/(?<=.)\/$/, ""),
      isReadOnly,
    ]),
  };
  if (/\$/.test(target)) return { ...base, problem: "a method takes the path in the container without a variable" };
  if (type === "volume" && source === "")
    return { ...base, problem: "a volume without a name is lost with its container: give it a name" };
  if (!["volume", "bind", "tmpfs"].includes(type)) return { ...base, problem: `no method mounts what is a ${type}` };
  const volume = expressionOf(mount);
  return { ...base, options: { volumes: [volume] }, call: (service) => service.calling("addVolume", volume) };
}

function expressionOf({ type, source, target, isReadOnly, createsPath }: Mount): Expression {
  const readOnly: Options = isReadOnly ? { readOnly: true } : {};
  const options = (given: Options) => (Object.keys(given).length === 0 ? [] : [given]);
  if (type === "tmpfs") return call("ServiceVolume", "tmpfs", target);
  if (type === "volume") {
    return call("ServiceVolume", "named", call("compose", "findVolume", source), target, ...options(readOnly));
  }
  const made: Options = createsPath ? { createHostPath: true } : {};
  return call("ServiceVolume", "bind", textExpression(source), target, ...options({ ...readOnly, ...made }));
}

function longForm(value: { readonly [key: string]: Yaml }): Mount {
  const bind = isMap(value.bind) ? value.bind : {};
  return {
    type: textOf(value.type) || "volume",
    source: textOf(value.source),
    target: textOf(value.target),
    isReadOnly: value.read_only === true,
    createsPath: bind.create_host_path === true,
  };
}

function shortForm(text: string): Mount {
  const parts = cutOutside(text, ":");
  if (parts.length === 1) return { type: "volume", source: "", target: text, isReadOnly: false, createsPath: false };
  const [source, target, mode = ""] = parts;
  const isReadOnly = mode.split(",").includes("ro");
  const isNamed = /^[\w][\w.-]*$/.test(source);
  return { type: isNamed ? "volume" : "bind", source, target, isReadOnly, createsPath: !isNamed };
}
