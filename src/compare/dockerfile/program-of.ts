import { execForm } from "../../dockerfile/parsed/exec-form";
import type { WrittenInstruction } from "../../dockerfile/parsed/parse-dockerfile";
import type { Health, Program } from "./image";

/** What CMD or ENTRYPOINT has run. */
export function programOf({ words, text }: WrittenInstruction): Program {
  return words === undefined ? { words: text === "" ? [] : [text], isShell: text !== "" } : { words, isShell: false };
}

/** What HEALTHCHECK has run. */
export function healthOf({ text, flags }: WrittenInstruction): Health {
  const times = new Map(flags.map(({ name, value }) => [name, value]));
  const [, command] = /^CMD\s+(.*)$/is.exec(text) ?? [];
  if (command === undefined) return { flags: times };
  const words = execForm(command);
  return {
    program: words === undefined ? { words: [command], isShell: true } : { words, isShell: false },
    flags: times,
  };
}
