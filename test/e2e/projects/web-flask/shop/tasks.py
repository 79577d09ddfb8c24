from celery import Celery

# A queue in memory: the worker starts without a broker.
app = Celery("shop", broker="memory://")


@app.task
def pack(order: int) -> str:
    return f"packed {order}"
