import type { LineDiff } from "./diff";

export const added = (...lines: string[]): string[] => lines.map((line) => `+${line}`);
export const removed = (...lines: string[]): string[] => lines.map((line) => `-${line}`);

/** The step that installs packages of Debian in a stage that had none, and why each is there. */
export function aptStep(packages: string, ...reasons: string[]): string[] {
  return [
    "# --- system packages ----------------------------------------------------------",
    ...reasons.map((reason) => `# ${reason}`),
    "# no exact versions: they leave Debian's mirrors with the next update",
    "# hadolint ignore=DL3008",
    "RUN apt-get update \\",
    `    && apt-get install --yes --no-install-recommends ${packages} \\`,
    "    && rm -rf /var/lib/apt/lists",
  ];
}

/** What a dependency needs of Debian; the development image installs what the program runs with beside its own tools. */
export function debianPackages(build: string, run: string, dev: string, source: string): LineDiff {
  const reasons = (packages: string) => packages.split(" ").map((name) => `${name}: ${source}`);
  const devLine = (packages: string) => `    && apt-get install --yes --no-install-recommends ${packages} \\`;
  return {
    Dockerfile: [
      ...(build === "" ? [] : added(...aptStep(build, ...reasons(build)), "")),
      ...added(...reasons(run).map((reason) => `# ${reason}`)),
      ...removed(devLine("ca-certificates git openssh-client")),
      ...added(...devLine(dev).split("\n")),
      ...added("", ...aptStep(run, ...reasons(run))),
    ],
  };
}

/** The command of an image for which none is known, and what synth tells. */
export function noCommand(reason: string) {
  const sentence = `The app image has no command, since ${reason}`;
  const print = "import sys; print(sys.argv[1], file=sys.stderr); sys.exit(64)";
  return {
    lines: ["# nothing decides it", `CMD ["python", "-c", "${print}", ${JSON.stringify(sentence)}]`],
    told: `warn: ${sentence}`,
  };
}

export const noScript = noCommand('there is no script; set the option command, for example ["python", "-m", "…"].');
