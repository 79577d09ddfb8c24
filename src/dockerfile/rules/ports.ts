import { shown } from "../../values/mistake";
import type { StageRule } from "./ruled-file";

/** What EXPOSE says. */
export const portRules: readonly StageRule[] = [
  function* expose({ unfolded }) {
    for (const port of unfolded
      .filter(({ keyword }) => keyword === "EXPOSE")
      .flatMap(({ text }) => text.split(/\s+/))) {
      if (port.includes("$")) continue;
      const [, numbers = "", protocol = ""] = /^([^/]*)(?:\/(.*))?$/.exec(port) ?? [];
      if (protocol !== protocol.toLowerCase()) {
        yield {
          rule: "ExposeProtoCasing",
          what: `EXPOSE ${port} has its protocol in capitals`,
          fix: `write ${numbers}/${protocol.toLowerCase()}, or use addExpose`,
        };
      }
      const isPort = numbers
        .split("-")
        .every((each) => /^\d+$/.test(each) && Number(each) >= 1 && Number(each) <= 65_535);
      if (isPort && numbers.split("-").length <= 2) continue;
      yield {
        rule: "ExposeInvalidFormat",
        what: `EXPOSE ${shown(port)} is more than a port of the container`,
        allowed:
          "a port from 1 to 65535, or a range of them, with /tcp or /udp; the host's side is chosen where it is run",
        fix: "use addExpose",
      };
    }
  },
];
