import type { Measurement, Suite } from "./measurement";
import type { Results } from "./results";
import type { Subject } from "./subject";

/** Figures by subject and cell; an example of a test changes those that it is about. */
export type Figures = Readonly<Record<string, Readonly<Record<string, number>>>>;

const subject = (id: string, ...traits: ("installs" | "compiles" | "verifies")[]): Subject => ({
  id,
  title: `made up, ${id}`,
  installsProject: traits.includes("installs"),
  compilesBytecode: traits.includes("compiles"),
  verifiesLock: traits.includes("verifies"),
});

const SUBJECTS = [
  ...["uv", "poetry", "pip", "c"].map((id) => subject(id, "installs", "compiles", "verifies")),
  subject("a"),
  subject("b", "compiles"),
  subject("d"),
  subject("e", "installs", "compiles"),
];

const MEASURED = { date: "2026-01-01", runs: 1, cores: 2, memoryBytes: 8e9, node: "20.16.0", versions: {} };

/** Made-up results of a suite, one value each. */
export function madeResults(suite: Suite, unit: Measurement["unit"], figures: Figures): Results {
  const measurements = Object.entries(figures).flatMap(([subject, cells]) =>
    Object.entries(cells).map(([cell, value]): Measurement => ({ suite, subject, cell, unit, values: [value] })),
  );
  return { measured: { [suite]: MEASURED }, subjects: SUBJECTS, measurements };
}
