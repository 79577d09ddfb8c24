import { shown } from "../../values/mistake";
import type { ComposeFile } from "../compose-file";
import { Place } from "../properties/place";

/** A release of a server, as the tag of its image names it. */
export class Release {
  /** @throws where the tag starts with no number */
  constructor(
    file: ComposeFile,
    service: string,
    public readonly tag: string,
  ) {
    if (typeof tag === "string" && /^v?\d[\w.-]*$/.test(tag)) return;
    throw new Place(`${file.fileName} service ${shown(service)}`, file).mistake({
      what: `the version is ${shown(tag)}`,
      allowed: "a version is a tag of the image that starts with a number",
      fix: 'write for example "18" or "18-alpine", and configure({ image: "…" }) for another image',
    });
  }

  /** The first number. */
  public get major(): number {
    return Number.parseInt(this.tag.replace(/^v/, ""), 10);
  }
}
