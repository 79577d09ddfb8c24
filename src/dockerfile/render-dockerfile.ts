import { commentTexts } from "./comment-texts";
import type { Instruction } from "./instruction";
import type { DockerfileModel, SectionModel, StageModel } from "./model";
import { instructionWord } from "./quote";
import { renderInstruction } from "./render-instruction";

const WIDTH = 80;

/** The text of a Dockerfile. */
export function renderDockerfile(model: DockerfileModel): string {
  const head = [
    ...model.directives.map(([name, value]) => `# ${name}=${value}`),
    ...(model.marker === undefined ? [] : [`# ${model.marker}`]),
  ];
  const blocks = [head.join("\n"), instructionLines(model.globals), ...model.stages.flatMap(stageBlocks)];
  return `${blocks.filter((block) => block !== "").join("\n\n")}\n`;
}

/** A banner, an empty line, since BuildKit reads a comment that touches FROM as its description, FROM, the sections. */
function stageBlocks(stage: StageModel): string[] {
  const rule = `# ${"-".repeat(WIDTH - 4)} #`;
  const title = `${stage.name} stage`;
  const left = Math.floor((WIDTH - 4 - title.length) / 2);
  const banner = [rule, `# ${" ".repeat(left)}${title.padEnd(WIDTH - 4 - left)} #`, rule];
  const description = commentTexts(stage.description ?? "").flatMap((line) => (line === "" ? [] : [`# ${line}`]));
  const platform = stage.platform === undefined ? "" : ` --platform=${instructionWord(stage.platform)}`;
  return [
    [...banner, ...description].join("\n"),
    `FROM${platform} ${instructionWord(stage.image)} AS ${stage.name}`,
    ...stage.sections.map(sectionBlock),
  ];
}

function sectionBlock(section: SectionModel): string {
  if (section.instructions.length === 0) return "";
  const banner =
    section.name === undefined
      ? []
      : [`# --- ${section.name} ${"-".repeat(Math.max(3, WIDTH - 7 - section.name.length))}`];
  return [...banner, instructionLines(section.instructions)].join("\n");
}

/** One instruction a line; after a heredoc an empty line, without which hadolint does not find the next instruction. */
function instructionLines(instructions: readonly Instruction[]): string {
  return instructions
    .map((instruction, index) => {
      const text = renderInstruction(instruction);
      return isHeredoc(instruction) && index < instructions.length - 1 ? `${text}\n` : text;
    })
    .join("\n");
}

function isHeredoc(instruction: Instruction): boolean {
  if (instruction.kind === "onbuild") return isHeredoc(instruction.instruction);
  if (instruction.kind === "copy") return instruction.text !== undefined;
  return instruction.kind === "run" && instruction.command.form === "heredoc";
}
