import { figureOf, rowsOf } from "../figures";
import type { Results } from "../results";
import type { Subject } from "../subject";
import { isOurs } from "../targets/images";
import { amount } from "./amount";
import { bar, label, svg } from "./svg";

const [WIDTH, LEFT, RIGHT, BAR, GAP] = [760, 60, 80, 14, 30];

/** The seconds of each build: a group of bars for a cell, each group on a scale of its own. */
export function imagesPlot(results: Results): string {
  const rows = rowsOf(results, "images").filter(({ unit }) => unit === "s");
  const parts = legend();
  let y = 46;
  for (const cell of new Set(rows.map((each) => each.cell))) {
    const seconds = results.subjects.flatMap((subject) => {
      const found = rows.find((each) => each.cell === cell && each.subject === subject.id);
      return found === undefined ? [] : [{ subject, value: figureOf(found) }];
    });
    const most = Math.max(...seconds.map(({ value }) => value));
    parts.push(label({ x: 0, y, text: cell, is: "strong" }));
    y += 12;
    for (const { subject, value } of seconds) {
      const width = (value / most) * (WIDTH - LEFT - RIGHT);
      const middle = y + BAR / 2;
      parts.push(
        label({ x: LEFT - 6, y: middle, text: subject.id, is: "end" }),
        bar(LEFT, y + 1, width, BAR - 2, kindOf(subject)),
        label({ x: LEFT + width + 6, y: middle, text: amount(value, "s") }),
      );
      y += BAR;
    }
    y += GAP - 12;
  }
  return svg("Seconds of each build, this module's against those by hand", WIDTH, y, parts);
}

/** The class of a bar: this module's, one that does the same, one that does less. */
function kindOf(subject: Subject): string {
  if (isOurs(subject)) return "ours";
  return subject.installsProject ? "like" : "less";
}

function legend(): string[] {
  const kinds = [
    ["ours", "this module"],
    ["like", "by hand, installs the project"],
    ["less", "by hand, copies it"],
  ];
  const keys = kinds.flatMap(([kind, text], at) => [
    bar(at * 210, 2, 12, 12, kind),
    label({ x: at * 210 + 18, y: 8, text }),
  ]);
  return [...keys, label({ x: 0, y: 26, text: "medians, each group on a scale of its own", is: "quiet" })];
}
