import { rowsOf } from "../figures";
import type { Suite } from "../measurement";
import type { Measured, Results } from "../results";
import { amount } from "./amount";
import { imagesSection } from "./images-section";
import { commandSection, monorepoSection } from "./pair-sections";
import { synthSection } from "./synth-section";
import { table } from "./table";
import { targetsSection } from "./targets-section";

const SECTIONS: { readonly [S in Suite]: (results: Results) => string } = {
  images: imagesSection,
  synth: synthSection,
  command: commandSection,
  monorepo: monorepoSection,
};

/** The report, of nothing but the results; a suite without any has no section. */
export function report(results: Results): string {
  const measured = (Object.keys(SECTIONS) as Suite[]).filter((suite) => rowsOf(results, suite).length > 0);
  const sections = measured.map((suite) => SECTIONS[suite](results));
  return `# Benchmark

Made from \`results.json\` beside it, which one command measures again:

\`\`\`console
npm run bench
\`\`\`

A figure is the median of all runs, in which the subjects were measured in a new order each time; a count is the most of all.
Times are those of the machine below: what can be compared elsewhere are ratios.

${table(
  ["", "date", "runs", "cores", "memory", "Node", "Docker", "BuildKit", "versions"],
  measured.map((suite) => [suite, ...circumstances(results.measured[suite] as Measured)]),
)}

${[...sections, targetsSection(results)].join("\n\n")}
`;
}

function circumstances({ date, runs, cores, memoryBytes, node, docker, buildKit, versions }: Measured): string[] {
  const parts = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
  return [
    date,
    `${runs}`,
    `${cores}`,
    amount(memoryBytes, "bytes"),
    node,
    docker ?? "",
    buildKit ?? "",
    parts.join(", "),
  ];
}
