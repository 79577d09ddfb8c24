import { ImageReference } from "../../values/image-reference";
import { Mistake, shown } from "../../values/mistake";
import type { WrittenInstruction } from "../parsed/parse-dockerfile";
import { PREDEFINED, referencesIn } from "./references";
import type { RuledFile, RuledStage, StageRule } from "./ruled-file";
import { sourcesOf } from "./stages";

/** What FROM says: names, platforms, images. */
export const fromRules: readonly StageRule[] = [
  function* names(stage, { stages }) {
    const { name, from } = stage;
    const [, as] = /^\S+\s+(as)\s/i.exec(from.text) ?? [];
    if (as !== undefined && (as === as.toUpperCase()) !== (from.spelling === from.keyword)) {
      yield {
        rule: "FromAsCasing",
        what: `${from.spelling} and ${as} are in different cases`,
        fix: `write ${from.keyword} and AS`,
      };
    }
    if (name === undefined) return;
    if (name !== name.toLowerCase()) {
      yield {
        rule: "StageNameCasing",
        what: `the stage name ${shown(name)} has capitals`,
        allowed: "names are compared without case",
        fix: `call it ${shown(name.toLowerCase())}`,
      };
    }
    if (["scratch", "context"].includes(name.toLowerCase())) {
      yield {
        rule: "ReservedStageName",
        what: `${shown(name)} stands for something else in FROM and COPY`,
        fix: "rename the stage",
      };
    }
    const first = stages.find((each) => each.name?.toLowerCase() === name.toLowerCase());
    if (first !== stage) {
      yield {
        rule: "DuplicateStageName",
        what: `there is a stage ${shown(name)} above`,
        allowed: "a name stands once in a file",
        fix: "rename one of the two",
      };
    }
  },

  function* platforms({ name = "", from }) {
    const platform = from.flags.find((flag) => flag.name === "platform")?.value;
    if (platform === undefined) return;
    if (/^\$(?:TARGETPLATFORM|\{TARGETPLATFORM\})$/.test(platform)) {
      yield {
        rule: "RedundantTargetPlatform",
        what: `--platform=${platform} is what FROM does by itself`,
        fix: "leave the platform out",
      };
    }
    if (platform.includes("$")) return;
    const [system = "", machine = ""] = platform.split("/");
    if (name.includes(system) || (machine !== "" && name.includes(machine))) return;
    yield {
      rule: "FromPlatformFlagConstDisallowed",
      what: `--platform=${platform} stands whatever platform is asked for`,
      allowed: "a stage whose name has the platform in it, or an argument such as BUILDPLATFORM",
      fix: `build by --platform ${platform}, or call the stage ${shown(`${name}-${machine || system}`)}`,
    };
  },

  function* validImage({ from, image, parent }, { globals }) {
    const declared = new Set(globals.flatMap(({ properties }) => properties.map(({ name }) => name)));
    const unknown = referencesIn(from).find((name) => !declared.has(name) && !PREDEFINED.test(name));
    if (unknown !== undefined) {
      yield {
        rule: "UndefinedArgInFrom",
        at: from,
        what: `FROM uses the argument ${unknown}, which is not declared`,
        allowed: "FROM sees the global arguments only",
        fix: `declare it with dockerfile.addArg(${shown(unknown)}, { default: "…" })`,
      };
    }
    if (parent !== undefined || image.includes("$") || image.toLowerCase() === "scratch") return;
    const parsed = parsedImage(image);
    if (!(parsed instanceof Mistake)) return;
    const { what, allowed, fix } = parsed.parts;
    const rule = from.text.includes("$") ? "InvalidDefaultArgInFrom" : "InvalidImageReference";
    yield { rule, at: from, what: `FROM names an image that can't be: ${what}`, allowed, fix };
  },

  function* pinned(stage, file) {
    if (stage.parent === undefined && stage.image.toLowerCase() !== "scratch")
      yield* unpinned(stage.from, stage.image, true);
    for (const each of stage.unfolded) {
      for (const image of sourcesOf(each)) {
        // A name without a tag may be that of a build context.
        if (!isStage(image, file)) yield* unpinned(each, image, false);
      }
    }
  },
];

function isStage(name: string, { stages }: RuledFile): boolean {
  return /^\d+$/.test(name) || stages.some((each) => each.name?.toLowerCase() === name.toLowerCase());
}

/** Tags that their publishers move to each release. */
const MOVING = /^(?:latest|main|master|edge|nightly|stable|slim|alpine)$/;

function* unpinned(at: WrittenInstruction, image: string, isImage: boolean) {
  const parsed = parsedImage(image);
  if (parsed instanceof Mistake) return;
  const { registry, repository, tag, digest } = parsed;
  const needsTag = isImage || registry !== undefined || repository.includes("/");
  if (digest !== undefined || (tag === undefined ? !needsTag : !MOVING.test(tag))) return;
  yield {
    rule: "UnpinnedBaseImage" as const,
    at,
    what: `${at.keyword} takes ${shown(image)}, which is another image whenever its publisher wants`,
    allowed: "a tag with a version, or a digest",
    fix: `name the version, such as ${shown(EXAMPLES[repository] ?? `${image.split(":")[0]}:1.2.3`)}`,
  };
}

const EXAMPLES: Readonly<Record<string, string>> = {
  debian: "debian:trixie-slim",
  python: "python:3.13-slim-trixie",
  alpine: "alpine:3.22",
  ubuntu: "ubuntu:24.04",
};

/** A Mistake where the name can't be, or has an argument without a default. */
function parsedImage(image: string): ImageReference | Mistake {
  try {
    return ImageReference.of(image);
  } catch (error) {
    if (error instanceof Mistake) return error;
    throw error;
  }
}

/** The name of the image that a stage is made of, without registry, tag and digest; undefined where it is not known. */
export function repositoryOf(stage: RuledStage): string | undefined {
  if (stage.parent !== undefined) return repositoryOf(stage.parent);
  if (stage.image.toLowerCase() === "scratch") return "scratch";
  const parsed = parsedImage(stage.image);
  return parsed instanceof Mistake ? undefined : parsed.repository.split("/").at(-1);
}
