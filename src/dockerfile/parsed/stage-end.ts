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

type Values = Map<string, string | undefined>;

/** One that instructions still change. */
type Growing = { -readonly [key in keyof StageEnd]: StageEnd[key] } & {
  readonly env: Values;
  readonly variables: Values;
};

/** What the stages of a Dockerfile are at their ends. */
export interface StageEnds {
  /** By their names, in lower case. */
  readonly named: ReadonlyMap<string | undefined, StageEnd>;
  readonly last?: StageEnd;
}

/**
 * What the stages of a Dockerfile are at their ends.
 *
 * @param args values of build arguments; the others have their defaults
 */
export function stageEnds({ globals, stages }: ParsedDockerfile, args: ReadonlyMap<string, string>): StageEnds {
  const defaults = new Map<string, string | undefined>();
  for (const each of globals) {
    for (const [name, value] of given(each, defaults)) defaults.set(name, args.get(name) ?? value);
  }
  const ends = new Map<string | undefined, Growing>();
  let last: Growing | undefined;
  for (const { name, base: from, instructions } of stages) {
    const image = expandText(from, defaults);
    const base: Partial<Growing> = ends.get(image.toLowerCase()) ?? {};
    const end: Growing = {
      image,
      ports: [],
      text: "",
      ...base,
      line: [...(base.line ?? []), ...(name === undefined ? [] : [name.toLowerCase()])],
      env: new Map(base.env),
      variables: new Map(base.variables),
    };
    for (const each of instructions) change(end, each, defaults, args);
    ends.set(name, end);
    last = end;
  }
  return { named: ends, last };
}

function change(
  end: Growing,
  each: WrittenInstruction,
  globals: ReadonlyMap<string, string | undefined>,
  args: ReadonlyMap<string, string>,
): void {
  const { keyword, text, words } = each;
  switch (keyword) {
    case "ARG": {
      const declared = each.properties.map(({ name, value }): [string, string | undefined] => [
        name,
        args.get(name) ?? (value === undefined ? globals.get(name) : expandText(unquoted(value), end.variables)),
      ]);
      for (const [name, value] of declared) end.variables.set(name, value);
      break;
    }
    case "ENV":
      for (const [name, value] of given(each, end.variables)) {
        end.env.set(name, value);
        end.variables.set(name, value);
      }
      break;
    case "USER":
      end.user = unquoted(expandText(text, end.variables));
      break;
    case "EXPOSE": {
      const ports = expandText(text, end.variables).split(/\s+/);
      end.ports = [...end.ports, ...ports.flatMap((port) => /^\d+/.exec(port)?.map(Number) ?? [])];
      break;
    }
    case "HEALTHCHECK": {
      const [, check] = /^CMD\s+(.*)$/is.exec(text) ?? [];
      end.healthCheck = check === undefined ? undefined : (execForm(check) ?? [check]);
      break;
    }
    case "ENTRYPOINT":
      end.entrypoint = words ?? [text];
      // What the stage before runs is no argument of a new entry point.
      end.command = undefined;
      break;
    case "CMD":
      end.command = words ?? [text];
      break;
    default:
      end.text += `\n${expandText([text, ...each.heredocs].join("\n"), end.variables)}`;
  }
}

function given(
  { properties }: WrittenInstruction,
  variables: ReadonlyMap<string, string | undefined>,
): [string, string | undefined][] {
  return properties.map(({ name, value }) => [
    name,
    value === undefined ? undefined : expandText(unquoted(value), variables),
  ]);
}

function unquoted(text: string): string {
  return text.replace(/^(["'])(.*)\1$/s, "$2");
}
