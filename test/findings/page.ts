import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as projen from "projen";
import ts from "typescript";
import * as own from "../../src";
import type { ToldFinding } from "../../src/findings/report";
import { folderWith } from "../project-folder";
import { exampleLock } from "./example-lock";

/** The folder of the rules' pages. */
export const PAGES = join(__dirname, "..", "..", "docs", "checks");

/** What an example is beside, where the page shows no files. */
const ORDERS = {
  "pyproject.toml": [
    "[project]",
    'name = "orders"',
    'version = "1.0.0"',
    'requires-python = ">=3.12"',
    'dependencies = ["fastapi", "uvicorn"]',
    "",
  ].join("\n"),
  "orders/__init__.py": "",
  "orders/main.py": "from fastapi import FastAPI\n\napp = FastAPI()\n",
};

/** A fenced block of a page. */
interface Fence {
  readonly language: string;
  /** The file that it shows. */
  readonly path: string;
  readonly text: string;
}

/** The text of a rule's page; empty where there is none. */
export function textOfPage(rule: string): string {
  const file = join(PAGES, `${rule}.md`);
  return existsSync(file) ? readFileSync(file, "utf8") : "";
}

/** The fenced blocks below a heading of a page. */
export function fences(page: string, heading: "Bad" | "Good"): Fence[] {
  const part = page.split(/^## /m).find((each) => each.startsWith(`${heading}\n`)) ?? "";
  return [...part.matchAll(/^```(\w+) ?(\S*)\n(.*?)^```$/gms)].map(([, language, path, text]) => ({
    language,
    path,
    text,
  }));
}

/** The example below a heading of a page, made beside the files that stand there. */
export function exampleIn(page: string, heading: "Bad" | "Good"): projen.Project {
  const blocks = fences(page, heading);
  const files = Object.fromEntries(blocks.filter(({ path }) => path !== "").map(({ path, text }) => [path, text]));
  const code = blocks.filter(({ language, path }) => language === "ts" && path === "").map(({ text }) => text);
  return run(code.join("\n"), folderWith(withLock("pyproject.toml" in files ? files : { ...ORDERS, ...files })));
}

/** What the checks find in the example below a heading of a page, run beside the files that stand there. */
export function findingsIn(page: string, heading: "Bad" | "Good"): readonly ToldFinding[] {
  const root = exampleIn(page, heading);
  const projects = [root, ...root.subprojects];
  return projects.flatMap((each) => Object.values(own.ContainerChecks.of(each)._findings()).flat());
}

/** A page shows the lock file where it is about that. */
function withLock(files: Record<string, string>): Record<string, string> {
  const isOfUv = !/\[tool\.(?:poetry|hatch\.envs)/.test(files["pyproject.toml"]);
  return isOfUv ? { "uv.lock": exampleLock(files["pyproject.toml"]), ...files } : files;
}

/** Runs an example, whose root project is made in the folder, and returns that project. */
function run(code: string, folder: string): projen.Project {
  const made: projen.Project[] = [];
  // Never without a folder: projen would take this checkout for the example's project.
  const inFolder = <P extends new (options: never) => projen.Project>(Made: P) =>
    new Proxy(Made, {
      construct(target, [options], newTarget) {
        const isBelow = options?.parent !== undefined;
        const logging = { level: projen.LogLevel.OFF };
        const project = Reflect.construct(
          target,
          [isBelow ? options : { ...options, outdir: folder, logging }],
          newTarget,
        );
        if (!isBelow) made.push(project);
        return project;
      },
    });
  const modules: Record<string, object> = {
    projen: { ...projen, Project: inFolder(projen.Project) },
    "projen-python-container": {
      ...own,
      ExistingPythonProject: inFolder(own.ExistingPythonProject),
      PythonContainerProject: inFolder(own.PythonContainerProject),
    },
  };
  const { outputText } = ts.transpileModule(code, {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 },
  });
  new Function("require", "exports", outputText)((name: string) => modules[name], {});
  const [root] = made;
  if (root === undefined) throw new Error("the example makes no project");
  return root;
}
