import { shown } from "../values/mistake";
import { GpuRequirement, type HostRequirements } from "./host-requirements";
import type { PropertyPlace } from "./property-place";
import type { Tell } from "./refuse";

/** Refuses a number or a size that is not valid. */
export function checkRequirement(name: string, value: unknown, { refuse }: PropertyPlace): void {
  if (!/^[A-Za-z]+$/.test(name)) refuse(`hostRequirements has ${shown(name)}`, "a requirement is a word", "rename it");
  const isCount = name === "cpus" || name === "gpuCores";
  if (isCount && !(Number.isInteger(value) && Number(value) >= 1)) {
    refuse(`hostRequirements.${name} is ${shown(value)}`, "it is a whole number from 1 on", "give such a number");
  }
  if (!isCount && name !== "gpu" && !/^\d+([tgmk]b)?$/.test(`${value}`)) {
    refuse(
      `hostRequirements.${name} is ${shown(value)}`,
      "a size is a whole number with tb, gb, mb or kb in lower case",
      'write one like "8gb"',
    );
  }
}

/** Tells of a GPU that may be missing and must have something. */
export function checkGpu({ gpu, gpuCores, gpuMemory }: HostRequirements, tell: Tell): void {
  if (gpu !== GpuRequirement.OPTIONAL || (gpuCores ?? gpuMemory) === undefined) return;
  tell(
    "DevContainerPropertyIgnored",
    "hostRequirements.gpu is optional",
    "a GPU is required where its cores or its memory are asked for",
    "leave gpu out, or gpuCores and gpuMemory",
  );
}
