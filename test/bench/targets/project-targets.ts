import { BARE_COMMAND, ONE_PROJECT, synthTime, TWENTY_PROJECTS } from "../cells";
import { difference, figure, ratio, rowsOf, subjectsOf } from "../figures";
import type { Target } from "../target";
import { atMost, atMostTimes, belowTimes } from "../verdict";

export const synthTarget: Target = {
  title:
    "Synth in process: at most 15 ms on top of bare projen at N = 1, warm; at N = 500 at most 1.15 × bare projen with as many plain text files; nothing quadratic beyond that",
  suite: "synth",
  verdicts: (results) => {
    const time = (subject: string, projects: number) => figure(results, "synth", subject, synthTime(projects));
    const againstText = (projects: number) => ratio(time("container", projects), time("text files", projects));
    return [
      atMost("N = 1, on top of bare projen", difference(time("container", 1), time("bare", 1)), 15, "ms"),
      atMostTimes("N = 500", 1.15, "text files", againstText(500)),
      // What grows faster than the text files do would show here.
      atMostTimes("N = 1000", 1.15, "text files", againstText(1000)),
    ];
  },
};

export const commandTarget: Target = {
  title:
    "`npx projen --no-post`, type-checked: at most 0.75 × the same bare Python project with ts-node, type-checked, pinned and installed",
  suite: "command",
  verdicts: (results) => {
    const own = rowsOf(results, "command").filter(({ subject, unit }) => subject !== BARE_COMMAND && unit !== "bytes");
    return own.map(({ subject, cell }) => {
      const [value, bare] = [subject, BARE_COMMAND].map((each) => figure(results, "command", each, cell));
      return atMostTimes(`${subject}, ${cell}`, 0.75, BARE_COMMAND, ratio(value, bare));
    });
  },
};

export const monorepoTarget: Target = {
  title: "A monorepo: 20 projects that share base and dependencies cost less than 3 × one",
  suite: "monorepo",
  verdicts: (results) =>
    subjectsOf(results, "monorepo").map((subject) => {
      const [one, twenty] = [ONE_PROJECT, TWENTY_PROJECTS].map((cell) => figure(results, "monorepo", subject, cell));
      return belowTimes(subject, 3, "one project", ratio(twenty, one));
    }),
};
