import { isMap as isNode, LineCounter, parseDocument } from "yaml";
import { withUnixLines } from "../../files/checksum";
import { Mistake } from "../../values/mistake";
import { isMap, type Yaml, type YamlMap } from "./entry";

/** A compose file as it is written. */
export interface WrittenCompose {
  readonly content: YamlMap;
  readonly services: ReadonlyMap<string, YamlMap>;
  /** The line of what stands at the path; that of what holds it, where a merge brought it in. */
  lineOf(...path: (string | number)[]): number;
}

/**
 * Reads a compose file; anchors and merges are resolved.
 *
 * @param path as messages name it
 * @throws where it is no YAML that compose would read, or has no services
 */
export function readCompose(text: string, path: string): WrittenCompose {
  const counter = new LineCounter();
  const document = parseDocument(withUnixLines(text), { merge: true, lineCounter: counter, logLevel: "error" });
  const [error] = document.errors;
  if (error !== undefined)
    throw mistake(path, `it is no valid YAML: ${error.message.split("\n")[0].replace(/:$/, "")}`);
  const content = contentOf(() => document.toJS({ maxAliasCount: 100 }) as Yaml, path);
  if (!isMap(content)) throw mistake(path, "it is no map with services");
  if (!isMap(content.services)) throw mistake(path, "there are no services in it");
  const services = new Map<string, YamlMap>();
  for (const [name, service] of Object.entries(content.services)) {
    if (!isMap(service ?? {})) throw mistake(path, `the service ${JSON.stringify(name)} is no map`);
    services.set(name, (service ?? {}) as YamlMap);
  }
  const lineOf = (...way: (string | number)[]): number => {
    for (let length = way.length; length > 0; length -= 1) {
      const above = length === 1 ? document.contents : document.getIn(way.slice(0, length - 1), true);
      const pair = isNode(above) ? above.items.find(({ key }) => String(key) === String(way[length - 1])) : undefined;
      const node = (pair?.key ?? document.getIn(way.slice(0, length), true)) as
        | { range?: [number, number, number] | null }
        | undefined;
      if (node?.range) return counter.linePos(node.range[0]).line;
    }
    return 1;
  };
  return { content, services, lineOf };
}

function contentOf(resolve: () => Yaml, path: string): Yaml {
  try {
    const content = resolve();
    // What holds itself has no end.
    JSON.stringify(content);
    return content;
  } catch (error) {
    throw mistake(path, `it can't be resolved: ${(error as Error).message.split("\n")[0]}`);
  }
}

function mistake(path: string, what: string): Mistake {
  return new Mistake({ where: path, what, fix: "mend it, or name another file with --compose" });
}
