from importlib.metadata import version

from fastapi import FastAPI

app = FastAPI()


@app.get("/")
def root() -> dict[str, str]:
    answer = "first"
    return {"answer": answer, "version": version("orders")}
