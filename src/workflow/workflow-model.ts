import type { NodeSetup } from "./node-setup";
import type { RegistryAccount } from "./registry-account";
import type { WorkflowImage } from "./workflow-image";

/** All that the workflow is made of, beside what the containers tell. */
export interface WorkflowModel {
  readonly name: string;
  readonly branch: string;
  readonly tagPattern: string;
  readonly runsOn: string;
  readonly timeoutMinutes: number;
  readonly node: NodeSetup;
  readonly images: readonly WorkflowImage[];
  /** Which jobs are wanted. */
  readonly has: { readonly check: boolean; readonly tests: boolean; readonly images: boolean };
  account(image: WorkflowImage): RegistryAccount;
}

/** A job, as it stands in the workflow. */
export type Job = Record<string, unknown>;
