import { layout } from "../layout";

/**
 * A script in Python that removes from the production environment what the requirements do not need.
 *
 * @param requirements the file with them
 */
export function pruneScript(requirements: string): string {
  return `import importlib.metadata, pathlib, subprocess, sys, sysconfig
from pip._vendor.packaging.requirements import Requirement
from pip._vendor.packaging.utils import canonicalize_name as plain
paths = sysconfig.get_paths(vars={"base": "${layout.environment}", "platbase": "${layout.environment}"})
found = importlib.metadata.distributions(path=[*{paths["purelib"], paths["platlib"]}])
installed = {plain(each.metadata["Name"]): each.requires or [] for each in found}
needed, todo = set(), [Requirement(line) for line in pathlib.Path("${requirements}").read_text().splitlines()]
for requirement in todo:
    for part in {(plain(requirement.name), extra) for extra in ["", *requirement.extras]} - needed:
        needed.add(part)
        further = map(Requirement, installed.get(part[0], []))
        todo += [each for each in further if each.marker is None or each.marker.evaluate({"extra": part[1]})]
unneeded = sorted(installed.keys() - {name for name, _ in needed})
if unneeded:
    pip = [sys.executable, "-m", "pip", "--python", "${layout.environment}/bin/python"]
    subprocess.run([*pip, "uninstall", "--yes", *unneeded], check=True)`;
}
