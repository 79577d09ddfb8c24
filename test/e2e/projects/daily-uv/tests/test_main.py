from orders.main import root


def test_version() -> None:
    assert root()["version"] == "0.1.0"
