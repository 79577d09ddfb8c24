import { type Fact, fact } from "./fact";
import type { ProjectFacts } from "./facts";

/** The files and folders that the build of a project reads, from its folder; some may lie above it. */
export function projectFiles(facts: ProjectFacts): Fact<string>[] {
  const { lockFile, packageRoots } = facts;
  return [
    ...(lockFile === undefined ? [] : [fact(lockFile.value.path, "dependencies are installed from it")]),
    ...facts.requirementsFiles,
    ...facts.groups.flatMap(filesOf),
    ...facts.readmeFiles,
    ...facts.licenseFiles,
    ...facts.buildFiles,
    ...packageRoots.value.map((root) => fact(root, packageRoots.source)),
  ];
}

/** The requirements files that are a group: installing reads one for development too, since all are copied together. */
function filesOf({ value, source }: ProjectFacts["groups"][number]): Fact<string>[] {
  return (value.requirementsFiles ?? []).map((path) => fact(path, source));
}
