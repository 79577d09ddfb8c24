import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  CacheSharing,
  Dockerfile,
  type DockerfileStage,
  DockerfileWord,
  ImageReference,
  RunMount,
  StageBase,
} from "../../src";
import { bareProject, projectFolder, synthesized } from "../project-folder";
import { argumentsOf, parsedStage } from "./parse";

function stage() {
  const file = new Dockerfile(bareProject());
  const added = file.addStage("app", StageBase.image("debian:trixie-slim"));
  return { file, stage: added, parsed: () => parsedStage(synthesized(file.project).Dockerfile, "app") };
}

/** The one instruction of a stage to which `add` added. */
function only(add: (stage: DockerfileStage) => void) {
  const { stage: added, parsed } = stage();
  add(added);
  const { instructions } = parsed();
  expect(instructions).toHaveLength(1);
  return instructions[0];
}

const variable = DockerfileWord.variable("V");

describe("instructions", () => {
  test.each<[string, (stage: DockerfileStage) => void, string, string]>([
    ["ARG", (s) => s.addArg("A"), "ARG", "A"],
    ["ARG with a default", (s) => s.addArg("A", { default: "a b" }), "ARG", 'A="a b"'],
    ["ENV", (s) => s.addEnv("A", "1"), "ENV", "A=1"],
    ["an empty ENV", (s) => s.addEnv("A", ""), "ENV", 'A=""'],
    ["ENV with literal signs", (s) => s.addEnv("A", 'a $b "c" \\d'), "ENV", 'A="a \\$b \\"c\\" \\\\d"'],
    ["ENV with a reference", (s) => s.addEnv("PATH", DockerfileWord.join("/bin:", variable)), "ENV", `PATH=/bin:\${V}`],
    ["a fallback", (s) => s.addEnv("A", DockerfileWord.variable("V", "1")), "ENV", `A=\${V:-1}`],
    [
      "LABEL",
      (s) => s.addLabel("org.opencontainers.image.title", "Orders & more"),
      "LABEL",
      'org.opencontainers.image.title="Orders & more"',
    ],
    ["WORKDIR", (s) => s.addWorkdir("/app"), "WORKDIR", "/app"],
    ["USER", (s) => s.addUser("10001:10001"), "USER", "10001:10001"],
    ["USER by reference", (s) => s.addUser(variable), "USER", `\${V}`],
    ["EXPOSE", (s) => s.addExpose(8000), "EXPOSE", "8000"],
    ["STOPSIGNAL", (s) => s.addStopSignal("SIGINT"), "STOPSIGNAL", "SIGINT"],
    ["ENTRYPOINT", (s) => s.addEntrypoint(["python", "-m", "a b"]), "ENTRYPOINT", '["python", "-m", "a b"]'],
    ["CMD", (s) => s.addCommand(['say "x"']), "CMD", '["say \\"x\\""]'],
    ["COPY", (s) => s.addCopy(["a", "b"], "/c/"), "COPY", "a b /c/"],
    ["COPY of a path with a quote", (s) => s.addCopy(["it's"], "/c"), "COPY", "it\\'s /c"],
    ["COPY of a path with a space", (s) => s.addCopy(["a b"], "/c"), "COPY", '["a b","/c"]'],
    [
      "COPY with options",
      (s) => s.addCopy(["a"], "/c", { chown: "1:1", chmod: "0755", link: true }),
      "COPY",
      "--chown=1:1 --chmod=0755 --link a /c",
    ],
    ["COPY of a stage", (s) => s.addCopyFrom({ name: "deps" }, ["/v"], "/v"), "COPY", "--from=deps /v /v"],
    [
      "COPY of an image",
      (s) => s.addCopyFromImage(ImageReference.of("ghcr.io/astral-sh/uv:0.13.9"), ["/uv"], "/bin/"),
      "COPY",
      "--from=ghcr.io/astral-sh/uv:0.13.9 /uv /bin/",
    ],
    ["no health check", (s) => s.addNoHealthCheck(), "HEALTHCHECK", "NONE"],
    ["raw text", (s) => s.addRaw("ONBUILD RUN true"), "ONBUILD", "RUN true"],
  ])("%s", (_, add, keyword, content) => {
    expect(only(add)).toEqual({ keyword, arguments: content });
  });

  test("HEALTHCHECK may count from the start", () => {
    expect(only((s) => s.addHealthCheck(["a"], { startPeriodSeconds: 0 })).arguments).toContain("--start-period=0s");
  });
  test("HEALTHCHECK has all its times", () => {
    const { arguments: content } = only((s) =>
      s.addHealthCheck(["python", "-c", "pass"], {
        intervalSeconds: 30,
        timeoutSeconds: 2.5,
        startPeriodSeconds: 10,
        startIntervalSeconds: 1,
        retries: 4,
      }),
    );
    expect(content.split(/\s+\\?\s*/)).toEqual([
      "--interval=30s",
      "--timeout=2.5s",
      "--start-period=10s",
      "--start-interval=1s",
      "--retries=4",
      "CMD",
      '["python",',
      '"-c",',
      '"pass"]',
    ]);
  });

  test("a comment stands above its instruction, line by line", () => {
    const { file, stage: added } = stage();
    added.addRun(["true"], { comment: "first\nsecond" });
    expect(synthesized(file.project).Dockerfile).toContain("# first\n# second\nRUN true\n");
  });

  test("a comment of an ARG starts with its name, as BuildKit asks", () => {
    const { file, stage: added } = stage();
    added.addArg("UID", { default: "1", comment: "the user's id" });
    expect(synthesized(file.project).Dockerfile).toContain("# UID the user's id\nARG UID=1\n");
  });
});

describe("RUN", () => {
  test.each<[string, (stage: DockerfileStage) => void, string]>([
    ["plain words", (s) => s.addRun(["uv", "sync", "--locked"]), "uv sync --locked"],
    [
      "words that are special to a shell",
      (s) => s.addRun(["echo", "a b", "$HOME", "it's"]),
      `echo 'a b' '$HOME' 'it'\\''s'`,
    ],
    ["an empty word", (s) => s.addRun(["echo", ""]), "echo ''"],
    ["references in words", (s) => s.addRun(["pip", DockerfileWord.join("pipx==", variable)]), `pip "pipx==\${V}"`],
    [
      "literal signs beside a reference",
      (s) => s.addRun(["echo", DockerfileWord.join('$a "`', variable)]),
      `echo "\\$a \\"\\\`\${V}"`,
    ],
    ["shell text", (s) => s.addRunShell("a && b | c"), "a && b | c"],
  ])("%s", (_, add, content) => expect(only(add).arguments).toBe(content));

  test("a sequence stops at the first failure", () => {
    expect(only((s) => s.addRunSequence([["a"], ["b", "c"]])).arguments).toMatch(/^a \\\n\s+&& b c$/);
  });

  test("long commands are broken, but never between an option and its value", () => {
    const words = Array.from({ length: 20 }, (_, index) => ["--option", `value-${index}`]).flat();
    const lines = only((s) => s.addRun(["run", ...words])).arguments.split("\n");
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.filter((line) => /--option( \\)?$/.test(line))).toEqual([]);
  });

  test("lines of shell text are continued", () => {
    expect(only((s) => s.addRunShell("a \n  && b")).arguments).toMatch(/^a\s+\\\n\s+&& b$/);
  });

  test.each([
    ["that are continued already", "a && \\\n  b"],
    ["with a comment before them", "# why\na &&\n\nb"],
  ])("lines %s make one command", (_, text) => {
    expect(only((s) => s.addRunShell(text)).arguments.replace(/\s*\\\n\s*/g, " ")).toBe("a && b");
  });

  test("a script is a heredoc", () => {
    expect(only((s) => s.addRunScript("import os\nprint(1)\n", { interpreter: "python3" })).arguments).toBe(
      "python3 <<'SCRIPT'\nimport os\nprint(1)\nSCRIPT",
    );
  });

  test("the end of a heredoc is no line of its script", () => {
    expect(only((s) => s.addRunScript("SCRIPT")).arguments).toBe("<<'SCRIPT_'\nSCRIPT\nSCRIPT_");
  });

  test("an empty line stands after a heredoc, without which hadolint finds no next instruction", () => {
    const { file, stage: added } = stage();
    added.addRunScript("true");
    added.addUser("1");
    expect(synthesized(file.project).Dockerfile).toContain("\nSCRIPT\n\nUSER 1\n");
  });

  test.each<[string, RunMount, string]>([
    ["a cache", RunMount.cache("/root/.cache/uv"), "type=cache,target=/root/.cache/uv"],
    [
      "a cache with options",
      RunMount.cache("/c", { id: "c", sharing: CacheSharing.LOCKED, uid: 1000, gid: 1000, mode: "0777" }),
      "type=cache,id=c,target=/c,sharing=locked,uid=1000,gid=1000,mode=0777",
    ],
    [
      "a file of the context",
      RunMount.bind("/s/uv.lock", { source: "uv.lock" }),
      "type=bind,source=uv.lock,target=/s/uv.lock",
    ],
    [
      "a folder of a stage",
      RunMount.bind("/m", { stage: { name: "manifest" }, source: "/m", writable: true }),
      "type=bind,from=manifest,source=/m,target=/m,rw=true",
    ],
    ["a secret", RunMount.secret("token", { required: true }), "type=secret,id=token,required=true"],
    ["memory", RunMount.tmpfs("/tmp"), "type=tmpfs,target=/tmp"],
  ])("mounts %s", (_, mount, flag) => {
    expect(only((s) => s.addRun(["true"], { mounts: [mount] })).arguments.split(/[ \\\n]+/)).toEqual([
      `--mount=${flag}`,
      "true",
    ]);
  });
});

describe("a secret in the environment", () => {
  const mounts = [RunMount.secret("token", { environmentVariable: "T" })];
  const read = "if [ -s /run/secrets/token ]; then T=$(cat /run/secrets/token); export T; fi";
  const flag = "--mount=type=secret,id=token";

  test.each<[string, (stage: DockerfileStage) => void, string[]]>([
    ["a command", (s) => s.addRun(["true"], { mounts }), [flag, `${read};`, "true"]],
    ["a sequence", (s) => s.addRunSequence([["a"], ["b"]], { mounts }), [flag, `${read};`, "a", "&& b"]],
    ["shell text", (s) => s.addRunShell("a || b", { mounts }), [flag, `${read};`, "a || b"]],
    ["a script", (s) => s.addRunScript("a\n", { mounts }), [flag, "<<'SCRIPT'", read, "a", "SCRIPT"]],
    [
      "a script of an interpreter",
      (s) => s.addRunScript("a\n", { mounts, interpreter: "python" }),
      [flag, `${read};`, "python <<'SCRIPT'", "a", "SCRIPT"],
    ],
  ])("is read by the shell of %s", (_, add, lines) => {
    const { arguments: text } = only(add);
    expect(text.split("\n").map((line) => line.trim().replace(/ \\$/, ""))).toEqual(lines);
  });

  test("is read where the file lies", () => {
    const secret = RunMount.secret("token", { environmentVariable: "T", target: "/t" });
    expect(only((s) => s.addRun(["true"], { mounts: [secret] })).arguments).toContain("T=$(cat /t); export T;");
  });

  test.each<[string, string | undefined]>([
    ["value", "value"],
    ["", undefined],
    [undefined as never, undefined],
  ])("of the content %j is %j for the command", (content, value) => {
    const file = join(projectFolder(), "secret");
    if (content !== undefined) writeFileSync(file, content);
    const secret = RunMount.secret("token", { environmentVariable: "T", target: file });
    const command = ["node", "-e", "process.stdout.write(JSON.stringify(process.env.T ?? null))"];
    const [, shell] = only((s) => s.addRun(command, { mounts: [secret] })).arguments.split(/\n(.*)/s);
    expect(JSON.parse(execFileSync("sh", ["-ec", shell], { encoding: "utf8" }))).toBe(value ?? null);
  });
});

describe("ONBUILD", () => {
  test("stands where it was added, with what is added to it later", () => {
    const { stage: added, parsed } = stage();
    const later = added.addOnBuild();
    added.addRun(["own"]);
    later.addCopy(["."], "/app");
    later.addRun(["make"], { comment: "in the later build" });
    expect(parsed().instructions.map(({ keyword, arguments: text }) => `${keyword} ${text}`)).toEqual([
      "ONBUILD COPY . /app",
      "ONBUILD RUN make",
      "RUN own",
    ]);
  });

  test("has keys of its own", () => {
    const { stage: added } = stage();
    added.addCommand(["own"]);
    expect(() => added.addOnBuild().addCommand(["later"])).not.toThrow();
  });

  test("renews no ARG of this file, which the later build does not know", () => {
    const { file, stage: added, parsed } = stage();
    added.addOnBuild().addRun([file.addArg("V", { default: "1" })]);
    expect(argumentsOf(parsed(), "ARG")).toEqual([]);
  });
});

describe("files", () => {
  test("a text of nothing makes an empty file", () => {
    expect(only((s) => s.addCopyText("", "/a")).arguments).toBe("<<'TEXT' /a\nTEXT");
  });
  test("a text ends with a line break, and its end is none of its lines", () => {
    expect(only((s) => s.addCopyText("TEXT", "/a")).arguments).toBe("<<'TEXT_' /a\nTEXT\nTEXT_");
  });

  test.each<[string, (stage: DockerfileStage) => void]>([
    ["the address", (s) => s.addDownload(DockerfileWord.join("https://a.example/", variable), "/a")],
    ["the checksum", (s) => s.addDownload("https://a.example/b", "/a", { checksum: variable })],
    ["the mode", (s) => s.addCopy(["a"], "/b", { chmod: variable })],
    ["a volume", (s) => s.addVolume(variable)],
  ])("an ARG is renewed for %s", (_, add) => {
    const { file, stage: added, parsed } = stage();
    file.addArg("V", { default: "1" });
    add(added);
    expect(argumentsOf(parsed(), "ARG")).toEqual(["V"]);
  });
});

describe("what is refused", () => {
  test.each<[string, (stage: DockerfileStage) => void, string]>([
    ["a bad name of ENV", (s) => s.addEnv("A-B", ""), 'ENV "A-B" is no name of a variable'],
    ["a bad name of ARG", (s) => s.addArg("1"), 'ARG "1" is no name of a variable'],
    ["a bad name of a reference", () => DockerfileWord.variable("$A"), "give the name without a dollar sign"],
    ["a bad key of LABEL", (s) => s.addLabel("a b", ""), 'LABEL key "a b" is not valid'],
    ["a line break", (s) => s.addEnv("A", "a\nb"), "has a line break"],
    ["no word", (s) => s.addRun([]), "RUN has no words"],
    ["no program", (s) => s.addRunSequence([[]]), "RUN has no words"],
    ["empty shell text", (s) => s.addRunShell(" "), "RUN has no words"],
    ["an empty script", (s) => s.addRunScript("\n"), "RUN has no words"],
    [
      "a script with a first line of its own and a secret in the environment",
      (s) => s.addRunScript("#!/bin/bash\n", { mounts: [RunMount.secret("a", { environmentVariable: "A" })] }),
      "leave that line out and give the option interpreter",
    ],
    [
      "a secret's variable that is none",
      () => RunMount.secret("a", { environmentVariable: "A-B" }),
      '"A-B" is no name',
    ],
    ["a relative WORKDIR", (s) => s.addWorkdir("app"), 'WORKDIR "app" is relative'],
    ["a port that is none", (s) => s.addExpose(70000), "70000 is not a port"],
    ["several paths to a file", (s) => s.addCopy(["a", "b"], "/c"), "end the destination with /"],
    ["a mode that is none", (s) => s.addCopy(["a"], "/c", { chmod: "rwx" }), '--chmod "rwx" is no file mode'],
    ["a pattern with a space", (s) => s.addCopy(["a"], "/c", { exclude: ["a b"] }), "put ? in its place"],
    ["a text as a folder", (s) => s.addCopyText("a", "/c/"), "end the destination with its name"],
    ["an archive at an address", (s) => s.addArchives(["https://a.example/b"], "/c"), "use addDownload"],
    ["no archive", (s) => s.addArchives([], "/c"), "ADD has no words"],
    ["a download without an address", (s) => s.addDownload("a.tar", "/c"), "it starts with http:// or https://"],
    ["a download of a repository", (s) => s.addDownload("https://a.example/b.git#v1", "/c"), "use addGitRepository"],
    ["a checksum that is none", (s) => s.addDownload("https://a.example/b", "/c", { checksum: "1" }), "is no checksum"],
    ["a repository that is none", (s) => s.addGitRepository("https://a.example/b", "/c"), "its path ends with .git"],
    ["a commit that is none", (s) => s.addGitRepository("git@a.example:b", "/c", { commit: "v1" }), "is no commit"],
    ["a device that is none", (s) => s.addRun(["a"], { devices: ["a b"] }), 'RUN --device "a b" is no device'],
    ["a relative VOLUME", (s) => s.addVolume("data"), 'VOLUME "data" is relative'],
    ["a shell of no word", (s) => s.addShell([]), "SHELL has no words"],
    ["a shell by reference", (s) => s.addShell([variable as never]), "the exec form expands none"],
    ["an empty command", (s) => s.addCommandShell(" "), "CMD has no words"],
    ["an empty entry point", (s) => s.addEntrypointShell(""), "ENTRYPOINT has no words"],
    ["an empty health check", (s) => s.addHealthCheckShell(""), "HEALTHCHECK has no words"],
    ["ONBUILD FROM", (s) => s.addOnBuild().addRaw("FROM a"), 'stage "app" ONBUILD: ONBUILD has FROM'],
    ["ONBUILD ONBUILD", (s) => s.addOnBuild().addRaw("onbuild RUN a"), "ONBUILD has ONBUILD"],
    [
      "a mount of a stage and an image",
      () => RunMount.bind("/a", { stage: { name: "deps" }, image: ImageReference.of("debian") }),
      "leave one of the two out",
    ],
    ["a folder in memory of no size", () => RunMount.tmpfs("/a", { sizeBytes: 0 }), "the mount's sizeBytes is 0"],
    ["a signal that is none", (s) => s.addStopSignal("TERM"), 'STOPSIGNAL "TERM" is no signal'],
    ["half a try", (s) => s.addHealthCheck(["a"], { retries: 1.5 }), "retries is 1.5; it is a whole number from 1 on"],
    ["no try", (s) => s.addHealthCheck(["a"], { retries: 0 }), "retries is 0"],
    ["too short a time", (s) => s.addHealthCheck(["a"], { intervalSeconds: 0.0001 }), "from 0.001 on"],
    ["a start before the start", (s) => s.addHealthCheck(["a"], { startPeriodSeconds: -1 }), "it is 0, or a number"],
    ["a time of nothing", (s) => s.addHealthCheck(["a"], { timeoutSeconds: 0 }), "timeoutSeconds is 0"],
    ["a reference in the exec form", (s) => s.addCommand([variable as never]), "the exec form expands none"],
    ["a relative target of a mount", () => RunMount.cache("cache"), 'write "/cache"'],
    ["a comma in a mount", () => RunMount.bind("/a,b"), "no comma"],
    ["a section that is not there", (s) => s.section("usr"), 'there is no section "usr"; its sections are none'],
  ])("%s", (_, add, message) => expect(() => add(stage().stage)).toThrow(message));

  test("names the file and the stage", () => {
    expect(() => stage().stage.addExpose(0)).toThrow();
    expect(() => stage().stage.addRun([])).toThrow('Dockerfile stage "app": RUN has no words');
  });
});

describe("sections", () => {
  test("keep their order, whoever adds when", () => {
    const { stage: added, parsed } = stage();
    const first = added.addSection("first");
    const second = added.addSection("second");
    second.addRun(["2"]);
    first.addRun(["1"]);
    added.addRun(["0"]);
    expect(argumentsOf(parsed(), "RUN")).toEqual(["0", "1", "2"]);
  });

  test("have a banner", () => {
    const { file, stage: added } = stage();
    added.addSection("system packages").addRun(["true"]);
    expect(synthesized(file.project).Dockerfile).toMatch(/^# --- system packages -{3,}\nRUN true$/m);
  });

  test("without an instruction have none", () => {
    const { file, stage: added } = stage();
    added.addSection("system packages");
    expect(synthesized(file.project).Dockerfile).not.toContain("system packages");
  });

  test("have names of their own", () => {
    const { stage: added } = stage();
    added.addSection("user");
    expect(() => added.addSection("user")).toThrow('there is a section "user" already');
  });

  test("are found by name", () => {
    const { stage: added } = stage();
    expect(added.section(added.addSection("user").name)).toBe(added.sections[0]);
  });
});

describe("one key, two values", () => {
  test("of the user are a conflict, in whatever section", () => {
    const { stage: added } = stage();
    added.addEnv("A", "1");
    expect(() => added.addSection("runtime").addEnv("A", "2")).toThrow(
      "ENV A is there already as ENV A=1, and now comes ENV A=2",
    );
  });

  test("that are the same stand once", () => {
    expect(only((s) => void [s.addEnv("A", "1"), s.addEnv("A", "1")]).arguments).toBe("A=1");
  });

  test("the user's replaces a computed one", () => {
    const { stage: added, parsed } = stage();
    added.addDefaults({ applyDefaults: (block) => block.addCommand(["default"]) });
    added.addSection("runtime").addCommand(["mine"]);
    expect(argumentsOf(parsed(), "CMD")).toEqual(['["mine"]']);
  });

  test("of two stages are no conflict", () => {
    const { file, stage: added } = stage();
    added.addEnv("A", "1");
    expect(() => file.addStage("other", StageBase.SCRATCH).addEnv("A", "2")).not.toThrow();
  });
});

describe("defaults", () => {
  test.each<[string, boolean, (stage: DockerfileStage) => void]>([
    ["a user's instruction", true, (s) => s.addCommand(["own"])],
    ["one in a section", true, (s) => s.addSection("runtime").addCommand(["own"])],
    ["one of defaults", false, (s) => s.addDefaults({ applyDefaults: (block) => block.addCommand(["default"]) })],
    ["another instruction", false, (s) => s.addEntrypoint(["own"])],
  ])("a stage has its own CMD by %s: %p", (_, isOwn, add) => {
    const { stage: added, parsed } = stage();
    add(added);
    parsed();
    expect(added.hasOwnInstruction("CMD")).toBe(isOwn);
  });

  test("a stage has its own ENV by its name", () => {
    const { stage: added } = stage();
    added.addEnv("PORT", "1");
    expect(["ENV PORT", "ENV HOST"].map((each) => added.hasOwnInstruction(each))).toEqual([true, false]);
  });

  test("stand where they were registered", () => {
    const { stage: added, parsed } = stage();
    added.addRun(["before"]);
    added.addDefaults({ applyDefaults: (block) => block.addRun(["computed"]) });
    added.addRun(["after"]);
    expect(argumentsOf(parsed(), "RUN")).toEqual(["before", "computed", "after"]);
  });

  test("that add to another block are refused: they would add again at every rendering", () => {
    const { file, stage: added } = stage();
    added.addSection("user").addDefaults({ applyDefaults: () => added.addRun(["true"]) });
    expect(() => file.project.synth()).toThrow('stage "app": defaults of another block add to it');
  });

  test("are computed at the rendering, not before", () => {
    const { stage: added, parsed } = stage();
    let word = "early";
    added.addDefaults({ applyDefaults: (block) => block.addRun([word]) });
    word = "late";
    expect(argumentsOf(parsed(), "RUN")).toEqual(["late"]);
  });
});
