import { posix } from "node:path";
import type { BaseImage } from "./base-image";
import type { PlacedFile } from "./image";

/** The path in the image, from the folder in which the instruction runs. */
export type Absolute = (path: string) => string;

/** What a COPY or ADD brings from the build context, an image or an address. */
export function copiedFiles(
  sources: readonly string[],
  destination: string,
  from: { readonly image?: string; readonly mode?: string; readonly checksum?: string; readonly isAdd: boolean },
  absolute: Absolute,
  isFolder: (path: string) => boolean,
): PlacedFile[] {
  return sources.map((written) => {
    const isAddress = from.isAdd && /^(?:https?|git|ssh)[:@]/.test(written);
    const kind = from.image !== undefined ? "image" : isAddress ? "address" : "context";
    const source = kind === "context" ? posix.normalize(written).replace(/^\/|(?<=.)\/$/g, "") || "." : written;
    const intoFolder = /[/.]$/.test(destination) || sources.length > 1;
    const isWhole = kind === "context" && (source === "." || isFolder(source));
    const target = intoFolder && !isWhole ? posix.join(destination, posix.basename(source)) : destination;
    const { image, mode, checksum } = from;
    return { source, kind, image, mode, checksum: isAddress ? checksum : undefined, target: absolute(target) };
  });
}

/** The file in another stage, where a copy of `path` takes it along. */
export function movedFile(file: PlacedFile, path: string, destination: string): PlacedFile | undefined {
  const from = posix.resolve("/", path);
  if (isInFolder(file.target, from)) {
    return { ...file, target: posix.join(destination, posix.relative(from, file.target)) };
  }
  if (!isInFolder(from, file.target)) return undefined;
  return { ...file, source: posix.join(file.source, posix.relative(file.target, from)), target: destination };
}

/** Where Python and its package managers put what they install. */
const INSTALLED =
  /venv|site-packages|dist-packages|\.local|wheel|poetry|pysetup|\/install|^\/usr(?:\/local)?(?:\/(?:bin|lib|lib64)(?:\/python[\d.]*)?)?$|requirements[\w.-]*$|\/uvx?$|\/deps$/i;

/**
 * What a COPY takes of another stage that is no file of the build context: what the stage's image has, or what it makes.
 *
 * @param hasSteps whether the stage runs anything that is not known
 */
export function madeFile(
  path: string,
  target: string,
  stage: { readonly base: BaseImage; readonly folder: string; readonly hasSteps: boolean },
): PlacedFile | undefined {
  const { base, folder, hasSteps } = stage;
  const isOfPython = base.isPython || base.python !== undefined;
  if (isOfPython && (INSTALLED.test(path) || path === folder || !hasSteps)) return undefined;
  return { source: path, kind: hasSteps ? "stage" : "image", image: base.reference, target };
}

/** Whether the path is the folder, or lies in it. */
export function isInFolder(path: string, folder: string): boolean {
  return path === folder || folder === "/" || folder === "." || path.startsWith(`${folder}/`);
}
