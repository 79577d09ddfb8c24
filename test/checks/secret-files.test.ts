import { BuildContext } from "../../src";
import { secretFileFindings } from "../../src/checks/secret-files";
import { WrittenDockerfile } from "../../src/dockerfile/written-dockerfile";
import { folderWith } from "../project-folder";

/** The findings where a Dockerfile copies the folder `deploy` with this file in it. */
function found(file: string, text: string, instruction = "COPY deploy /srv/", ...ignored: string[]): number {
  const folder = folderWith({ [`deploy/${file}`]: text });
  const dockerfile = new WrittenDockerfile("Dockerfile", `FROM a AS app\n${instruction}\n`);
  return [...secretFileFindings(dockerfile, new BuildContext(ignored), folder)].length;
}

const KEY = `-----BEGIN ${"PRIVATE"} KEY-----\nMIIEvQ\n-----END ${"PRIVATE"} KEY-----\n`;

test.each([
  ["a variable", ".env", "API_TOKEN=8f14e45fceea167a\n"],
  ["a private key", "tls/server.key", KEY],
  ["an account", ".netrc", "machine h login l password correct-horse\n"],
  ["a quoted variable", ".env", "export API_TOKEN='8f14e45fceea167a'\r\n"],
  ["an account of npm", ".npmrc", "//npm.example/:_authToken=8f14e45fceea167a\n"],
  ["an entry of JSON", "credentials.json", '{\n  "client_secret": "8f14e45fceea167a"\n}\n'],
])("%s is found", (_, file, text) => expect(found(file, text)).toBe(1));

test.each<[string, boolean, string]>([
  ["FROM a AS builder\nCOPY . /x\nFROM a AS app\nCOPY --from=builder /x/a /a", true, "builder"],
  ["FROM a AS builder\nCOPY . /x\nFROM a AS app\nCOPY --from=0 /x/a /a", true, "builder"],
  ["FROM a AS builder\nCOPY . /x\nFROM a AS app\nRUN --mount=type=bind,from=builder,target=/b true", true, "builder"],
  ["FROM a AS base\nCOPY . /x\nFROM base AS app", false, "base"],
  ["FROM a AS builder\nCOPY . /x\nFROM a AS app\nCOPY --from=builder /x/a /a\nCOPY deploy /d", false, "app"],
  ["FROM a AS builder\nCOPY deploy/.env /x\nFROM a AS app\nCOPY --from=builder /x/a /a", false, "builder"],
  ["FROM a AS builder\nCOPY . /x\nFROM a AS app\nCOPY deploy/.env /a", false, "app"],
])("stops nothing where no image has it: %j", (text, mayWork, stage) => {
  const folder = folderWith({ "deploy/.env": "API_TOKEN=8f14e45fceea167a\n" });
  const findings = [...secretFileFindings(new WrittenDockerfile("Dockerfile", text), new BuildContext([]), folder)];
  expect(findings).toMatchObject([{ mayWork, stage }]);
});

test.each<[string, Parameters<typeof found>]>([
  ["settings without a secret", [".env", "LEVEL=debug\nPASSWORD=\n"]],
  ["a placeholder", [".env.example", "PASSWORD=changeme\n"]],
  ["a certificate", ["ca.pem", "-----BEGIN CERTIFICATE-----\nMIIB\n"]],
  ["what is left out", [".env", "API_TOKEN=8f14e45fceea167a\n", "COPY deploy /srv/", "**/.env"]],
  ["a folder that is left out", [".env", "API_TOKEN=8f14e45fceea167a\n", "COPY . /srv/", "deploy"]],
  ["what a command sees alone", [".env", "API_TOKEN=8f14e45fceea167a\n", "RUN --mount=source=deploy,target=/d true"]],
  ["what is not copied", [".env", "API_TOKEN=8f14e45fceea167a\n", "COPY orders /srv/"]],
])("%s is none", (_, given) => expect(found(...given)).toBe(0));

test.each([
  ["empty lines", "\n".repeat(100_000)],
  ["a line of blanks", `k=${" ".repeat(3900)}"x`],
  ["a long line", `k${" ".repeat(100_000)}`],
])("%s take no time", (_, text) => {
  const start = performance.now();
  found(".env", text);
  expect(performance.now() - start).toBeLessThan(1000);
});
