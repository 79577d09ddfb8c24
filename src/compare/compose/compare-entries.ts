import type { Call } from "../code/expression";
import type { Difference, Way } from "../difference";
import { COMPOSE_APP } from "./compose-names";
import { type ComposePair, entriesOf, isBefore } from "./compose-pair";
import { defaultText } from "./compose-text";
import type { Entry } from "./entry";

/** Properties of which the generated file decides: how the image of the project is built and named. */
export const BUILDING =
  /^(?:image|build\.(?:context|dockerfile|target|cache_from|cache_to|tags|no_cache|pull)|pull_policy|develop)$/;

/** What a service says that the generated one of the same part does not. */
export function compareEntries(name: string, as: string, owner: Call, pair: ComposePair): Difference[] {
  const { yours, generated } = pair;
  const mine = entriesOf(name, yours.services.get(name) ?? {}, pair);
  const there = entriesOf(as, generated.services.get(as) ?? {}, pair);
  return mine.flatMap((entry): Difference[] => {
    const other = there.find(({ property, key }) => property === entry.property && key === entry.key);
    if (other?.meaning === entry.meaning) return [];
    const line = yours.lineOf("services", name, ...entry.property.split("."), ...(entry.key === "" ? [] : [entry.key]));
    const shown = { topic: topicOf(as, entry), line, yours: entry.shown, generated: other?.shown };
    const way = wayOf(entry, other, owner, pair);
    return way === undefined ? [] : [{ ...shown, way }];
  });
}

function wayOf(entry: Entry, other: Entry | undefined, owner: Call, pair: ComposePair): Way | undefined {
  const { property, key } = entry;
  if (property === "networks" && key === "default") return undefined;
  if (property === "image") return imageWay(entry, other, owner);
  if (BUILDING.test(property)) return undefined;
  if (property === "command" && JSON.stringify(entry.options?.command) === JSON.stringify(pair.command))
    return undefined;
  if (property === "build.args" && !pair.arguments.has(key)) {
    return { kind: "nothing", why: "the generated Dockerfile has no such argument" };
  }
  if (isSource(entry, pair)) {
    return {
      kind: "nothing",
      why: "for development: the service dev and the dev container have the source",
    };
  }
  if (entry.problem !== undefined) return { kind: "none", why: entry.problem };
  if (property === "depends_on" && !isBefore(key, pair))
    return { kind: "none", why: `the service ${key} is not carried over` };
  if (property === "ports" && other !== undefined && isSamePort(entry, other)) {
    return {
      kind: "nothing",
      why: "the generated one is published on 127.0.0.1 alone; addPort with the hostIp 0.0.0.0 opens it to the network",
    };
  }
  const call = entry.call?.(owner) ?? owner.calling("configure", entry.options ?? {});
  return { kind: "carry", calls: [call], note: entry.note };
}

/** The tag is that of a build: what is compared is the name. */
function imageWay({ shown }: Entry, other: Entry | undefined, owner: Call): Way | undefined {
  const nameIn = (image: string) => image.replace(/(?<=[^/]):[^/:]*$/, "");
  const isRequired = (image = "") => /^\$\{DOCKER_IMAGE:?\?/.test(image);
  if (owner !== COMPOSE_APP || isRequired(other?.shown)) return undefined;
  if (isRequired(shown)) return { kind: "carry", options: { requireImageVariable: true } };
  const name = nameIn(defaultText(shown));
  if (!/^[\w./-]+$/.test(name) || name === nameIn(defaultText(other?.shown ?? ""))) return undefined;
  return {
    kind: "carry",
    options: { imageName: name },
    note: "the variables DOCKER_IMAGE and DOCKER_TAG go before it",
  };
}

function isSamePort(entry: Entry, other: Entry): boolean {
  const published = (each: Entry) => defaultText((JSON.parse(each.meaning) as string[])[1]);
  return published(entry) === published(other);
}

/** A mount of the project's own folder, or of its packages, over what is in the image. */
export function isSource({ property, shown }: Entry, { project }: ComposePair): boolean {
  if (property !== "volumes") return false;
  const source = shown.split(" at ")[0].replace(/^\.\/(?=.)|(?<=.)\/$/g, "");
  const roots = project.facts.packageRoots.value;
  return (
    source === "." ||
    (/^[\w.-]+(?:\/[\w.-]+)*$/.test(source) && roots.some((root) => root === source || root.startsWith(`${source}/`)))
  );
}

export function topicOf(service: string, { property, key }: Entry): string {
  return [service, property.replaceAll("_", " "), key].filter((part) => part !== "").join(" ");
}
