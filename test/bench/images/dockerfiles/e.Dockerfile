ARG PYTHON_VERSION=3.13
FROM python:${PYTHON_VERSION}-slim-trixie
# {build packages}
WORKDIR /app
COPY . .
RUN pip install .
CMD ["uvicorn", "orders.main:app", "--host", "0.0.0.0", "--port", "8000"]
