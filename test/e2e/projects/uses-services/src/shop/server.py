import json
import os
import signal
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import psycopg
import redis


def visit() -> dict[str, int]:
    """Writes to both, and tells what is read from them afterwards."""
    with psycopg.connect(os.environ["DATABASE_URL"]) as database:
        database.execute("CREATE TABLE IF NOT EXISTS visits (at timestamptz DEFAULT now())")
        database.execute("INSERT INTO visits DEFAULT VALUES")
        database.commit()
        (rows,) = database.execute("SELECT count(*) FROM visits").fetchone()
    store = redis.Redis.from_url(os.environ["REDIS_URL"])
    store.incr("visits")
    return {"database": rows, "store": int(store.get("visits"))}


class Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        answer = visit() if self.path == "/visit" else {}
        self.send_response(200)
        self.end_headers()
        self.wfile.write(json.dumps(answer).encode())


def main() -> None:
    signal.signal(signal.SIGTERM, lambda *_: sys.exit())
    ThreadingHTTPServer(("", int(os.environ.get("PORT", "8000"))), Handler).serve_forever()
