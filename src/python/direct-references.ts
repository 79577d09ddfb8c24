import type { Finding } from "../findings/finding";
import type { Fact } from "../pyproject/fact";
import type { ProjectFacts } from "../pyproject/facts";
import { hostWithCredentials } from "../pyproject/index-address";
import { originOf, type Requirement } from "../pyproject/requirements/requirement";
import { shown } from "../values/mistake";
import { credentialsSpread } from "./stages/build-secrets";

/** Dependencies that come from an address with a password in it: a finding has the host and leaves the password out. */
export function* directReferenceFindings(facts: ProjectFacts): Iterable<Finding> {
  for (const { value, source } of requirementsOf(facts)) {
    const host = hostWithCredentials(value.url ?? "");
    if (host !== undefined) yield credentialsFinding(value, host, source);
  }
}

function requirementsOf({
  dependencies,
  pinnedRequirements = [],
  extras,
  groups,
  buildRequires,
}: ProjectFacts): Fact<Requirement>[] {
  const grouped = [...extras, ...groups].flatMap(({ value: { requirements }, source }) =>
    requirements.map((value) => ({ value, source })),
  );
  return [...dependencies, ...pinnedRequirements, ...grouped, ...buildRequires];
}

function credentialsFinding(requirement: Requirement, host: string, source: string): Finding {
  return {
    rule: "CredentialsInUrl",
    where: source,
    what: `the address of ${shown(requirement.name)} at ${host} holds a user name or a password`,
    allowed: credentialsSpread,
    fix:
      originOf(requirement) === "git"
        ? "take them out, and have git ask by SSH or by a netrc file that is a secret of the build"
        : "take them out, and take it from an index, for which builds have secrets, or by a netrc file that is one of them",
  };
}
