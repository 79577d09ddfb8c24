// biome-ignore-all lint/suspicious/noTemplateCurlyInString: it is the syntax of what is written
import { Dockerfile, type DockerfileStage, DockerfileWord, RunMount, StageBase } from "../../src";
import { bareProject, synthesized } from "../project-folder";
import { parsedStage } from "./parse";

function textOf(fill: (stage: DockerfileStage) => void): string {
  const project = bareProject();
  fill(new Dockerfile(project).addStage("app", StageBase.image("python:3.13")));
  return synthesized(project).Dockerfile;
}

/** The instructions as a parser of Dockerfiles counts them. */
const written = (fill: (stage: DockerfileStage) => void) =>
  parsedStage(textOf(fill), "app").instructions.map((each) => `${each.keyword} ${each.arguments}`);

test.each<[string, (stage: DockerfileStage) => void, string]>([
  ["a path that looks like a flag", (s) => s.addCopy(["--from=a"], "/b"), 'COPY ["--from=a","/b"]'],
  ["a path that looks like a list", (s) => s.addCopy(["[1]"], "/b"), 'COPY ["[1]","/b"]'],
  ["a path that looks like a here-document", (s) => s.addCopy(["<<EOF"], "/b"), 'COPY ["<<EOF","/b"]'],
  ["a path with Unicode's white space at its end", (s) => s.addVolume("/a\u0085"), 'VOLUME ["/a\u0085"]'],
  ["a path with a space at its end", (s) => s.addWorkdir("/a "), 'WORKDIR "/a "'],
  ["a path with a backslash at its end", (s) => s.addWorkdir("/a\\"), 'WORKDIR "/a\\\\"'],
  ["a user that looks like a flag", (s) => s.addUser("--a"), 'USER "--a"'],
  ["a byte order mark before a user", (s) => s.addUser("\ufeffa"), "USER \\\ufeffa"],
  ["a program that looks like a flag", (s) => s.addRun(["--mount=a"]), "RUN '--mount=a'"],
  ["a program that looks like an assignment", (s) => s.addRun(["A=b", "c=d"]), "RUN 'A=b' c=d"],
  ["a program that looks like a keyword", (s) => s.addRunSequence([["a"], ["if"]]), "RUN a && 'if'"],
  ["a fallback with a space", (s) => s.addEnv("A", DockerfileWord.variable("B", "c d")), 'ENV A="${B:-c d}"'],
])("%s stays what it is", (_, fill, text) => {
  expect(written(fill).map((each) => each.replace(/\s+\\\n\s+/g, " "))).toEqual([text]);
});

test("a line that ends a here-document, but for the line breaks of Windows, is a line of it", () => {
  const text = textOf((stage) => stage.addCopyText("a\r\nTEXT\r\nRUN b\r\n", "/a"));
  expect(text).toContain("COPY <<'TEXT_' /a\na\r\nTEXT\r\nRUN b\r\nTEXT_\n");
});

test("an escaped backslash does not continue shell text", () => {
  expect(written((stage) => stage.addRunShell("echo a\\\\"))).toEqual(["RUN echo a\\\\"]);
});

test("a comment is comment lines, as every reader tells lines apart", () => {
  const text = textOf((stage) => stage.addRun(["true"], { comment: "a\rRUN b\u2028c\u202ed" }));
  expect(text).toContain("# a\n# RUN b\n# c\\u202ed\nRUN true");
});

test.each<[string, (stage: DockerfileStage) => void, string]>([
  ["a flag in shell text", (s) => s.addRunShell("--mount=type=bind true"), "starts with --"],
  ["a list in shell text", (s) => s.addCommandShell('["a"]'), "is the exec form"],
  ["a here-document in shell text", (s) => s.addRunShell("cat <<EOF\nFROM a\nEOF"), "has a here-document"],
  ["shell text of comments alone", (s) => s.addRunShell("# a"), "has no words"],
  ["two words in an owner", (s) => s.addCopy(["a"], "/b", { chown: "a b" }), "--chown"],
  ["a variable in an owner", (s) => s.addCopy(["a"], "/b", { chown: "$HOME" }), "no white space, quotes, dollar signs"],
  [
    "a line break beside a variable",
    (s) => s.addCopy(["a"], "/b", { chmod: DockerfileWord.join("0\nRUN b", DockerfileWord.variable("A")) }),
    "--chmod",
  ],
  [
    "a line break in a build context's name",
    (s) => s.addCopyFrom({ name: "a\nRUN b" }, ["a"], "/b"),
    "is no name of a stage",
  ],
  [
    "two words in an interpreter's line",
    (s) => s.addRunScript("a", { interpreter: "sh\nRUN b" }),
    "has the interpreter",
  ],
  ["another network", (s) => s.addRun(["a"], { network: "none b" as never }), 'allowed are "default", "none", "host"'],
  ["white space in the path of a text", (s) => s.addCopyText("a", "/a b"), "has no white space"],
  [
    "a quote in a mount",
    (s) => s.addRun(["a"], { mounts: [RunMount.bind("/a", { source: "it's" })] }),
    "can't be written",
  ],
  [
    "an accent in a mount, which BuildKit reads byte by byte",
    (s) => s.addRun(["a"], { mounts: [RunMount.bind("/é")] }),
    "printable ASCII",
  ],
  ["a line break in a section's name", (s) => s.addSection("a\nRUN b"), "is one line"],
  ["a command in a fallback", (s) => s.addRun([DockerfileWord.variable("A", "$(id)")]), "can't be written"],
  ["a line break in a fallback", (s) => s.addUser(DockerfileWord.variable("A", "b\nRUN c")), "can't be written"],
  ["more than BuildKit reads", (s) => s.addEnv("A", "x".repeat(70_000)), "lines of up to 65535"],
  ["a NUL", (s) => s.addEnv("A", "\0"), "has a NUL character"],
  ["half a character", (s) => s.addCommand(["\ud800"]), "has half of a surrogate pair"],
  ["no user", (s) => s.addUser(""), "has an empty text"],
])("%s is refused", (_, fill, message) => expect(() => textOf(fill)).toThrow(message));

test("a check's name is no directive", () => {
  expect(() => new Dockerfile(bareProject(), { skippedBuildChecks: ["a\n# escape=`"] })).toThrow("has letters alone");
});

test("a platform is one word", () => {
  const dockerfile = new Dockerfile(bareProject());
  const platform = "linux/amd64 evil AS a";
  expect(() => dockerfile.addStage("app", StageBase.image("a"), { platform })).toThrow("--platform");
});

test("text beside a variable in a base image is a part of a reference", () => {
  expect(() => StageBase.image("a:", DockerfileWord.variable("A"), " AS b\nRUN c")).toThrow("is no part of one");
});
