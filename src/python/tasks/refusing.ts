import { shellWord } from "../../dockerfile/quote";

/** A command that tells why it does nothing. */
export function refusing(reason: string): string {
  return `sh -c ${shellWord(`echo ${shellWord(reason)} >&2; exit 1`)}`;
}
