import { readRuledFile } from "../../src/dockerfile/rules/ruled-file";
import { textFindings } from "../../src/dockerfile/rules/text-findings";

/** The rules that find something in a stage with these lines. */
function found(lines: string, base = "debian:trixie-slim"): string[] {
  const file = readRuledFile(`FROM ${base} AS app\n${lines}\n`, "Dockerfile");
  return [...new Set([...textFindings("Dockerfile", file)].map(({ rule }) => rule))];
}

function all(text: string) {
  return [...textFindings("Dockerfile", readRuledFile(`${text}\n`, "Dockerfile"))];
}

const APT = "apt-get install -y --no-install-recommends git && rm -rf /var/lib/apt/lists/*";

describe("what is as it should be", () => {
  test.each([
    ["a comment with a command", "# sudo apt install\nRUN true"],
    ["the name of a program as an argument", 'RUN echo "sudo" apt vim'],
    ["a program whose name begins alike", "RUN ssh-keyscan example.com > /etc/hosts.known"],
    ["cd further down", "RUN mkdir /x && cd /x && make"],
    ["cd of another program", 'RUN ["cd", "/x"]'],
    ["options in one word", `RUN apt-get update && apt-get -yqq install --no-install-recommends git && ${APT}`],
    ["options of apt's own", "RUN apt-get -o APT::Install-Recommends=false -y install git"],
    [
      "lists in a cache",
      "RUN --mount=type=cache,target=/var/lib/apt,sharing=locked apt-get update && apt-get install -y --no-install-recommends git",
    ],
    ["a script that installs", `RUN <<EOF\nset -eu\napt-get update\n${APT}\nEOF`],
    ["a script of Python", "RUN python3 <<EOF\nimport os\nos.system('sudo x | y')\nEOF"],
    ["a script with an interpreter of its own", "RUN <<EOF\n#!/usr/bin/env python3\nsudo = 1 | 2\nEOF"],
    ["text for a program", "RUN cat > /etc/x <<EOF\nsudo apt install | sh\nEOF"],
    ["pipefail in the script", "RUN <<EOF\nset -o pipefail\na | b\nEOF"],
    ["pipefail of the parent's shell", 'SHELL ["/bin/bash", "-o", "pipefail", "-c"]\nFROM app AS two\nRUN a | b'],
    ["an or", "RUN a || b"],
    ["a requirements file", "RUN pip install --no-cache-dir -r requirements.txt"],
    ["the project itself", "RUN pip install --no-cache-dir . ./lib.whl git+https://example.com/x.git"],
    ["a range of versions", 'RUN pip install --no-cache-dir "pipx>=1,<2" "x[y]==1"'],
    ["a version in a variable", "ARG V=1\nRUN pip install --no-cache-dir uv==$V"],
    [
      "versions of other managers",
      "RUN uv tool install ruff==1 && cargo install just@1.2 && go install example.com/x@v1.2.3",
    ],
    ["a script of one version", "RUN curl -o /x https://astral.sh/uv/0.9.1/install.sh"],
    ["packages of a lock file of npm", "RUN npm ci && npm install && npm install -g @x/y@1.2"],
    ["a cache of pip's in an ENV", "ENV PIP_NO_CACHE_DIR=1\nRUN pip install x==1"],
    ["a reference with a word in its place", `WORKDIR /x/\${NAME:-y}`],
    ["a dollar sign that is quoted", "ENV A='$B' C=\\$D"],
    ["a variable of the image", "ENV PATH=/x:$PATH"],
    ["an archive and an address", "ADD app.tar.gz https://example.com/x /srv/"],
    ["a relative folder below a whole one", "WORKDIR /srv\nWORKDIR x\nCOPY a b/"],
    ["several files in brackets", 'COPY ["a b", "c", "/srv/"]'],
    ["a text in place", `COPY <<EOF /etc/x\nrun \${X}\n\nsudo x\nEOF`],
    ["a range of ports", "ARG PORT=80\nEXPOSE 8000-8010/tcp 53/udp $PORT"],
    ["a file with a secret", "ENV DB_PASSWORD_FILE=/run/secrets/db PIP_KEYRING_PROVIDER=import TOKEN_VERSION=1"],
    ["a license", 'LABEL org.opencontainers.image.licenses="MIT OR (Apache-2.0 AND BSD-3-Clause)"'],
    ["a user with a number of the day", "RUN useradd --create-home --uid 1000 app"],
    ["ONBUILD of several paths to a folder", "ONBUILD COPY a b /srv/"],
    ["what hadolint is told to leave out", "# hadolint ignore=DL3004\nRUN sudo true"],
    ["a shell form where the shell is chosen", 'SHELL ["/bin/bash", "-c"]\nCMD exec orders'],
    ["a health check by a shell", "HEALTHCHECK CMD orders --check || exit 1"],
    ["an emptied cache of apk", "RUN apk update && apk add git && rm -rf /var/cache/apk/*"],
    [
      "lists that find removes",
      `RUN apt-get update && ${APT.split(" &&")[0]} && find /var/lib/apt/lists -mindepth 1 -delete`,
    ],
    ["a pipe from what only prints", "RUN echo a b | debconf-set-selections && printf x | tee /etc/x"],
    ["a pipe that may fail", "RUN getent passwd | grep x || true"],
    ["ssh with a key", "RUN --mount=type=ssh ssh -T git@example.com"],
    [
      "pip's cache in a stage that is not kept",
      "RUN pip install x==1\nFROM debian:trixie-slim\nCOPY --from=app /x /x/",
    ],
    ["an upgrade that is answered", "RUN apt-get upgrade -y && zypper --non-interactive install git"],
    ["a comment above ARG that describes it", "# VERSION of it\nARG VERSION=1"],
  ])("%s", (_, lines) => expect(found(lines)).toEqual([]));
});

describe("what a rule finds", () => {
  test.each([
    ["SudoInRun", "RUN if true; then sudo true; fi"],
    ["SudoInRun", "RUN <<EOF\nset -eu\nsudo true\nEOF"],
    ["SudoInRun", "RUN bash <<'EOF'\nsudo true\nEOF"],
    ["SudoInRun", 'RUN ["/bin/sh", "-c", "sudo true"]'],
    ["SudoInRun", "RUN A=b \\\n  # why\n  /usr/bin/sudo -E true"],
    ["SudoInRun", "ONBUILD RUN sudo true"],
    ["AptInScript", `RUN apt-get update && (apt list; ${APT})`],
    ["AssumeYesMissing", "RUN dnf install git"],
    ["AssumeYesMissing", "RUN apt-get upgrade"],
    ["AssumeYesMissing", "RUN zypper install git"],
    ["AssumeYesMissing", "RUN yum update"],
    ["PipCacheKept", "RUN pip install x==1"],
    ["InteractiveProgram", "RUN ssh -T git@example.com"],
    ["PackageListsKept", "RUN apk add git"],
    ["PackageListsKept", "RUN <<EOF\napt-get update\napt-get install -y --no-install-recommends git\nEOF"],
    ["UnpinnedPackage", "RUN python3 -m pip install --no-cache-dir --index-url https://example.com uv"],
    ["UnpinnedPackage", "RUN npm install -g @x/y"],
    ["UnpinnedPackage", "RUN pipx install poetry"],
    ["UnpinnedPackage", "RUN uv tool install ruff"],
    ["UnpinnedPackage", "RUN uv pip install --system ruff"],
    ["UnpinnedPackage", "RUN yarn global add serve"],
    ["UnpinnedPackage", "RUN pnpm add -g serve"],
    ["UnpinnedPackage", "RUN npm i -g npm@latest"],
    ["UnpinnedPackage", "RUN go install example.com/x@latest"],
    ["UnpinnedPackage", "RUN cargo install just"],
    ["PipeFailureIgnored", "RUN <<EOF\ncurl x | tar -x\nEOF"],
    ["UndefinedVar", "ARG VERSION=1\nENV A=$VERSON"],
    ["UnpinnedBaseImage", "COPY --from=nginx:latest /x /x"],
    ["UnpinnedBaseImage", "RUN --mount=type=bind,from=nginx:latest,target=/x true"],
    ["CopyIntoFile", 'ADD ["https://example.com/a", "https://example.com/b", "/srv/x"]'],
    ["ExposeInvalidFormat", "EXPOSE 70000"],
    ["ConsistentInstructionCasing", "Env A=1"],
    ["InvalidLabel", 'LABEL a..b="1"'],
    ["InvalidLabel", "LABEL org.opencontainers.image.source=git"],
    ["SecretsUsedInArgOrEnv", "ARG API_TOKEN"],
    ["SecretsUsedInArgOrEnv", "ENV DATABASE_URL=postgresql://ada:correct-horse@db/orders"],
    ["SecretsUsedInArgOrEnv", "LABEL url=https://ada:correct-horse@acme.dev"],
    ["SecretInCommand", "COPY <<EOF /root/.netrc-like\nhttps://ada:correct-horse@acme.dev\nEOF"],
    ["InteractiveProgram", "RUN for x in a b; do kill $x; done"],
    ["MultipleInstructionsDisallowed", "HEALTHCHECK CMD a\nHEALTHCHECK NONE"],
  ])("%s in %j", (rule, lines) => expect(found(lines)).toEqual([rule]));
});

test.each([
  "RUN cd /x && mysql -u root -phunter22x",
  "RUN sudo echo hunter22x | docker login --password-stdin",
  "RUN sudo curl -u bob:hunter22x https://example.com/x | tar xz",
  'RUN curl -H "Authorization: Bearer hunter22x" https://example.com | tar xz',
  "RUN DB_PASS=hunter22x apt install x",
  "RUN pip install --index-url https://a:hunter22x@example.com/simple flask",
  "CMD celery --password hunter22x\nCMD x",
  'CMD ["x", "--password", "hunter22x"]\nCMD ["x"]',
  "ENV DB_PASS=hunter22x X=$NOPE",
  "HEALTHCHECK CMD curl -u admin:hunter22x localhost\nHEALTHCHECK NONE",
  "ONBUILD RUN cd /x && mysql -phunter22x",
  "ADD https://ada:hunter22x@example.com/a https://example.com/b /srv/x",
])("no message shows the secret in %j", (lines) => {
  const all = [
    ...textFindings("Dockerfile", readRuledFile(`FROM debian:trixie-slim AS app\n${lines}\n`, "Dockerfile")),
  ];
  expect(all).not.toEqual([]);
  expect(JSON.stringify(all)).not.toContain("hunter");
});

test("no message shows a secret", () => {
  const token = `ghp_${"a1B2".repeat(10)}`;
  const lines = [
    `RUN sudo curl -H "Authorization: Bearer ${token}" x | y`,
    `ENV API_TOKEN=${token}`,
    `LABEL a=${token}`,
  ];
  const file = readRuledFile(`FROM debian AS app\n${lines.join("\n")}\n`, "Dockerfile");
  expect(JSON.stringify([...textFindings("Dockerfile", file)])).not.toContain(token);
});

test("an argument above all stages is of none of them", () => {
  const file = readRuledFile("ARG NPM_TOKEN\nFROM debian AS uv\nARG API_TOKEN\n", "Dockerfile");
  const places = [...textFindings("Dockerfile", file)].map(({ where, stage }) => ({ where, stage }));
  expect(places).toEqual(
    expect.arrayContaining([{ where: "Dockerfile line 1" }, { where: 'Dockerfile stage "uv" line 3', stage: "uv" }]),
  );
});

test.each([
  ["ARG API_TOKEN", true],
  ["ENV SECRET_KEY=build", true],
  ["ENV DB_PASSWORD=correct-horse", true],
  ["ENV DB_PASS=correct-horse", true],
  ["RUN export DB_PASSWORD=hunter22x && ./load", true],
  ["RUN ./load --password hunter22x", true],
  ["RUN curl -u a:hunter22x https://example.com", true],
  ['RUN curl -H "Authorization: Bearer hunter22x" https://example.com', true],
  ['CMD ["celery", "--password", "hunter22x"]', true],
  ["ENV DATABASE_URL=postgresql://ada:correct-horse@db/orders", false],
  [`ENV API_TOKEN=ghp_${"a1B2".repeat(10)}`, false],
])("what is a guess is told, and what is certain stops: %s", (lines, mayWork) => {
  const file = readRuledFile(`FROM debian:trixie-slim AS app\n${lines}\n`, "Dockerfile");
  const secrets = [...textFindings("Dockerfile", file)].filter(({ rule }) => rule.startsWith("Secret"));
  expect(secrets.map((each) => each.mayWork)).toEqual([mayWork]);
});

describe("stages and images", () => {
  const D = "FROM debian:trixie-slim AS";
  test.each([
    ["UnknownStage", `${D} builder\nCOPY --from=app /x /x\n${D} app`],
    ["UnknownStage", `${D} builder\nCOPY --from=builder /x /x`],
    ["UnknownStage", `${D} builder\nCOPY --from=99 /x /x`],
    ["UnknownStage", `${D} builder\n${D} other\nCOPY --from=biulder /x /x`],
    ["UnknownStage", `${D} builder\nRUN --mount=type=bind,from=later,target=/x true\n${D} later`],
    ["UnknownStage", `${D} builder\nFROM buildr:1 AS x\nRUN --mount=from=buildr,target=/x true`],
    ["UndefinedArgInFrom", "FROM $" + "{NOPE} AS x"],
    ["InvalidDefaultArgInFrom", "ARG TAG\nFROM debian:$" + "{TAG} AS x"],
    ["RunInEmptyImage", "FROM scratch AS x\nRUN true"],
    ["UnpinnedBaseImage", "FROM python:slim AS x"],
    ["UnpinnedBaseImage", "FROM alpine:edge AS x"],
    ["UnpinnedBaseImage", "FROM acme/tools:main AS x"],
    ["UnpinnedBaseImage", `${D} x\nCOPY --from=ghcr.io/astral-sh/uv /uv /bin/`],
    ["SecretInCommand", `# ghp_${"a1B2".repeat(10)}\n\n${D} x`],
  ])("%s in %j", (rule, text) => expect([...new Set(all(text).map((each) => each.rule))]).toEqual([rule]));

  test.each([
    ["a name of a build context", `${D} builder\nCOPY --from=certs /x /x`],
    ["a stage above", `${D} builder\nFROM BUILDER AS x\nCOPY --from=0 /x /x\nCOPY --from=Builder /x /x`],
    ["arguments of FROM", 'ARG TAG="trixie-slim"\nFROM --platform=$BUILDPLATFORM debian:$TAG AS x'],
    ["a bind mount", `${D} a\nFROM scratch AS x\nRUN --mount=from=a,target=/bin ["/bin/true"]`],
    ["an image of its own name", "FROM debian:trixie-slim AS debian"],
  ])("nothing in %s", (_, text) => expect(all(text)).toEqual([]));
});

test("one instruction with several undeclared variables is told once", () => {
  const [only, ...more] = all("FROM debian:trixie-slim AS app\nUSER $UID:$GID");
  expect([only.what.replace(/^".*" /, ""), more]).toEqual(["uses UID and GID, which are not declared above", []]);
});

test.each([
  ["write https://github.com/acme/orders", "LABEL org.opencontainers.image.source=git@github.com:acme/orders.git"],
  ["call addCommand, which replaces a generated one, in place of raw text", 'CMD ["a"]\nCMD ["b"]'],
  ['call addShell(["/bin/bash", "-o", "pipefail", "-c"]) before', "RUN a | b"],
])("the fix %s", (fix, lines) =>
  expect(all(`FROM debian:trixie-slim AS app\n${lines}`).map((each) => each.fix)).toEqual([fix]),
);

test("the shell of an image without bash is its own", () =>
  expect(all("FROM alpine:3.22 AS app\nRUN a | b")[0].fix).toContain('"/bin/ash", "-eo", "pipefail"'));

test.each(["# why\nARG A=1\nFROM debian:trixie-slim AS app", "# why\nFROM debian:trixie-slim AS app"])(
  "a comment is no description: %j",
  (text) => expect(all(text).map(({ rule }) => rule)).toEqual(["InvalidDefinitionDescription"]),
);

test("the script that installs the newest uv is told", () =>
  expect(
    all("FROM debian:trixie-slim AS app\nRUN curl -LsSf https://astral.sh/uv/install.sh | sh").map(({ rule }) => rule),
  ).toContain("UnpinnedPackage"));

test("all packages without a version are told at once", () =>
  expect(
    all("FROM debian:trixie-slim AS app\nRUN pip install --no-cache-dir flask x==1 django").map(({ what }) => what),
  ).toEqual([expect.stringMatching(/^"flask", "django" are installed by pip/)]));

test("a finding names the line of its instruction", () => {
  const file = readRuledFile("FROM debian:trixie-slim AS app\n\nRUN sudo true\n", "Dockerfile");
  expect([...textFindings("Dockerfile", file)].map(({ where }) => where)).toEqual(['Dockerfile stage "app" line 3']);
});
