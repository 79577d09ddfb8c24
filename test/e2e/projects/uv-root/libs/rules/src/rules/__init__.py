"""What a healthy service answers."""

from packaging.version import Version


def health() -> str:
    return "healthy" if Version("2") > Version("1.9") else "ill"
