import type { Difference } from "../../difference";
import type { ImagePair } from "../image-pair";

/** Python, Debian's release and the registry that the image starts from. */
export function compareBase({ yours, generated }: ImagePair): Difference[] {
  const { value: mine, line } = yours.base;
  const { value: other } = generated.base;
  if (mine.reference === other.reference) return [];
  const found: Difference[] = [];
  // An old patch release is there for the Debian of its time alone, which the tag names or leaves open.
  const python = mine.suite === undefined ? mine.python?.split(".").slice(0, 2).join(".") : mine.python;
  if (python?.includes(".") && python !== other.python) {
    found.push({
      topic: "Python version",
      line,
      yours: mine.python,
      generated: other.python,
      way: { kind: "carry", options: { pythonVersion: python } },
    });
  }
  if (mine.suite !== undefined && mine.suite !== other.suite) {
    found.push({
      topic: "Debian release",
      line,
      yours: mine.suite,
      generated: other.suite,
      way: { kind: "carry", options: { debianSuite: mine.suite } },
    });
  }
  if (mine.mirror !== undefined && mine.mirror !== other.mirror) {
    found.push({
      topic: "registry of the base image",
      line,
      yours: mine.mirror,
      generated: other.mirror ?? "Docker Hub",
      way: { kind: "carry", options: { registryMirror: mine.mirror } },
    });
  }
  return [...found, ...otherBase(mine, other, line)];
}

type Base = ImagePair["yours"]["base"]["value"];

function otherBase(mine: Base, other: Base, line: number): Difference[] {
  const topic = "base image";
  const shown = { topic, line, yours: mine.reference, generated: other.reference };
  if (mine.otherSystem !== undefined) {
    const why = `generated images are Debian's slim ones with Python; yours is ${mine.otherSystem}`;
    return [{ ...shown, way: { kind: "none", why } }];
  }
  if (!mine.isPython && mine.python === undefined) {
    const why = "no option takes another base image; add what it brings to a section of the stage app";
    return [{ ...shown, way: { kind: "none", why } }];
  }
  if (mine.isSlim === other.isSlim) return [];
  const why = "what the dependencies need of the larger image is installed by name";
  return [{ ...shown, way: { kind: "nothing", why } }];
}
