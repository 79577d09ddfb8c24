import { simpleWords } from "../../../dockerfile/parsed/shell-commands";
import type { Expression } from "../../code/expression";
import type { Difference } from "../../difference";
import { seconds } from "../../seconds";
import type { Health } from "../image";
import type { ImagePair } from "../image-pair";
import { appSection } from "../word-expression";

/** How the health of the container is found out. */
export function compareHealth({ yours, generated, here }: ImagePair): Difference[] {
  const mine = yours.health;
  const other = generated.health;
  const shown = { topic: "health check", line: mine?.line, yours: told(mine?.value), generated: told(other?.value) };
  if (mine === undefined) {
    return other === undefined
      ? []
      : [{ ...shown, way: { kind: "nothing", why: "it is added, by the image's own Python" } }];
  }
  if (mine.value.program === undefined) {
    if (other?.value.program === undefined) return [];
    return [{ ...shown, way: { kind: "carry", calls: [appSection("runtime").calling("addNoHealthCheck")] } }];
  }
  const asked = pathAsked(mine.value);
  const there = other === undefined ? undefined : pathAsked(other.value);
  if (asked !== undefined) {
    if (asked === there) return [];
    return [{ ...shown, way: { kind: "carry", options: { healthCheckPath: asked } } }];
  }
  const words = wordsOf(mine.value).map(here);
  if (JSON.stringify(words) === JSON.stringify(other === undefined ? [] : wordsOf(other.value))) return [];
  return [
    {
      ...shown,
      way: { kind: "carry", calls: [appSection("runtime").calling("addHealthCheck", words, ...times(mine.value))] },
    },
  ];
}

/** The path that is asked for on the container itself, whatever program asks. */
export function pathAsked(health: Health): string | undefined {
  const text = health.program?.words.join(" ") ?? "";
  const own = /c\.request\("GET", "([^"]*)"\)/.exec(text);
  if (own !== null) return own[1];
  const address =
    /https?:\/\/(?:localhost|127\.0\.0\.1|0\.0\.0\.0|\[::1\])(?::(?:\d+|\$\{?\w+(?::-\d+)?\}?))?(\/[^\s"'|&;)]*)?/.exec(
      text,
    );
  if (address === null || /\$/.test(address[1] ?? "")) return undefined;
  return address[1] ?? "/";
}

function wordsOf({ program }: Health): string[] {
  if (program === undefined) return [];
  if (!program.isShell) return [...program.words];
  const simple = /[$~*?]/.test(program.words[0]) ? undefined : simpleWords(program.words[0]);
  return simple ?? ["sh", "-c", program.words[0]];
}

function told(health: Health | undefined): string | undefined {
  if (health === undefined) return undefined;
  if (health.program === undefined) return "switched off";
  const path = pathAsked(health);
  return path === undefined ? health.program.words.join(" ") : `asks for ${path}`;
}

const flags: readonly (readonly [string, string])[] = [
  ["interval", "intervalSeconds"],
  ["timeout", "timeoutSeconds"],
  ["start-period", "startPeriodSeconds"],
  ["start-interval", "startIntervalSeconds"],
];

function times(health: Health): Expression[] {
  const given = flags.flatMap(([flag, option]) => {
    const value = seconds(health.flags.get(flag) ?? "");
    return value === undefined || value <= 0 ? [] : [[option, value] as const];
  });
  const retries = Number(health.flags.get("retries"));
  const all = [...given, ...(retries > 0 ? [["retries", retries] as const] : [])];
  return all.length === 0 ? [] : [Object.fromEntries(all)];
}
