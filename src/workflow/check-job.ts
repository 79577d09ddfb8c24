import { CHECK_TASK } from "../python/tasks/check-task";
import { checkFolder } from "./check-folder";
import { nodeSteps } from "./node-setup";
import { checkout } from "./steps";
import type { UsedAction } from "./used-action";
import type { Job, WorkflowModel } from "./workflow-model";

/** The job that fails where files are not up to date. */
export function checkJob({ images, node, runsOn, timeoutMinutes }: WorkflowModel, uses: UsedAction): Job {
  const { root } = images[0].container.project;
  const folder = checkFolder(images);
  return {
    "runs-on": runsOn,
    "timeout-minutes": timeoutMinutes,
    permissions: { contents: "read" },
    steps: [
      checkout(uses),
      ...nodeSteps(root, node, uses),
      {
        name: "Check the files",
        ...(folder === "" ? {} : { "working-directory": folder }),
        run: `${root.projenCommand} ${CHECK_TASK}`,
      },
    ],
  };
}
