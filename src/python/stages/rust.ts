import type { DockerfileBlock } from "../../dockerfile/block";
import type { Dockerfile } from "../../dockerfile/dockerfile";
import { RunMount } from "../../dockerfile/mount";
import type { DockerfileStage } from "../../dockerfile/stage";
import { StageBase } from "../../dockerfile/stage-base";
import { DockerfileWord } from "../../dockerfile/word";
import { rustNeed } from "../../pyproject/build-tools";
import type { Fact } from "../../pyproject/fact";
import { fact } from "../../pyproject/fact";
import { factsInProduction } from "../../pyproject/local-projects";
import type { ContainerPlan } from "../container-plan";

const ARGUMENT = "RUST_VERSION";
const rustupFolder = "/usr/local/rustup";
const cargoFolder = "/usr/local/cargo";
const targetFolder = "/root/.cache/cargo-target";

/** Rust as Debian has it; none where the project needs none, or the option names a release. */
export function debianRust(plan: ContainerPlan): Fact<string>[] {
  const need = needOf(plan);
  if (need === undefined || plan.options.rustVersion !== undefined) return [];
  const reason = `${need.source} (${need.value}); option rustVersion takes another release than Debian's`;
  return ["cargo", "rustc"].map((name) => fact(name, reason));
}

/** The stage with a release of Rust; left out of the file where nothing copies from it. */
export function addRustStage(dockerfile: Dockerfile, plan: ContainerPlan): DockerfileStage {
  dockerfile.addDefaults({
    applyDefaults: (block) => {
      const version = releaseOf(plan);
      if (version !== undefined) block.addArg(ARGUMENT, { default: version, comment: "option rustVersion" });
    },
  });
  const base = StageBase.image(
    `${plan.baseImages.rust}:`,
    DockerfileWord.variable(ARGUMENT),
    `-slim-${plan.debianSuite}`,
  );
  return dockerfile.addStage("rust", base, {
    description: "Rust, by which the project is built.",
    omitIfUnused: true,
  });
}

/** Copies the release of Rust that the option names, where the project needs one. */
export function addRustRelease(block: DockerfileBlock, plan: ContainerPlan, rust: DockerfileStage): void {
  if (releaseOf(plan) === undefined) return;
  for (const folder of [rustupFolder, cargoFolder]) block.addCopyFrom(rust, [folder], folder);
  block.addEnv("RUSTUP_HOME", rustupFolder);
  block.addEnv("PATH", DockerfileWord.join(`${cargoFolder}/bin:`, DockerfileWord.variable("PATH")));
}

/** What cargo has downloaded and compiled, kept between builds; none where the project needs no Rust. */
export function cargoCaches(plan: ContainerPlan): RunMount[] {
  if (needOf(plan) === undefined) return [];
  const home = releaseOf(plan) === undefined ? "/root/.cargo" : cargoFolder;
  return [RunMount.cache(`${home}/registry`), RunMount.cache(targetFolder)];
}

/** Lets cargo compile where a cache is: an edit compiles again what depends on it, and not all crates. */
export function addCargoTarget(block: DockerfileBlock, plan: ContainerPlan): void {
  if (needOf(plan) !== undefined) block.addEnv("CARGO_TARGET_DIR", targetFolder);
}

function releaseOf(plan: ContainerPlan): string | undefined {
  return needOf(plan) === undefined ? undefined : plan.options.rustVersion;
}

/** Why Rust is needed: by the project, by another one that is installed with it, or by a dependency without a wheel. */
function needOf({ facts, localProjects, locked }: ContainerPlan): Fact<string> | undefined {
  const own = factsInProduction(facts, localProjects).map((each) => rustNeed(each));
  return [...own, ...(locked?.developmentNeeds.rust ?? [])].find((need) => need !== undefined);
}
