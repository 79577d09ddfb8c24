import { type GpuBuildRow, gpuBuildRows, isCudaOnly } from "../knowledge/gpu-builds";
import { PackageManager } from "../pyproject/managers/package-manager";
import { chainText } from "./chain-text";
import type { LockedDistribution } from "./locked-distributions";
import { reachedFrom } from "./reached-distributions";

/** How distributions are taken from another index: their names, and the address of the index. */
type IndexSyntax = (distributions: readonly string[], url: string) => string;

/** What the index is called in the advice. */
const name = "cpu-builds";

const byPip: IndexSyntax = (distributions, url) =>
  `--extra-index-url ${url} with the versions of ${distributions.join(" and ")} that end in +cpu`;

/** An entry of a table for each. */
function entries(distributions: readonly string[], value: string): string {
  return distributions.map((distribution) => `${distribution} = { ${value} }`).join(", ");
}

/**
 * How each package manager takes some distributions from an index of their own: a total table.
 *
 * @see https://docs.astral.sh/uv/guides/integration/pytorch/
 * @see https://python-poetry.org/docs/repositories/#explicit-package-sources
 * @see https://pdm-project.org/en/latest/usage/config/#respect-the-order-of-the-sources
 * @see https://pipenv.pypa.io/en/latest/indexes.html
 */
const syntaxes: { readonly [M in PackageManager]: IndexSyntax } = {
  [PackageManager.UV]: (distributions, url) =>
    `[[tool.uv.index]] with name = "${name}", url = "${url}", explicit = true, and ${entries(distributions, `index = "${name}"`)} in [tool.uv.sources]`,
  [PackageManager.POETRY]: (distributions, url) =>
    `poetry source add --priority explicit ${name} ${url} && poetry add --source ${name} ${distributions.join(" ")}`,
  [PackageManager.PDM]: (distributions, url) =>
    `[[tool.pdm.source]] with name = "${name}", url = "${url}", include_packages = [${distributions.map((each) => `"${each}"`).join(", ")}]`,
  [PackageManager.HATCH]: byPip,
  [PackageManager.PIP]: byPip,
  [PackageManager.PIPENV]: (distributions, url) =>
    `[[source]] with name = "${name}", url = "${url}", verify_ssl = true, and ${entries(distributions, `version = "*", index = "${name}"`)} in [packages]`,
};

/**
 * What a service without a GPU can leave out: one line for each distribution that brings CUDA.
 *
 * @param path the lock file as messages name it
 * @param production what the production image installs
 */
export function gpuAdvice(path: string, production: readonly LockedDistribution[], manager: PackageManager): string[] {
  const names = new Set<string>();
  return gpuBuildRows.flatMap((row) => {
    const found = production.find((each) => isBroughtBy(row, each));
    const means = row.cpu === undefined ? undefined : textOf(row.cpu, row.distribution, production, manager);
    if (found === undefined || means === undefined || names.has(means.key)) return [];
    const cuda = reachedFrom(found, production).filter((each) => isCudaOnly(each.package.name));
    if (row.comesWithout && cuda.length === 0) return [];
    names.add(means.key);
    return [`${path}: ${chainText(found)} brings CUDA${sizeText(cuda)}; where there is no GPU, ${means.text}`];
  });
}

function isBroughtBy({ distribution, extras }: GpuBuildRow, { package: each, extras: asked }: LockedDistribution) {
  const isForCpu = each.version?.endsWith("+cpu") ?? false;
  return (
    each.name === distribution && !isForCpu && (extras === undefined || extras.some((extra) => asked.includes(extra)))
  );
}

/** The fix, with what makes two of them the same. */
function textOf(
  cpu: NonNullable<GpuBuildRow["cpu"]>,
  distribution: string,
  production: readonly LockedDistribution[],
  manager: PackageManager,
): { readonly key: string; readonly text: string } {
  if (cpu === "without extras") return { key: distribution, text: `ask for ${distribution} without that extra` };
  if ("distribution" in cpu) return { key: distribution, text: `take ${cpu.distribution} instead` };
  // Builds for the CPU and for CUDA do not work together.
  const companions = gpuBuildRows.filter((row) => isSameIndex(row, cpu.index) && isInstalled(row, production));
  const names = companions.map((row) => row.distribution);
  return {
    key: cpu.index,
    text: `have ${names.join(" and ")} among the dependencies, and take the builds for the CPU: ${syntaxes[manager](names, cpu.index)}`,
  };
}

function isSameIndex({ cpu }: GpuBuildRow, index: string): boolean {
  return typeof cpu === "object" && "index" in cpu && cpu.index === index;
}

function isInstalled(row: GpuBuildRow, production: readonly LockedDistribution[]): boolean {
  return production.some((each) => isBroughtBy(row, each));
}

function sizeText(cuda: readonly LockedDistribution[]): string {
  if (cuda.length === 0) return "";
  const bytes = cuda.reduce((sum, { sizeBytes = 0 }) => sum + sizeBytes, 0);
  const size = bytes === 0 ? "" : `, ${(bytes / 1e6).toFixed(0)} MB to download`;
  const packages = cuda.length === 1 ? "package" : "packages";
  return ` (${cuda.length} ${packages}${size})`;
}
