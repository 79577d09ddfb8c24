from orders.app import Handler


def test_handler() -> None:
    assert Handler.do_GET
