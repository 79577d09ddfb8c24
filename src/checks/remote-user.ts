import type { Finding } from "../findings/finding";
import { shown } from "../values/mistake";
import type { DeskImage } from "./desk-images";

/** Users of dev containers who are not in the image, as far as the Dockerfile tells. */
export function* remoteUserFindings(images: readonly DeskImage[]): Iterable<Finding> {
  for (const { devContainer, dockerfile, end } of images) {
    const { remoteUser: user } = devContainer._content();
    if (typeof user !== "string" || isKnown(user, end.text)) continue;
    yield {
      rule: "UnknownRemoteUser",
      where: devContainer.file.path,
      what: `remoteUser is ${shown(user)}, whom no command of ${dockerfile.path} adds`,
      allowed: "the Dev Containers CLI stops where the image has no such user",
      fix: `add the user in the stage, or name ${end.user === undefined ? "root" : shown(end.user)}`,
    };
  }
}

/** Whether a user may be there: added by a command, or by the system. */
function isKnown(user: string, text: string): boolean {
  if (user.includes("$") || /^(?:root|nobody|\d+)$/.test(user)) return true;
  // Without a command that adds users, the image that it starts from has those that it has.
  return !/\b(?:useradd|adduser)\b/.test(text) || text.split(/[^\w.-]+/).includes(user);
}
