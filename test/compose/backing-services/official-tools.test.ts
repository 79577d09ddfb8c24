import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import Ajv from "ajv";
import addFormats from "ajv-formats";
import { type ComposeFile, ServicePassword } from "../../../src";
import { composeFile, contentOf, textOf } from "../rendered";
import { everyService } from "./every-service";

/** All of them in one file, and an application that uses each. */
function everything(password?: ServicePassword): ComposeFile {
  const compose = composeFile();
  const app = compose.addService("app", { image: "orders" });
  for (const [name, make] of everyService) {
    const backing = make(compose, name.toLowerCase(), password === undefined ? {} : { password });
    const named = Object.entries(backing.connection).map(([key, value]) => [`${name}_${key}`, value]);
    app.addBackingService(backing, Object.fromEntries(named));
  }
  return compose;
}

const modes: [string, ServicePassword | undefined][] = [
  ["variables", undefined],
  ["secrets", ServicePassword.secret()],
];

const path = join(__dirname, "../../../../shared/schemas/compose-spec.json");
(existsSync(path) ? test : test.skip).each(modes)("the official schema takes every service with %s", (_, password) => {
  const { $schema, ...schema } = JSON.parse(readFileSync(path, "utf8"));
  const check = addFormats(new Ajv({ strict: false, allErrors: true })).compile(schema);
  check(contentOf(everything(password)));
  expect(check.errors).toBeNull();
});

const answers = spawnSync("docker", ["compose", "version"]).status === 0;
(answers ? test : test.skip).each(modes)("docker compose takes every service with %s", (_, password) => {
  const compose = everything(password);
  textOf(compose);
  const set = password === undefined ? [] : everyService.map(([name]) => [`${name.toUpperCase()}_PASSWORD`, "x"]);
  const env = { PATH: process.env.PATH, HOME: process.env.HOME, ...Object.fromEntries(set) };
  const file = join(compose.project.outdir, compose.fileName);
  const { status, stderr } = spawnSync("docker", ["compose", "-f", file, "config", "-q"], { encoding: "utf8", env });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
});
