"""Records what `uv lock --check` says after random edits: run it with the path of uv, redirect into vectors/uv.jsonl.

A vector is the fixture, whether the lock file still fits, and the replacements made in its files. All packages are made
here and come from an index on this machine; the addresses are replaced by others before anything is written.
"""
import functools, http.server, io, json, os, random, shutil, subprocess, sys, tempfile, threading, zipfile
from pathlib import Path

PACKAGES = {
    "alpha": {"1.0": [], "1.1": [], "2.0": []},
    "beta": {"1.0": ["alpha"], "2.0": ["alpha>=1"]},
    "gamma": {"1.0": ["alpha", 'delta; extra == "fast"']},
    "delta": {"1.0": [], "1.5": [], "2.0b1": []},
    "epsilon": {"1.0": []},
    "zeta": {"1.0": []},
}
LIBRARY = '[project]\nname = "{name}"\nversion = "0.3.0"\nrequires-python = ">=3.9"\ndependencies = ["alpha"]\n'
BUILT = '\n[build-system]\nrequires = []\nbuild-backend = "backend"\nbackend-path = ["."]\n'
BACKEND = '''import pathlib, tomllib
def prepare_metadata_for_build_wheel(folder, settings=None):
    project = tomllib.loads(pathlib.Path("pyproject.toml").read_text())["project"]
    place = pathlib.Path(folder, "orders-1.dist-info")
    place.mkdir()
    extras = project.get("optional-dependencies", {})
    lines = ["Metadata-Version: 2.3", "Name: " + project["name"], "Version: 1", "Requires-Python: " + project["requires-python"]]
    lines += ["Requires-Dist: " + each for each in project["dependencies"]]
    for extra, own in extras.items():
        lines.append("Provides-Extra: " + extra)
        flat = [more for each in own for more in (extras[each[7:-1]] if each.startswith("orders[") else [each])]
        lines += [f"Requires-Dist: {each}; extra == '{extra}'" for each in flat]
    (place / "METADATA").write_text("\\n".join(lines) + "\\n")
    return place.name
prepare_metadata_for_build_editable = prepare_metadata_for_build_wheel
'''
FIXTURES = {
    "plain": {
        "pyproject.toml": """# an application
[project]
name = "orders"
version = "0.1.0"
description = "Orders"
requires-python = ">=3.10"
dependencies = ["alpha>=1.0", "beta"]

[tool.ruff]
line-length = 100
"""
    },
    "groups": {
        "pyproject.toml": """[project]
name = "orders"
version = "0.1.0"
description = "Orders"
requires-python = ">=3.10,<3.15"
dependencies = ["alpha>=1.0", "beta"]

[project.optional-dependencies]
fast = ["delta; python_version >= '3.11' and platform_system == 'Linux'"]
Every_Thing = ["orders[fast]", "gamma[fast]>=1,<2"]
none = []

[dependency-groups]
dev = ["epsilon>=1", {include-group = "Lint_Tools"}]
Lint_Tools = ["zeta; sys_platform != 'win32'"]
empty = []

[tool.uv]
default-groups = ["dev"]
dev-dependencies = ["delta"]

[tool.uv.dependency-groups]
lint-tools = {requires-python = ">=3.11"}
"""
    },
    "sources": {
        "pyproject.toml": """[project]
name = "orders"
version = "0.1.0"
description = "Orders"
requires-python = ">=3.10"
dependencies = ["alpha>=1.0", "beta", "shared", "local", "far", "near[fast]>=0.1", "delta", "direct @ {files}/zeta/zeta-1.0-py3-none-any.whl"]

[project.optional-dependencies]
fast = ["epsilon"]

[tool.uv.sources]
shared = { path = "libs/shared", editable = true }
local = { path = "libs/local" }
far = { git = "{git}", tag = "v1" }
near = { git = "{git}", subdirectory = "near" }
delta = [{ index = "own", marker = "sys_platform == 'linux'" }, { url = "{files}/delta/delta-1.0-py3-none-any.whl", marker = "sys_platform != 'linux'" }]
epsilon = { index = "own", extra = "fast" }

[[tool.uv.index]]
name = "own"
url = "{own}"
explicit = true
""".replace('"direct @ {files}/zeta/zeta-1.0-py3-none-any.whl"', '"zeta @ {files}/zeta/zeta-1.0-py3-none-any.whl"'),
        "libs/shared/pyproject.toml": LIBRARY.format(name="shared"),
        "libs/local/pyproject.toml": LIBRARY.format(name="local"),
    },
    "workspace": {
        "pyproject.toml": """[project]
name = "orders"
version = "0.1.0"
description = "Orders"
requires-python = ">=3.10"
dependencies = ["alpha>=1.0", "first", "gamma"]

[tool.uv.sources]
first = { workspace = true }
gamma = { index = "own" }

[tool.uv.workspace]
members = ["packages/*"]

[[tool.uv.index]]
name = "own"
url = "{own}"
""",
        "packages/first/pyproject.toml": LIBRARY.format(name="first").replace('"alpha"', '"second", "beta"')
        + '\n[tool.uv.sources]\nsecond = { workspace = true, editable = false }\n\n[dependency-groups]\ntest = ["epsilon"]\n',
        "packages/second/pyproject.toml": LIBRARY.format(name="second") + BUILT,
    },
    "nested": {
        "pyproject.toml": """[project]
name = "orders"
version = "0.1.0"
description = "Orders"
requires-python = ">=3.10"
dependencies = ["alpha>=1.0", "tools"]

[tool.uv.sources]
alpha = { index = "own" }
tools = { workspace = true }

[tool.uv.workspace]
members = ["tools", "tools/inner"]

[[tool.uv.index]]
name = "own"
url = "{own}"
""",
        "tools/pyproject.toml": LIBRARY.format(name="tools"),
        "tools/inner/pyproject.toml": LIBRARY.format(name="inner"),
    },
    "root": {
        "pyproject.toml": """[tool.uv.workspace]
members = ["packages/*"]
exclude = ["packages/third"]

[dependency-groups]
test = ["epsilon", "first"]

[tool.uv.sources]
first = { workspace = true }
""",
        "packages/first/pyproject.toml": LIBRARY.format(name="first"),
        "packages/second/pyproject.toml": LIBRARY.format(name="second").replace(">=3.9", ">=3.11"),
        "packages/third/pyproject.toml": LIBRARY.format(name="third"),
    },
    "settings": {
        "pyproject.toml": """[project]
name = "orders"
version = "0.1.0"
description = "Orders"
requires-python = ">=3.10"
dependencies = ["alpha>=1.0", "beta"]

[project.optional-dependencies]
old = ["delta<1.5"]
new = ["delta>=1.5"]

[dependency-groups]
dev = ["epsilon"]

[tool.uv]
resolution = "lowest-direct"
prerelease = "allow"
fork-strategy = "fewest"
exclude-newer = "3 weeks"
environments = ["sys_platform == 'linux'", "sys_platform == 'darwin' and python_version < '3.12'"]
required-environments = ["sys_platform == 'linux'"]
constraint-dependencies = ["alpha<3", "zeta"]
override-dependencies = ["beta>=1; python_version >= '3.10'"]
exclude-dependencies = ["gamma"]
build-constraint-dependencies = ["epsilon==1.0"]
conflicts = [[{ extra = "old" }, { extra = "new" }]]
""",
    },
    "dynamic": {
        "pyproject.toml": """[project]
name = "orders"
dynamic = ["version"]
description = "Orders"
requires-python = ">=3.10"
dependencies = ["alpha>=1.0", "beta"]

[project.optional-dependencies]
fast = ["delta"]
all = ["orders[fast]"]
"""
        + BUILT,
        "backend.py": BACKEND,
    },
}
FIRST = "pyproject.toml"
COMMON = [
    ('description = "Orders"', 'description = "All orders \u00e4"'),
    ('version = "0.1.0"', 'version = "0.2.0"'),
    ('version = "0.1.0"', 'version = "0.1"'),
    ('version = "0.1.0"', 'version = "0.1.0" # a comment'),
    ('version = "0.1.0"', 'version = "v0.1.0"'),
    ('version = "0.1.0"\n', 'dynamic = ["version"]\n'),
    ('name = "orders"\nversion = "0.1.0"', 'version = "0.1.0"\nname = "orders"'),
    ('name = "orders"', 'name = "Orders"'),
    ('name = "orders"', 'name = "invoices"'),
    ('"alpha>=1.0", "beta"', '\n  "alpha>=1.0",\n  "beta", # a comment\n'),
    ('"alpha>=1.0", "beta"', '"beta", "alpha>=1.0"'),
    ('"alpha>=1.0", "beta"', '"Alpha >= 1", "beta"'),
    ('"alpha>=1.0", "beta"', '"alpha>=1.0"'),
    ('"alpha>=1.0"', '"alpha (>=1.0.0)"'),
    ('"alpha>=1.0"', '"alpha>=1.1"'),
    ('"alpha>=1.0"', '"alpha>=1.0,<3"'),
    ('"alpha>=1.0"', '"alpha>=1.0,!=1.5"'),
    ('"alpha>=1.0"', '"alpha~=1.0"'),
    ('"alpha>=1.0"', '"alpha>=1.0", "alpha>=1.0"'),
    ('"alpha>=1.0"', '"alpha"'),
    ('"alpha>=1.0"', '"alpha>=1.0", "epsilon"'),
    ('"alpha>=1.0"', "\"alpha>=1.0; sys_platform == 'linux'\""),
    ('"alpha>=1.0"', "\"alpha>=1.0; python_version >= '3.10'\""),
    ('"alpha>=1.0"', "\"alpha>=1.0; python_version >= '3.8'\""),
    ('"alpha>=1.0"', "\"alpha>=1.0; sys_platform == 'linux' or sys_platform != 'linux'\""),
    ('"alpha>=1.0"', "\"alpha>=1.0; python_version < '3'\""),
    ('"beta"', '"gamma[fast]"'),
    ('"beta"', '"beta[none]"'),
    ('requires-python = ">=3.10"', 'requires-python = ">=3.11"'),
    ('requires-python = ">=3.10"', 'requires-python = ">=3.10.0"'),
    ('requires-python = ">=3.10"', 'requires-python = ">= 3.10"'),
    ('requires-python = ">=3.10"', 'requires-python = ">=3.10,<4"'),
    ('requires-python = ">=3.10"', 'requires-python = ">=3.10,!=3.12.1"'),
    ('requires-python = ">=3.10"', 'requires-python = ">3.9"'),
    ('requires-python = ">=3.10"', 'requires-python = "~=3.10"'),
    ('requires-python = ">=3.10"\n', ""),
    ("[project]\n", '[build-system]\nrequires = []\nbuild-backend = "backend"\n\n[project]\n'),
    ("[project]\n", '[tool.uv]\npackage = true\n\n[project]\n'),
    ("[project]\n", '[tool.uv]\npackage = false\n\n[project]\n'),
    ("[project]\n", '[project.scripts]\norders = "orders:main"\n\n[project]\n'),
    ("[project]\n", '[project.optional-dependencies]\nmore = ["delta"]\n\n[project]\n'),
    ("[project]\n", "\n\n[project]\n"),
    ("[project]\n", '[dependency-groups]\nmore = ["delta"]\n\n[project]\n'),
    ("[project]\n", '[dependency-groups]\nmore = []\n\n[project]\n'),
    ("[project]\n", '[dependency-groups]\n\n[project]\n'),
    ("[project]\n", '[tool.uv]\nmanaged = true\n\n[project]\n'),
    ("[project]\n", '[tool.uv]\nresolution = "lowest"\n\n[project]\n'),
    ("[project]\n", '[tool.uv]\nresolution = "highest"\n\n[project]\n'),
    ("[project]\n", '[tool.uv]\nexclude-newer = "2026-01-01"\n\n[project]\n'),
    ("[project]\n", '[tool.uv]\nconstraint-dependencies = ["alpha<9"]\n\n[project]\n'),
    ("[project]\n", '[tool.uv.sources]\nalpha = { index = "other" }\n\n[[tool.uv.index]]\nname = "other"\nurl = "{own}"\n\n[project]\n'),
    ("[project]\n", '[[tool.uv.index]]\nname = "other"\nurl = "{own}"\n\n[project]\n'),
    ("[project]\n", '[tool.uv.sources]\nunused = { path = "libs/unused" }\n\n[project]\n'),
    ("[project]\n", '[tool.uv.workspace]\nmembers = []\n\n[project]\n'),
    ("[project]\n", '[tool.uv.pip]\nresolution = "lowest"\n\n[project]\n'),
]
OWN = {
    "plain": [
        ("line-length = 100", "line-length = 120"),
        ("# an application\n", ""),
        ("[tool.ruff]", "[tool.uv]\ndefault-groups = []\n\n[tool.ruff]"),
        ("[tool.ruff]", '[tool.uv]\ndefault-groups = ["dev"]\n\n[dependency-groups]\ndev = []\n\n[tool.ruff]'),
        ("[tool.ruff]", '[tool.uv]\ndev-dependencies = []\n\n[tool.ruff]'),
        ("[tool.ruff]", '[tool.poetry]\nname = "orders"\n\n[tool.ruff]'),
        ("[tool.ruff]", '[tool.uv]\nrequired-environments = ["sys_platform == \'linux\'"]\n\n[tool.ruff]'),
        ("[tool.ruff]", '[tool.uv]\nprerelease = "if-necessary-or-explicit"\n\n[tool.ruff]'),
        ("[tool.ruff]", '[tool.uv]\nexclude-newer = "2 weeks"\n\n[tool.ruff]'),
        ("[tool.ruff]", '[tool.uv]\nindex-url = "{index}"\n\n[tool.ruff]'),
        ("[tool.ruff]", '[tool.uv]\noverride-dependencies = ["alpha"]\n\n[tool.ruff]'),
        ("[tool.ruff]", '[[tool.uv.index]]\nurl = "{own}"\ndefault = true\n\n[tool.ruff]'),
    ],
    "nested": [
        ('alpha = { index = "own" }\n', ""),
        ('"tools", "tools/inner"', '"tools/inner", "tools"'),
        ('"tools", "tools/inner"', '"tools", "tools/**"'),
        ('"tools", "tools/inner"', '"tools"'),
        ("tools/inner/pyproject.toml", '"alpha"', '"alpha", "beta"'),
        ("tools/inner/pyproject.toml", '[project]', '[tool.uv.sources]\nalpha = { index = "own" }\n\n[[tool.uv.index]]\nname = "own"\nurl = "{own}"\n\n[project]'),
        ("tools/pyproject.toml", '[project]', '[tool.uv.sources]\nalpha = { index = "own" }\n\n[[tool.uv.index]]\nname = "own"\nurl = "{own}"\n\n[project]'),
        ("tools/pyproject.toml", '"alpha"', '"beta"'),
        ("tools/pyproject.toml", '[project]', '[project.scripts]\ntools = "tools:main"\n\n[project]'),
    ],
    "groups": [
        (",<3.15", ",<3.16"),
        (",<3.15", ",<3.15.0"),
        ("'3.11' and", "'3.12' and"),
        ("python_version >= '3.11' and", "python_full_version >= '3.11' and"),
        ("python_version >= '3.11' and", "python_version > '3.10' and"),
        ("platform_system == 'Linux'", "sys_platform == 'linux'"),
        ("python_version >= '3.11' and platform_system == 'Linux'", "platform_system == 'Linux' and python_version >= '3.11'"),
        ("python_version >= '3.11' and", "python_version >= '3.11' and python_version < '3.15' and"),
        ("Every_Thing", "every-thing"),
        ("Every_Thing", "every"),
        ('"orders[fast]"', '"orders[none]"'),
        ('"orders[fast]"', '"delta"'),
        ("none = []", "nothing = []"),
        ("none = []\n", ""),
        ("gamma[fast]>=1,<2", "gamma[fast]<2,>=1"),
        ("gamma[fast]>=1,<2", "gamma[Fast,fast]>=1.0,<2.0"),
        ("gamma[fast]>=1,<2", "gamma>=1,<2"),
        ("epsilon>=1", "epsilon>=1.0"),
        ("epsilon>=1", "epsilon"),
        (', {include-group = "Lint_Tools"}', ""),
        (', {include-group = "Lint_Tools"}', ', {include-group = "lint-tools"}'),
        ('["epsilon>=1", {include-group = "Lint_Tools"}]', '[{ include-group = "Lint_Tools" }, "epsilon>=1"]'),
        ('{include-group = "Lint_Tools"}', "\"zeta; sys_platform != 'win32'\""),
        ("Lint_Tools = [", "lint.tools = ["),
        ("empty = []\n", ""),
        ('dev-dependencies = ["delta"]', 'dev-dependencies = ["delta>=1"]'),
        ('dev-dependencies = ["delta"]\n', ""),
        ('"epsilon>=1",', '"epsilon>=1", "delta",'),
        ('default-groups = ["dev"]', 'default-groups = "all"'),
        ('"empty"', '"dev"'),
        ('requires-python = ">=3.11"', 'requires-python = ">=3.12"'),
        ('requires-python = ">=3.11"', 'requires-python = ">=3.11,<3.15"'),
        ('\n[tool.uv.dependency-groups]\nlint-tools = {requires-python = ">=3.11"}\n', ""),
        ("sys_platform != 'win32'", "'win32' != sys_platform"),
        ("sys_platform != 'win32'", "(sys_platform != 'win32')"),
        ("sys_platform != 'win32'", "platform_system != 'Windows'"),
        ("sys_platform != 'win32'", "sys_platform != 'win32' and sys_platform != 'cygwin'"),
        ("sys_platform != 'win32'", "sys_platform != 'win32' and implementation_name == 'cpython'"),
        ("sys_platform != 'win32'", "sys_platform not in 'win32'"),
        ("sys_platform != 'win32'", "os_name != 'nt'"),
    ],
    "sources": [
        ("editable = true", "editable = false"),
        ('path = "libs/shared"', 'path = "./libs/shared/"'),
        ('path = "libs/local"', 'path = "libs/local", package = false'),
        ('path = "libs/local"', 'path = "libs/local", package = true'),
        ('{ path = "libs/local" }', '[{ path = "libs/local" }]'),
        ('{ path = "libs/local" }', "[{ path = \"libs/local\", marker = \"sys_platform != 'linux'\" }, { path = \"libs/local\", marker = \"sys_platform == 'linux'\" }]"),
        ('path = "libs/shared", editable = true', 'path = "libs/local", editable = true'),
        ('tag = "v1"', 'branch = "main"'),
        ('tag = "v1"', 'rev = "v1"'),
        (', tag = "v1"', ""),
        (', subdirectory = "near"', ', rev = "v1", subdirectory = "near"'),
        (', subdirectory = "near"', ', subdirectory = "near/"'),
        ('{ git = "{git}", subdirectory = "near" }', '{ subdirectory = "near", git = "{git}#main" }'),
        ("near[fast]>=0.1", "near[fast]"),
        ("near[fast]>=0.1", "near>=0.1"),
        ("near[fast]>=0.1", "near[fast]>=0.2"),
        ("delta-1.0-py3", "delta-1.5-py3"),
        ("sys_platform == 'linux'", "sys_platform == 'darwin'"),
        ("sys_platform == 'linux'", "platform_system == 'Linux'"),
        (", { url = \"{files}/delta/delta-1.0-py3-none-any.whl\", marker = \"sys_platform != 'linux'\" }", ""),
        (', extra = "fast"', ""),
        ('extra = "fast"', 'extra = "Fast"'),
        ('["epsilon"]', '["epsilon>=1"]'),
        ("{own}", "{own}/"),
        ("{own}", "{index}"),
        ('name = "own"', 'name = "private"'),
        ("explicit = true", "explicit = false"),
        ("explicit = true", "default = true"),
        ("zeta-1.0-py3-none-any.whl", "zeta-1.0-py3-none-any.whl#egg=zeta"),
        ("zeta @ ", "zeta@"),
        ('"zeta @ {files}/zeta/zeta-1.0-py3-none-any.whl"', '"zeta"'),
        ('"local"', '"local>=0.1"'),
        ('"local", ', ""),
        ('\n[tool.uv.sources]', '\n[tool.uv]\nindex-url = "{index}"\n\n[tool.uv.sources]'),
        ('\n[tool.uv.sources]', '\n[tool.uv]\nno-index = false\n\n[tool.uv.sources]'),
        ("libs/shared/pyproject.toml", '"alpha"', '"alpha>=1"'),
        ("libs/shared/pyproject.toml", '"alpha"', '"beta"'),
        ("libs/shared/pyproject.toml", '0.3.0', '0.4.0'),
        ("libs/shared/pyproject.toml", '>=3.9', '>=3.8'),
        ("libs/shared/pyproject.toml", '[project]', '# a comment\n[project]'),
        ("libs/local/pyproject.toml", '"alpha"', '"alpha", "delta"'),
        ("libs/local/pyproject.toml", '[project]', '[dependency-groups]\ndev = ["epsilon"]\n\n[project]'),
        ("libs/local/pyproject.toml", '[project]', '[tool.uv]\npackage = false\n\n[project]'),
    ],
    "workspace": [
        ('members = ["packages/*"]', 'members = ["packages/first", "packages/second"]'),
        ('members = ["packages/*"]', 'members = ["packages/first"]'),
        ('members = ["packages/*"]', 'members = ["packages/*"]\nexclude = ["packages/other"]'),
        ('members = ["packages/*"]', 'members = ["packages/*"]\nexclude = ["packages/second"]'),
        ("first = { workspace = true }", "first = { workspace = true }\nsecond = { workspace = true }"),
        ("first = { workspace = true }", "first = { workspace = true, editable = false }"),
        ("first = { workspace = true }", "first = { workspace = true, editable = true }"),
        ("first = { workspace = true }\n", ""),
        ('"first"', '"first", "second"'),
        ('"first"', '"first>=0.1"'),
        ('\ngamma = { index = "own" }', ""),
        ('"alpha>=1.0"', '"alpha>=1.0", "second"'),
        ("{own}", "{index}"),
        ("packages/first/pyproject.toml", '"beta"', '"beta>=1"'),
        ("packages/first/pyproject.toml", '"second", "beta"', '"beta", "second"'),
        ("packages/first/pyproject.toml", '"second", "beta"', '"beta", "second", "gamma"'),
        ("packages/first/pyproject.toml", '"epsilon"', '"epsilon", "zeta"'),
        ("packages/first/pyproject.toml", ", editable = false", ""),
        ("packages/first/pyproject.toml", "[project]", "[tool.uv]\npackage = false\n\n[project]"),
        ("packages/first/pyproject.toml", "[project]", "[tool.uv]\nconstraint-dependencies = [\"alpha<9\"]\n\n[project]"),
        ("packages/first/pyproject.toml", 'name = "first"', 'name = "third"'),
        ("packages/first/pyproject.toml", ">=3.9", ">=3.10"),
        ("packages/first/pyproject.toml", ">=3.9", ">=3.11"),
        ("packages/first/pyproject.toml", ">=3.9", ">=3.9,<3.14"),
        ("packages/second/pyproject.toml", "0.3.0", "0.3.1"),
        ("packages/second/pyproject.toml", "0.3.0", "0.3"),
        ("packages/second/pyproject.toml", BUILT, ""),
        ("packages/second/pyproject.toml", '["alpha"]', '["alpha"]\ndescription = "Second"'),
        ("packages/second/pyproject.toml", '["alpha"]', '["alpha>2"]'),
    ],
    "root": [
        ('exclude = ["packages/third"]', 'exclude = []'),
        ('exclude = ["packages/third"]', 'exclude = ["packages/th*"]'),
        ('members = ["packages/*"]', 'members = ["packages/first", "packages/second"]'),
        ('members = ["packages/*"]', 'members = ["packages/first"]'),
        ('"epsilon", "first"', '"first", "epsilon"'),
        ('"epsilon", "first"', '"epsilon"'),
        ('"epsilon"', '"epsilon>=1"'),
        ('test = [', 'tests = ['),
        ('test = [', 'more = []\ntest = ['),
        ("first = { workspace = true }", "first = { workspace = true }\nsecond = { workspace = true }"),
        ("first = { workspace = true }\n", ""),
        ("packages/first/pyproject.toml", '"alpha"', '"alpha", "beta"'),
        ("packages/first/pyproject.toml", '"alpha"', '"alpha", "second"'),
        ("packages/first/pyproject.toml", ">=3.9", ">=3.10"),
        ("packages/first/pyproject.toml", ">=3.9", ">=3.11,<3.14"),
        ("packages/second/pyproject.toml", ">=3.11", ">=3.10"),
        ("packages/second/pyproject.toml", ">=3.11", ">=3.11, <4"),
        ("packages/second/pyproject.toml", "0.3.0", "0.3.1"),
        ("packages/second/pyproject.toml", "[project]", "[tool.ruff]\nline-length = 100\n\n[project]"),
        ("packages/second/pyproject.toml", "[project]", "[tool.uv]\nmanaged = false\n\n[project]"),
        ("packages/third/pyproject.toml", "0.3.0", "0.3.1"),
    ],
    "settings": [
        ('resolution = "lowest-direct"', 'resolution = "lowest"'),
        ('resolution = "lowest-direct"\n', ""),
        ('prerelease = "allow"', 'prerelease = "disallow"'),
        ('fork-strategy = "fewest"', 'fork-strategy = "requires-python"'),
        ('"3 weeks"', '"P3W"'),
        ('"3 weeks"', '"21 days"'),
        ('"3 weeks"', '"4 weeks"'),
        ('"3 weeks"', '"2026-01-01T00:00:00Z"'),
        ("\"sys_platform == 'linux'\", \"sys_platform", "\"platform_system == 'Linux'\", \"sys_platform"),
        ("\"sys_platform == 'linux'\", \"sys_platform", "\"sys_platform"),
        ("python_version < '3.12'\"", "python_version < '3.13'\""),
        ("python_version < '3.12'\"", "python_full_version < '3.12'\""),
        ("required-environments = [\"sys_platform == 'linux'\"]\n", ""),
        ("required-environments = [\"sys_platform == 'linux'\"]", "required-environments = [\"sys_platform == 'linux' and python_version >= '3.9'\"]"),
        ('"alpha<3", "zeta"', '"zeta", "alpha <3.0"'),
        ('"alpha<3", "zeta"', '"alpha<3"'),
        ('"alpha<3"', '"alpha<4"'),
        ('"beta>=1; python_version >= \'3.10\'"', '"beta>=1"'),
        ('"beta>=1; python_version >= \'3.10\'"', '"beta>=2"'),
        ('exclude-dependencies = ["gamma"]', 'exclude-dependencies = ["Gamma"]'),
        ('exclude-dependencies = ["gamma"]', 'exclude-dependencies = []'),
        ('"epsilon==1.0"', '"epsilon==1"'),
        ('"epsilon==1.0"', '"epsilon==1.1"'),
        ('[[{ extra = "old" }, { extra = "new" }]]', '[[{ extra = "new" }, { extra = "old" }]]'),
        ('[[{ extra = "old" }, { extra = "new" }]]', '[[{ extra = "old", package = "orders" }, { extra = "New" }]]'),
        ('[[{ extra = "old" }, { extra = "new" }]]', '[[{ extra = "old" }, { extra = "new" }, { group = "dev" }]]'),
        ('[[{ extra = "old" }, { extra = "new" }]]', '[[{ extra = "old" }, { extra = "new" }], [{ extra = "old" }, { group = "dev" }]]'),
        ('new = ["delta>=1.5"]', 'new = ["delta>=1.5"]\nnext = ["delta>=1.5"]'),
        ("conflicts =", "cache-keys = []\nconflicts ="),
        ("conflicts =", "compile-bytecode = true\nconflicts ="),
        ("conflicts =", "required-version = \">=0.5\"\nconflicts ="),
        ("conflicts =", "python-preference = \"system\"\nconflicts ="),
        ("conflicts =", "exclude-newer-package = { alpha = \"1 week\" }\nconflicts ="),
        ("conflicts =", "dependency-metadata = [{ name = \"zeta\", version = \"1.0\", requires-dist = [] }]\nconflicts ="),
    ],
    "dynamic": [
        ('dynamic = ["version"]', 'version = "1"'),
        ('dynamic = ["version"]', 'dynamic = ["version", "readme"]'),
        ('dynamic = ["version"]', 'dynamic = ["version", "scripts"]'),
        ('dynamic = ["version"]\n', ""),
        ('"orders[fast]"', '"delta"'),
        ('"orders[fast]"', '"orders[fast]", "epsilon"'),
        ('fast = ["delta"]', 'fast = ["delta>=1"]'),
        ('all = ["orders[fast]"]', 'every = ["orders[fast]"]'),
    ],
}


def wheel(folder: Path, name: str, version: str, needs: list) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    extras = sorted({each.split('"')[1] for each in needs if "extra ==" in each})
    lines = ["Metadata-Version: 2.3", f"Name: {name}", f"Version: {version}"]
    lines += [f"Requires-Dist: {each}" for each in needs] + [f"Provides-Extra: {each}" for each in extras]
    with zipfile.ZipFile(folder / f"{name}-{version}-py3-none-any.whl", "w") as file:
        info = f"{name}-{version}.dist-info"
        for path, text in {f"{info}/METADATA": "\n".join(lines) + "\n", f"{info}/WHEEL": "Wheel-Version: 1.0\n", f"{info}/RECORD": ""}.items():
            file.writestr(zipfile.ZipInfo(path, (2020, 1, 1, 0, 0, 0)), text)


def repository(folder: Path) -> None:
    for path, name in {".": "far", "near": "near"}.items():
        (folder / path).mkdir(parents=True, exist_ok=True)
        more = '\n[project.optional-dependencies]\nfast = ["delta"]\n' if name == "near" else ""
        (folder / path / "pyproject.toml").write_text(LIBRARY.format(name=name) + more)
    git = ["git", "-c", "user.name=x", "-c", "user.email=x@example.com", "-C", str(folder)]
    for command in (["init", "-q", "-b", "main"], ["add", "."], ["commit", "-q", "-m", "x"], ["tag", "v1"]):
        subprocess.run(git + command, check=True, env={**os.environ, "GIT_AUTHOR_DATE": "2020-01-01T00:00:00Z", "GIT_COMMITTER_DATE": "2020-01-01T00:00:00Z"})


class Index(http.server.SimpleHTTPRequestHandler):
    """Answers for a folder with the files in it, as an index does."""

    def list_directory(self, path: str):
        names = sorted(each for each in os.listdir(path) if each.endswith(".whl"))
        files = [{"filename": each, "url": each, "hashes": {}, "upload-time": "2020-01-01T00:00:00Z"} for each in names]
        text = json.dumps({"meta": {"api-version": "1.1"}, "name": Path(path).name, "files": files}).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/vnd.pypi.simple.v1+json")
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        return io.BytesIO(text)

    def log_message(self, *_) -> None:
        pass


def main(uv: str) -> None:
    choose = random.Random(16)
    with tempfile.TemporaryDirectory() as folder:
        base = Path(folder).resolve()
        for place in ("simple", "own", "files"):
            for name, versions in PACKAGES.items():
                for version, needs in versions.items():
                    wheel(base / "served" / place / name, name, version, needs)
        repository(base / "git")
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Index, directory=str(base / "served")))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        host = f"http://127.0.0.1:{server.server_port}"
        real = {"{index}": f"{host}/simple", "{own}": f"{host}/own", "{files}": f"{host}/files", "{git}": f"file://{base}/git"}
        environment = {**os.environ, "UV_DEFAULT_INDEX": real["{index}"], "UV_CACHE_DIR": str(base / "cache"), "UV_PYTHON_DOWNLOADS": "never"}

        def filled(text: str) -> str:
            return functools.reduce(lambda made, key: made.replace(key, real[key]), real, text)

        def run(files: dict, lock: str | None, *arguments: str) -> tuple:
            project = base / "project"
            shutil.rmtree(project, ignore_errors=True)
            for path, text in files.items():
                (project / path).parent.mkdir(parents=True, exist_ok=True)
                (project / path).write_text(filled(text), encoding="utf-8")
            if lock is not None:
                (project / "uv.lock").write_text(lock, encoding="utf-8")
            done = subprocess.run([uv, "lock", *arguments], cwd=project, env=environment, capture_output=True, text=True)
            return done, project / "uv.lock"

        rows, vectors = [], []
        for name, files in FIXTURES.items():
            done, path = run(files, None)
            if done.returncode != 0:
                sys.exit(f"{name}: {done.stderr}")
            lock = path.read_text(encoding="utf-8")
            stored = lock.replace(f"{host}/own", "{own}").replace(f"{host}/files", "{files}").replace(f"file://{base}/git", "{git}")
            rows.append({"fixture": name, "files": files, "lock": stored.replace(f"{host}/simple", "{index}")})
            edits = [(FIRST, *edit) if len(edit) == 2 else edit for edit in COMMON + OWN[name]]
            single = [[edit] for edit in edits if edit[1] in files[edit[0]]]
            several = [choose.sample([each for [each] in single], choose.randint(2, 4)) for _ in range(12)]
            for chosen in [[], *single, *several]:
                changed, made = dict(files), []
                for place, old, new in chosen:
                    if old in changed[place]:
                        changed[place] = changed[place].replace(old, new, 1)
                        made.append([place, old, new])
                done, _ = run(changed, lock, "--check")
                # What can't be read at all says nothing of the lock file.
                if done.returncode == 2 or "TOML parse error" in done.stderr:
                    print(name, made, done.stderr[-300:].replace("\n", " "), file=sys.stderr)
                    continue
                vectors.append([name, done.returncode == 0, made])
                if done.returncode not in (0, 1):
                    sys.exit(done.stderr)
    for row in [*rows, *vectors]:
        print(json.dumps(row, ensure_ascii=False, separators=(",", ":")))


main(sys.argv[1])
