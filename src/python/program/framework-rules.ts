import { type FrameworkRow, frameworkRows } from "../../knowledge/frameworks";
import { nearNames } from "../../pyproject/near-names";
import { normalizedName } from "../../pyproject/requirements/distribution-name";
import { Mistake, shown } from "../../values/mistake";
import { Port } from "../../values/port";
import type { FrameworkRule, PythonContainerOptions } from "../python-container-options";

/**
 * The frameworks that count: the user's, then those of the table that are neither replaced nor switched off.
 *
 * @throws where one is switched off that does not exist, or a rule is wrong
 */
export function frameworkRowsBy({
  frameworkRules = [],
  ignoredFrameworks = [],
}: PythonContainerOptions): FrameworkRow[] {
  const own = frameworkRules.map(rowOf);
  const replaced = new Set(own.map(({ name }) => name));
  const rows = [...own, ...frameworkRows.filter(({ name }) => !replaced.has(name))];
  const off = ignoredFrameworks.map(normalizedName);
  const unknown = off.find((name) => !rows.some((row) => row.name === name));
  if (unknown !== undefined) throw notThere(unknown, rows);
  return rows.filter(({ name }) => !off.includes(name));
}

/** What a rule leaves out is as in the table. */
function rowOf({ distribution, command, port, healthCheckPath }: FrameworkRule): FrameworkRow {
  const name = normalizedName(distribution);
  const known = frameworkRows.find(({ distributions }) => distributions.includes(name));
  const listens = port ?? known?.port;
  if (command.length === 0 || (listens === undefined && command.some((word) => word.includes("{port}")))) {
    throw new Mistake({
      where: "option frameworkRules",
      what: `the command of ${shown(distribution)} ${command.length === 0 ? "has no words" : "has {port}, and there is no port"}`,
      fix: 'write it like command: ["serve", "{application}", "--port", "{port}"], port: 8000',
    });
  }
  const server = {
    needs: [{ distribution: name }],
    application: known?.applications?.[0].kind ?? "module",
    command,
    factory: ["{application}()"],
    source: "option frameworkRules",
  };
  return {
    name: known?.name ?? name,
    distributions: known?.distributions ?? [name],
    kind: known?.kind ?? (listens === undefined ? "worker" : "web server"),
    port: listens === undefined ? undefined : Port.tcp(listens).value,
    healthPath: healthCheckPath ?? known?.healthPath,
    applications: known?.applications,
    servers: [server],
    source: server.source,
  };
}

function notThere(name: string, rows: readonly FrameworkRow[]): Mistake {
  const names = rows.map((row) => row.name);
  const near = nearNames(name, names).map(shown).join(", ");
  return new Mistake({
    where: "option ignoredFrameworks",
    what: `there is no framework ${shown(name)}`,
    allowed: near === "" ? `the frameworks are ${names.join(", ")}` : `near to it are ${near}`,
    fix: "write the name of one that is listed, or leave it out",
  });
}
