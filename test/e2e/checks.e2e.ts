import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Dockerfile } from "../../src";
import { RULES, type Rule } from "../../src/findings/rules";
import { exampleIn, textOfPage } from "../findings/page";
import { preparedProgram } from "./harness/locations";
import { run } from "./harness/run";

/** The folder of an example's Dockerfile, which is written though a check may stop the synth. */
function written(rule: string, heading: "Bad" | "Good"): string {
  const { components, outdir } = exampleIn(textOfPage(rule), heading);
  const dockerfile = components.find((each) => each instanceof Dockerfile);
  if (dockerfile === undefined) throw new Error(`${rule} has no Dockerfile`);
  dockerfile.synthesize();
  return outdir;
}

const rules: (readonly [string, Rule])[] = Object.entries(RULES);
/** Rules of Dockerfiles of which one of the names elsewhere is such. */
const named = (pattern: RegExp) =>
  rules.filter(
    ([name, { others }]) =>
      /^```text\nDockerfile /m.test(textOfPage(name)) && others.some((other) => pattern.test(other)),
  );

/** What hadolint leaves out unless it is asked. */
const config = "label-schema:\n  org.opencontainers.image.created: rfc3339\n";

// hadolint would have a health check in every stage, also in those that nobody runs.
const hadolintRules = named(/^hadolint /).filter(([name]) => name !== "HealthCheckMissing");

describe.each(hadolintRules)("hadolint and %s", (name, { others }) => {
  const codes = others.flatMap((other) => /^(?:hadolint )?(DL\d+)$/.exec(other)?.[1] ?? []);
  test.each([
    ["Bad", true],
    ["Good", false],
  ] as const)("%s", async (heading, isFound) => {
    const cwd = written(name, heading);
    writeFileSync(join(cwd, "hadolint.yaml"), config);
    const { stdout } = await run(
      [preparedProgram("hadolint"), "--config", "hadolint.yaml", "--format", "json", "Dockerfile"],
      { cwd },
    );
    const found = (JSON.parse(stdout) as { code: string }[]).map(({ code }) => code);
    expect({ found, isFound: codes.some((code) => found.includes(code)) }).toEqual({ found, isFound });
  });
});

/** How BuildKit says it, where its name alone is not enough: it takes the banner of a stage for a description of FROM. */
const words: Readonly<Record<string, string>> = { InvalidDefinitionDescription: "Comment for ARG should" };

describe.each(named(/^BuildKit$/))("BuildKit and %s", (name) => {
  test.each([
    ["Bad", true],
    ["Good", false],
  ] as const)("%s", async (heading, isFound) => {
    const compiled = preparedProgram("docker-buildx");
    const buildx = existsSync(compiled) ? [compiled] : ["docker", "buildx"];
    const experimental = ["--build-arg", "BUILDKIT_DOCKERFILE_CHECK=experimental=all"];
    const options = ["--check", "--build-arg", "BUILDKIT_SYNTAX=docker/dockerfile:1", ...experimental];
    const { stdout, stderr } = await run([...buildx, "build", ...options, "."], { cwd: written(name, heading) });
    const output = `${stdout}${stderr}`;
    expect({ output, isFound: output.includes(words[name] ?? `WARNING: ${name} `) }).toEqual({ output, isFound });
  });
});
