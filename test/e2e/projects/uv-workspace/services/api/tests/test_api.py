import rules
from api import Handler


def test_api() -> None:
    assert Handler.do_GET
    assert rules.health() == "healthy"
