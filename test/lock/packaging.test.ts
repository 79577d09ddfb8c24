import { fittingWheel } from "../../src/lock/fitting-wheel";
import { parseWheelFileName } from "../../src/lock/wheel-file-name";
import { WheelTarget } from "../../src/lock/wheel-target";
import { markerHolds } from "../../src/pyproject/requirements/marker";
import { Libc } from "../../src/values/libc";
import { Mistake } from "../../src/values/mistake";
import { Platform } from "../../src/values/platform";
import { PythonVersion } from "../../src/values/python-version";
import { askPackaging } from "./vectors/ask-packaging";
import type { MarkerAnswer, MarkerQuestion, TargetQuestion, WheelQuestion } from "./vectors/questions";
import { randomQuestions } from "./vectors/questions";
import { digestOf, type MarkerVector, vectors, type WheelVector } from "./vectors/vectors";

function holds({ marker, python, ...environment }: MarkerQuestion): MarkerAnswer {
  try {
    return markerHolds(marker, { ...environment, python: PythonVersion.of(python) });
  } catch (error) {
    if (error instanceof Mistake) return "invalid";
    throw error;
  }
}

function targetOf({ python, machine, libc }: TargetQuestion): WheelTarget {
  const platform = Platform.of(machine === "x86_64" ? "linux/amd64" : "linux/arm64");
  return WheelTarget.of(PythonVersion.of(python), platform, Libc.of(libc));
}

const bestOf = ({ names, target }: WheelQuestion) =>
  fittingWheel(
    names.map((name) => ({ name })),
    targetOf(target),
  )?.name ?? null;
const validOf = ({ names }: WheelQuestion) => names.map((name) => parseWheelFileName(name) !== undefined);

/** The answers that differ; where Python refuses to compare, whatever holds is right, and it has to be said. */
const differentMarkers = (asked: readonly MarkerVector[]) =>
  asked
    .map((each) => ({ ...each, ours: holds(each) }))
    .filter(({ answer, ours }) => (answer === "undefined" ? typeof ours !== "boolean" : ours !== answer));
const differentChoices = (asked: readonly WheelVector[]) =>
  asked.map((each) => ({ ...each, ours: bestOf(each) })).filter(({ best, ours }) => ours !== best);
const differentNames = (asked: readonly WheelVector[]) =>
  asked.map((each) => ({ ...each, ours: validOf(each) })).filter(({ valid, ours }) => `${ours}` !== `${valid}`);

describe("as Python's packaging answered once", () => {
  test("markers hold", () => expect(differentMarkers(vectors.markers())).toEqual([]));
  test("tags are listed in order", () => {
    const ours = vectors.targets().map(({ python, machine, libc }) => {
      const tags = targetOf({ python, machine, libc }).tags();
      return { python, machine, libc, count: tags.length, digest: digestOf(tags) };
    });
    expect(ours).toEqual(vectors.targets());
  });
  test("names are names of wheels", () => expect(differentNames(vectors.wheels())).toEqual([]));
  test("wheels are chosen", () => expect(differentChoices(vectors.wheels())).toEqual([]));
});

const seed = Number(process.env.PACKAGING_SEED ?? 20261126);
const questions = randomQuestions(seed, { markers: 2500, targets: 12, wheels: 700 });
const answers = askPackaging(questions);

(answers === undefined ? describe.skip : describe)(`as Python's packaging answers now, seed ${seed}`, () => {
  const wheels = () =>
    questions.wheels.map((each, at): WheelVector => ({ ...each, ...(answers?.wheels[at] as WheelVector) }));
  test("markers hold", () => {
    const markers = questions.markers.map((each, at) => ({ ...each, answer: answers?.markers[at] ?? "invalid" }));
    expect(differentMarkers(markers)).toEqual([]);
  });
  test("tags are listed in order", () => {
    expect(questions.targets.map((each) => targetOf(each).tags())).toEqual(answers?.targets);
  });
  test("names are names of wheels", () => expect(differentNames(wheels())).toEqual([]));
  test("wheels are chosen", () => expect(differentChoices(wheels())).toEqual([]));
});
