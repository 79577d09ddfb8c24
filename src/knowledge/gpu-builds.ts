/** A distribution that brings CUDA, and what stands for it where there is no GPU. */
export interface GpuBuildRow {
  /** The distribution, normalised. */
  readonly distribution: string;
  /** The extras that bring CUDA, where it does not come without them. */
  readonly extras?: readonly string[];
  /** Does it come without CUDA too, so that only what it depends on tells? */
  readonly comesWithout?: true;
  /** What is smaller: builds for the CPU in an index of their own, another distribution, or the same without the extras. */
  readonly cpu: { readonly index: string } | { readonly distribution: string } | "without extras" | undefined;
  /** Where that is documented. */
  readonly source: string;
}

const pytorch = {
  comesWithout: true,
  cpu: { index: "https://download.pytorch.org/whl/cpu" },
  source: "https://pytorch.org/get-started/locally/",
} as const;
const jax = { cpu: "without extras", source: "https://docs.jax.dev/en/latest/installation.html" } as const;
/** Works on a GPU only. */
const cupy = { cpu: undefined, source: "https://docs.cupy.dev/en/stable/install.html" };

/** Distributions that bring CUDA, or are made for it, on Linux; sorted. */
export const gpuBuildRows: readonly GpuBuildRow[] = Object.freeze(
  (
    [
      { distribution: "cupy-cuda11x", ...cupy },
      { distribution: "cupy-cuda12x", ...cupy },
      { distribution: "cupy-cuda13x", ...cupy },
      {
        distribution: "faiss-gpu",
        cpu: { distribution: "faiss-cpu" },
        source: "https://github.com/facebookresearch/faiss/blob/main/INSTALL.md",
      },
      { distribution: "jax", extras: ["cuda", "cuda12", "cuda13"], ...jax },
      {
        distribution: "onnxruntime-gpu",
        cpu: { distribution: "onnxruntime" },
        source: "https://onnxruntime.ai/docs/install/",
      },
      {
        distribution: "paddlepaddle-gpu",
        cpu: { distribution: "paddlepaddle" },
        source: "https://www.paddlepaddle.org.cn/documentation/docs/en/install/pip/linux-pip_en.html",
      },
      {
        distribution: "tensorflow",
        extras: ["and-cuda"],
        cpu: "without extras",
        source: "https://www.tensorflow.org/install/pip",
      },
      {
        // Up to version 2.0 the GPU's builds had a name of their own.
        distribution: "tensorflow-gpu",
        cpu: { distribution: "tensorflow" },
        source: "https://www.tensorflow.org/install/pip",
      },
      { distribution: "torch", ...pytorch },
      { distribution: "torchaudio", ...pytorch },
      { distribution: "torchvision", ...pytorch },
      {
        distribution: "xgboost",
        comesWithout: true,
        cpu: { distribution: "xgboost-cpu" },
        source: "https://xgboost.readthedocs.io/en/stable/install.html",
      },
    ] satisfies GpuBuildRow[]
  ).map((row) => Object.freeze(row)),
);

/** What the distributions above depend on for CUDA alone: names that begin with `nvidia-`, and these. */
const cudaOnly: ReadonlySet<string> = new Set([
  ...["cuda-bindings", "cuda-pathfinder", "cuda-toolkit"],
  ...["jax-cuda12-pjrt", "jax-cuda12-plugin", "jax-cuda13-pjrt", "jax-cuda13-plugin", "pytorch-triton", "triton"],
]);

/**
 * Is it there for CUDA alone, so that a build for the CPU comes without?
 *
 * @param distribution its name, normalised
 * @see https://docs.nvidia.com/cuda/cuda-quick-start-guide/#pip-wheels
 */
export function isCudaOnly(distribution: string): boolean {
  // The one that reads how a GPU is doing is used without CUDA.
  return cudaOnly.has(distribution) || (/^nvidia-/.test(distribution) && distribution !== "nvidia-ml-py");
}
