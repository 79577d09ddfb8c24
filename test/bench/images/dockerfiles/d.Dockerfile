ARG PYTHON_VERSION=3.13
FROM python:${PYTHON_VERSION}-slim-trixie AS builder
# {build packages}
RUN pip install poetry==2.5.1
ENV POETRY_NO_INTERACTION=1 POETRY_VIRTUALENVS_IN_PROJECT=1 POETRY_CACHE_DIR=/tmp/poetry_cache
WORKDIR /app
COPY pyproject.toml poetry.lock ./
RUN --mount=type=cache,target=/tmp/poetry_cache poetry install --only main --no-root

FROM python:${PYTHON_VERSION}-slim-trixie
# {run packages}
ENV PATH=/app/.venv/bin:$PATH
WORKDIR /app
COPY --from=builder /app/.venv /app/.venv
COPY orders ./orders
CMD ["uvicorn", "orders.main:app", "--host", "0.0.0.0", "--port", "8000"]
