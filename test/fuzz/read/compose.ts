import { isDeepStrictEqual } from "node:util";
import { parse } from "yaml";

/**
 * What a compose file says, by readers of the older YAML and of today's; compose's own is between the two.
 *
 * @throws where one of them can't read it, or they find different things
 */
export function readCompose(file: string): unknown {
  const options = { maxAliasCount: 0, prettyErrors: false, customTags: [reset] };
  const today: unknown = parse(file, { ...options, version: "1.2" });
  // This parser alone takes a lone dot for a number of the older YAML.
  const older: unknown = parse(file.replace(/(?<=^ *(?:- )*|: |- )\.(?=:|$)/gm, '"."'), { ...options, version: "1.1" });
  if (!isDeepStrictEqual(older, today)) throw new Error("the older YAML reads it in another way");
  return expanded(today);
}

/** The tag by which compose takes a value off: nobody's text becomes one. */
const reset = { tag: "!reset", resolve: () => "\u0000reset" };

/** What compose makes of the texts: two dollar signs are one, and a variable is seen where there is one. */
function expanded(data: unknown): unknown {
  if (typeof data === "string") {
    return data.replace(/\$(\$|\{|[A-Za-z_]\w*)?/g, (all, next: string | undefined) => {
      if (next === "$") return "$";
      if (next === undefined) throw new Error(`a dollar sign that compose refuses in ${JSON.stringify(data)}`);
      return `\u0000${all}`;
    });
  }
  if (Array.isArray(data)) return data.map(expanded);
  if (typeof data !== "object" || data === null) return data;
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, expanded(value)]));
}
