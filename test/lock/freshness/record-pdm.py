"""Records what `pdm lock --check` says after random edits: run it with a Python that has pdm, redirect into vectors/pdm.json.

A vector is the fixture, the replacements made in its pyproject.toml, and whether the lock file still fits.
"""
import contextlib, io, json, os, random, sys, tempfile
from pathlib import Path

os.environ.update(PDM_CHECK_UPDATE="0", PDM_IGNORE_SAVED_PYTHON="1")
from pdm.core import Core  # noqa: E402

FIXTURES = {
    "plain": """# an application
[project]
name = "orders"
version = "0.1.0"
description = "Orders"
requires-python = ">=3.10"
dependencies = ["requests>=2.31", "click"]

[project.optional-dependencies]
fast = ["orjson"]

[tool.ruff]
line-length = 100
""",
    "groups": """[project]
name = "orders"
version = "0.1.0"
description = "Orders"
requires-python = ">=3.10"
dependencies = ["requests>=2.31", "click"]

[dependency-groups]
Lint_Tools = ["ruff", {include-group = "test"}]
test = ["pytest>=8"]

[tool.pdm.dev-dependencies]
test = ["coverage"]
doc = ["sphinx"]
""",
    "settings": """[project]
name = "orders"
version = "0.1.0"
description = "Orders"
requires-python = ">=3.10"
dependencies = ["requests>=2.31", "click"]

[tool.pdm]
distribution = true

[tool.pdm.resolution]
respect-source-order = true
excludes = ["six"]

[tool.pdm.resolution.overrides]
urllib3 = ">=2"

[[tool.pdm.source]]
name = "own"
url = "https://packages.example.com/simple"
verify_ssl = true
include_packages = ["orders-*"]

[[tool.pdm.source]]
name = "second"
url = "https://second.example.com/simple"
""",
    "unicode": """[project]
name = "orders"
version = "0.1.0"
description = "Orders"
requires-python = ">=3.10"
dependencies = ["requests>=2.31", "click"]

[project.optional-dependencies]
fast = []

[tool.pdm.resolution.overrides]
"caf\u00e9" = "\u00dc \\"x\\" \\\\ \\t \\u007f \u20ac"
"\U0001f600" = "\U0001f600"
"\uff5e" = "1"
b = "1"
""",
}
COMMON = [
    ('description = "Orders"', 'description = "All orders \u00e4"'),
    ('version = "0.1.0"', 'version = "0.2.0"'),
    ('version = "0.1.0"', 'version = "0.1.0" # a comment'),
    ('name = "orders"\nversion = "0.1.0"', 'version = "0.1.0"\nname = "orders"'),
    ('["requests>=2.31", "click"]', '[\n  "requests>=2.31",\n  "click", # of the command\n]'),
    ('["requests>=2.31", "click"]', '["click", "requests>=2.31"]'),
    ('["requests>=2.31", "click"]', '["requests>=2.32", "click"]'),
    ('["requests>=2.31", "click"]', '["requests>=2.31"]'),
    ('["requests>=2.31", "click"]', '["requests>=2.31", "click", "rich"]'),
    ('["requests>=2.31", "click"]', "['requests>=2.31', 'click']"),
    ('["requests>=2.31", "click"]', '["requests >=2.31", "click"]'),
    ('["requests>=2.31", "click"]', "[\"requests>=2.31; sys_platform != 'win32'\", \"click\"]"),
    ('["requests>=2.31", "click"]', '["requests[socks]>=2.31", "click"]'),
    ('requires-python = ">=3.10"', 'requires-python = ">=3.11"'),
    ('requires-python = ">=3.10"', "requires-python = '>=3.10'"),
    ('requires-python = ">=3.10"\n', ""),
    ("[project]\n", "[build-system]\nrequires = [\"pdm-backend\"]\n\n[project]\n"),
    ("[project]\n", "[tool.pdm.scripts]\nstart = \"python -m orders\"\n\n[project]\n"),
    ("[project]\n", "[tool.pdm.version]\nsource = \"scm\"\n\n[project]\n"),
    ("[project]\n", "\n\n[project]\n"),
]
OWN = {
    "plain": [
        ("line-length = 100", "line-length = 120"),
        ("# an application\n", ""),
        ('fast = ["orjson"]', 'fast = ["orjson>=3"]'),
        ('fast = ["orjson"]', 'fast = ["orjson"]\nslow = []'),
        ('fast = ["orjson"]', 'Fast = ["orjson"]'),
        ('\n[project.optional-dependencies]\nfast = ["orjson"]\n', ""),
        ("[tool.ruff]", "[dependency-groups]\ndev = [\"ruff\"]\n\n[tool.ruff]"),
        ("[tool.ruff]", "[dependency-groups]\n\n[tool.ruff]"),
        ("[tool.ruff]", "[tool.pdm.dev-dependencies]\ndev = [\"ruff\"]\n\n[tool.ruff]"),
        ("[tool.ruff]", "[tool.pdm.resolution]\nexcludes = [\"six\"]\n\n[tool.ruff]"),
        ("[tool.ruff]", "[tool.pdm.overrides]\nsix = \"1\"\n\n[tool.ruff]"),
        ("[tool.ruff]", "[[tool.pdm.source]]\nname = \"own\"\nurl = \"https://packages.example.com\"\n\n[tool.ruff]"),
        ("[tool.ruff]", "[tool.pdm.workspace]\nmembers = [\"packages/*\"]\n\n[tool.ruff]"),
        ("[tool.ruff]", "[tool.pdm.workspace]\n\n[tool.ruff]"),
    ],
    "groups": [
        ("Lint_Tools", "lint-tools"),
        ("Lint_Tools", "lint.tools"),
        ("Lint_Tools", "lint"),
        ('{include-group = "test"}', '{ include-group = "test" }'),
        ('{include-group = "test"}', '{include-group = "doc"}'),
        ('["ruff", {include-group = "test"}]', '[{include-group = "test"}, "ruff"]'),
        ('test = ["pytest>=8"]', 'test = ["pytest>=8", "coverage"]'),
        ('test = ["pytest>=8"]\n', ""),
        ('["coverage"]', '["coverage[toml]"]'),
        ('\ntest = ["coverage"]', ""),
        ('test = ["coverage"]\ndoc = ["sphinx"]', 'doc = ["sphinx"]\ntest = ["coverage"]'),
        ('\n[tool.pdm.dev-dependencies]\ntest = ["coverage"]\ndoc = ["sphinx"]\n', '\n[tool.pdm.dev-dependencies]\nTEST = ["coverage"]\ndoc = ["sphinx"]\n'),
        ('["pytest>=8"]\n\n[tool.pdm.dev-dependencies]\ntest = ["coverage"]', '["pytest>=8", "coverage"]\n\n[tool.pdm.dev-dependencies]'),
    ],
    "settings": [
        ("distribution = true", "distribution = false"),
        ("respect-source-order = true", "respect-source-order = false"),
        ("respect-source-order = true\nexcludes = [\"six\"]", "excludes = [\"six\"]\nrespect-source-order = true"),
        ('excludes = ["six"]', 'excludes = ["six", "attrs"]'),
        ('urllib3 = ">=2"', 'urllib3 = ">=2.1"'),
        ('urllib3 = ">=2"', 'urllib3 = ">=2"\nidna = "3.7"'),
        ("verify_ssl = true", "verify_ssl = false"),
        ('name = "own"\nurl = "https://packages.example.com/simple"', 'url = "https://packages.example.com/simple"\nname = "own"'),
        ('["orders-*"]', '["orders-*", "x"]'),
        ("second.example.com", "third.example.com"),
        ('[[tool.pdm.source]]\nname = "second"\nurl = "https://second.example.com/simple"\n', ""),
        ("respect-source-order = true", "respect-source-order = true\nlevel = 3"),
        ("respect-source-order = true", "respect-source-order = true\nallow-prereleases = true"),
    ],
    "unicode": [
        ("caf\u00e9", "cafe"),
        ('"caf\u00e9"', '"caf\\u00e9"'),
        ('b = "1"', "b = '1'"),
        ('b = "1"', '"b" = "1"'),
        ('"\U0001f600" = "\U0001f600"', '"\U0001f600" = "\\U0001F600"'),
        ('"\U0001f600" = "\U0001f600"\n"\uff5e" = "1"', '"\uff5e" = "1"\n"\U0001f600" = "\U0001f600"'),
        ("\u20ac", "$"),
        ("\\t", "\\b"),
        ("\\u007f", "\u0080"),
        ("fast = []", '"f\u00fcr" = []'),
    ],
}


def pdm(*arguments: str) -> int:
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        try:
            Core().main(list(arguments))
        except SystemExit as end:
            return int(end.code or 0)
        except Exception:
            return 1
    return 0


def main() -> None:
    choose = random.Random(16)
    result = {"fixtures": {}, "vectors": []}
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        manifest, lock = root / "pyproject.toml", root / "pdm.lock"
        for name, text in FIXTURES.items():
            manifest.write_text(text, encoding="utf-8")
            digest = Core().create_project(root).pyproject_content_hash("sha256")
            locked = f'[metadata]\ngroups = ["default"]\nstrategy = ["inherit_metadata"]\nlock_version = "4.5.1"\ncontent_hash = "sha256:{digest}"\n'
            lock.write_text(locked, encoding="utf-8")
            result["fixtures"][name] = {"pyproject": text, "lock": locked}
            single = [[edit] for edit in COMMON + OWN[name]]
            several = [choose.sample(COMMON + OWN[name], choose.randint(2, 4)) for _ in range(10)]
            for edits in [[], *single, *several]:
                changed, made = text, []
                for old, new in edits:
                    if old in changed:
                        changed = changed.replace(old, new, 1)
                        made.append([old, new])
                manifest.write_text(changed, encoding="utf-8")
                fresh = pdm("lock", "--check", "-p", folder) == 0
                result["vectors"].append({"fixture": name, "edits": made, "fresh": fresh})
    lines = ",\n".join("    " + json.dumps(vector) for vector in result["vectors"])
    fixtures = json.dumps(result["fixtures"], indent=2).replace("\n", "\n  ")
    print(f'{{\n  "fixtures": {fixtures},\n  "vectors": [\n{lines}\n  ]\n}}')


sys.exit(main())
