import checks
import rules
from service import Handler


def test_service() -> None:
    assert Handler.do_GET
    assert checks.__doc__
    assert rules.health() == "healthy"
