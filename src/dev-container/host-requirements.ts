/** Whether a dev container needs a GPU. */
export enum GpuRequirement {
  /** It does. */
  REQUIRED = "required",
  /** It uses one where there is one. */
  OPTIONAL = "optional",
}

/**
 * The least that a host must have.
 *
 * @see https://containers.dev/implementors/json_reference/#min-host-reqs
 */
export interface HostRequirements {
  /**
   * Number of processors.
   * @default - any
   */
  readonly cpus?: number;
  /**
   * Memory with its unit in lower case, such as `8gb`.
   * @default - any
   */
  readonly memory?: string;
  /**
   * Room on the disk with its unit in lower case, such as `32gb`.
   * @default - any
   */
  readonly storage?: string;
  /**
   * Whether a GPU is needed.
   * @default - it is not
   */
  readonly gpu?: GpuRequirement;
  /**
   * Number of the GPU's cores; a GPU is required then.
   * @default - any
   */
  readonly gpuCores?: number;
  /**
   * The GPU's memory with its unit in lower case, such as `8gb`; a GPU is required then.
   * @default - any
   */
  readonly gpuMemory?: string;
}
