import type { PythonContainerOptions } from "../../src";
import { containerBeside, generated } from "../container-project";
import { argumentsOf, globalArguments, parsedStage, parsedStages } from "../dockerfile/parse";

const toml = (backend: string) =>
  `[project]\nname = "orders"\nversion = "1"\n[build-system]\nrequires = ["${backend}"]\nbuild-backend = "${backend}"\n`;

function dockerfile(backend: string, options: PythonContainerOptions = {}): string {
  const files = { "pyproject.toml": toml(backend), "uv.lock": "", "src/lib.rs": "", "Cargo.toml": "[package]\n" };
  return generated(containerBeside(files, options).project).dockerfile;
}
const builder = (text: string) => argumentsOf(parsedStage(text, "builder"), "RUN").join(" ");
const names = (text: string) => parsedStages(text).map(({ name }) => name);

test("the builder of a maturin project has Debian's Rust", () =>
  expect(builder(dockerfile("maturin"))).toMatch(/build-essential cargo rustc/));
test("no other project has it", () => expect(builder(dockerfile("uv_build"))).not.toContain("cargo"));
test("the production image has none", () =>
  expect(argumentsOf(parsedStage(dockerfile("maturin"), "app"), "RUN").join(" ")).not.toContain("cargo"));
test("a release of Rust comes from its own image", () => {
  const text = dockerfile("maturin", { rustVersion: "1.90" });
  expect(globalArguments(text)).toContain("RUST_VERSION=1.90");
  expect(names(text)).toContain("rust");
  expect(argumentsOf(parsedStage(text, "builder"), "COPY")).toContain("--from=rust /usr/local/cargo /usr/local/cargo");
  expect(builder(text)).not.toContain("cargo rustc");
});
test("what cargo has compiled is kept between builds", () => {
  const [install] = argumentsOf(parsedStage(dockerfile("maturin"), "project"), "RUN").slice(-1);
  const targets = [...install.matchAll(/type=cache,target=(\S+)/g)].map(([, target]) => target);
  expect(targets).toEqual(["/root/.cargo/registry", "/root/.cache/cargo-target"]);
});
test("the release counts only where Rust is needed", () =>
  expect(names(dockerfile("uv_build", { rustVersion: "1.90" }))).not.toContain("rust"));
test("a number is no release", () =>
  expect(() => dockerfile("maturin", { rustVersion: 1.9 as unknown as string })).toThrow(
    "rustVersion is 1.9; it is one version as text",
  ));
