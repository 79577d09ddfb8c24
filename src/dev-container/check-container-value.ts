import { Mistake, shown } from "../values/mistake";
import type { DevContainerSource } from "./dev-container-source";

/** @throws where the value of a container's environment variable would not get there as it is */
export function checkContainerValue(name: string, value: string, source: DevContainerSource, where: string): void {
  const refuse = (why: string, fix: string): never => {
    throw new Mistake({ where, what: `containerEnv ${name} is ${shown(value)}`, allowed: why, fix });
  };
  if (value.includes("${containerEnv:")) {
    refuse("the container's environment is known only when it is made", "use addRemoteEnv");
  }
  if (/[\r\n]/.test(value) && source.composeOptions !== undefined) {
    refuse(
      "for a compose service the Dev Containers CLI makes two characters of a line break",
      "set it in the service of the compose file",
    );
  }
}
