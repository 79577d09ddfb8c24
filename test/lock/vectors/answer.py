"""Answers questions about markers, tags and wheels with Python's packaging.

Reads the questions as JSON and writes the answers in their order; null where packaging is missing or too old: before
26.4 texts had an order in markers, an environment had one extra, and the tags stood in another order.
"""

import importlib
import json
import sys


def packaging_module():
    for name in ("packaging", "pip._vendor.packaging"):
        try:
            module = importlib.import_module(name)
        except ImportError:
            continue
        if tuple(int(part) for part in module.__version__.split(".")[:2]) >= (26, 4):
            return name
    return None


ROOT = packaging_module()
if ROOT is None:
    print("null")
    sys.exit()

markers = importlib.import_module(ROOT + ".markers")
tags = importlib.import_module(ROOT + ".tags")
utils = importlib.import_module(ROOT + ".utils")
manylinux = importlib.import_module(ROOT + "._manylinux")
musllinux = importlib.import_module(ROOT + "._musllinux")


def answer_marker(question):
    """True or false; "undefined" where packaging refuses to compare, and "invalid" where it is no marker."""
    python = question["python"]
    full = python if python.count(".") == 2 else python + ".99"
    environment = {
        "implementation_name": "cpython",
        "implementation_version": full,
        "os_name": "posix",
        "platform_machine": question["machine"],
        "platform_system": "Linux",
        "python_full_version": full,
        "platform_python_implementation": "CPython",
        "python_version": ".".join(full.split(".")[:2]),
        "sys_platform": "linux",
        "extra": set(question["extras"]),
        "extras": set(question["extras"]),
        "dependency_groups": set(question["groups"]),
    }
    try:
        return markers.Marker(question["marker"]).evaluate(environment, context="lock_file")
    except markers.InvalidMarker:
        return "invalid"
    except (markers.UndefinedComparison, markers.UndefinedEnvironmentName):
        return "undefined"


def answer_target(target):
    """The tags that are supported, the best one first."""
    machine = target["machine"]
    kind, version = target["libc"].split(" ")
    major, minor = (int(part) for part in version.split("."))
    glibc = manylinux._GLibCVersion(*((major, minor) if kind == "glibc" else (-1, -1)))
    musl = musllinux._MuslVersion(major, minor) if kind == "musl" else None
    manylinux._get_glibc_version = lambda: glibc
    manylinux._get_manylinux_module = lambda: None
    musllinux._get_musl_version = lambda executable: musl
    tags.sysconfig.get_platform = lambda: "linux-" + machine
    tags._get_config_var = lambda name, warn=False: None
    platforms = list(tags._linux_platforms(False))
    python = tuple(int(part) for part in target["python"].split("."))
    interpreter = "cp" + "".join(str(part) for part in python)
    supported = [*tags.cpython_tags(python, None, platforms), *tags.compatible_tags(python, interpreter, platforms)]
    return [str(tag) for tag in supported]


ranks_by_target = {}


def answer_wheels(question):
    """Which names are names of wheels, and the one that is installed: by its tags, then by its build number."""
    target = question["target"]
    key = json.dumps(target)
    if key not in ranks_by_target:
        ranks_by_target[key] = {tag: rank for rank, tag in enumerate(answer_target(target))}
    ranks = ranks_by_target[key]
    valid, fitting = [], []
    for name in question["names"]:
        try:
            _, _, build, supported = utils.parse_wheel_filename(name)
        except utils.InvalidWheelFilename:
            valid.append(False)
            continue
        valid.append(True)
        found = [ranks[str(tag)] for tag in supported if str(tag) in ranks]
        if found:
            fitting.append(((-min(found), build), name))
    best = max(fitting, key=lambda each: each[0])[1] if fitting else None
    return {"valid": valid, "best": best}


questions = json.load(sys.stdin)
json.dump(
    {
        "markers": [answer_marker(each) for each in questions["markers"]],
        "targets": [answer_target(each) for each in questions["targets"]],
        "wheels": [answer_wheels(each) for each in questions["wheels"]],
    },
    sys.stdout,
)
