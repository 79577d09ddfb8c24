import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { rowsOf } from "../figures";
import { type Results, readResults } from "../results";
import { imagesPlot } from "./images-plot";
import { report } from "./report";
import { synthPlot } from "./synth-plot";

/** The texts of the report's files by their names; a plot is there where its suite was measured. */
export function reportFiles(results: Results): Record<string, string> {
  return {
    "README.md": report(results),
    ...(rowsOf(results, "images").length > 0 && { "images.svg": imagesPlot(results) }),
    ...(rowsOf(results, "synth").length > 0 && { "synth.svg": synthPlot(results) }),
  };
}

/** Writes the report of the results in a folder, and returns the files that it has written. */
export function writeReport(folder: string): string[] {
  const files = Object.entries(reportFiles(readResults(join(folder, "results.json"))));
  return files.map(([name, text]) => {
    const file = join(folder, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    return file;
  });
}
