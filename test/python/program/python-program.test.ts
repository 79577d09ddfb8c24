import { pythonProgram } from "../../../src/python/program/python-program";

test.each<[string, [string[], string, string, string[]]]>([
  ["python main.py -u", [[], "file", "main.py", ["-u"]]],
  ["python3.12 -u main.py", [["-u"], "file", "main.py", []]],
  [
    "python -X dev -OO -Wd -W error -m orders x",
    [["-X", "dev", "-OO", "-Wd", "-W", "error"], "module", "orders", ["x"]],
  ],
  ["python -uX dev main.py", [["-uX", "dev"], "file", "main.py", []]],
  ["/opt/venv/bin/python main.py", [[], "file", "main.py", []]],
  ["/opt/venv/bin/orders x", [[], "script", "orders", ["x"]]],
  ["gunicorn -w 2", [[], "script", "gunicorn", ["-w", "2"]]],
  ["./manage.py runserver", [[], "file", "./manage.py", ["runserver"]]],
])("%s is Python", (command, [interpreterOptions, kind, name, args]) => {
  expect(pythonProgram(command.split(" "))).toEqual({ interpreterOptions, kind, name, args });
});

test.each([
  ..."python|python -u|python -c x|python -m|python -X|python - x|python -V|python --help|python -um orders".split("|"),
  ..."sh -c orders|env A=1 orders|uv run orders|/usr/bin/orders|bin/orders".split("|"),
])("of %s it is not known", (command) => expect(pythonProgram(command.split(" "))).toBeUndefined());

test("no word is no program", () => expect(pythonProgram([])).toBeUndefined());
