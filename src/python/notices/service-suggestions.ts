import type { ComposeFile } from "../../compose/compose-file";
import { type BackingServiceRow, backingServiceRows } from "../../knowledge/backing-services";
import { productionRequirements } from "../../pyproject/production-requirements";
import type { Requirement } from "../../pyproject/requirements/requirement";
import { shown } from "../../values/mistake";
import type { ContainerPlan } from "../container-plan";

/** Services that the production dependencies talk to, and that the compose file hasn't. */
export function missingServices({ facts }: ContainerPlan, compose: ComposeFile): string[] {
  const requirements = productionRequirements(facts);
  const talksTo = (row: BackingServiceRow) => requirements.find(({ value }) => isClient(value, row));
  const used = backingServiceRows.filter((row) => talksTo(row) !== undefined);
  const classes = (but: BackingServiceRow) => used.filter((row) => row !== but).map(({ className }) => className);
  return used
    .filter((row) => !row.unless?.some((other) => classes(row).includes(other)) && !isThere(row, compose))
    .map((row) => {
      const client = talksTo(row);
      const words = ["container.compose", shown(row.serviceName), ...(row.options === undefined ? [] : [row.options])];
      return `${client?.source} has ${client?.value.name}, and ${compose.fileName} has no ${row.what}; container.addBackingService(new ${row.className}(${words.join(", ")})) adds and connects one.`;
    });
}

function isClient({ name, extras }: Requirement, { distributions }: BackingServiceRow): boolean {
  const spellings = [name, ...(extras.length === 0 ? [`${name}[]`] : extras.map((extra) => `${name}[${extra}]`))];
  return spellings.some((spelling) => distributions.includes(spelling));
}

/** One of its kind is there, or an application is led to one elsewhere. */
function isThere({ images, variables }: BackingServiceRow, compose: ComposeFile): boolean {
  return [...compose._model().services.values()].some(
    ({ image, environment }) =>
      images.test(image?.toJSON() ?? "") || variables.some((variable) => environment?.has(variable)),
  );
}
