import { ImageReference } from "../values/image-reference";
import { Mistake, shown } from "../values/mistake";

/**
 * An image whose tags are those of the branch, the release and the commit.
 *
 * @throws where it has one of its own, or a digest, or is no image
 */
export function withoutTag(where: string, option: string, text: string): ImageReference {
  const image = ImageReference.of(text);
  if (image.tag === undefined && image.digest === undefined) return image;
  throw new Mistake({
    where,
    what: `${option} is ${shown(text)}`,
    allowed: "it has neither a tag nor a digest: tags are those of the branch, the release and the commit",
    fix: `write ${shown(text.replace(/@.*$/, "").replace(/:[^:/]*$/, ""))}`,
  });
}
