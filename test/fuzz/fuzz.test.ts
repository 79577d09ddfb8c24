import { fileTable } from "../../src/compose/render/render-compose";
import { PROPERTIES } from "../../src/dev-container/property-rows";
import { Mistake } from "../../src/values/mistake";
import { tablePaths } from "../compose/specification/table-paths";
import { reference } from "../dockerfile/reference";
import { fuzzed, shares } from "./fuzz";
import { Judge } from "./judge";
import { readWorkflow } from "./read/workflow";
import { counterexampleLine, lastLine } from "./report";
import { type Target, TOKEN } from "./target";
import { allTargets } from "./targets";
import { withoutText } from "./without-text";

const targets = allTargets();
const names = targets.map(({ name }) => name).join("\n");

/** What is generated, by the first word of a target's name. */
const kindOf = ({ name }: Target) => name.split(" ")[0];

// One text for each target, since a compose file with every option and a whole project take long; another one for each.
test.each([...new Set(targets.map(kindOf))])(
  "%s: a text is given back, or refused in one clear line",
  (kind) => {
    const tallies = targets.flatMap((target, at) => (kindOf(target) === kind ? [fuzzed(target, 1, at)] : []));
    expect(tallies.flatMap(({ counterexample }) => counterexample ?? []).map(counterexampleLine)).toEqual([]);
  },
  120_000,
);

describe("nothing is left out", () => {
  const isNamed = (name: string) => new RegExp(`\\b${name}\\b`).test(names);

  test.each([...new Set(reference.map(({ instruction }) => instruction))])("the instruction %s", (instruction) => {
    expect(names).toContain(`Dockerfile ${instruction} `);
  });

  test("the options of compose, but for those without a text", () => {
    const options = [...new Set(tablePaths(fileTable).map(({ option }) => option.split(".").at(-1) ?? ""))];
    expect(options.filter((option) => !isNamed(option) && !withoutText.includes(option))).toEqual([]);
  });

  test("the properties of a dev container, but for those without a text", () => {
    expect(PROPERTIES.filter((property) => !isNamed(property) && !withoutText.includes(property))).toEqual([]);
  });
});

describe("what goes wrong is counted", () => {
  const lines = (file: string) => file.split("\n");
  const broken: Target = { name: "broken", write: (text) => `first\nvalue=${text}\nlast`, read: lines };

  test("a renderer that lets a line in", () => {
    expect(lastLine([fuzzed(broken, 100, 1)])).toMatch(/^100 inputs, [1-9]\d* injections, 0 unparsable$/);
  });

  test("a file that can't be read", () => {
    const target = { ...broken, write: (text: string) => `"${text}"`, read: JSON.parse };
    expect(lastLine([fuzzed(target, 100, 1)])).toMatch(/^100 inputs, \d+ injections, [1-9]\d* unparsable$/);
  });

  test.each([
    ["an error that is no mistake", new Error("a: b")],
    ["a long message", new Mistake({ where: "a", what: "b".repeat(4000) })],
    [
      "a message that hides something",
      Object.assign(new Mistake({ where: "a", what: "b" }), { message: "a: b\u202e" }),
    ],
    ["a message without a place", new Mistake({ where: "", what: "b" })],
  ])("%s", (_, error) => {
    const write = (text: string) => {
      if (text === "hostile9") return text;
      throw error;
    };
    expect(fuzzed({ ...broken, write }, 1, 1).counts.unparsable).toBe(1);
  });

  test("a file that can't be read with a harmless text", () => {
    const read = (file: string) => {
      throw new Error(`can't read ${file}`);
    };
    expect(fuzzed({ ...broken, read }, 1, 1).counts.unparsable).toBe(1);
  });

  test("an expression that a workflow has not with a harmless text", () => {
    const [ref, token] = ["ref", "token"].map((name) => `\${{ github.${name} }}`);
    const judge = new Judge({ name: "a", write: (text) => JSON.stringify({ a: ref, b: text }), read: readWorkflow });
    expect([ref, token, "a"].map((text) => judge.judge(text).outcome)).toEqual(["injected", "injected", "kept"]);
  });

  test("where to read more stands below the line", () => {
    const write = (): string => {
      throw new Mistake({ where: "a", what: "b", below: "c\nd" });
    };
    expect(fuzzed({ ...broken, write }, 1, 1).counts.refused).toBe(1);
  });

  test("the same seed gives the same texts", () => {
    expect(fuzzed(broken, 50, 7)).toEqual(fuzzed(broken, 50, 7));
  });

  test("what was compared with nothing is no input", () => {
    const write = (text: string) => {
      if (text === TOKEN) throw new Mistake({ where: "a", what: "b" });
      return text;
    };
    expect(lastLine([fuzzed({ ...broken, write }, 5, 1)])).toBe("0 inputs, 0 injections, 0 unparsable");
  });

  test("the shares are all of the inputs", () => {
    const counts = shares([broken, { ...broken, share: 0.1 }, broken], 100);
    expect(counts).toEqual([48, 5, 47]);
  });
});
