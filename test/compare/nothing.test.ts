import { comparedWith, differencesOf } from "./compared";

/** A Dockerfile, and the topics of which it is told that nothing has to be carried over. */
test.each([
  [["RUN uv sync"], "development dependencies", true],
  [["ENV UV_NO_DEV=1", "RUN uv sync"], "development dependencies", false],
  [["RUN apt-get install -y gcc libpq-dev"], "system packages that are not needed", true],
  [["ENV PIP_NO_CACHE_DIR=1"], "environment for building", true],
  [["ENV PIP_NO_CACHE_DIR=1", "CMD sh -c $PIP_NO_CACHE_DIR"], "environment for building", false],
  [["WORKDIR /code"], "folder", true],
  [["COPY orders /app/orders"], "source of the project", true],
  [["USER root"], "user", true],
  [["RUN useradd a", "USER a"], "user", true],
  [["WORKDIR /code", "RUN useradd a && chown -R a /code"], "step chown -R a /code", true],
])("%j has nothing to carry over of %s: %j", (lines, topic, isTold) => {
  const { comparison } = comparedWith({ Dockerfile: ["FROM python:3.13-slim-trixie", ...lines, ""].join("\n") });
  const found = differencesOf(comparison.files).find((each) => each.topic === topic);
  expect(found?.way.kind).toBe(isTold ? "nothing" : undefined);
});

test.each([
  [["FROM node:24 AS web", "RUN npm run build", "FROM python:3.13", "COPY --from=web /dist /dist"], "stage on node:24"],
  [
    ["FROM node:24 AS web", "RUN npm run build", "FROM python:3.13", "COPY --from=web /dist /dist"],
    "file /dist in /dist",
  ],
  [["FROM python:3.13-alpine", "RUN apk add ffmpeg"], "base image"],
  [["FROM python:3.13-alpine", "RUN apk add ffmpeg"], "packages of Alpine"],
  [["FROM python:3.9"], "Python version"],
  [["FROM python:3.13", "ENV DB_PASSWORD=a"], "environment DB_PASSWORD"],
  [["FROM python:3.13", "RUN pip install git+https://a.b/c ./vendor/x.whl"], "distributions by name"],
  [["FROM python:3.13", "RUN pip install . ./vendor/x.whl"], "distributions by name"],
  [["FROM python:3.13", "RUN useradd app", "RUN usermod -aG video app"], "step usermod -aG video app"],
  [["FROM python:3.13", "RUN adduser app video"], "step adduser app video"],
  [["FROM python:3.13", "COPY <<EOF /a", "$B", "EOF"], "instruction COPY <<EOF /a\n$B\nEOF"],
  [["FROM python:3.13", "RUN pip install gunicorn"], "distributions by name"],
  [["FROM python:3.13", "RUN --mount=type=secret,id=a cat /run/secrets/a"], "step cat /run/secrets/a"],
])("%j leaves %s to people", (lines, topic) => {
  const { comparison } = comparedWith({ Dockerfile: [...lines, ""].join("\n") });
  expect(differencesOf(comparison.files).find((each) => each.topic === topic)?.way.kind).toBe("none");
});

test.each([
  ["build: .\n    environment: [DEBUG]", "app environment DEBUG"],
  ["build: {context: ., args: [UID]}", "app build.args UID"],
])("%j is left to people", (line, topic) => {
  const { comparison } = comparedWith({ "compose.yaml": `services:\n  app:\n    ${line}\n` });
  expect(differencesOf(comparison.files).find((each) => each.topic === topic)?.way.kind).toBe("none");
});

test.each([
  ["", true],
  ["scripts\n", false],
])("what the written .dockerignore %j leaves out is not copied", (text, isTold) => {
  const files = {
    Dockerfile: "FROM python:3.13-slim-trixie\nCOPY . /srv\n",
    ".dockerignore": text,
    "scripts/run.sh": "",
  };
  const topics = differencesOf(comparedWith(files).comparison.files).map(({ topic }) => topic);
  expect(topics.some((topic) => topic.startsWith("file scripts"))).toBe(isTold);
});

test("a port whose variable has an address is left to people", () => {
  const services = { db: { image: "postgres:17", ports: [`\${DB:-127.0.0.1:5432}:5432`] } };
  const { comparison } = comparedWith({ "compose.yaml": JSON.stringify({ services }) });
  const told = differencesOf(comparison.files).filter(({ yours }) => yours?.includes("127.0.0.1:5432"));
  expect(told.map(({ way }) => way.kind)).toEqual(["none"]);
});
