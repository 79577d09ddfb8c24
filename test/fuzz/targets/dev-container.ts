import { DevContainer } from "../../../src/dev-container/dev-container";
import { DevContainerMount } from "../../../src/dev-container/dev-container-mount";
import type { DevContainerOptions } from "../../../src/dev-container/dev-container-options";
import { DevContainerSource } from "../../../src/dev-container/dev-container-source";
import { LifecycleCommand } from "../../../src/dev-container/lifecycle-command";
import { PROPERTIES } from "../../../src/dev-container/property-rows";
import { addTheRest, EVERY_PROPERTY } from "../../dev-container/every-property";
import { readJson } from "../read/json";
import type { Target } from "../target";
import { placesOf, Varied } from "../varied";
import { checkedText, scope } from "../written";
import { keptPath } from "./kept-path";

const image = DevContainerSource.image("python:3.13");

function text(options: Partial<DevContainerOptions>, varied?: Varied): string {
  const given = { source: image, ...options };
  const all = varied === undefined ? given : { ...given, ...Object(varied.value(options, "")) };
  const devContainer = new DevContainer(scope(), all);
  addTheRest(varied?.calls(devContainer, /^(?:add|unset)/) ?? devContainer);
  return checkedText(devContainer.file, devContainer);
}

/** Every text and every name among the properties, with each source. */
function ofEveryProperty(): Target[] {
  const options = new Set<string>([...PROPERTIES, "label", "onAutoForward", "protocol", "description"]);
  return EVERY_PROPERTY.flatMap(([source, properties]) => {
    const places = placesOf((varied) => text(properties, varied)).map((found, place) => ({ ...found, place }));
    const texts = places.filter(({ way, given }) => !(way.endsWith(` the name ${given}`) && options.has(given)));
    return texts.map(({ way, given, place }) => ({
      name: `dev container of ${source} ${way}`,
      write: (input: string) => text(properties, new Varied(place, input)),
      read: readJson,
      starts: ["", "/", "./", "--", "publisher.", "ghcr.io/a/", "https://example.com/", "acme/"],
      example: given,
      kept: keptPath,
    }));
  });
}

type Row = readonly [name: string, options: (text: string) => Partial<DevContainerOptions>];

/** What is made by functions of classes. */
const rows: readonly Row[] = [
  ["source of a bind mount", (input) => ({ mounts: [DevContainerMount.bind(`a${input}`, "/a")] })],
  [
    "absolute source of a bind mount",
    (input) => ({ mounts: [DevContainerMount.bind(`/${input}`, "/a", { readOnly: true })] }),
  ],
  ["target of a bind mount", (input) => ({ mounts: [DevContainerMount.bind("a", `/${input}`, { readOnly: true })] })],
  ["name of a volume", (input) => ({ mounts: [DevContainerMount.volume(input, "/a", { readOnly: true })] })],
  ["target of a tmpfs", (input) => ({ mounts: [DevContainerMount.tmpfs(`/${input}`)] })],
  ["command of a shell", (input) => ({ postCreateCommand: LifecycleCommand.shell(input) })],
  ["command in words", (input) => ({ postCreateCommand: LifecycleCommand.argv(["a", input]) })],
  [
    "commands at the same time",
    (input) => ({ postCreateCommand: LifecycleCommand.parallel({ [input]: LifecycleCommand.shell(input) }) }),
  ],
  ["setting, deep", (input) => ({ settings: { [input]: [{ [input]: input }] } })],
  ["variant", (variant) => ({ variant })],
];

const sources: readonly (readonly [name: string, source: (text: string) => DevContainerSource])[] = [
  ["image", (input) => DevContainerSource.image(input)],
  ["Dockerfile", (dockerfile) => DevContainerSource.dockerfile({ dockerfile })],
  ["build context", (input) => DevContainerSource.dockerfile({ context: `a${input}` })],
  ["target", (target) => DevContainerSource.dockerfile({ target })],
  ["build argument", (input) => DevContainerSource.dockerfile({ args: { A: input } })],
  ["name of a build argument", (input) => DevContainerSource.dockerfile({ args: { [input]: "a" } })],
  ["image to take layers from", (input) => DevContainerSource.dockerfile({ cacheFrom: [input] })],
  ["service", (service) => DevContainerSource.composeService({ service })],
  ["compose file", (input) => DevContainerSource.composeService({ service: "a", files: [input] })],
];

export const devContainerTargets = (): readonly Target[] => [
  ...ofEveryProperty(),
  ...rows.map(([name, options]) => ({
    name: `dev container ${name}`,
    write: (input: string) => text(options(input)),
    read: readJson,
    kept: (input: string) =>
      ["", "/", "a"].flatMap((start) => keptPath(start + input).map((path) => path.slice(start.length))),
  })),
  ...sources.map(([name, source]) => ({
    name: `dev container ${name}`,
    write: (input: string) => checkedSource(source(input)),
    read: readJson,
    kept: (input: string) => [...keptPath(input), ...keptPath(`a${input}`).map((path) => path.slice(1))],
  })),
];

function checkedSource(source: DevContainerSource): string {
  const workspaceFolder = source.composeOptions === undefined ? undefined : "/workspace";
  const devContainer = new DevContainer(scope(), { source, workspaceFolder });
  return checkedText(devContainer.file, devContainer);
}
