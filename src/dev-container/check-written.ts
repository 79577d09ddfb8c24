import { IGNORED_OF_COMPOSE } from "./check-compose";
import type { DevContainerSource } from "./dev-container-source";
import type { Tell } from "./refuse";

/** Tells of what an override brings, and a method would refuse. */
export function checkWritten(
  content: { readonly [name: string]: unknown },
  source: DevContainerSource,
  tell: Tell,
): void {
  if (source.composeOptions === undefined) {
    for (const name of ["dockerComposeFile", "service", "runServices"]) {
      if (content[name] === undefined) continue;
      tell(
        "DevContainerPropertyIgnored",
        `${name} makes a compose service of the dev container, by an override`,
        "the rest of the file is for an image or a Dockerfile",
        "use DevContainerSource.composeService",
      );
    }
    return;
  }
  for (const [name, fix] of Object.entries(IGNORED_OF_COMPOSE)) {
    if (content[name] === undefined) continue;
    tell(
      "DevContainerPropertyIgnored",
      `${name} has no effect`,
      "it is for an image or a Dockerfile, and the source is a compose service",
      fix,
    );
  }
}
