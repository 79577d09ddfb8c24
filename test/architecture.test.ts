import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { importTable } from "../projenrc/import-table";

const root = join(__dirname, "..");

test("ARCHITECTURE.md shows the import table that is enforced", () => {
  const text = readFileSync(join(root, "ARCHITECTURE.md"), "utf8");
  const rows = Object.entries(importTable).map(
    ([folder, { folders, packages }]) =>
      `| ${folder} | ${folders.join(", ") || "nothing"} | ${packages.join(", ") || "none"} |`,
  );
  const start = text.indexOf("| folder | may import | packages |\n|---|---|---|\n");
  expect(text.slice(start).split("\n\n")[0].split("\n").slice(2)).toEqual(rows);
});

test("each folder of the sources has a row in the table", () => {
  const folders = readdirSync(join(root, "src"), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(folders.map((folder) => folder.name).sort()).toEqual(Object.keys(importTable).sort());
});
