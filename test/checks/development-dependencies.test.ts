import { ContainerChecks } from "../../src";
import { containerBeside } from "../container-project";

/** What is told of tools for development in a list of pinned versions. */
function told(requirements: string): string[] {
  const { project } = containerBeside({ "requirements.txt": requirements, "app.py": "" }, { command: ["python"] });
  const { warnings } = ContainerChecks.of(project)._findings();
  return warnings.filter(({ rule }) => rule === "DevelopmentDependency").map(({ what }) => what);
}

const FLAKE8 = "flake8==7.1.0\n    # via -r requirements.in\nmccabe==0.7.0\n    # via flake8\n";

test("what a tool brings is not told beside it", () => {
  expect(told(FLAKE8)).toEqual([expect.stringMatching(/installs "flake8", a tool/)]);
});
