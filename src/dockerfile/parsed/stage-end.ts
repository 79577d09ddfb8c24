import { execForm } from "./exec-form";
import { expandText } from "./expand-text";
import type { ParsedDockerfile, WrittenInstruction } from "./parse-dockerfile";

/** What a stage says of the containers that are made of it, with what it has of the stages from which it starts. */
export interface StageEnd {
  /** The image from which the first of them starts. */
  readonly image: string;
  /** The stage and those from which it starts, in lower case. */
  readonly line: readonly string[];
  /** Undefined where the image decides. */
  readonly user?: string;
  readonly ports: readonly number[];
  /** The words of these three, a text for the shell as one; undefined where there is none. */
  readonly healthCheck?: readonly string[];
  readonly entrypoint?: readonly string[];
  readonly command?: readonly string[];
  /** The variables of its containers; undefined where nobody knows the value. */
  readonly env: ReadonlyMap<string, string | undefined>;
  /** All that its instructions say, variables that are known in place of their names, for whoever looks for a word. */
  readonly text: string;
}

interface Growing extends StageEnd {
  readonly variables: ReadonlyMap<string, string | undefined>;
}

/**
 * What a stage of a Dockerfile is at its end; undefined where there is none of the name.
 *
 * @param target the stage, the last one where it is undefined
 * @param args values of build arguments; the others have their defaults
 */
export function stageEnd(
  { globals, stages }: ParsedDockerfile,
  target: string | undefined,
  args: ReadonlyMap<string, string> = new Map(),
): StageEnd | undefined {
  const defaults = new Map<string, string | undefined>();
  for (const each of globals) {
    for (const [name, value] of given(each, defaults)) defaults.set(name, args.get(name) ?? value);
  }
  const ends = new Map<string | undefined, Growing>();
  let last: Growing | undefined;
  for (const { name, base, instructions } of stages) {
    const image = expandText(base, defaults);
    const none = { image, line: [], ports: [], env: new Map(), text: "", variables: new Map() };
    let end: Growing = ends.get(image.toLowerCase()) ?? none;
    if (name !== undefined) end = { ...end, line: [...end.line, name.toLowerCase()] };
    for (const each of instructions) end = { ...end, ...changeBy(each, end, defaults, args) };
    ends.set(name, end);
    last = end;
  }
  return target === undefined ? last : ends.get(target.toLowerCase());
}

function changeBy(
  each: WrittenInstruction,
  end: Growing,
  globals: Growing["variables"],
  args: ReadonlyMap<string, string>,
): Partial<Growing> {
  const { keyword, text, words } = each;
  switch (keyword) {
    case "ARG": {
      const declared = each.properties.map(({ name, value }): [string, string | undefined] => [
        name,
        args.get(name) ?? (value === undefined ? globals.get(name) : expandText(unquoted(value), end.variables)),
      ]);
      return { variables: new Map([...end.variables, ...declared]) };
    }
    case "ENV": {
      const set = given(each, end.variables);
      return { env: new Map([...end.env, ...set]), variables: new Map([...end.variables, ...set]) };
    }
    case "USER":
      return { user: unquoted(expandText(text, end.variables)) };
    case "EXPOSE": {
      const ports = expandText(text, end.variables).split(/\s+/);
      return { ports: [...end.ports, ...ports.flatMap((port) => /^\d+/.exec(port)?.map(Number) ?? [])] };
    }
    case "HEALTHCHECK": {
      const [, check] = /^CMD\s+(.*)$/is.exec(text) ?? [];
      return { healthCheck: check === undefined ? undefined : (execForm(check) ?? [check]) };
    }
    case "ENTRYPOINT":
      // What the stage before runs is no argument of a new entry point.
      return { entrypoint: words ?? [text], command: undefined };
    case "CMD":
      return { command: words ?? [text] };
    default:
      return { text: `${end.text}\n${expandText([text, ...each.heredocs].join("\n"), end.variables)}` };
  }
}

function given({ properties }: WrittenInstruction, variables: Growing["variables"]): [string, string | undefined][] {
  return properties.map(({ name, value }) => [
    name,
    value === undefined ? undefined : expandText(unquoted(value), variables),
  ]);
}

function unquoted(text: string): string {
  return text.replace(/^(["'])(.*)\1$/s, "$2");
}
