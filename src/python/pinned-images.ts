import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { IConstruct } from "constructs";
import { Component, Project } from "projen";
import type { ComposeFile } from "../compose/compose-file";
import type { Dockerfile } from "../dockerfile/dockerfile";
import { shellWord } from "../dockerfile/quote";
import { FileGuard } from "../files/file-guard";
import { ContainerChecks } from "../findings/container-checks";
import type { Finding } from "../findings/finding";
import { DIGESTS_FILE, type ImageDigests, PIN_TASK, parseImageDigests } from "../values/image-digests";
import { shown } from "../values/mistake";
import { LateTask } from "./tasks/late-task";

/** The component's id in the root project. */
const NAME = "projen-python-container:pinned-images";

const COMMAND = "npx --no -- python-container pin";

/** The images of a repository that are pinned by digest: one file with the digests, and one task, for all its projects. */
export class PinnedImages extends Component {
  /**
   * Those of the scope's root project.
   *
   * @throws where the file with the digests is damaged
   */
  public static of(scope: IConstruct): PinnedImages {
    const { root } = Project.of(scope);
    const there = root.node.tryFindChild(NAME);
    return there instanceof PinnedImages ? there : new PinnedImages(root);
  }

  private readonly digests: ImageDigests;
  private readonly dockerfiles = new Set<Dockerfile>();
  private readonly composeFiles = new Set<ComposeFile>();
  private readonly task: LateTask;

  private constructor(root: Project) {
    super(root, NAME);
    const file = join(root.outdir, DIGESTS_FILE);
    this.digests = existsSync(file) ? parseImageDigests(readFileSync(file, "utf8")) : new Map();
    this.task = new LateTask(root, {
      name: PIN_TASK,
      description: `Look up the digests of the images, write them into ${DIGESTS_FILE}, and synthesize`,
      early: COMMAND,
      command: () => [COMMAND, ...this.images().map(shellWord)].join(" "),
    });
    ContainerChecks.of(root)._add(this, () => this.findings());
    FileGuard.of(root)._prepareLast(root, () => this.task.settle());
    if (root.defaultTask !== undefined) root.tasks.tryFind(PIN_TASK)?.spawn(root.defaultTask);
  }

  /** Pins the images of these files; a compose file may be that of several projects. */
  public add(dockerfile: Dockerfile, compose: ComposeFile): void {
    this.dockerfiles.add(dockerfile);
    this.composeFiles.add(compose);
    for (const [image, digest] of this.digests) {
      dockerfile.pinImage(image, digest);
      compose.pinImage(image, digest);
    }
  }

  /** The first synth comes before the first look-up, and so does the one of a new Python version. */
  private *findings(): Iterable<Finding> {
    const missing = this.images().filter((image) => !this.digests.has(image));
    if (missing.length === 0) return;
    yield {
      rule: "DigestMissing",
      where: DIGESTS_FILE,
      what: `it has no digest of ${missing.map(shown).join(", ")}`,
      allowed: "without one a tag decides what is taken",
      fix: `run "npx projen ${PIN_TASK}", and commit the file`,
    };
  }

  private images(): string[] {
    const named = [...this.dockerfiles].flatMap((file) => file._namedImages());
    const pulled = [...this.composeFiles].flatMap((file) => file._pulledImages());
    return [...new Set([...named, ...pulled])].sort();
  }
}
