import { readFileSync } from "node:fs";
import { join } from "node:path";
import { javascript, type Project } from "projen";
import { nodePackageManagerOf } from "../files/node-package-manager";
import { ACTIONS } from "./actions";
import type { Step } from "./steps";
import type { UsedAction } from "./used-action";

/** How a job gets what runs the projenrc file. */
export interface NodeSetup {
  readonly nodeVersion: string;
  /** undefined stands for what the project's package manager installs as it is locked. */
  readonly installCommand?: string;
}

/** The command that installs what runs the projenrc file, exactly as it is locked. */
export function lockedInstall({ root }: Project): string {
  return (
    javascript.NodePackage.of(root)?.installCommand ?? nodePackageManagerOf(root.outdir, manifestOf(root)).installLocked
  );
}

/** The steps that install Node and what runs the projenrc file. */
export function nodeSteps(project: Project, { nodeVersion, installCommand }: NodeSetup, uses: UsedAction): Step[] {
  const install = installCommand ?? lockedInstall(project);
  return [
    {
      name: "Set Node up",
      uses: uses(ACTIONS.setupNode),
      // What another run left in the cache would run here.
      with: { "node-version": nodeVersion, "package-manager-cache": false },
    },
    ...managerSteps(install, uses),
    { name: "Install projen", run: install },
  ];
}

/** Node has npm alone; corepack comes with it up to release 24. */
function managerSteps(install: string, uses: UsedAction): Step[] {
  const [program] = install.split(" ");
  if (program === "bun") {
    return [{ name: "Set Bun up", uses: uses(ACTIONS.setupBun), with: { "no-cache": true } }];
  }
  if (program === "pnpm" || program === "yarn") return [{ name: `Have ${program}`, run: "corepack enable" }];
  return [];
}

/** A package.json that is broken is told where it is read for its own sake. */
function manifestOf({ outdir }: Project): { packageManager?: unknown } {
  try {
    const manifest: unknown = JSON.parse(readFileSync(join(outdir, "package.json"), "utf8"));
    return typeof manifest === "object" && manifest !== null ? manifest : {};
  } catch {
    return {};
  }
}
