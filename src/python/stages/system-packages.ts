import type { DockerfileBlock } from "../../dockerfile/block";
import type { Fact } from "../../pyproject/fact";

/** What the installation of packages leaves that differs from one build to the next: logs, times and inode numbers. */
const traces = ["/var/log/apt", "/var/log/dpkg.log", "/var/log/alternatives.log", "/var/cache/ldconfig/aux-cache"];

/**
 * Installs Debian packages, each once.
 *
 * @param packages with the reason for each
 * @param reproducible whether two builds give the same files
 */
export function addSystemPackages(
  block: DockerfileBlock,
  packages: readonly Fact<string>[],
  reproducible = false,
): void {
  if (packages.length === 0) return;
  const names = [...new Set(packages.map(({ value }) => value))].sort();
  const reasons = names.flatMap((name) => reasonFor(name, packages));
  block.addRunSequence(
    [
      ["apt-get", "update"],
      ["apt-get", "install", "--yes", "--no-install-recommends", ...names],
      ["rm", "-rf", "/var/lib/apt/lists", ...(reproducible ? traces : [])],
    ],
    {
      comment: [
        ...reasons,
        "no exact versions: they leave Debian's mirrors with the next update",
        "hadolint ignore=DL3008",
      ].join("\n"),
    },
  );
}

function reasonFor(name: string, packages: readonly Fact<string>[]): string[] {
  const sources = packages.filter(({ value, source }) => value === name && source !== "").map(({ source }) => source);
  return sources.length === 0 ? [] : [`${name}: ${[...new Set(sources)].join(", ")}`];
}
