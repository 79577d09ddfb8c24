import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { Project } from "projen";
import { PythonContainer, type PythonContainerOptions } from "../../src";
import { filesOf } from "../../src/compare/generated-files";
import { folderWith } from "../project-folder";
import { hatch, pdm, pip, poetry, uv, withDependency } from "../python/sync/projects";
import { comparisonOf, differencesOf, service } from "./compared";

const pipenv = {
  Pipfile: '[packages]\nflask = "*"\n',
  "Pipfile.lock": '{"_meta": {"hash": {"sha256": ""}}, "default": {}, "develop": {}}',
  "app.py": "import flask\napp = flask.Flask('a')\n",
};
const requirements = { "requirements.txt": "flask==3.1.0\n", "app.py": "import flask\napp = flask.Flask('a')\n" };

const projects: readonly (readonly [string, Record<string, string>, PythonContainerOptions])[] = [
  ["uv", uv, {}],
  ["uv with a service", service, { productionExtras: ["s3"], productionGroups: ["server"], port: 9000 }],
  ["poetry", poetry, {}],
  ["pdm", pdm, {}],
  ["hatch", hatch, {}],
  ["pip", withDependency(pip, "psycopg2"), { debianSuite: "bookworm" }],
  ["pipenv", pipenv, {}],
  ["requirements files", requirements, { command: ["python", "app.py"], port: 8000, healthCheckPath: "/up" }],
];

/** Without its mark a generated file counts as written by hand. */
function unmarked(text: string): string {
  return text.replace(/^# ~~ .*\n/, "");
}

test.each(projects)("what is generated for %s is no different from itself", (_, files, options) => {
  const folder = folderWith(files);
  const given = { imageName: "orders", ...options };
  const container = new PythonContainer(new Project({ name: "orders", outdir: folder }), given);
  container.addCommand("worker", ["python", "-m", "worker"], { oneOff: true });
  const { dockerfile, compose, dockerignore } = filesOf(container);
  for (const [name, text] of Object.entries({
    Dockerfile: dockerfile,
    "compose.yaml": compose,
    ".dockerignore": dockerignore,
  })) {
    writeFileSync(join(folder, name), unmarked(text));
  }
  const { files: compared } = comparisonOf(folder, given);
  const found = differencesOf(compared).filter(({ topic }) => topic !== "service worker");
  expect(found).toEqual([]);
});
