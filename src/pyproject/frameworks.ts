import { type FrameworkRow, type FrameworkServer, frameworkRows, type ServerNeed } from "../knowledge/frameworks";
import { type Fact, fact } from "./fact";
import { productionRequirements, type RequirementFacts } from "./production-requirements";

/**
 * The frameworks that a project is built with: those of which a distribution is a main dependency, or in a group that the
 * program needs to run.
 *
 * @param rows the frameworks that are known
 */
export function frameworksOf(
  facts: RequirementFacts,
  rows: readonly FrameworkRow[] = frameworkRows,
): Fact<FrameworkRow>[] {
  const requirements = productionRequirements(facts);
  return rows.flatMap((row) => {
    const shows = requirements.find(({ value }) => row.distributions.includes(value.name));
    return shows === undefined ? [] : [fact(row, shows.source)];
  });
}

/** The programs that run a framework, of which all that they need is among the production dependencies. */
export function serversOf(facts: RequirementFacts, { servers }: FrameworkRow): FrameworkServer[] {
  const requirements = productionRequirements(facts).map(({ value }) => value);
  const isThere = ({ distribution, extras }: ServerNeed) =>
    requirements.some(
      (each) =>
        each.name === distribution && (extras === undefined || extras.some((extra) => each.extras.includes(extra))),
    );
  return servers.filter(({ needs }) => needs.every(isThere));
}
