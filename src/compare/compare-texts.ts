import { parseDockerfile } from "../dockerfile/parsed/parse-dockerfile";
import { Authorship, authorshipOf } from "../files/checksum";
import { Mistake } from "../values/mistake";
import type { ComparedProject } from "./compared-project";
import type { ComparedFile } from "./comparison";
import { compareCompose } from "./compose/compare-compose";
import { readCompose } from "./compose/read-compose";
import type { Difference } from "./difference";
import { compareImages } from "./dockerfile/compare-dockerfile";
import { programWords } from "./dockerfile/facets/program";
import type { Image } from "./dockerfile/image";
import { imagePair } from "./dockerfile/image-pair";
import { readImage } from "./dockerfile/read-image";
import type { GeneratedFiles } from "./generated-files";
import { orMistake } from "./or-mistake";
import { composeIn, imageIn, type OwnCompose, thereOf } from "./read-texts";
import type { WrittenFile } from "./written-file";

/** Compares a written ignore file with the text of a generated one. */
export type CompareIgnored = (file: WrittenFile, generated: string, place: string) => Difference[];

/** What people wrote; what is left out is not there. */
export interface WrittenFiles {
  readonly dockerfile?: WrittenFile;
  readonly compose?: WrittenFile;
  readonly dockerignore?: WrittenFile;
  /** The stage of the Dockerfile that is meant. */
  readonly target?: string;
}

/**
 * Compares the written files with the generated ones.
 *
 * @param ignored compares the ignore files, which takes a walk over the folder
 * @param name the project's name
 */
export function compareTexts(
  written: WrittenFiles,
  generated: GeneratedFiles,
  project: ComparedProject,
  ignored: CompareIgnored,
  name: string,
): ComparedFile[] {
  const image = readImage(parseDockerfile(generated.dockerfile, "Dockerfile"), "Dockerfile", "app", project);
  const compose = written.compose && composeIn(written.compose, name);
  const read = thereOf(compose);
  const mine = written.dockerfile && imageIn(written.dockerfile, written.target, read, project);
  const yours = thereOf(mine);
  const runs = read === undefined ? [] : runsOf(read);
  return [
    ...(written.dockerfile === undefined || mine === undefined
      ? []
      : [dockerfileOf(written.dockerfile, mine, image, project, runs)]),
    ...(written.compose === undefined || compose === undefined
      ? []
      : [composeOf(written.compose, { compose, generated, yours, image, project })]),
    ...(written.dockerignore === undefined ? [] : [dockerignoreOf(written.dockerignore, generated, project, ignored)]),
  ];
}

/** What compose has the project's own services run. */
function runsOf({ file, own: { main, others } }: OwnCompose): string[] {
  const own = [...file.services].filter(([name]) => name === main || others.includes(name));
  return own.flatMap(([, { command, entrypoint, healthcheck }]) =>
    [command, entrypoint, healthcheck].map((each) => JSON.stringify(each ?? "")),
  );
}

function dockerfileOf(
  file: WrittenFile,
  image: Image | Mistake,
  generated: Image,
  project: ComparedProject,
  runs: readonly string[],
): ComparedFile {
  return compared("dockerfile", file, () => {
    if (image instanceof Mistake) throw image;
    const unused = image.unusedStages.length === 0 ? "" : `, without ${image.unusedStages.join(", ")}`;
    const stage = unused === "" && /^\d+$/.test(image.stage) ? "" : `; compared is its stage ${image.stage}${unused}`;
    return { told: stage, differences: compareImages(image, generated, project, runs) };
  });
}

/** What a compose file is compared by. */
interface ComposeSides {
  readonly compose: OwnCompose | Mistake;
  readonly generated: GeneratedFiles;
  /** The image of the written Dockerfile, where there is one. */
  readonly yours?: Image;
  /** That of the generated one. */
  readonly image: Image;
  readonly project: ComparedProject;
}

function composeOf(file: WrittenFile, { compose, generated, yours, image, project }: ComposeSides): ComparedFile {
  return compared("compose", file, () => {
    if (compose instanceof Mistake) throw compose;
    const { own } = compose;
    return {
      told: own.main === undefined ? "" : `; its service ${own.main} is that of the application`,
      differences: compareCompose({
        yours: compose.file,
        generated: readCompose(generated.compose, "compose.yaml"),
        own,
        project,
        command: image.command === undefined ? [] : programWords(image.command.value),
        here: yours === undefined ? (text) => text : imagePair(yours, image, project).here,
        arguments: new Set([...image.arguments, ...(yours === undefined ? [] : argumentsOf(yours))]),
      }),
    };
  });
}

/** The arguments that are carried over with what names them. */
function argumentsOf({ openArguments, steps }: Image): string[] {
  return [...openArguments, ...steps.flatMap(({ value }) => (value.isFinal ? [...value.args.keys()] : []))];
}

function dockerignoreOf(
  file: WrittenFile,
  generated: GeneratedFiles,
  project: ComparedProject,
  ignored: CompareIgnored,
): ComparedFile {
  return compared("dockerignore", file, () => ({
    told: "",
    differences: ignored(file, generated.dockerignore, project.place),
  }));
}

const authors: { readonly [A in Authorship]: string } = {
  [Authorship.GENERATED]: "generated, and nobody changed it",
  [Authorship.CHANGED]: "generated, and changed by hand afterwards",
  [Authorship.UNKNOWN]: "with the mark of projen",
  [Authorship.HAND_WRITTEN]: "written by hand",
};

function compared(
  kind: ComparedFile["kind"],
  { path, text }: WrittenFile,
  compare: () => { told: string; differences: Difference[] },
): ComparedFile {
  const authorship = authorshipOf(text);
  const state = authors[authorship];
  if (authorship === Authorship.GENERATED) return { kind, path, state, differences: [] };
  const result = orMistake(compare);
  if (result instanceof Mistake) return { kind, path, state, problem: result.message, differences: [] };
  return { kind, path, state: `${state}${result.told}`, differences: result.differences };
}
