import type { ImageBuild } from "../python/tasks/image-build";
import { ACTIONS } from "./actions";
import { agentSteps, buildArguments, buildEnvironment, pullRequestCondition, REWRITES_TIMES } from "./build-inputs";
import { ifAny } from "./if-any";
import { checkout, login, packages } from "./steps";
import type { UsedAction } from "./used-action";
import type { WorkflowImage } from "./workflow-image";
import type { Job, WorkflowModel } from "./workflow-model";

/** The tags: the branch, the release with its minor release, as Python has versions, and the commit. */
const TAGS = [
  "type=ref,event=branch",
  "type=pep440,pattern={{version}}",
  "type=pep440,pattern={{major}}.{{minor}}",
  "type=sha",
];

/**
 * What the commit tells of the image. The Dockerfile has the project's name, version and license; those that the action makes
 * would go before them, and hold the time of the build.
 */
const LABELS = [
  `org.opencontainers.image.revision=\${{ github.sha }}`,
  `org.opencontainers.image.source=\${{ github.server_url }}/\${{ github.repository }}`,
];

/** What the jobs of an image have to do with others of the repository. */
interface JobPlace {
  /** The jobs that come first. */
  readonly needs: readonly string[];
  /** The name under which GitHub's own cache keeps the layers. */
  readonly cacheScope: string;
}

/** The job of pull requests, which builds the image and can push nothing, and that of pushes, which may. */
export function imageJobs(
  model: WorkflowModel,
  image: WorkflowImage,
  { needs, cacheScope }: JobPlace,
  uses: UsedAction,
): Record<string, Job> {
  const { container } = image;
  const build = container._summary.imageBuild;
  const account = model.account(image);
  const platforms = container._summary.platforms;
  // Layers of an own package, which may be private, are read with the token that a pull request has too.
  const readsPackages = image.cacheImage !== undefined && account.isOwn;
  const job = (condition: string, isPushed: boolean): Job => ({
    if: condition,
    needs: needs.length === 0 ? undefined : needs,
    "runs-on": model.runsOn,
    "timeout-minutes": model.timeoutMinutes,
    permissions: {
      contents: "read",
      ...(isPushed || readsPackages ? packages(account, isPushed ? "write" : "read") : {}),
    },
    steps: [
      checkout(uses),
      ...(platforms.length > 1 ? [{ name: "Set QEMU up", uses: uses(ACTIONS.setupQemu) }] : []),
      { name: "Set Buildx up", uses: uses(ACTIONS.setupBuildx) },
      {
        name: "Name the image",
        id: "metadata",
        uses: uses(ACTIONS.imageMetadata),
        with: { images: image.name, tags: TAGS.join("\n") },
      },
      ...(isPushed || readsPackages ? [login(uses, account)] : []),
      ...agentSteps(build),
      {
        name: isPushed ? "Build and push the image" : "Build the image",
        uses: uses(ACTIONS.imageBuild),
        env: ifAny(buildEnvironment(build)),
        with: {
          context: build.context,
          file: build.dockerfile,
          target: build.target,
          platforms: platforms.length === 0 ? undefined : platforms.join(","),
          "build-args": lines(buildArguments(build)),
          "secret-envs": lines(build.secrets.map(({ id, variable }) => `${id}=${variable}`)),
          ssh: build.sshId,
          tags: `\${{ steps.metadata.outputs.tags }}`,
          labels: LABELS.join("\n"),
          ...cache(image.cacheImage, cacheScope, isPushed),
          ...output(build, isPushed),
          ...(isPushed ? { provenance: "mode=max", sbom: true } : {}),
        },
      },
    ],
  });
  return {
    image: job(pullRequestCondition(build), false),
    publish: job("github.event_name == 'push'", true),
  };
}

/** With one time for everything the exporter has to be told that files have it too. */
function output({ sourceDate }: ImageBuild, isPushed: boolean): Record<string, string | boolean> {
  if (sourceDate === undefined) return { push: isPushed };
  return { outputs: `type=image,push=${isPushed},${REWRITES_TIMES}` };
}

/** A pull request only reads the cache of a registry, and GitHub keeps what it writes apart by itself. */
function cache(cacheImage: string | undefined, scope: string, isPushed: boolean): Record<string, string> {
  if (cacheImage !== undefined) {
    const registry = `type=registry,ref=${cacheImage}`;
    return { "cache-from": registry, ...(isPushed ? { "cache-to": `${registry},mode=max` } : {}) };
  }
  const own = `type=gha,scope=${scope}`;
  return { "cache-from": own, "cache-to": `${own},mode=max` };
}

function lines(texts: readonly string[]): string | undefined {
  return texts.length === 0 ? undefined : texts.join("\n");
}
