import type { PythonValue } from "../../src/pyproject/backends/python-source/value";
import { readSetupPy, saysKeyword } from "../../src/pyproject/backends/setup-py";
import { mapFolder } from "./facts-of";

const read = (source: string, files: Record<string, string> = {}) =>
  readSetupPy(mapFolder({ ...files, "setup.py": source }));

/** A value as JSON: what is made of files as `files: …`, what is not known as `?`. */
function plain(value: PythonValue | undefined): unknown {
  if (value === undefined) return undefined;
  if (value.kind === "text") return value.text;
  if (value.kind === "plain") return value.plain;
  if (value.kind === "list") return value.items.map(plain);
  if (value.kind === "files") return `files: ${value.paths.join(" ")}`;
  if (value.kind === "packages") return value.search;
  if (value.kind === "unknown") return "?";
  const entries = Object.fromEntries([...value.entries].map(([key, each]) => [key, plain(each)]));
  return value.rest === undefined ? entries : { ...entries, "...": "?" };
}
const keyword = (source: string, files?: Record<string, string>) => plain(read(source, files)?.keywords.get("x"));
/** What `setup()` gets in the end of these lines. */
const given = (lines: string, files?: Record<string, string>) => keyword(`${lines}\nsetup(x=x)`, files);
const found = { where: [""], include: ["*"], exclude: [], namespaces: false };

describe("expressions", () => {
  test.each([
    ["'a'", "a"],
    ["\"a\" 'b'", "ab"],
    ["(\n  'a'\n  'b'\n)", "ab"],
    ["r'a\\d'", "a\\d"],
    ["u'a\\n\\x41\\u0042'", "a\nAB"],
    ['"""a\n  b"""', "a\n  b"],
    ["b'a'", "?"],
    ["['a', 'b',]", ["a", "b"]],
    ["('a',)", ["a"]],
    ["{'a', 'b'}", ["a", "b"]],
    ["{'a': ['b'], 'c': 1}", { a: ["b"], c: 1 }],
    ["{'a': 'b', **more}", { a: "b", "...": "?" }],
    ["{**{'a': 'b'}, 'c': 'd'}", { a: "b", c: "d" }],
    ["['a', *['b', 'c']]", ["a", "b", "c"]],
    ["['a'] + ['b'] + list(('c',))", ["a", "b", "c"]],
    ["['a', unknown(), 'b']", ["a", "?", "b"]],
    ["['a'] + unknown()", ["a", "?"]],
    ["dict(a='b')", { a: "b" }],
    ["{'a': 'b'}['a']", "b"],
    ["['a', 'b'][-1]", "b"],
    ["'a b'.split()", ["a", "b"]],
    ['"""\na\nb\n""".strip().splitlines()', ["a", "b"]],
    ["', '.join(['a', 'b'])", "a, b"],
    ["'a==%s' % '1'", "a==1"],
    ["'{}=={v}'.format('a', v='1')", "a==1"],
    ["f\"a=={'1'}{{}}\"", "a==1{}"],
    ['f"a=={version}"', "?"],
    ["['a' + each for each in ['b', 'c'] if each != 'c']", ["ab"]],
    ["{each: [each] for each in ('a', 'b')}", { a: ["a"], b: ["b"] }],
    ["sum({'a': ['b'], 'c': ['d']}.values(), [])", ["b", "d"]],
    ["'a' if sys.platform == 'win32' else 'b'", "b"],
    ["'a' if unknown else 'b'", "?"],
    ["os.environ.get('A', 'b')", "b"],
    ["lambda: 1", "?"],
    ["None or 'a'", "a"],
    ["'a' or 'b'", "a"],
    ["unknown or 'a'", "?"],
    ["'a' and 'b'", "b"],
    ["'' and 'b'", ""],
    ["'a' if 'b' in ['b', unknown] else 'c'", "a"],
    ["'a' if 'c' in ['b', unknown] else 'c'", "?"],
    ["'a' if 'b' not in {'b': 1} else 'c'", "c"],
    ["'a' if 'b' in 'abc' else 'c'", "a"],
    ["'a' if 'b' in os.environ else 'c'", "c"],
    ["'a' if 'upload' in sys.argv else 'c'", "c"],
    ["'a' if 1 == 2 else 'b'", "b"],
    ["'a' if unknown == 2 else 'b'", "?"],
    ["'a' if not [] else 'b'", "a"],
    ["'a' if None is None else 'b'", "a"],
    ["{'a': 'b'}.get('a')", "b"],
    ["{'a': 'b'}.get('c', 'd')", "d"],
    ["{'a': 'b'}.get(unknown)", "?"],
    ["list({'a': 'b'}.items())", [["a", "b"]]],
    ["list({'a': 'b'})", ["a"]],
    ["['a', *unknown][0]", "?"],
    ["['a', 'b'][1:]", "?"],
    ["'-a-'.strip()", "-a-"],
    ["'a.b'.replace('.', '-').lower()", "a-b"],
    ["'a'.replace(unknown, 'b')", "?"],
    ["'a,b'.split(',')", ["a", "b"]],
    ["'a' if 'setup.py'.endswith('.py') else 'b'", "a"],
    ["-1", -1],
    ["sum([['a'], unknown], [])", ["a", "?"]],
    ["(y := 'a')", "a"],
    ["1 if sys.version_info.major == 3 else 2", 1],
    ["1 if sys.version_info[:2] < (3, 4) else 2", 2],
    ["1 if sys.version_info < (3, unknown) else 2", "?"],
    ["1 if other.version < (3, 4) else 2", "?"],
    ["1 if sys.version_info >= (3, 6) else 2", 1],
    ["1 if sys.version_info[0] < 3 else 2", 2],
    ["1 if sys.version_info < (3, 12) else 2", "?"],
  ])("%s is %j", (expression, expected) => expect(keyword(`setup(x=${expression})`)).toEqual(expected));
});

describe("packages", () => {
  test.each([
    ["find_packages()", found],
    ["setuptools.find_packages('src')", { ...found, where: ["src"] }],
    ["find_packages(where='./src', include=['a', 'a.*'])", { ...found, where: ["src"], include: ["a", "a.*"] }],
    ["find_packages(exclude=('tests',))", { ...found, exclude: ["tests"] }],
    ["find_namespace_packages()", { ...found, namespaces: true }],
    ["find_packages(exclude=unknown())", "?"],
    ["['a'] + find_packages()", ["a", found]],
  ])("%s", (expression, expected) => expect(keyword(`setup(x=${expression})`)).toEqual(expected));
});

describe("statements", () => {
  test.each([
    ["a name", "x = ['a']", ["a"]],
    ["several names", "x, y = 'a', 'b'", "a"],
    ["a name with a type", "x: list = ['a']", ["a"]],
    ["a name that is added to", "x = ['a']\nx += ['b']\nx.append('c')\nx.extend(['d'])", ["a", "b", "c", "d"]],
    ["a dictionary that is added to", "x = {'a': []}\nx['b'] = ['c']\nx.update(d=1)", { a: [], b: ["c"], d: 1 }],
    ["a list in a dictionary", "x = {'a': []}\nx['a'].append('b')", { a: ["b"] }],
    ["a key that is not known", "x = {}\nx[name()] = 1", { "...": "?" }],
    ["a loop", "x = []\nfor each in ['a', 'b']:\n  x.append(each)", ["a", "b"]],
    ["a loop that is not known", "x = ['a']\nfor each in unknown():\n  x.append(each)", ["a", "?"]],
    ["a condition that holds", "x = []\nif os.name == 'posix':\n  x.append('a')\nelse:\n  x.append('b')", ["a"]],
    ["a condition that is not known", "x = ['a']\nif unknown():\n  x.append('b')", ["a", "?"]],
    ["branches that agree", "if unknown():\n  x = 'a'\nelif other():\n  x = 'a'\nelse:\n  x = 'a'", "a"],
    ["a branch that ends the program", "x = 'a'\nif unknown():\n  x = 'b'\n  sys.exit(1)", "a"],
    ["what is tried", "try:\n  x = 'a'\nexcept ImportError:\n  x = 'b'", "a"],
    ["a function", "def f(a, b='c', *rest, **more):\n  return [a, b] + list(rest)\nx = f('a')", ["a", "c"]],
    ["a function with a condition", "def f():\n  if unknown():\n    return 'a'\n  return 'b'\nx = f()", "?"],
    ["a function that calls itself", "def f(a):\n  return f(a)\nx = f('a')", "?"],
    ["what another program may set", "x = None\nexec(code)", "?"],
    ["a list without an item", "x = ['a', 'b']\nx.remove('a')", ["b"]],
    ["a list that loses an item", "x = ['a', 'b']\nx.pop()", "?"],
    ["a dictionary without a key", "x = {'a': 1, 'b': 2}\nx.pop('a')", { b: 2 }],
    ["a key unless it is there", "x = {'a': 1}\nx.setdefault('a', 2)\nx.setdefault('b', 3)", { a: 1, b: 3 }],
    [
      "a dictionary with more of another",
      "x = {'a': 1}\nx.update({'b': 2})\nx.update(unknown())",
      { a: 1, b: 2, "...": "?" },
    ],
    ["what is behind a return", "def f():\n  return 'a'\n  return 'b'\nx = f()", "a"],
    ["a loop that stops", "x = []\nfor each in unknown():\n  break\n  x.append('a')", []],
    ["a loop over pairs", "x = []\nfor key, value in {'a': 'b'}.items():\n  x.append(key + value)", ["ab"]],
    ["names that don't fit", "x, y = ['a']", "?"],
    ["a function without a result", "def f():\n  pass\nx = f()", null],
    ["a parameter that is left out", "def f(a):\n  return a\nx = f()", "?"],
    [
      "named arguments",
      "def f(a, *, b='c', **more):\n  return [a, b, more]\nx = f(b='d', a='e', g='h')",
      ["e", "d", { g: "h" }],
    ],
    ["a loop while something holds", "x = ['a']\nwhile unknown():\n  x.append('b')", ["a", "?"]],
    ["several statements on a line", "x = ['a']; x.append('b')", ["a", "b"]],
    ["a function with a decorator", "@cache\ndef f():\n  return 'a'\nx = f()", "a"],
    ["what is done in any case", "try:\n  pass\nexcept E:\n  x = 'a'\nelse:\n  x = 'b'\nfinally:\n  y = 1", "b"],
  ])("%s", (_, lines, expected) => expect(given(lines)).toEqual(expected));

  test.each([
    ["in a function", "def main():\n  setup(x='a')\nmain()"],
    ["in a function that is called elsewhere", "def main():\n  setup(x='a')"],
    ["by its module", "import setuptools\nsetuptools.setup(x='a')"],
    ["for the main program", "if __name__ == '__main__':\n  setup(x='a')"],
    ["with a dictionary", "options = dict(x='a')\nsetup(**options)"],
    ["twice", "django.setup()\nsetup(x='a')"],
  ])("setup is called %s", (_, source) => expect(keyword(source)).toBe("a"));
  test("two names for one list are one list in the end", () => {
    expect(keyword("options = {}\noptions['x'] = y = []\ny.append('a')\nsetup(**options)")).toEqual(["a"]);
  });
  test("arguments that are not known are told", () => {
    expect(read("setup(x='a', **options())")?.rest).toBe("options()");
  });
  test.each(["", "import os", "def f(:"])("%j calls no setup", (source) => expect(read(source)).toBeUndefined());
});

describe("what is made of a file", () => {
  const list = { "requirements.txt": "flask", "requirements/base.txt": "flask" };
  const own = "files: requirements.txt";
  const nested = "files: requirements/base.txt";
  test.each([
    ["read and split", "x = open('requirements.txt').read().splitlines()", own],
    ["its lines", "with open('requirements.txt') as f:\n  x = [line.strip() for line in f if line]", [own]],
    [
      "a path of parts",
      "here = os.path.dirname(__file__)\nx = open(os.path.join(here, 'requirements', 'base.txt')).readlines()",
      nested,
    ],
    ["pathlib", "here = Path(__file__).parent\nx = (here / 'requirements' / 'base.txt').read_text().split()", nested],
    ["a function of pip", "x = [str(r.req) for r in parse_requirements('requirements.txt', session=False)]", [own]],
    ["a function from elsewhere", "x = load('requirements', 'base.txt')", nested],
    [
      "a function of its own",
      "def read(name):\n  with open(name) as f:\n    return [l for l in f if not l.startswith('#')]\nx = read('requirements.txt')",
      [own],
    ],
    [
      "a generator",
      "def read(name):\n  for line in open(name):\n    yield line\nx = list(read('requirements.txt'))",
      own,
    ],
    ["a loop over its lines", "x = []\nfor line in open('requirements.txt'):\n  if line:\n    x.append(line)", [own]],
    [
      "a file that is included",
      "def read(name):\n  lines = []\n  for line in open(name):\n    if line.startswith('-r'):\n      lines += read(line.split()[1])\n    else:\n      lines.append(line)\n  return lines\nx = read('requirements.txt')",
      [own, own],
    ],
    ["a file if it is there", "x = open('A').read() if os.path.exists('A') else 'b'", "b"],
    ["either of two files", "x = open('requirements.txt').read() if unknown() else open('a.txt').read()", "?"],
    [
      "a file that may be missing",
      "try:\n  x = open('README.md').read()\nexcept OSError:\n  x = ''",
      "files: README.md",
    ],
    [
      "a file with more under a condition",
      "x = open('requirements.txt').read().splitlines()\nif unknown():\n  x.append('a')",
      [own, "?"],
    ],
    ["an alias of a function", "pjoin = os.path.join\nx = open(pjoin('data', 'a.md')).read()", "files: data/a.md"],
    [
      "files one after the other",
      "with open('a.md') as a, open('b.md') as b:\n  x = a.read() + b.read()",
      "files: a.md b.md",
    ],
    ["two texts in brackets", "with (open('a.md') as f):\n  x = f.read()", "files: a.md"],
    ["a module alias", "pjoin = os.path.join\nx = open(pjoin('requirements', 'base.txt')).read()", nested],
  ])("%s", (_, lines, expected) => expect(given(lines, list)).toEqual(expected));
});

describe("the files that are read", () => {
  const files = { "README.md": "", "data/a.txt": "", LICENSE: "", "orders/version.py": "", "a.cfg": "" };
  test.each([
    ["opened", "open('README.md')", ["README.md"]],
    ["named in a list", "x = ['LICENSE', 'missing', 'orders']", ["LICENSE"]],
    ["put together of parts", "path = os.path.join('data', 'a.txt')", ["data/a.txt"]],
    [
      "in a function that is not called",
      "def run(self):\n  exec(open(Path('orders') / 'version.py').read())",
      ["orders/version.py"],
    ],
    [
      "in a folder that is walked",
      "pjoin = os.path.join\nshare = pjoin('.', 'data')\ndef run(self):\n  for x in os.walk(share): pass",
      ["data"],
    ],
    ["in a folder that is listed", "os.listdir('data')", ["data"]],
    ["that a pattern names", "x = glob.glob('data/*.txt')", ["data"]],
    ["that a pattern of a path names", "x = list((Path('.') / 'data').rglob('*.txt'))", ["data"]],
    ["anywhere, but not named", "glob('*.cfg') + os.listdir('.') + os.listdir('missing')", []],
    ["out of the folder", "open('../README.md')", []],
    ["in a comment", "# 'README.md'", []],
  ])("%s", (_, lines, expected) => expect(read(`${lines}\nsetup()`, files)?.files).toEqual(expected));
});

test.each([
  ["ext_modules=[Extension('a', ['a.c'])]", true],
  ["ext_modules=cythonize('a.pyx')", true],
  ["ext_modules=[]", false],
  ["ext_modules=None", false],
  ["name='a'", false],
])("setup(%s) has native code: %p", (argument, expected) => {
  expect(saysKeyword(read(`setup(${argument})`), "ext_modules")).toBe(expected);
});

test.each([
  ["a list that doubles", `x = ['a']\n${"x = x + x\n".repeat(60)}`],
  ["a nest that doubles", `x = ['a']\n${"x = [x, x]\n".repeat(60)}`],
  ["a text that doubles", `x = 'a'\n${"x = x + x\n".repeat(60)}`],
  ["deep brackets", `x = ${"(".repeat(3000)}'a'${")".repeat(3000)}`],
  [
    "loops in loops",
    `x = [1, 2, 3, 4]\n${"x += x\n".repeat(5)}${[..."abcdef"].map((name, at) => `${" ".repeat(at)}for ${name} in x:\n`).join("")}${" ".repeat(6)}pass`,
  ],
])("%s ends soon", (_, lines) => {
  const start = Date.now();
  expect(["?", undefined]).toContain(given(lines));
  expect(Date.now() - start).toBeLessThan(5000);
});
