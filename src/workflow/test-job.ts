import { posix } from "node:path";
import { ACTIONS } from "./actions";
import { agentSteps, anyEventCondition, buildEnvironment } from "./build-inputs";
import { DevContainerPrebuild } from "./dev-container-prebuild";
import { ifAny } from "./if-any";
import { checkout, login, packages } from "./steps";
import type { UsedAction } from "./used-action";
import type { WorkflowImage } from "./workflow-image";
import type { Job, WorkflowModel } from "./workflow-model";

/**
 * The job that runs the tests in the dev container, which takes over the layers of one that was built ahead.
 *
 * @returns undefined where there are no tests to run, or no dev container
 */
export function testJob(model: WorkflowModel, image: WorkflowImage, uses: UsedAction): Job | undefined {
  const { container, folder } = image;
  const runCmd = image.testCommand ?? (container._summary.hasPytest ? "pytest" : undefined);
  if (runCmd === undefined || !container._summary.hasDevContainer) return undefined;
  const { devContainer } = container;
  const { imageBuild: build } = container._summary;
  const prebuild = prebuildOf(image);
  const registry = prebuild?._registry;
  return {
    if: anyEventCondition(build),
    "runs-on": model.runsOn,
    "timeout-minutes": model.timeoutMinutes,
    permissions: { contents: "read", ...(registry === undefined ? {} : packages(registry, "read")) },
    steps: [
      checkout(uses),
      ...(registry?.isOwn ? [login(uses, registry)] : []),
      ...agentSteps(build),
      {
        name: "Run the tests in the dev container",
        uses: uses(ACTIONS.devContainer),
        env: ifAny(buildEnvironment(build)),
        with: {
          subFolder: folder === "" ? undefined : folder,
          configFile: devContainer.variant === undefined ? undefined : posix.join(folder, devContainer.file.path),
          cacheFrom: prebuild?.imageName,
          push: "never",
          runCmd,
        },
      },
    ],
  };
}

function prebuildOf({ container: { devContainer, project } }: WorkflowImage): DevContainerPrebuild | undefined {
  return project.root.node
    .findAll()
    .filter((each) => each instanceof DevContainerPrebuild)
    .find((each) => each._devContainer === devContainer);
}
