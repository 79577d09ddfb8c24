// biome-ignore-all lint/suspicious/noTemplateCurlyInString: it is the syntax that compose reads

import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ComposeFile } from "../../src/compose/compose-file";
import { ComposeValue } from "../../src/compose/compose-value";
import { withoutNewer } from "./full/newer";
import { fullExample } from "./full-example";
import { composeFile, textOf } from "./rendered";

const version = spawnSync("docker", ["compose", "version", "--short"], { encoding: "utf8" });
const ifAnswers = version.status === 0 ? describe : describe.skip;
/** Whether it knows what this module knows. */
const isCurrent = Number.parseInt(version.stdout, 10) >= 5;

/** Runs `docker compose` on the file, with `SET` and `EMPTY` in the environment. */
function dockerCompose(compose: ComposeFile, ...words: string[]) {
  textOf(compose);
  const file = join(compose.project.outdir, compose.fileName);
  const env = { PATH: process.env.PATH, HOME: process.env.HOME, SET: "value", EMPTY: "" };
  return spawnSync("docker", ["compose", "-f", file, ...words], { encoding: "utf8", env });
}

ifAnswers("docker compose", () => {
  test("takes a file that uses every property, without a word", () => {
    const compose = isCurrent ? fullExample() : withoutNewer(fullExample());
    for (const name of ["shared.yaml", "shared.env", "app.labels"]) {
      writeFileSync(join(compose.project.outdir, name), name === "shared.yaml" ? "services: {}" : "");
    }
    const { status, stdout, stderr } = dockerCompose(compose, "--profile", "dev", "config", "-q");
    expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: "", stderr: "" });
  });

  const { join: mix, literal, required, variable, whenSet } = ComposeValue;
  const allowEmpty = true;
  const cases: [string | ComposeValue, string][] = [
    ["2024-02-01", "2024-02-01"],
    ["1_000", "1_000"],
    ["no", "no"],
    ["", ""],
    [" a: b # c\n", " a: b # c\n"],
    ["5 $ ${SET} $SET $$ {}", "5 $ ${SET} $SET $$ {}"],
    [literal("$$"), "$$"],
    [variable("SET"), "value"],
    [variable("SET", "d"), "value"],
    [variable("NONE", "d"), "d"],
    [variable("EMPTY", "d"), "d"],
    [variable("EMPTY", "d", { allowEmpty }), ""],
    [variable("NONE", "d", { allowEmpty }), "d"],
    [required("SET", "message"), "value"],
    [required("EMPTY", "message", { allowEmpty }), ""],
    [whenSet("SET", "x"), "x"],
    [whenSet("EMPTY", "x"), ""],
    [whenSet("EMPTY", "x", { allowEmpty }), "x"],
    [whenSet("NONE", "x", { allowEmpty }), ""],
    [variable("NONE", "${SET} $"), "${SET} $"],
    [variable("NONE", '{"a": {"b": "$c"}}'), '{"a": {"b": "$c"}}'],
    [variable("NONE", ":-?+x"), ":-?+x"],
    [variable("NONE", mix("a", variable("SET"), "$b", variable("NONE", "c{ d}"))), "avalue$bc{ d}"],
    [mix("}{$", variable("NONE", "a"), "}{$", variable("SET"), "\n}", variable("EMPTY", "b")), "}{$a}{$value\n}b"],
  ];

  test("gives a container the texts that were meant", () => {
    const compose = composeFile();
    const environment = Object.fromEntries(cases.map(([value], at) => [`V${at}`, value]));
    compose.addService("app", { image: "orders", environment });
    const { stdout, stderr } = dockerCompose(compose, "config", "--format", "json");
    expect(stderr).toBe("");
    const read: Record<string, string> = JSON.parse(stdout).services.app.environment;
    // What it prints is a compose file again, so that every $ is written twice.
    expect(cases.map((_, at) => read[`V${at}`].replaceAll("$$", () => "$"))).toEqual(cases.map(([, text]) => text));
  });

  test("stops with the message of a variable that is missing", () => {
    const compose = composeFile();
    compose.addService("app", { image: required("NONE", "name the image, please: $5") });
    const { status, stderr } = dockerCompose(compose, "config", "-q");
    expect(status).not.toBe(0);
    expect(stderr).toContain("name the image, please: $5");
  });
});
