import { checkJob } from "./check-job";
import { CONCURRENCY } from "./concurrency";
import { folderSuffixes } from "./folder-suffixes";
import { imageJobs } from "./image-jobs";
import { testJob } from "./test-job";
import type { UsedAction } from "./used-action";
import type { WorkflowModel } from "./workflow-model";

/** The workflow. */
export function renderContainerWorkflow(model: WorkflowModel, uses: UsedAction): object {
  const { name, branch, tagPattern, images, has } = model;
  const check = has.check ? { check: checkJob(model, uses) } : {};
  const suffixes = folderSuffixes(images.map(({ folder }) => folder));
  const jobs = images.flatMap((image, at) => {
    const suffix = images.length === 1 ? "" : suffixes[at];
    const test = has.tests ? testJob(model, image, uses) : undefined;
    const tests = test === undefined ? {} : { [`test${suffix}`]: test };
    const needs = [...Object.keys(check), ...Object.keys(tests)];
    const built = has.images ? imageJobs(model, image, { needs, cacheScope: `image${suffixes[at]}` }, uses) : {};
    const suffixed = Object.entries(built).map(([id, job]) => [`${id}${suffix}`, job] as const);
    return [...Object.entries(tests), ...suffixed];
  });
  return {
    name,
    on: { push: { branches: [branch], tags: [tagPattern] }, pull_request: {} },
    permissions: {},
    concurrency: CONCURRENCY,
    jobs: { ...check, ...Object.fromEntries(jobs) },
  };
}
