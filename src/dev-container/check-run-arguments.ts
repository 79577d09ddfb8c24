import { shown } from "../values/mistake";
import type { PropertyPlace } from "./property-place";

/** Arguments of `docker run` that the Dev Containers CLI gives itself, by their short names where there is one. */
const TAKEN = [
  {
    words: ["--entrypoint"],
    why: "the CLI gives its own after it",
    fix: "leave it out; where the image's own is meant, set overrideCommand to false, which keeps it",
  },
  { words: ["--detach", "-d"], why: "the CLI attaches to the container, and docker rejects both", fix: "leave it out" },
];

/** Refuses arguments that contradict those of the Dev Containers CLI. */
export function checkRunArguments(args: string[], { refuse }: PropertyPlace): void {
  for (const { words, why, fix } of TAKEN) {
    const found = givenWord(args, words);
    if (found !== undefined) refuse(`runArgs has ${shown(found)}`, why, fix);
  }
}

/** The word among the arguments that is one of these, alone or with its value. */
export function givenWord(args: string[], words: string[]): string | undefined {
  return args.find((arg) => words.some((word) => arg === word || arg.startsWith(`${word}=`)));
}
