import {
  CacheSharing,
  type DockerfileStage,
  ExposedProtocol,
  ImageReference,
  RunMount,
  RunNetwork,
  RunSecurity,
} from "../../src";

/** An instruction, a form or a flag of the Dockerfile reference, and how this module writes it. */
export interface ReferenceRow {
  readonly instruction: string;
  /** The flag or form, as the reference writes it; empty for the instruction itself. */
  readonly flag: string;
  /** The version of the frontend from which it is known, where an engine of today may have an older one. */
  readonly since?: string;
  /** Adds it to a stage; undefined where it is left to `addRaw`, or belongs to the stage or the file. */
  readonly add?: (stage: DockerfileStage) => void;
  /** What stands in the text. */
  readonly text: string;
}

const url = "https://example.com/a.tar.gz";
const sha256 = `sha256:${"0".repeat(64)}`;
const mounted = (mount: RunMount) => ({ mounts: [mount] });

/**
 * What the reference has, section by section.
 *
 * @see https://docs.docker.com/reference/dockerfile/
 */
export const reference: readonly ReferenceRow[] = [
  { instruction: "RUN", flag: "words", add: (s) => s.addRun(["true"]), text: "RUN true" },
  { instruction: "RUN", flag: "shell form", add: (s) => s.addRunShell("true || false"), text: "RUN true || false" },
  { instruction: "RUN", flag: "here-document", add: (s) => s.addRunScript("true\n"), text: "RUN <<'SCRIPT'" },
  {
    instruction: "RUN",
    flag: "--device",
    since: "1.14-labs",
    add: (s) => s.addRun(["true"], { devices: ["example.com/gpu=all"] }),
    text: "--device=example.com/gpu=all",
  },
  {
    instruction: "RUN",
    flag: "--network",
    add: (s) => s.addRun(["true"], { network: RunNetwork.NONE }),
    text: "--network=none",
  },
  {
    instruction: "RUN",
    flag: "--security",
    since: "1.20",
    add: (s) => s.addRun(["true"], { security: RunSecurity.SANDBOX }),
    text: "--security=sandbox",
  },
  {
    instruction: "RUN",
    flag: "--mount=type=bind",
    add: (s) => s.addRun(["true"], mounted(RunMount.bind("/m", { source: "a", writable: true }))),
    text: "--mount=type=bind,source=a,target=/m,rw=true",
  },
  {
    instruction: "RUN",
    flag: "--mount=type=cache",
    add: (s) =>
      s.addRun(
        ["true"],
        mounted(
          RunMount.cache("/m", {
            id: "i",
            stage: { name: "made" },
            source: "/a",
            sharing: CacheSharing.LOCKED,
            readOnly: true,
            uid: 1,
            gid: 2,
            mode: "0700",
          }),
        ),
      ),
    text: "--mount=type=cache,id=i,from=made,source=/a,target=/m,sharing=locked,ro=true,uid=1,gid=2,mode=0700",
  },
  {
    instruction: "RUN",
    flag: "--mount=type=tmpfs",
    add: (s) => s.addRun(["true"], mounted(RunMount.tmpfs("/m", { sizeBytes: 4096 }))),
    text: "--mount=type=tmpfs,target=/m,size=4096",
  },
  {
    instruction: "RUN",
    flag: "--mount=type=secret",
    add: (s) => s.addRun(["true"], mounted(RunMount.secret("t", { target: "/m", uid: 1, gid: 2, mode: "0440" }))),
    text: "--mount=type=secret,id=t,target=/m,uid=1,gid=2,mode=0440",
  },
  {
    instruction: "RUN",
    flag: "--mount=type=ssh",
    add: (s) => s.addRun(["true"], mounted(RunMount.ssh({ id: "i", target: "/m", uid: 1, gid: 2, mode: "0660" }))),
    text: "--mount=type=ssh,id=i,target=/m,uid=1,gid=2,mode=0660",
  },
  { instruction: "CMD", flag: "exec form", add: (s) => s.addCommand(["a"]), text: 'CMD ["a"]' },
  { instruction: "CMD", flag: "shell form", add: (s) => s.addCommandShell("exec a $B"), text: "CMD exec a $B" },
  { instruction: "LABEL", flag: "", add: (s) => s.addLabel("a", "b"), text: "LABEL a=b" },
  { instruction: "EXPOSE", flag: "", add: (s) => s.addExpose(80), text: "EXPOSE 80" },
  {
    instruction: "EXPOSE",
    flag: "protocol",
    add: (s) => s.addExpose(53, { protocol: ExposedProtocol.UDP }),
    text: "EXPOSE 53/udp",
  },
  { instruction: "ENV", flag: "", add: (s) => s.addEnv("A", "b"), text: "ENV A=b" },
  {
    instruction: "ADD",
    flag: "local tar archives",
    add: (s) => s.addArchives(["a.tar"], "/b/"),
    text: "ADD a.tar /b/",
  },
  { instruction: "ADD", flag: "URL", add: (s) => s.addDownload(url, "/b"), text: `ADD ${url} /b` },
  {
    instruction: "ADD",
    flag: "Git repository",
    add: (s) => s.addGitRepository("https://example.com/a.git#v1", "/b"),
    text: "ADD https://example.com/a.git#v1 /b",
  },
  {
    instruction: "ADD",
    flag: "--keep-git-dir",
    add: (s) => s.addGitRepository("git@example.com:a.git", "/b", { keepGitDir: true }),
    text: "--keep-git-dir=true",
  },
  {
    instruction: "ADD",
    flag: "--checksum",
    add: (s) => s.addDownload(url, "/b", { checksum: sha256 }),
    text: `--checksum=${sha256}`,
  },
  {
    instruction: "ADD",
    flag: "--checksum of a commit",
    since: "1.16",
    add: (s) => s.addGitRepository("https://example.com/a.git", "/b", { commit: "be1f38e" }),
    text: "--checksum=be1f38e",
  },
  {
    instruction: "ADD",
    flag: "--chmod",
    add: (s) => s.addDownload(url, "/b", { chmod: "0755" }),
    text: "--chmod=0755",
  },
  { instruction: "ADD", flag: "--chown", add: (s) => s.addDownload(url, "/b", { chown: "1:2" }), text: "--chown=1:2" },
  { instruction: "ADD", flag: "--link", add: (s) => s.addArchives(["a"], "/b", { link: true }), text: "--link" },
  {
    instruction: "ADD",
    flag: "--unpack",
    since: "1.17",
    add: (s) => s.addDownload(url, "/b", { unpack: true }),
    text: "--unpack=true",
  },
  {
    instruction: "ADD",
    flag: "--exclude",
    since: "1.19",
    add: (s) => s.addArchives(["a"], "/b", { exclude: ["*.txt"] }),
    text: "--exclude=*.txt",
  },
  { instruction: "COPY", flag: "", add: (s) => s.addCopy(["a"], "/b"), text: "COPY a /b" },
  {
    instruction: "COPY",
    flag: "here-document",
    add: (s) => s.addCopyText("a\n", "/b"),
    text: "COPY <<'TEXT' /b\na\nTEXT",
  },
  {
    instruction: "COPY",
    flag: "--from",
    add: (s) => s.addCopyFrom({ name: "made" }, ["/a"], "/b"),
    text: "COPY --from=made /a /b",
  },
  {
    instruction: "COPY",
    flag: "--from of an image",
    add: (s) => s.addCopyFromImage(ImageReference.of("debian:trixie-slim"), ["/etc/issue"], "/b"),
    text: "COPY --from=debian:trixie-slim",
  },
  { instruction: "COPY", flag: "--chmod", add: (s) => s.addCopy(["a"], "/b", { chmod: "0644" }), text: "--chmod=0644" },
  {
    instruction: "COPY",
    flag: "--chmod in symbols",
    since: "1.14",
    add: (s) => s.addCopy(["a"], "/b", { chmod: "u=rwX,go=rX" }),
    text: "--chmod=u=rwX,go=rX",
  },
  { instruction: "COPY", flag: "--chown", add: (s) => s.addCopy(["a"], "/b", { chown: "1" }), text: "--chown=1" },
  { instruction: "COPY", flag: "--link", add: (s) => s.addCopy(["a"], "/b", { link: true }), text: "--link" },
  {
    instruction: "COPY",
    flag: "--parents",
    since: "1.20",
    add: (s) => s.addCopy(["a"], "/b", { parents: true }),
    text: "--parents",
  },
  {
    instruction: "COPY",
    flag: "--exclude",
    since: "1.19",
    add: (s) => s.addCopy(["a"], "/b", { exclude: ["*.md"] }),
    text: "--exclude=*.md",
  },
  { instruction: "ENTRYPOINT", flag: "exec form", add: (s) => s.addEntrypoint(["a"]), text: 'ENTRYPOINT ["a"]' },
  { instruction: "ENTRYPOINT", flag: "shell form", add: (s) => s.addEntrypointShell("a"), text: "ENTRYPOINT a" },
  { instruction: "VOLUME", flag: "", add: (s) => s.addVolume("/data"), text: "VOLUME /data" },
  { instruction: "USER", flag: "", add: (s) => s.addUser("1:2"), text: "USER 1:2" },
  { instruction: "WORKDIR", flag: "", add: (s) => s.addWorkdir("/a"), text: "WORKDIR /a" },
  { instruction: "ARG", flag: "", add: (s) => s.addArg("A", { default: "b" }), text: "ARG A=b" },
  { instruction: "ONBUILD", flag: "", add: (s) => s.addOnBuild().addRun(["true"]), text: "ONBUILD RUN true" },
  { instruction: "STOPSIGNAL", flag: "", add: (s) => s.addStopSignal("SIGINT"), text: "STOPSIGNAL SIGINT" },
  { instruction: "HEALTHCHECK", flag: "exec form", add: (s) => s.addHealthCheck(["a"]), text: 'CMD ["a"]' },
  { instruction: "HEALTHCHECK", flag: "shell form", add: (s) => s.addHealthCheckShell("a || b"), text: "CMD a || b" },
  { instruction: "HEALTHCHECK", flag: "NONE", add: (s) => s.addNoHealthCheck(), text: "HEALTHCHECK NONE" },
  {
    instruction: "HEALTHCHECK",
    flag: "--interval",
    add: (s) => s.addHealthCheck(["a"], { intervalSeconds: 9 }),
    text: "--interval=9s",
  },
  {
    instruction: "HEALTHCHECK",
    flag: "--timeout",
    add: (s) => s.addHealthCheck(["a"], { timeoutSeconds: 9 }),
    text: "--timeout=9s",
  },
  {
    instruction: "HEALTHCHECK",
    flag: "--start-period",
    add: (s) => s.addHealthCheck(["a"], { startPeriodSeconds: 9 }),
    text: "--start-period=9s",
  },
  {
    instruction: "HEALTHCHECK",
    flag: "--start-interval",
    add: (s) => s.addHealthCheck(["a"], { startIntervalSeconds: 9 }),
    text: "--start-interval=9s",
  },
  {
    instruction: "HEALTHCHECK",
    flag: "--retries",
    add: (s) => s.addHealthCheck(["a"], { retries: 9 }),
    text: "--retries=9",
  },
  { instruction: "SHELL", flag: "", add: (s) => s.addShell(["/bin/bash", "-c"]), text: 'SHELL ["/bin/bash", "-c"]' },
];
