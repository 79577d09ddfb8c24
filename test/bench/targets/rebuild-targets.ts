import { dependenciesInstalled, IMAGE_CELLS } from "../cells";
import { difference, ratio } from "../figures";
import type { Results } from "../results";
import type { Target } from "../target";
import { atMost, atMostTimes, holds, type Verdict } from "../verdict";
import { byHand, least, OURS, ofImage } from "./images";

const noDependencyAgain = (results: Results, id: string, edit: string): Verdict =>
  atMost(`${id}, ${dependenciesInstalled(edit)}`, ofImage(results, id, dependenciesInstalled(edit)), 0, "count");

export const sourceEditTarget: Target = {
  title:
    "Source edit: no dependency installed again; bytes to push at most own files + 100 kB; at most 0.5 × the fastest that installs the project, and 1.0 s above those that only copy files",
  suite: "images",
  verdicts: (results) => {
    const cell = IMAGE_CELLS.sourceEdit;
    const installing = least(
      results,
      byHand(results, ({ installsProject }) => installsProject),
      cell,
    );
    const copying = least(
      results,
      byHand(results, ({ installsProject }) => !installsProject),
      cell,
    );
    return OURS.flatMap((id) => {
      const time = ofImage(results, id, cell);
      return [
        noDependencyAgain(results, id, cell),
        // Own files come on top of what is allowed; they are few here, and not counted in the module's favour.
        atMost(`${id}, bytes to push`, ofImage(results, id, IMAGE_CELLS.push), 100_000, "bytes"),
        atMostTimes(
          `${id}, ${cell}`,
          0.5,
          installing?.id ?? "the fastest that installs",
          ratio(time, installing?.value),
        ),
        atMost(
          `${id}, ${cell} above ${copying?.id ?? "the fastest that copies"}`,
          difference(time, copying?.value),
          1,
          "s",
        ),
      ];
    });
  },
};

/** The edits that are timed of all images. */
const TIMED_EDITS = [IMAGE_CELLS.versionBump, IMAGE_CELLS.linterSetting];
const EDITS = [...TIMED_EDITS, IMAGE_CELLS.readmeEdit, IMAGE_CELLS.scriptEdit];

const EDIT_LIMITS = [
  ["uv", 0.25, "c"],
  ["pip", 0.25, "c"],
  ["poetry", 0.35, "d"],
  ["poetry", 0.17, "a"],
] as const;

export const dependencyEditTarget: Target = {
  title:
    "Version bump, linter setting, readme or script edit: no dependency installed again, the lock still verified; uv and pip at most 0.25 × c, poetry at most 0.35 × d and 0.17 × a",
  suite: "images",
  verdicts: (results) => [
    ...OURS.map((id) =>
      holds(`${id}, verifies the lock`, "yes", results.subjects.find((each) => each.id === id)?.verifiesLock),
    ),
    ...EDITS.flatMap((edit) => OURS.map((id) => noDependencyAgain(results, id, edit))),
    ...TIMED_EDITS.flatMap((edit) =>
      EDIT_LIMITS.map(([id, factor, other]) =>
        atMostTimes(`${id}, ${edit}`, factor, other, ratio(ofImage(results, id, edit), ofImage(results, other, edit))),
      ),
    ),
  ],
};
