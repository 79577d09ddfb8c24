import { isEngineSocket } from "../values/engine-socket";
import { shown } from "../values/mistake";
import { givenWord } from "./check-run-arguments";
import type { Tell } from "./refuse";

/** Tells of rights on the host that a dev container has beyond itself, whoever asks for them: a property or `runArgs`. */
export function checkPrivileges(content: { readonly [name: string]: unknown }, tell: Tell): void {
  const runArgs = textsIn(content.runArgs);
  const privileged = content.privileged === true ? "privileged" : givenWord(runArgs, ["--privileged"]);
  if (privileged !== undefined && privileged !== "--privileged=false") {
    tell(
      "PrivilegedService",
      `the dev container is given ${shown(privileged)}`,
      "such a container has all rights and devices of the host, whoever breaks in too",
      "leave it out, and give it what it needs by capAdd and runArgs",
    );
  }
  // `source:target`, `--volume=source:target`, `type=bind,source=…,target=…`
  const sources = [...runArgs, ...textsIn(content.mounts)].flatMap((word) => word.split(/[:,=]/));
  const socket = sources.find(isEngineSocket);
  if (socket === undefined) return;
  tell(
    "DockerSocketMounted",
    `the dev container mounts ${shown(socket)}`,
    "whoever reaches the engine's socket is root on the host, read-only or not",
    "leave it out, or use a feature that starts an engine of its own",
  );
}

/** The texts of a list, of maps in it too. */
function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
