"""Records what poetry says of edits of pyproject.toml: python record-poetry.py POETRY_2 POETRY_1

The arguments are the commands of poetry >= 2.3 and of poetry 1.8. Each project of projects() is locked by them (only the hash
counts, so that nothing is asked of an index), edited at random, and given to `poetry check --lock`. What both know is stored
in vectors/poetry.json: the projects with the first lines and the hashes of their lock files, and for each edit the text that
replaces another, and whether the lock file still fits.
"""

import json
import pathlib
import random
import re
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).parent
STALE = re.compile(r"changed significantly|is not up to date")

CLASSIC = '''[tool.poetry]
name = "orders"
version = "0.1.0"
description = "Orders"
authors = ["A. Uthor <a@example.org>"]
package-mode = false

[tool.poetry.dependencies]
python = ">=3.9,<4.0"
requests = "^2.31"
psycopg = { version = ">=3.1", extras = ["binary"], optional = true }
numpy = [
  { version = "1.26", markers = "python_version < '3.12'" },
  { version = "^2.0", markers = "python_version >= '3.12'" },
]

[tool.poetry.extras]
postgres = ["psycopg"]

[tool.poetry.group.dev.dependencies]
pytest = "*"

[[tool.poetry.source]]
name = "inner"
url = "https://packages.example.org/simple"
priority = "supplemental"

[tool.ruff]
line-length = 100
'''

OLD = '''[tool.poetry]
name = "orders"
version = "0.1.0"
description = "Orders"
authors = []
package-mode = false

[tool.poetry.dependencies]
python = "^3.9"
requests = "*"

[tool.poetry.dev-dependencies]
pytest = "^8.0"
'''

STANDARD = '''[project]
name = "orders"
version = "0.1.0"
description = "Orders"
requires-python = ">=3.9"
dependencies = ["requests (>=2.31)", "numpy>=1.26; python_version < '3.13'"]

[project.optional-dependencies]
postgres = ["psycopg[binary]>=3.1"]

[tool.poetry]
package-mode = false

[tool.poetry.group.dev.dependencies]
pytest = ">=8"

[tool.ruff]
line-length = 100
'''

MIXED = '''[project]
name = "orders"
version = "0.1.0"
description = "Orders"
requires-python = ">=3.9"
dynamic = ["dependencies"]

[tool.poetry]
package-mode = false

[tool.poetry.dependencies]
requests = { version = ">=2.31", source = "inner" }
numpy = "*"

[[tool.poetry.source]]
name = "inner"
url = "https://packages.example.org/simple"
'''

GROUPS = '''[project]
name = "orders"
version = "0.1.0"
description = "Orders"
requires-python = ">=3.9"
dependencies = ["requests>=2.31"]

[dependency-groups]
test = ["pytest>=8", "coverage"]
dev = [{ include-group = "test" }, "ruff"]

[tool.poetry]
package-mode = false

[tool.poetry.group.dev]
optional = true
'''

# Edits: what is replaced, and by what. None of them adds a line at the end; APPENDED does.
REPLACED = [
    ('description = "Orders"', 'description = "Orders, changed"'),
    ('version = "0.1.0"', 'version = "0.2.0"'),
    ('name = "orders"', 'name = "orders-2"'),
    ("package-mode = false", "package-mode = false\n# a comment"),
    ("package-mode = false", 'package-mode = false\nkeywords = ["ü", "orders"]'),
    ("line-length = 100", "line-length = 120"),
    ("line-length = 100", "line-length = 1.5\nsince = 2024-01-01"),
    ('requests = "^2.31"\n', ""),
    ('requests = "^2.31"', 'requests = "^2.32"'),
    ('requests = "^2.31"', "requests = '^2.31' # the same"),
    ('requests = "^2.31"', 'requests = { version = "^2.31" }'),
    ('requests = "^2.31"', '"requests" = "\\u005e2.31"'),
    ('requests = "^2.31"', 'Requests = "^2.31"'),
    ('requests = "^2.31"\n', 'requests = "^2.31"\nzürich = "*"\n'),
    ('requests = "^2.31"\n', 'requests = "^2.31"\nsix = { version = "*", weight = 1 }\n'),
    ('requests = "^2.31"\n', 'requests = "^2.31"\nsix = { version = "*", weight = 1.0, small = 1e-7, large = 1e22 }\n'),
    ('requests = "^2.31"\n', 'requests = "^2.31"\nsix = { version = "*", markers = "sys_platform == \\"linux\\"" }\n'),
    ('requests = "*"', 'requests = "*"\nsix = "^1.16"'),
    ('requests = "*"', 'requests = "*" # any'),
    ('requests = "*"', 'requests = ">=0"'),
    ('python = "^3.9"', 'python = "^3.10"'),
    ('python = "^3.9"', 'python   =   "^3.9"'),
    ('pytest = "^8.0"', 'pytest = "^8.1"'),
    ('pytest = "^8.0"\n', ""),
    ("[tool.poetry.dev-dependencies]", "[tool.poetry.group.dev.dependencies]"),
    ("[tool.poetry.group.dev.dependencies]", "[tool.poetry.dev-dependencies]"),
    ("[tool.poetry.group.dev.dependencies]", "[tool.poetry.group.test.dependencies]"),
    ('pytest = "*"', 'pytest = "*"\nmypy = "*"'),
    ('pytest = ">=8"', 'pytest = ">=8.1"'),
    ('pytest = ">=8"', '"pytest" = """>=8"""'),
    ('python = ">=3.9,<4.0"', 'python = ">=3.10,<4.0"'),
    ('python = ">=3.9,<4.0"', 'python = ">=3.9, <4.0"'),
    ('optional = true }', "optional = true, allow-prereleases = true }"),
    ('extras = ["binary"], ', ""),
    ('{ version = ">=3.1", extras = ["binary"], optional = true }', '{ optional = true, version = ">=3.1", extras = ["binary"] }'),
    ("python_version < '3.12'", "python_version < '3.11'"),
    ('postgres = ["psycopg"]', 'postgres = ["psycopg"]\nall = ["psycopg"]'),
    ('postgres = ["psycopg"]', 'postgres = [\n  "psycopg",\n]'),
    ('postgres = ["psycopg[binary]>=3.1"]', 'postgres = ["psycopg[binary]>=3.2"]'),
    ('postgres = ["psycopg[binary]>=3.1"]', 'pg = ["psycopg[binary]>=3.1"]'),
    ('postgres = ["psycopg[binary]>=3.1"]\n', ""),
    ('priority = "supplemental"', 'priority = "explicit"'),
    ("https://packages.example.org/simple", "https://packages.example.org/other"),
    ('requires-python = ">=3.9"', 'requires-python = ">=3.10"'),
    ('requires-python = ">=3.9"', "requires-python = '>=3.9'"),
    ('requires-python = ">=3.9"\n', ""),
    ('"requests (>=2.31)", ', ""),
    ('"requests (>=2.31)"', '"requests (>=2.31)", "six"'),
    ('"requests (>=2.31)"', '"requests>=2.31"'),
    ('"requests (>=2.31)", ', '"requests (>=2.31)",\n  # a comment\n  '),
    ("python_version < '3.13'", "python_version < '3.14'"),
    ('dynamic = ["dependencies"]\n', 'dynamic = ["dependencies", "readme"]\n'),
    ('dynamic = ["dependencies"]\n', "dependencies = []\n"),
    ('numpy = "*"\n', ""),
    ('numpy = "*"', 'numpy = ">=2"'),
    (', source = "inner"', ""),
    ('"pytest>=8", "coverage"', '"coverage", "pytest>=8"'),
    ('"pytest>=8"', '"pytest>=9"'),
    ('{ include-group = "test" }', '{include-group="test"}'),
    ('{ include-group = "test" }, ', ""),
    ("optional = true\n", "optional = false\n"),
    ("[dependency-groups]\n", "[dependency-groups]\nempty = []\n"),
    ("[dependency-groups]\n", "[dependency-groups] # groups\n"),
    ('dependencies = ["requests>=2.31"]', 'dependencies = ["requests>=2.31"]\noptional-dependencies = { x = ["six"] }'),
]
APPENDED = [
    "\n# the end\n",
    '\n[tool.black]\ntarget-version = ["py312"]\nsize = 12345678901234567890\n',
    '\n[build-system]\nrequires = ["poetry-core>=1.9"]\nbuild-backend = "poetry.core.masonry.api"\n',
    '\n[tool.poetry.group.docs.dependencies]\nsphinx = "*"\n',
    '\n[tool.poetry.group.docs]\noptional = true\n[tool.poetry.group.docs.dependencies]\nsphinx = { version = "*", note = "\\u007f \\U0001F600 \\t é \\\\ \\" /" }\n',
    '\n[[tool.poetry.source]]\nname = "second"\nurl = "https://second.example.org/simple"\npriority = "explicit"\n',
    "\n[tool.poetry.urls]\n\"Ünïcode\" = \"https://example.org\"\n",
]


def check(poetry: str, folder: pathlib.Path) -> "bool | None":
    """Does the lock file fit? None where poetry fails on the project."""
    run = subprocess.run([poetry, "check", "--lock", "-C", str(folder), "--no-ansi"], capture_output=True, text=True)
    said = run.stdout + run.stderr
    if STALE.search(said):
        return False
    return True if "All set!" in said or re.search(r"^(Error|Warning): ", said, re.MULTILINE) else None


HASH = """
import sys, pathlib
from poetry.factory import Factory
from poetry.__version__ import __version__
locker = Factory().create_poetry(pathlib.Path(sys.argv[1])).locker
print(__version__, locker._VERSION, locker._content_hash if hasattr(locker, "_content_hash") else "")
"""


def lock(poetry: str, folder: pathlib.Path) -> str:
    """A lock file as this poetry writes it, without packages: the check does not look at them."""
    python = pathlib.Path(poetry).with_name("python")
    run = subprocess.run([python, "-c", HASH, folder], capture_output=True, text=True, check=True)
    version, form, digest = run.stdout.split()
    return (
        f"# This file is automatically @generated by Poetry {version} and should not be changed by hand.\n"
        f'package = []\n\n[metadata]\nlock-version = "{form}"\npython-versions = "*"\ncontent-hash = "{digest}"\n'
    )


def edited(text: str, chance: random.Random) -> "tuple[str, list]":
    """The text after one to three edits, with these."""
    edits = []
    for _ in range(chance.choice([1, 1, 1, 2, 3])):
        fitting = [each for each in REPLACED if each[0] in text and each[0] not in [old for old, _ in edits]]
        if chance.random() < 0.15:
            edit = ["", chance.choice(APPENDED)]
            text += edit[1]
        else:
            edit = list(chance.choice(fitting))
            text = text.replace(edit[0], edit[1], 1)
        edits.append(edit)
    return text, edits


def main(newer: str, older: str) -> None:
    chance = random.Random(16)
    projects = [
        ("classic by 2", CLASSIC, newer, 25),
        ("classic by 1", CLASSIC, older, 35),
        ("old by 1", OLD, older, 20),
        ("standard", STANDARD, newer, 25),
        ("mixed", MIXED, newer, 20),
        ("groups", GROUPS, newer, 25),
    ]
    recorded = []
    with tempfile.TemporaryDirectory() as place:
        folder = pathlib.Path(place)
        for name, text, poetry, number in projects:
            file = folder / "pyproject.toml"
            file.write_text(text)
            (folder / "poetry.lock").unlink(missing_ok=True)
            locked = lock(poetry, folder)
            (folder / "poetry.lock").write_text(locked)
            tried = set()
            cases = [{"edits": [], "fresh": check(poetry, folder)}]
            for _ in range(number * 3):
                after, edits = edited(text, chance)
                if after in tried or len(cases) > number:
                    continue
                tried.add(after)
                file.write_text(after)
                fresh = check(poetry, folder)
                if fresh is not None:
                    cases.append({"edits": edits, "fresh": fresh})
            recorded.append({"project": name, "pyproject": text, "lock": locked, "cases": cases})
            print(name, len(cases), sum(case["fresh"] for case in cases), "fresh")
    cases = ",\n".join(json.dumps(each, ensure_ascii=False).replace('{"edits"', '\n{"edits"') for each in recorded)
    (HERE / "vectors" / "poetry.json").write_text(f"[\n{cases}\n]\n")


main(*sys.argv[1:])
