import { factsCommand } from "../../src/cli/facts-command";
import { ran } from "./ran";

test("the version is that of the package", () => {
  const { version } = require("../../package.json") as { version: string };
  expect(ran(["--version"])).toEqual({ out: `${version}\n`, err: "", exitCode: 0 });
});

test.each([[["--help"]], [["help"]], [["-h"]]])("%j prints the help with every command", (args) => {
  expect(ran(args)).toEqual({ out: expect.stringMatching(/^ {2}facts \[folder\] {2}/m), err: "", exitCode: 0 });
});
test.each([[["help", "facts"]], [["facts", "--help"]], [["facts", "somewhere", "-h"]]])(
  "%j prints the help of the command",
  (args) => {
    expect(ran(args)).toEqual({ out: expect.stringMatching(/^ {2}--suite <name> {2}/m), err: "", exitCode: 0 });
  },
);
test("no line of the help is longer than 100 characters", () => {
  const lines = [
    ...ran(["--help"]).out.split("\n"),
    ...["facts", "compare"].flatMap((name) => ran([name, "--help"]).out.split("\n")),
  ];
  expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(100);
});

const general = "allowed are check, compare, facts, pin, help, --help, --version\n";
const ofFacts =
  "allowed are --json, --suite <name>, --package-manager <name>, --python <version>, --extras <names>, --groups <names>, --platform <name>, --musl, --help\n";
test.each([
  [[], `python-container: no command is given; ${general}`],
  [["fact"], `python-container: there is no command "fact"; ${general}`],
  [["constructor"], `python-container: there is no command "constructor"; ${general}`],
  [["help", "fact"], `python-container: there is no command "fact"; ${general}`],
  [["--json"], `python-container: there is no option "--json"; ${general}`],
  [["facts", "--yaml"], `python-container facts: there is no option --yaml; ${ofFacts}`],
  [["facts", "--no-json"], `python-container facts: there is no option --no-json; ${ofFacts}`],
  [["facts", "-j"], `python-container facts: there is no option -j; ${ofFacts}`],
  [["facts", "--toString"], `python-container facts: there is no option --toString; ${ofFacts}`],
  [["facts", "--json=yes"], "python-container facts: --json takes no value; write --json\n"],
  [["facts", "--suite"], "python-container facts: --suite has no value; write --suite <name>\n"],
  [["facts", "--suite", "--json"], "python-container facts: --suite has no value; write --suite <name>\n"],
  [
    ["facts", "--suite=-x"],
    'python-container facts: --suite is "-x"; allowed are bullseye, bookworm, trixie, forky, sid\n',
  ],
  [["facts", "a", "b"], 'python-container facts: "b" is too much; it takes at most one folder\n'],
  [
    ["facts", "--suite", "bookwrom"],
    'python-container facts: --suite is "bookwrom"; allowed are bullseye, bookworm, trixie, forky, sid\n',
  ],
  [
    ["facts", "--suite", "Bookworm"],
    'python-container facts: --suite is "Bookworm"; allowed are bullseye, bookworm, trixie, forky, sid\n',
  ],
  [
    ["facts", "--package-manager", "npm"],
    'python-container facts: --package-manager is "npm"; allowed are uv, poetry, pdm, hatch, pip, pipenv\n',
  ],
])("%j is a mistake in the command line", (args, err) => {
  expect(ran(args)).toEqual({ out: "", err, exitCode: 2 });
});
test("a Python version that is none is a mistake in the command line", () => {
  const { err, exitCode } = ran(["facts", "--python", "3"]);
  expect([exitCode, err]).toEqual([2, expect.stringContaining('facts --python: Python version: "3" is not a version')]);
});

test("a mistake in the project is one sentence without frames", () => {
  const { out, err, exitCode } = ran(["facts", "no-such-folder"]);
  expect([out, exitCode]).toEqual(["", 1]);
  expect(err).toMatch(/^no-such-folder: there is no such folder .*\n$/);
});

test("a mistake shows no password", () => {
  expect(ran(["facts", "https://me:secret@example.com"]).err).toMatch(
    /^https:\/\/\*\*\*:\*\*\*@example\.com: there is no/,
  );
});

test("an error of the program shows its stack", () => {
  const run = jest.spyOn(factsCommand, "run").mockImplementation(() => {
    throw new TypeError("https://me:secret@example.com is undefined");
  });
  const { out, err, exitCode } = ran(["facts"]);
  run.mockRestore();
  expect([out, exitCode]).toEqual(["", 70]);
  expect(err).toMatch(/^python-container: an error of this program.*\nTypeError: https:\/\/\*\*\*:\*\*\*@.*\n\s+at /);
});
