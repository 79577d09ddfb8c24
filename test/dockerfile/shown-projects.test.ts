import type { Project } from "projen";
import { ContainerChecks } from "../../src";
import { shownProjects } from "../shown-projects";

const treeOf = (project: Project): Project[] => [project, ...project.subprojects.flatMap(treeOf)];

test.each(Object.entries(shownProjects))("nothing is found in the files of %s", (shape, made) => {
  const found = treeOf(made()).map((each) => ContainerChecks.of(each)._findings());
  const all = found.flatMap(({ errors, warnings }) => [...errors, ...warnings]);
  // A new project has no lock file yet.
  const isNew = ["uv", "poetry"].includes(shape);
  expect(all.filter(({ rule }) => !(isNew && rule === "LockMissing"))).toEqual([]);
});
