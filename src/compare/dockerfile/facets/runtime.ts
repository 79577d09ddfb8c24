import { type Call, call } from "../../code/expression";
import { COMPOSE_APP } from "../../compose/compose-names";
import type { Difference, Stated } from "../../difference";
import type { Image } from "../image";
import type { ImagePair } from "../image-pair";
import { APP, appSection } from "../word-expression";

/** Ports, user and folder, and what stands in the image for the engine. */
export function compareRuntime(pair: ImagePair): Difference[] {
  return [
    ...comparePorts(pair),
    ...compareUser(pair),
    ...compareFolder(pair),
    ...compareSignal(pair),
    ...compareOthers(pair),
  ];
}

function comparePorts({ yours, generated }: ImagePair): Difference[] {
  const there = new Set(generated.ports.map(({ value }) => portOf(value)));
  const mine = [...new Map(yours.ports.map((each) => [portOf(each.value), each])).values()];
  const missing = mine.filter(({ value }) => !there.has(portOf(value)));
  // The first one is that of the application where the generated file has none that is also yours.
  const isMain = !mine.some(({ value }) => there.has(portOf(value)));
  const main = mainPort(missing, yours);
  return missing.map(({ value, line }): Difference => {
    const port = portOf(value);
    const isFirst = isMain && value === main;
    const shown = {
      topic: isFirst ? "port" : `port ${value}`,
      line,
      yours: value,
      generated: isFirst ? [...there].join(", ") || undefined : undefined,
    };
    if (!/^\d+$/.test(port))
      return { ...shown, way: { kind: "none", why: "a method takes one TCP port by its number" } };
    if (isFirst) return { ...shown, way: { kind: "carry", options: { port: Number(port) } } };
    return { ...shown, way: { kind: "carry", calls: [appSection("runtime").calling("addExpose", Number(port))] } };
  });
}

/** The port that the command names, else the first that needs no rights. */
function mainPort(ports: readonly Stated<string>[], { command, entrypoint, health }: Image): string | undefined {
  const words = [command?.value, entrypoint?.value, health?.value.program].flatMap((program) => program?.words ?? []);
  const isNamed = (port: string) => new RegExp(`\\b${portOf(port)}\\b`).test(words.join(" "));
  const values = ports.map(({ value }) => value).filter((value) => /^\d+$/.test(portOf(value)));
  return values.find(isNamed) ?? values.find((value) => Number(portOf(value)) >= 1024) ?? values[0] ?? ports[0]?.value;
}

function portOf(text: string): string {
  return text.replace(/\/tcp$/, "");
}

function compareUser({ yours, generated }: ImagePair): Difference[] {
  const [mineName] = (yours.user?.value ?? "root").split(":");
  const other = generated.user?.value ?? "root";
  const [otherName, otherGroup] = other.split(":");
  if (mineName === otherName) return [];
  const mine = yours.users.get(mineName) || mineName;
  const shown = { topic: "user", line: yours.user?.line, yours: yours.user?.value ?? "root", generated: other };
  if (mine === "root" || mine === "0") {
    return [
      {
        ...shown,
        way: {
          kind: "nothing",
          why: "the generated image needs no root; what has to be written belongs on a volume or in /tmp",
        },
      },
    ];
  }
  if (mine === otherName) return [];
  const [, group = mine] = (yours.user?.value ?? "").split(":");
  if (!/^\d+$/.test(mine)) {
    const why = "the generated image runs as a user of its own too, by number, as Kubernetes wants it";
    return [{ ...shown, way: { kind: "nothing", why } }];
  }
  const gid = /^\d+$/.test(group) ? group : (otherGroup ?? mine);
  const variable = (name: string, value: string) => ({ [name]: value });
  return [
    {
      ...shown,
      yours: mine === mineName ? shown.yours : `${shown.yours} (${mine})`,
      way: {
        kind: "carry",
        calls: [
          APP.calling("addArg", "UID", { default: mine }),
          APP.calling("addArg", "GID", { default: gid }),
          ...[variable("UID", mine), variable("GID", gid)].map((given) => {
            const [[name, value]] = Object.entries(given);
            return composeArgument(name, value);
          }),
        ],
      },
    },
  ];
}

function composeArgument(name: string, value: string) {
  return COMPOSE_APP.calling("addBuildArgument", name, call("ComposeValue", "variable", name, value));
}

function compareFolder({ yours, generated, isMoved }: ImagePair): Difference[] {
  const mine = yours.folder?.value ?? "/";
  const other = generated.folder?.value ?? "/";
  if (mine === other || yours.folder === undefined) return [];
  const shown = { topic: "folder", line: yours.folder.line, yours: mine, generated: other };
  const why = isMoved
    ? `the generated image works in ${other}; ${mine} is written as ${other} in what is carried over here`
    : "the paths that are carried over here start at the root";
  if (isMoved || mine === "/") return [{ ...shown, way: { kind: "nothing", why } }];
  return [{ ...shown, way: { kind: "carry", calls: [appSection("runtime").calling("addWorkdir", mine)] } }];
}

function compareSignal({ yours, generated }: ImagePair): Difference[] {
  if (yours.stopSignal === undefined || yours.stopSignal.value === generated.stopSignal?.value) return [];
  const { value, line } = yours.stopSignal;
  const calls = [appSection("runtime").calling("addStopSignal", value)];
  return [
    { topic: "stop signal", line, yours: value, generated: generated.stopSignal?.value, way: { kind: "carry", calls } },
  ];
}

function compareOthers({ yours, generated, here }: ImagePair): Difference[] {
  const there = new Set(generated.others.map(({ value }) => value));
  return yours.others
    .filter(({ value }) => !there.has(here(value)))
    .map(({ value, line }): Difference => {
      const [keyword] = value.split(/\s/);
      const shown = { topic: `instruction ${value}`, line, yours: value };
      if (/^(?:COPY|ADD)$/.test(keyword) && value.includes("$")) {
        const why = "its text names variables: write the file into the project, and copy it";
        return { ...shown, way: { kind: "none", why } };
      }
      return { ...shown, way: { kind: "carry", calls: [otherCall(keyword, here(value))] } };
    });
}

/** A shell is for the instructions that follow it; a volume takes what stands there so far. */
function otherCall(keyword: string, text: string): Call {
  const runtime = appSection("runtime");
  const rest = text.slice(keyword.length + 1);
  if (keyword === "SHELL") return APP.calling("addShell", JSON.parse(rest));
  if (keyword === "VOLUME") return runtime.calling("addVolume", rest);
  if (keyword === "ONBUILD") return runtime.calling("addOnBuild").calling("addRaw", rest);
  return runtime.calling("addRaw", text);
}
