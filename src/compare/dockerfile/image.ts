import type { PackageManager } from "../../pyproject/managers/package-manager";
import type { Stated } from "../difference";
import type { BaseImage } from "./base-image";
import type { Selection } from "./command-kind";

/** A file or folder that comes into an image. */
export interface PlacedFile {
  /** Its path in the build context or in the image, or its address. */
  readonly source: string;
  readonly kind: "context" | "image" | "address" | "stage";
  /** The image that it comes from, or on which the stage stands that makes it. */
  readonly image?: string;
  /** The permissions that it is given, as they are written. */
  readonly mode?: string;
  /** The checksum that a download has to have, or the commit of a repository. */
  readonly checksum?: string;
  /** Where it stands in the image, absolute. */
  readonly target: string;
}

/** What a container runs. */
export interface Program {
  readonly words: readonly string[];
  /** Whether it is a text for the shell, which stands alone in `words`. */
  readonly isShell: boolean;
}

/** How the health of a container is found out. */
export interface Health {
  /** Undefined where a check of the base image is switched off. */
  readonly program?: Program;
  readonly flags: ReadonlyMap<string, string>;
}

/** What a RUN does beside that which is known. */
export interface Step {
  /** What follows one after the other; a script is one. */
  readonly commands: readonly string[];
  /** The program that reads the text, where that is not the shell. */
  readonly interpreter?: string;
  /** The folder in which it runs. */
  readonly folder: string;
  /** Whether it comes before anything of the project is there. */
  readonly isEarly: boolean;
  /** Whether it is part of the image itself, not of a stage from which that takes files. */
  readonly isFinal: boolean;
  /** The arguments of the stage that it names, with their defaults. */
  readonly args: ReadonlyMap<string, string | undefined>;
  /** Whether it needs a secret, a file of another stage or the like while it runs. */
  readonly hasMounts: boolean;
  /** The image of its stage. */
  readonly base: BaseImage;
}

/** A package of the system. */
export interface SystemPackage {
  readonly name: string;
  readonly system: string;
  /** Whether the image itself has it. */
  readonly isFinal: boolean;
}

/** What a Dockerfile makes, in substance: what its last stage, or another one that is meant, has and does. */
export interface Image {
  readonly base: Stated<BaseImage>;
  readonly environment: ReadonlyMap<string, Stated<string>>;
  readonly labels: ReadonlyMap<string, Stated<string>>;
  readonly ports: readonly Stated<string>[];
  /** The user as it is written, its variables replaced; undefined for that of the base image. */
  readonly user?: Stated<string>;
  /** The numbers of the users that it makes, by name; empty where it lets the system choose. */
  readonly users: ReadonlyMap<string, string>;
  readonly folder?: Stated<string>;
  readonly entrypoint?: Stated<Program>;
  readonly command?: Stated<Program>;
  readonly health?: Stated<Health>;
  readonly stopSignal?: Stated<string>;
  /** VOLUME with one path, SHELL with its words as JSON, ONBUILD, and files whose text stands in place. */
  readonly others: readonly Stated<string>[];
  /** The arguments of its stages. */
  readonly arguments: ReadonlySet<string>;
  /** Those of them that a build has to give. */
  readonly openArguments: ReadonlySet<string>;
  readonly packages: readonly Stated<SystemPackage>[];
  readonly manager?: Stated<PackageManager>;
  readonly managerVersion?: Stated<string>;
  readonly selections: readonly Stated<Selection>[];
  readonly distributions: readonly Stated<string>[];
  readonly files: readonly Stated<PlacedFile>[];
  readonly steps: readonly Stated<Step>[];
  /** The name of its stage, or its place among the stages. */
  readonly stage: string;
  /** The stages that it takes nothing of. */
  readonly unusedStages: readonly string[];
}
