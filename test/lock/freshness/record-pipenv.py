"""Records what pipenv says of a hundred edits of a Pipfile: record-pipenv.py PIPENV > vectors/pipenv.json

PIPENV is the program. It writes the hash of every Pipfile below into a lock file, and is asked by `pipenv verify` whether
the edited Pipfile still fits. An edit is [fixture, start, removed, added, fresh].
"""

import json
import os
import random
import re
import subprocess
import sys
import tempfile

FIXTURES = [
    """\
[[source]]
url = "https://example.com/simple"
verify_ssl = true
name = "pypi"

[packages]
flask = "*"
Django_Filter = {version = ">=1.0", extras = ["a", "b"]}
lib = {path = "./lib", editable = true}

[dev-packages]
pytest = "==8.0"

[requires]
python_version = "3.12"

[scripts]
run = "python -m app"
""",
    """\
# The index is left out.
[packages]
requests = {version = "*", markers = "python_version < '3.13'"}
attrs = {git = "https://example.com/attrs.git", ref = "main"}
"zope.interface" = "~=6.0"
number = 2.0
whole = 2

[docs]
sphinx = "*"

[pipenv]
allow_prereleases = false
""",
]
COSMETIC = [
    lambda text, r: text.replace("\n\n", "\n# A comment.\n\n", 1),
    lambda text, r: text.replace(" = ", "=", r.randint(1, 6)),
    lambda text, r: text.replace('"*"', "'*'", 1),
    lambda text, r: text.replace("\n\n", "\n\n\n", r.randint(1, 4)),
    lambda text, r: text + '\n[pipfile]\nsort_pipfile = true\n',
    lambda text, r: text.replace("python -m app", "python -m other"),
    lambda text, r: text.replace("allow_prereleases = false", "allow_prereleases = true"),
    lambda text, r: text.replace("Django_Filter", r.choice(["django-filter", "django.filter", "DJANGO__FILTER"])),
    lambda text, r: text.replace("zope.interface", r.choice(["zope-interface", "Zope_Interface"])),
    lambda text, r: swapped(text, r),
    lambda text, r: text.replace("{version", "{ version").replace("}", " }"),
]
SEMANTIC = [
    lambda text, r: text.replace('"*"', f'">={r.randint(1, 9)}"', 1),
    lambda text, r: re.sub(r"(==|~=|>=)(\d)", lambda m: m[1] + str(int(m[2]) + 1), text, count=1),
    lambda text, r: text.replace("[packages]\n", f'[packages]\nnew{r.randint(1, 99)} = "*"\n'),
    lambda text, r: text.replace("[packages]\n", '[packages]\n"caf\\u00e9" = "\\u2264\\U0001f600"\n'),
    lambda text, r: text + f'\n[group{r.randint(1, 9)}]\nruff = "*"\n',
    lambda text, r: text + f'\n[group{r.randint(1, 9)}]\n',
    lambda text, r: text.replace("3.12", "3.13"),
    lambda text, r: text.replace("example.com/simple", "example.org/simple"),
    lambda text, r: text.replace("verify_ssl = true", "verify_ssl = false"),
    lambda text, r: text.replace('["a", "b"]', '["b", "a"]'),
    lambda text, r: text.replace("number = 2.0", r.choice(["number = 2", "number = 2e0", "number = 1e16", "number = 1e-7"])),
    lambda text, r: text.replace("whole = 2", r.choice(["whole = 2.0", "whole = 0x2", "whole = +2"])),
    lambda text, r: text.replace("main", r.choice(["develop", "v1"])),
    lambda text, r: text.replace("editable = true", "editable = false"),
    lambda text, r: re.sub(r'\nflask = "\*"|\nsphinx = "\*"', "", text),
]


def swapped(text, r):
    lines = text.split("\n")
    found = [at for at in range(len(lines) - 1) if all(" = " in line for line in lines[at : at + 2])]
    at = r.choice(found)
    lines[at], lines[at + 1] = lines[at + 1], lines[at]
    return "\n".join(lines)


def python_of(pipenv):
    return os.path.join(os.path.dirname(pipenv), "python")


def hash_of(pipenv, folder):
    code = """
from pipenv.project import Project
project = Project()
pipfile = getattr(project, "pipfile", None)
print("sha256=" + (pipfile or project).__getattribute__("calculate_hash" if pipfile else "calculate_pipfile_hash")())
"""
    done = subprocess.run([python_of(pipenv), "-c", code], cwd=folder, env=environment(folder), capture_output=True, text=True)
    return re.search("sha256=(.*)", done.stdout)[1]


def environment(folder):
    return {**os.environ, "PIPENV_IGNORE_VIRTUALENVS": "1", "PIPENV_PIPFILE": os.path.join(folder, "Pipfile")}


def write(folder, name, text):
    with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
        file.write(text)


def verdict(pipenv, folder):
    done = subprocess.run([pipenv, "verify"], cwd=folder, env=environment(folder), capture_output=True, text=True)
    said = done.stdout + done.stderr
    # What pipenv refuses to read is no Pipfile, and neither fits nor does not.
    if not re.search("(up-to|out-of)-date", said):
        return None
    return done.returncode == 0


def splice(old, new):
    start = len(os.path.commonprefix([old, new]))
    end = len(os.path.commonprefix([old[start:][::-1], new[start:][::-1]]))
    return [start, len(old) - start - end, new[start : len(new) - end]]


def main(pipenv):
    r = random.Random(16)
    hashes, edits = [], []
    with tempfile.TemporaryDirectory() as folder:
        for fixture, text in enumerate(FIXTURES):
            write(folder, "Pipfile", text)
            sha256 = hash_of(pipenv, folder)
            hashes.append(sha256)
            meta = {"hash": {"sha256": sha256}, "pipfile-spec": 6, "requires": {}, "sources": []}
            write(folder, "Pipfile.lock", json.dumps({"_meta": meta, "default": {}, "develop": {}}))
            seen = set()
            for edit in (COSMETIC + SEMANTIC) * 4:
                changed = edit(text, r)
                if r.random() < 0.3:
                    changed = r.choice(COSMETIC)(changed, r)
                if changed == text or changed in seen:
                    continue
                seen.add(changed)
                write(folder, "Pipfile", changed)
                fresh = verdict(pipenv, folder)
                if fresh is not None:
                    edits.append([fixture, *splice(text, changed), fresh])
    rows = ",\n".join("  " + json.dumps(edit) for edit in edits)
    print(f'{{"fixtures": {json.dumps(FIXTURES)},\n"hashes": {json.dumps(hashes)},\n"edits": [\n{rows}\n]}}')


main(os.path.abspath(sys.argv[1]))
