import { join } from "node:path";
import { filesOf, folderWith, projectFolder } from "../project-folder";
import { bareSynth, edit, HAND_WRITTEN, OUR_FILES, OWN_LINE, workedIn } from "./adopted-project";
import { FaultySynth, leftOvers, type Outcome } from "./faults";
import { type DiskCall, withDisk } from "./faulty-disk";

const CODES = ["ENOSPC", "EIO", "EACCES", "EPERM", "EROFS", "EMFILE"];

const isOursOrChange = ({ isOurs, isChange }: DiskCall) => isOurs || isChange;
const isChange = (call: DiskCall) => call.isChange;
const isWriting = ({ name }: DiskCall) => name === "writeFileSync";

let faulty: FaultySynth;
let failed: Outcome[];
let killed: Outcome[];

beforeAll(() => {
  faulty = new FaultySynth(workedIn(bareSynth("3.12")), bareSynth("3.13"));
  failed = [
    ...faulty.outcomes("fails", CODES, isOursOrChange),
    ...faulty.outcomes("writes half and fails", CODES, isWriting),
  ];
  killed = [
    ...faulty.outcomes("is killed", CODES, isChange),
    ...faulty.outcomes("is killed with half written", CODES, isWriting),
  ];
});

const titles = (outcomes: Outcome[], isWrong: (outcome: Outcome) => boolean) =>
  outcomes.filter(isWrong).map(({ title }) => title);

test("many calls go wrong", () => {
  expect([failed.length > 100, killed.length > 50]).toEqual([true, true]);
});

test("each of our files is as it was or as it is to be", () => {
  expect(titles([...failed, ...killed], (each) => faulty.halfFiles(each).length > 0)).toEqual([]);
});

test("what people wrote is still somewhere", () => {
  expect(titles([...failed, ...killed], (each) => faulty.lost(each).length > 0)).toEqual([]);
});

test("no temporary file is left where a call fails", () => {
  expect(titles(failed, (each) => leftOvers(each).length > 0)).toEqual([]);
});

test("the next synth makes everything as if nothing had gone wrong", () => {
  // Where projen can't remove a file that is no longer generated, it says so once and forgets it.
  const isForgotten = ({ call }: Outcome) => call.name === "rmSync" && !call.isOurs;
  const isUnrepaired = (each: Outcome) => faulty.unrepaired(each).length > 0;
  expect(titles([...failed, ...killed], (each) => !isForgotten(each) && isUnrepaired(each))).toEqual([]);
});

test("a call of ours that fails is told in a sentence", () => {
  const isCrash = ({ call, error }: Outcome) => call.isOurs && error !== undefined && error.name !== "Mistake";
  expect(titles(failed, isCrash)).toEqual([]);
});

test("the sentence names the file, and nothing of how it is written", () => {
  const names = [...OUR_FILES, "Containerfile", ".projen/files.json"];
  const isUnclear = ({ call, error }: Outcome) =>
    call.isOurs &&
    error !== undefined &&
    !(names.some((name) => error.message.includes(name)) && !/\.projen-/.test(error.message));
  expect(titles(failed, isUnclear)).toEqual([]);
});

test("at the first synth nothing that people wrote is lost either, be it in the place of a file of projen's own", () => {
  const first = new FaultySynth(
    folderWith({ Dockerfile: HAND_WRITTEN, ".gitattributes": OWN_LINE }),
    bareSynth("3.13"),
  );
  const isOurChange = (call: DiskCall) => call.isOurs && call.isChange;
  const outcomes = [...first.outcomes("fails", CODES, isOurChange), ...first.outcomes("is killed", CODES, isChange)];
  const isWrong = (each: Outcome) =>
    [first.halfFiles(each), first.lost(each), first.unrepaired(each)].flat().length > 0;
  expect(outcomes.length).toBeGreaterThan(50);
  expect(titles(outcomes, isWrong)).toEqual([]);
});

/** The calls at which somebody may save a file while it is being written. */
const moments = ["openSync", "closeSync", "chmodSync"];

test.each(moments)("what people save while a file is written is not lost: at %s", (moment) => {
  const folder = projectFolder();
  bareSynth("3.12")(folder);
  const save = ({ name, args, isOurs, go }: DiskCall) => {
    const isMoment =
      isOurs && name === moment && (typeof args[0] === "number" || String(args[0]).includes("Dockerfile"));
    if (isMoment) edit(join(folder, "Dockerfile"), () => HAND_WRITTEN);
    return go();
  };
  withDisk(folder, save, () => bareSynth("3.13")(folder));
  expect(Object.values(filesOf(folder))).toContain(HAND_WRITTEN);
});
