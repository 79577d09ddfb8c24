import { knownCommand } from "../../src/compare/dockerfile/known-command";
import { expandText, textParts } from "../../src/dockerfile/parsed/expand-text";
import { shellCommands, simpleWords } from "../../src/dockerfile/parsed/shell-commands";

test.each([
  ["a && b; c", ["a", "b", "c"]],
  ["a | b || c && d", ["a | b || c", "d"]],
  ["if a; then b && c; fi && d", ["if a; then b && c; fi", "d"]],
  ["for x in a b; do c; done; d", ["for x in a b; do c; done", "d"]],
  ["echo 'a && b' && c", ["echo 'a && b'", "c"]],
  ['echo "a; $(b; c)" && d', ['echo "a; $(b; c)"', "d"]],
  ["{ a && b; } && c", ["{ a && b; }", "c"]],
  ["a # b && c\nd", ["a", "d"]],
  ["# a\nb", ["b"]],
  ["a#b", ["a#b"]],
  ["notif a; b", ["notif a", "b"]],
  ["a 'never closed && b", ["a 'never closed && b"]],
])("the commands of %j are %j", (text, commands) => {
  expect(shellCommands(text).map((each) => each.text)).toEqual(commands);
});

test.each([
  ['a \'b c\' "d\\"e" f\\ g', ["a", "b c", 'd"e', "f g"]],
  [`a $B --c=\${D:-e}`, ["a", "$B", `--c=\${D:-e}`]],
  ["a | b", undefined],
  ["a $(b)", undefined],
  ["a 'b", undefined],
  ["", undefined],
])("the words of %j are %j", (text, words) => expect(simpleWords(text)).toEqual(words));

test.each([
  ["$A/b", "1/b"],
  [`\${B:-c}`, "c"],
  [`\${A:+d}`, "d"],
  [`\${B}`, `\${B}`],
  ["$B", `\${B}`],
  ["\\$A", "\\$A"],
])("%j is %j where A is 1", (text, expanded) => {
  expect(expandText(text, new Map([["A", "1"]]))).toBe(expanded);
});

test("a text with more than plain references is no word", () => expect(textParts(`\${A:+b}`)).toBeUndefined());

const known = (text: string) => knownCommand(text.split(" "));

test.each([
  ["apt-get install -y --no-install-recommends gcc libpq5=15", ["gcc", "libpq5"]],
  ["sudo apt install -t bookworm-backports git", ["git"]],
  ["apk add --no-cache --virtual .build gcc", ["gcc"]],
])("%j installs the packages %j", (text, names) =>
  expect(known(text)).toMatchObject({ kind: "system packages", names }),
);

test.each([
  [
    "uv sync --frozen --no-dev --extra a --group b",
    { manager: "uv", extras: ["a"], groups: ["b"], withDevelopment: false },
  ],
  ["uv export --only-group c", { groups: ["c"], withDevelopment: false }],
  ["uv sync", { withDevelopment: true }],
  ["poetry install --with a,b -E c --only main", { groups: ["a", "b"], extras: ["c"], withDevelopment: false }],
  ["poetry install --without dev", { withDevelopment: false }],
  ["pdm sync --prod -G a", { manager: "pdm", groups: ["a"], withDevelopment: false }],
  ["pipenv install --dev", { manager: "pipenv", withDevelopment: true }],
  [
    "python3 -m pip install -r requirements-dev.txt",
    { manager: "pip", files: ["requirements-dev.txt"], withDevelopment: true },
  ],
  ["/opt/venv/bin/pip install .[a,b]", { extras: ["a", "b"] }],
  ["pip install -r a.txt gunicorn==20", { files: ["a.txt"], distributions: ["gunicorn"] }],
  ["uv pip install --system -r a.txt", { manager: "pip", files: ["a.txt"] }],
])("%j installs what it names", (text, selection) => {
  expect(known(text)).toMatchObject({ kind: "dependencies", selection });
});

test.each([
  ["pip install poetry==1.8.3", { kind: "manager", manager: "poetry", version: "1.8.3" }],
  ["pipx install pdm", { kind: "manager", manager: "pdm" }],
  ["pip install gunicorn==20 boto3", { kind: "distributions", names: ["gunicorn", "boto3"] }],
  ["useradd -r -u 1001 app", { kind: "user", name: "app", uid: "1001" }],
  ["adduser --disabled-password --gecos x app", { kind: "user", name: "app" }],
])("%j is known", (text, command) => expect(known(text)).toMatchObject(command));

test.each(["pip install --upgrade pip setuptools", "rm -rf /var/lib/apt/lists/*", "set -eux", "poetry config a b"])(
  "%j is housekeeping",
  (text) => expect(known(text)).toEqual({ kind: "housekeeping" }),
);

test.each(["rm -rf /data", "uv run a", "npm ci", "chown a /b"])("%j is not known", (text) => {
  expect(known(text)).toBeUndefined();
});
