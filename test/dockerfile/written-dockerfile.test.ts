// biome-ignore-all lint/suspicious/noTemplateCurlyInString: it is the syntax of Dockerfiles

import { join } from "node:path";
import { WrittenDockerfile } from "../../src/dockerfile/written-dockerfile";
import { folderWith } from "../project-folder";

const written = (text: string) => new WrittenDockerfile("Dockerfile", text);

describe("stages", () => {
  const { stages } = written("ARG V=3\nFROM python:${V} AS Base\nRUN true\nfrom base as app\nFROM scratch\n");
  test("have their names, whatever the case of the keywords, or none", () => {
    expect(stages).toEqual(["Base", "app", undefined]);
  });

  test.each(["base", "BASE", "app"])("%s is a target", (name) => {
    expect(written("FROM a AS Base\nFROM b AS app\n").hasStage(name)).toBe(true);
  });

  test("what stands in a text in place is none", () => {
    expect(written("FROM a AS one\nCOPY <<EOF /Dockerfile\nFROM b AS two\nEOF\n").stages).toEqual(["one"]);
  });
});

describe("what it takes from the context", () => {
  const paths = (lines: string) => written(`FROM a AS base\n${lines}\n`).reads.map(({ path }) => path);

  test.each([
    ["COPY src ./docs/ /app/", ["src", "docs"]],
    ["COPY . .", ["."]],
    ["ADD requirements.txt /app/", ["requirements.txt"]],
    ["copy --chown=1:1 --link src /app/", ["src"]],
    ['COPY ["a file", "other", "/app/"]', ["a file", "other"]],
    ["COPY /src /app/", ["src"]],
    ["COPY ../src /app/", ["src"]],
    ["RUN --mount=type=bind,source=uv.lock,target=uv.lock --mount=target=/all,src=docs true", ["uv.lock", "docs"]],
  ])("%s", (line, sources) => expect(paths(line)).toEqual(sources));

  test.each([
    ["another stage", "COPY --from=base /opt /opt"],
    ["folders at any depth", "COPY --parents **/*.txt /app/"],
    ["a variable", "COPY $SOURCE ${OTHER}/x /app/"],
    ["an address", "ADD https://example.com/x git@github.com:x/y.git /app/"],
    ["a text in place", "COPY <<EOF /app/\nsrc\nEOF"],
    ["what another build takes", "ONBUILD COPY src /app/"],
    ["a cache", "RUN --mount=type=cache,source=a,target=/b --mount=type=bind,from=base,source=/x,target=/y true"],
    ["the whole context", "RUN --mount=type=bind,target=/src true"],
  ])("is not %s", (_, line) => expect(paths(line)).toEqual([]));

  test("has the line in which each stands", () => {
    const { reads } = written("FROM a\nCOPY one \\\n     two /app/\n");
    expect(reads.map(({ path, line }) => [path, line])).toEqual([
      ["one", 2],
      ["two", 3],
    ]);
  });
});

test("a file that can't be read is told", () => {
  const folder = folderWith({ "Dockerfile/x": "" });
  expect(() => WrittenDockerfile.read(join(folder, "Dockerfile"), "Dockerfile")).toThrow(
    "Dockerfile: it is left to people and can't be read (EISDIR)",
  );
});

test.each([
  ["FROM x AS dev\nCMD a", true],
  ["FROM x AS dev\nENTRYPOINT a", true],
  ["FROM x AS Base\nCMD a\nFROM base AS middle\nFROM middle AS Dev", true],
  ["FROM x AS other\nCMD a\nFROM x AS dev", false],
  ["FROM dev AS dev\nRUN a\nFROM dev\nCMD a", false],
])("whether a stage has a command: %j", (text, has) => {
  expect(written(text).hasCommand("dev")).toBe(has);
});
