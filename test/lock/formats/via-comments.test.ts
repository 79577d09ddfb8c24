import { viaComments } from "../../../src/lock/formats/via-comments";

function vias(text: string): Record<number, readonly [boolean, ...string[]]> {
  return Object.fromEntries([...viaComments(text)].map(([line, { isAsked, names }]) => [line, [isAsked, ...names]]));
}

test.each([
  ["a==1\n    # via flask", ["flask"]],
  ["a==1  # via flask", ["flask"]],
  ["a==1  # via flask, Jinja_2", ["flask", "jinja-2"]],
  ["a==1\n    # via\n    #   flask\n    #   jinja2", ["flask", "jinja2"]],
  ["a==1 \\\n    --hash=sha256:00 \\\n    --hash=sha256:11\n    # via flask", ["flask"]],
  ["a==1 \\\n    --hash=sha256:00  \\\n    # via flask", ["flask"]],
  ["a==1\r\n    # via\r\n    #   flask", ["flask"]],
  ["a==1  # via celery[redis,sqs], flask", ["celery", "flask"]],
])("%j is needed by %j", (text, names) => expect(vias(text)).toEqual({ 1: [false, ...names] }));

test.each([
  "a==1\n    # via -r requirements.in",
  "a==1  # via -r requirements.in, -r dev.in",
  "a==1\n    # via -c constraints.txt",
  "a==1\n    # via",
  "a==1\n    # we go by way of this",
  "a==1",
])("the project itself asks for %j", (text) => expect(vias(text)).toEqual({ 1: [true] }));

test.each([
  "-r requirements.in",
  "--requirement requirements.in",
  "--requirement=requirements.in",
  "orders (pyproject.toml)",
  "orders (pyproject.toml:dev)",
])("%s asks for what a package needs too", (by) =>
  expect(vias(`a==1\n    # via\n    #   -c limits.txt\n    #   ${by}\n    #   flask`)).toEqual({ 1: [true, "flask"] }),
);

test("each line has its own", () =>
  expect(vias("# via nothing\n\na==1\n    # via b\nb==1 \\\n    --hash=sha256:00\n    # via -r x.in\nc==1")).toEqual({
    3: [false, "b"],
    5: [true],
    8: [true],
  }));

test("another comment ends the list", () =>
  expect(vias("a==1\n    # via\n    #   b\n    # from https://example.com/simple\n    #   c")).toEqual({
    1: [false, "b"],
  }));
