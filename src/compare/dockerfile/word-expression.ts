import { textParts } from "../../dockerfile/parsed/expand-text";
import { type Call, call, type Expression } from "../code/expression";
import type { Image } from "./image";

/** The app stage of the generated Dockerfile. */
export const APP = call("dockerfile", "findStage", "app");

/** A section of the app stage. */
export function appSection(name: string): Call {
  return APP.calling("section", name);
}

/** A text with references to variables as a word of an instruction; undefined where it has more than plain references. */
export function wordExpression(text: string): Expression | undefined {
  const parts = textParts(text)?.map((part): Expression => {
    if ("text" in part) return part.text;
    const fallback = part.fallback === undefined ? [] : [part.fallback];
    return call("DockerfileWord", "variable", part.variable, ...fallback);
  });
  if (parts === undefined || parts.every((part) => typeof part === "string")) return parts?.join("");
  return parts.length === 1 ? parts[0] : call("DockerfileWord", "join", ...parts);
}

/** The calls that declare what a text names and a build has to give. */
export function argumentCalls(text: string, { openArguments }: Image): Call[] {
  const parts = textParts(text) ?? [];
  const names = parts.flatMap((part) =>
    "variable" in part && openArguments.has(part.variable) ? [part.variable] : [],
  );
  return [...new Set(names)].map((name) => APP.calling("addArg", name));
}
