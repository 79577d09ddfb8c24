import { PythonVersion } from "../../src/values/python-version";
import { uvFacts } from "./facts-of";

const notesOn = (today: string, requires: string) =>
  uvFacts(`[project]\nname = "orders"\nrequires-python = "${requires}"`, {}, { today: new Date(today) }).notes;

test.each([
  ["the month in which the support ends", "2025-10-31", []],
  [
    "the month after",
    "2025-11-01",
    [
      "Python 3.9 has had no security fixes since 2025-10 (https://peps.python.org/pep-0596/), and was chosen by pyproject.toml [project].requires-python: allow a newer release",
    ],
  ],
])("a release of Python in %s", (_, today, notes) => expect(notesOn(today, "==3.9.*")).toEqual(notes));
test("a supported release is not told of", () => expect(notesOn("2026-11-01", ">=3.9")).toEqual([]));
test.each([
  ["3.6", "Python 3.6 has had no security fixes since before 2024-10"],
  ["3.16", "Python 3.16, chosen by .python-version, is newer than 3.15, the newest that is known here"],
])("a release beyond the table is told: %s", (version, note) => {
  const { notes } = uvFacts('[project]\nname = "orders"', { ".python-version": version });
  expect(notes).toEqual([expect.stringContaining(note)]);
});
test("one that an option has chosen is changed there", () => {
  const { notes } = uvFacts('[project]\nname = "orders"', {}, { pythonVersion: PythonVersion.of("3.8") });
  expect(notes).toEqual([expect.stringContaining("was chosen by option pythonVersion: set a newer one")]);
});
