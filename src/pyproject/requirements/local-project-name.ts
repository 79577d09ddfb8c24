import { posix } from "node:path";
import { parseIni } from "../files/parse-ini";
import { parseToml } from "../files/parse-toml";
import type { ProjectFolder } from "../files/project-folder";

/** The name of the distribution in a folder, by pyproject.toml or setup.cfg there, or else by the folder's own name. */
export function localProjectName(folder: ProjectFolder, path: string): string {
  const place = posix.normalize(path).replace(/\/$/, "");
  const read = (name: string) => folder.read(place === "." ? name : `${place}/${name}`);
  const [toml, ini] = [read("pyproject.toml"), read("setup.cfg")];
  const file = toml === undefined ? undefined : parseToml(toml, `${place}/pyproject.toml`);
  const stated = file?.table("project")?.text("name") ?? file?.tableAt("tool", "poetry")?.text("name");
  const other = ini === undefined ? undefined : parseIni(ini, `${place}/setup.cfg`).get("metadata")?.get("name");
  return stated?.value ?? other?.value ?? nameOfFolder(folder, place);
}

function nameOfFolder(folder: ProjectFolder, place: string): string {
  if (!/^[./]*$/.test(place)) return posix.basename(place);
  const [above] = folder.ancestors();
  return place === "." && above !== undefined ? posix.basename(above.inside) : "project";
}
