import { runBounded } from "./run-bounded";

const node = (program: string, timeoutSeconds = 30) =>
  runBounded(process.execPath, ["--eval", program], { timeoutSeconds });

test("what a program prints is returned", async () => expect(await node('console.log("a line")')).toBe("a line\n"));

test("one that fails is told with its last words", () =>
  expect(node('console.error("no room"); process.exitCode = 3')).rejects.toThrow(/ended with 3: no room$/));

test("one that runs too long is ended", () =>
  expect(node("setTimeout(() => {}, 60_000)", 0.2)).rejects.toThrow(/was ended after 0.2 s/));
