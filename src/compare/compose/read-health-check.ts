import type { Expression } from "../code/expression";
import { seconds } from "../seconds";
import { canonicalText, textExpression } from "./compose-text";
import { type Entry, isMap, listOf, type Options, textOf, type Yaml } from "./entry";

const times: readonly (readonly [string, string])[] = [
  ["interval", "intervalSeconds"],
  ["timeout", "timeoutSeconds"],
  ["start_period", "startPeriodSeconds"],
  ["start_interval", "startIntervalSeconds"],
];

/** How the engine finds out whether a container is healthy. */
export function healthCheckEntry(value: Yaml): Entry {
  const given = isMap(value) ? value : {};
  const base = { property: "healthcheck", key: "" };
  const words = listOf(given.test ?? null).map(textOf);
  if (given.disable === true || words[0] === "NONE") {
    return { ...base, shown: "switched off", meaning: "switched off", options: { healthCheck: { disable: true } } };
  }
  const isShell = typeof given.test === "string" || words[0] === "CMD-SHELL";
  const command = isShell ? [words.at(-1) ?? ""] : words.slice(1);
  const durations = times.flatMap(([property, option]) => {
    const duration = seconds(textOf(given[property]));
    return duration === undefined ? [] : [[option, duration] as const];
  });
  const retries = Number(given.retries ?? 0);
  const counted: (readonly [string, Expression])[] = retries > 0 ? [["retries", retries]] : [];
  const run: Options =
    command.length === 0
      ? {}
      : isShell
        ? { shell: textExpression(command[0]) }
        : { command: command.map(textExpression) };
  const healthCheck: Options = { ...run, ...Object.fromEntries([...durations, ...counted]) };
  return {
    ...base,
    shown: command.join(" ") || "the image's, at other times",
    meaning: JSON.stringify([isShell, command.map(canonicalText), durations, retries]),
    options: { healthCheck },
  };
}
