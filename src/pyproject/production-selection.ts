import { Mistake, shown } from "../values/mistake";
import { type Fact, fact } from "./fact";
import type { DependencyGroup, Extra, ManagedProject } from "./facts";
import { nearNames } from "./near-names";
import { normalizedName } from "./requirements/distribution-name";

/** What a user wants in production beside the main dependencies. */
export interface ProductionSelection {
  /** Names of extras of the project. */
  readonly productionExtras?: readonly string[];
  /** Names of dependency groups, beside those that the program needs to run anyway. */
  readonly productionGroups?: readonly string[];
}

/** What a project offers, as far as production has it. */
type Selected = Pick<ManagedProject, "groups"> & { readonly productionExtras: readonly Fact<string>[] };

/**
 * The groups of which some are for production by the user's word, and the extras that are.
 *
 * @throws where there is no such group or extra
 */
export function selectProduction(
  { groups, extras }: Pick<ManagedProject, "groups" | "extras">,
  selection: ProductionSelection,
): Selected {
  const asked = namesOf("productionGroups", selection.productionGroups, groups);
  const wanted = namesOf("productionExtras", selection.productionExtras, extras);
  return {
    groups: groups.map((group) => (asked.has(group) ? forProduction(group) : group)),
    productionExtras: [...wanted].map(({ value }) => fact(value.name, "option productionExtras")),
  };
}

function forProduction({ value, source }: Fact<DependencyGroup>): Fact<DependencyGroup> {
  const chosen = { ...value, isProduction: true, isDevelopment: false };
  return fact(chosen, value.isProduction ? source : `${source} (option productionGroups)`);
}

function namesOf<T extends DependencyGroup | Extra>(
  option: keyof ProductionSelection,
  asked: readonly string[] | undefined,
  known: readonly Fact<T>[],
): ReadonlySet<Fact<T>> {
  return new Set((asked ?? []).map((name) => found(option, name, known)));
}

function found<T extends DependencyGroup | Extra>(
  option: keyof ProductionSelection,
  name: string,
  known: readonly Fact<T>[],
): Fact<T> {
  const same = known.find(({ value }) => normalizedName(value.name) === normalizedName(String(name)));
  if (same !== undefined) return same;
  const kind = option === "productionExtras" ? "extra" : "group";
  const names = known.map(({ value }) => value.name);
  const [near] = nearNames(String(name), names);
  throw new Mistake({
    where: `option ${option}`,
    what: `names the ${kind} ${shown(name)}, which the project does not have`,
    allowed: `its ${kind}s are ${names.map(shown).join(", ") || "none"}`,
    fix: near === undefined ? "name one of them, or leave it out" : `write ${shown(near)}`,
  });
}
