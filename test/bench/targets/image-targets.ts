import { IMAGE_CELLS } from "../cells";
import { difference, ratio } from "../figures";
import type { Target } from "../target";
import { atMost, atMostTimes } from "../verdict";
import { byHand, OURS, ofImage } from "./images";

const MEGABYTE = 1_000_000;

export const imageSizeTarget: Target = {
  title:
    "App image at most 1 MB above base, production environment and own files; no larger than any image by hand that holds the same bytecode",
  suite: "images",
  verdicts: (results) =>
    OURS.flatMap((id) => [
      atMost(`${id}, above the floor`, ofImage(results, id, IMAGE_CELLS.aboveFloor), MEGABYTE, "bytes"),
      ...byHand(results, ({ compilesBytecode }) => compilesBytecode).map((other) => {
        const [own, theirs] = [id, other.id].map((each) => ofImage(results, each, IMAGE_CELLS.imageSize));
        return atMost(`${id}, image size above ${other.id}`, difference(own, theirs), 0, "bytes");
      }),
    ]),
};

/** By whose time that of a cold build is measured, and how much of it there may be. */
const COLD_BUILD_LIMITS = [
  ["uv", 1.05, "c"],
  ["poetry", 1.0, "a"],
  ["pip", 1.1, "b"],
] as const;

export const coldBuildTarget: Target = {
  title: "Cold build: uv at most 1.05 × c, poetry by pipx at most 1.0 × a, pip at most 1.1 × b",
  suite: "images",
  verdicts: (results) =>
    [IMAGE_CELLS.coldEmpty, IMAGE_CELLS.coldWarm].flatMap((cell) =>
      COLD_BUILD_LIMITS.map(([id, factor, other]) =>
        atMostTimes(`${id}, ${cell}`, factor, other, ratio(ofImage(results, id, cell), ofImage(results, other, cell))),
      ),
    ),
};

export const contextTarget: Target = {
  title:
    "Context, on a repository with .git, a .venv of 200 MB, node_modules and test data: at most 1/10 of c with the .dockerignore of its documentation",
  suite: "images",
  verdicts: (results) =>
    OURS.map((id) => {
      const [own, other] = [id, "c"].map((each) => ofImage(results, each, IMAGE_CELLS.context));
      return atMostTimes(`${id}, context`, 0.1, "c", ratio(own, other));
    }),
};
