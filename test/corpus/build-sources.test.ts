import { folderWith } from "../project-folder";
import { contextSources, missingSources } from "./build-sources";

test.each<[string, string[]]>([
  ["COPY a.txt b/ ./", ["a.txt", "b/"]],
  ["COPY --chown=1000 a.txt ./", ["a.txt"]],
  ["COPY --from=deps /opt/venv /opt/venv", []],
  ['COPY ["a b.txt", "./"]', ["a b.txt"]],
  ["COPY <<EOF /a.txt\ntext\nEOF", []],
  ["RUN --mount=type=bind,source=a.txt,target=/a.txt true", ["a.txt"]],
  ["RUN --mount=type=bind,target=/src true", ["."]],
  ["RUN --mount=type=bind,from=deps,source=/opt,target=/opt true", []],
  ["RUN --mount=type=cache,target=/root/.cache \\\n  --mount=type=bind,src=b,target=/b \\\n  true", ["b"]],
])("%j takes %j from the context", (instruction, sources) =>
  expect(contextSources(`FROM debian AS deps\n${instruction}\n`)).toEqual(sources),
);

describe("a source", () => {
  const context = folderWith({ "a.txt": "", "empty/.gitkeep": "", "src/a.py": "", "src/data/b.csv": "" });
  const missing = (source: string, dockerignore = "") =>
    missingSources({ context, dockerignore, dockerfile: `FROM debian\nCOPY ${source} ./\n` });
  test.each([
    ["a.txt", ""],
    ["src", ""],
    ["src", "src/*\n!src/data"],
    [".", "*\n!a.txt"],
    ["uv.lock*", ""],
  ])("%s is there with %j", (source, dockerignore) => expect(missing(source, dockerignore)).toEqual([]));
  test("is not there", () => expect(missing("b.txt")).toEqual(["b.txt is copied or mounted and not there"]));
  test.each([
    ["a.txt", "*.txt"],
    ["src", "src"],
    ["src", "**/*.py\nsrc/data"],
    ["src/data", "src\n!src/a.py"],
  ])("%s is kept out by %j", (source, dockerignore) =>
    expect(missing(source, dockerignore)).toEqual([`${source} is kept out of the build context`]),
  );
});
