import { ComposeFile } from "../../../src/compose/compose-file";
import type { ComposeServiceOptions } from "../../../src/compose/compose-service-options";
import { ComposeValue } from "../../../src/compose/compose-value";
import { fileTable } from "../../../src/compose/render/render-compose";
import { NetworkMode } from "../../../src/compose/service/network-mode";
import { ServiceVolume } from "../../../src/compose/service/service-volume";
import { fullExample } from "../../compose/full-example";
import { tablePaths } from "../../compose/specification/table-paths";
import { readCompose } from "../read/compose";
import type { Target } from "../target";
import { placesOf, Varied } from "../varied";
import { checkedText, scope } from "../written";
import { keptPath } from "./kept-path";

const METHODS = /^add/;

/** A file with every property, one of its texts or names another one. */
function variedFile(varied: Varied): string {
  const compose = new ComposeFile(scope(), { name: "orders", isPartial: true });
  fullExample(varied.calls(compose, METHODS));
  return checkedText(compose.file, compose);
}

/** Every text and every name among the options of a file that has all of them. */
function ofEveryOption(): Target[] {
  const options = new Set(tablePaths(fileTable).flatMap(({ option }) => option.split(".")));
  const places = placesOf((varied) => variedFile(varied)).map((found, place) => ({ ...found, place }));
  // The name of an option is no text of anybody's.
  const texts = places.filter(({ way, given }) => !(way.endsWith(` the name ${given}`) && options.has(given)));
  return texts.map(({ way, given, place }) => ({
    name: `compose ${way}`,
    write: (text: string) => variedFile(new Varied(place, text)),
    read: readCompose,
    starts: ["", "/", "./", "x-"],
    example: given,
    kept: keptPath,
    share: 0.08,
  }));
}

function service(options: ComposeServiceOptions): string {
  const compose = new ComposeFile(scope());
  compose.addService("app", { image: "orders", ...options });
  return checkedText(compose.file, compose);
}

type Row = readonly [name: string, options: (text: string) => ComposeServiceOptions];

/** What is made by functions of classes, and what stands in the braces of a variable. */
const rows: readonly Row[] = [
  ["text beside a variable", (text) => ({ user: ComposeValue.join(text, ComposeValue.variable("A"), text) })],
  ["bind mount, source", (text) => ({ volumes: [ServiceVolume.bind(text, "/a")] })],
  ["bind mount, target", (text) => ({ volumes: [ServiceVolume.bind("./a", `/${text}`)] })],
  ["image mount", (text) => ({ volumes: [ServiceVolume.image(text, "/a")] })],
  ["subpath of an image mount", (text) => ({ volumes: [ServiceVolume.image("a", "/a", { subpath: text })] })],
  ["cluster volume", (text) => ({ volumes: [ServiceVolume.cluster(text, "/a")] })],
  ["named pipe", (text) => ({ volumes: [ServiceVolume.namedPipe(text)] })],
  ["mode of a tmpfs", (text) => ({ volumes: [ServiceVolume.tmpfs("/a", { mode: text })] })],
  ["published port", (text) => ({ ports: [{ target: 80, published: ComposeValue.literal(text) }] })],
  ["service of the network", (text) => ({ networkMode: NetworkMode.service(text) })],
  ["container of the network", (text) => ({ networkMode: NetworkMode.container(text) })],
  ["environment and command", (text) => ({ environment: { A: text }, command: ["a", text, text] })],
  ["label by a name of its own", (text) => ({ labels: { [text]: text, b: "c" } })],
  ["only label", (text) => ({ labels: { [text]: "a" } })],
  ["extension, deep", (text) => ({ extensions: { "x-a": [{ [text]: [text, { b: text }] }] } })],
];

const braces: readonly Row[] = [
  ["fallback", (text) => ({ user: ComposeValue.variable("A", text) })],
  ["message", (text) => ({ user: ComposeValue.required("A", text) })],
  ["replacement", (text) => ({ user: ComposeValue.whenSet("A", text) })],
  ["name of a variable", (text) => ({ user: ComposeValue.variable(text) })],
];

export const composeTargets = (): readonly Target[] => [
  ...ofEveryOption(),
  ...rows.map(([name, options]) => ({
    name: `compose ${name}`,
    write: (text: string) => service(options(text)),
    read: readCompose,
    kept: (text: string) => keptPath(`/${text}`).map((path) => path.slice(1)),
  })),
  ...braces.map(([name, options]) => ({
    name: `compose ${name}`,
    write: (text: string) => service(options(text)),
    read: readCompose,
  })),
  {
    name: "compose project name",
    write: (name) => {
      const compose = new ComposeFile(scope(), { name });
      return checkedText(compose.file, compose);
    },
    read: readCompose,
  },
];
