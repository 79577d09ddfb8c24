import type { DockerfileBlock } from "../dockerfile/block";
import type { Dockerfile } from "../dockerfile/dockerfile";
import type { DockerfileStage } from "../dockerfile/stage";
import { StageBase } from "../dockerfile/stage-base";
import { DockerfileWord } from "../dockerfile/word";
import { rustNeed } from "../pyproject/build-tools";
import type { Fact } from "../pyproject/fact";
import { fact } from "../pyproject/fact";
import { factsInProduction } from "../pyproject/local-projects";
import type { ContainerPlan } from "./container-plan";

const ARGUMENT = "RUST_VERSION";
const folders = ["/usr/local/rustup", "/usr/local/cargo"];

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
  for (const folder of folders) block.addCopyFrom(rust, [folder], folder);
  const [rustup, cargo] = folders;
  block.addEnv("RUSTUP_HOME", rustup);
  block.addEnv("PATH", DockerfileWord.join(`${cargo}/bin:`, DockerfileWord.variable("PATH")));
}

function releaseOf(plan: ContainerPlan): string | undefined {
  return needOf(plan) === undefined ? undefined : plan.options.rustVersion;
}

/** Why Rust is needed: by the project, or by another one that is installed with it. */
function needOf({ facts, localProjects }: ContainerPlan): Fact<string> | undefined {
  return factsInProduction(facts, localProjects)
    .map((each) => rustNeed(each))
    .find((need) => need !== undefined);
}
