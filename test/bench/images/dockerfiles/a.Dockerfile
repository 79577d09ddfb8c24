ARG PYTHON_VERSION=3.13

FROM python:${PYTHON_VERSION}-slim-trixie AS builder
# {build packages}
ARG PIPX_VERSION=1.18.4
ARG POETRY_VERSION=2.5.1
ENV PIPX_HOME=/opt/pipx/home \
    PIPX_BIN_DIR=/opt/pipx/bin \
    PATH=/opt/pipx/bin:$PATH \
    POETRY_VIRTUALENVS_IN_PROJECT=true \
    PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1
RUN python -m pip install --no-cache-dir pipx==${PIPX_VERSION}
RUN pipx install poetry==${POETRY_VERSION}
WORKDIR /app
COPY pyproject.toml poetry.lock ./

FROM builder AS app-pre
RUN poetry install --no-root --with dev

FROM python:${PYTHON_VERSION}-slim-trixie AS app
# {run packages}
ENV PATH=/app/.venv/bin:$PATH \
    PYTHONPATH=/app \
    PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1
WORKDIR /app
ARG UID=1000
ARG GID=1000
ARG UNAME=app
RUN groupadd --gid $GID $UNAME \
    && useradd --no-log-init --home-dir /app --uid $UID --gid $GID --no-create-home $UNAME
COPY --from=app-pre /app .
COPY . .
USER ${UID}
CMD ["uvicorn", "orders.main:app", "--host", "0.0.0.0", "--port", "8000"]
