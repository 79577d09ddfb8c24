import type { RunMount } from "./mount";
import type { DockerfileWord } from "./word";

/** Options of every instruction. */
export interface DockerfileInstructionOptions {
  /**
   * Why the instruction is there; each line of it becomes a comment line above the instruction.
   * @default - no comment
   */
  readonly comment?: string;
}

/** Options of ARG. */
export interface DockerfileArgOptions extends DockerfileInstructionOptions {
  /**
   * The value where the build gives none.
   * @default - no value
   */
  readonly default?: string | DockerfileWord;
}

/** The transport protocol of a port. */
export enum ExposedProtocol {
  /** TCP. */
  TCP = "tcp",
  /** UDP. */
  UDP = "udp",
}

/** Options of EXPOSE. */
export interface DockerfileExposeOptions extends DockerfileInstructionOptions {
  /**
   * The transport protocol.
   * @default ExposedProtocol.TCP
   */
  readonly protocol?: ExposedProtocol;
}

/** The network that a command of the build sees. */
export enum RunNetwork {
  /** The network of the build. */
  DEFAULT = "default",
  /** None but the loopback interface. */
  NONE = "none",
  /** That of the host; the build has to allow it by `--allow network.host`. */
  HOST = "host",
}

/** Whether a command of the build is kept in its sandbox. */
export enum RunSecurity {
  /** It is. */
  SANDBOX = "sandbox",
  /** It has all privileges; the builder and the build have to allow it by `--allow security.insecure`. */
  INSECURE = "insecure",
}

/** Options of RUN. */
export interface DockerfileRunOptions extends DockerfileInstructionOptions {
  /**
   * Files and caches that the command sees.
   * @default - none
   */
  readonly mounts?: RunMount[];
  /**
   * The network that the command sees.
   * @default - that of the build
   * @see https://docs.docker.com/reference/dockerfile/#run---network
   */
  readonly network?: RunNetwork;
  /**
   * Whether the command is kept in its sandbox; needs Dockerfile 1.20, or its labs version.
   * @default RunSecurity.SANDBOX
   * @see https://docs.docker.com/reference/dockerfile/#run---security
   */
  readonly security?: RunSecurity;
  /**
   * CDI devices that the command sees, for example `nvidia.com/gpu=all`; needs the syntax `docker/dockerfile:1-labs`.
   * @default - none
   * @see https://docs.docker.com/reference/dockerfile/#run---device
   */
  readonly devices?: string[];
}

/** Options of a RUN with a script. */
export interface DockerfileScriptOptions extends DockerfileRunOptions {
  /**
   * The program that reads the script, for example `python3`.
   * @default - the stage's shell
   */
  readonly interpreter?: string;
}

/** Options of COPY and ADD. */
export interface DockerfileFileOptions extends DockerfileInstructionOptions {
  /**
   * Owner of the copies, `user` or `user:group`, by name or number.
   * @default - root, user and group 0
   */
  readonly chown?: string | DockerfileWord;
  /**
   * File mode of the copies, in octal: `0755`; or in symbols: `u=rwX,go=rX`, which needs Dockerfile 1.14 and Docker 28:
   * with that frontend an older engine leaves files without any permission.
   * @default - the mode of the source
   */
  readonly chmod?: string | DockerfileWord;
  /**
   * Whether the copies make a layer that does not depend on the layers below it.
   * @default false
   */
  readonly link?: boolean;
}

/** Options of COPY and ADD that take several files. */
export interface DockerfileFilesOptions extends DockerfileFileOptions {
  /**
   * Patterns of files that are left out; needs Dockerfile 1.19.
   * @default - none
   * @see https://docs.docker.com/reference/dockerfile/#copy---exclude
   */
  readonly exclude?: string[];
}

/** Options of COPY. */
export interface DockerfileCopyOptions extends DockerfileFilesOptions {
  /**
   * Whether the folders of a path are kept, from the root of the context or from `/./` in the path; needs Dockerfile 1.20.
   * @default false
   * @see https://docs.docker.com/reference/dockerfile/#copy---parents
   */
  readonly parents?: boolean;
}

/** Options of ADD with files of the build context. */
export interface DockerfileArchiveOptions extends DockerfileFilesOptions {
  /**
   * Whether tar archives are unpacked; to say so needs Dockerfile 1.17.
   * @default - those of the build context are, downloads are not
   * @see https://docs.docker.com/reference/dockerfile/#add---unpack
   */
  readonly unpack?: boolean;
}

/** Options of ADD with a download. */
export interface DockerfileDownloadOptions extends DockerfileArchiveOptions {
  /**
   * The checksum that the file has to have: `sha256:` and 64 hexadecimal digits.
   * @default - it is not checked
   * @see https://docs.docker.com/reference/dockerfile/#add---checksum
   */
  readonly checksum?: string | DockerfileWord;
}

/** Options of ADD with a git repository. */
export interface DockerfileGitOptions extends DockerfileFilesOptions {
  /**
   * The commit that has to be found, or its first digits; needs Dockerfile 1.16.
   * @default - it is not checked
   * @see https://docs.docker.com/reference/dockerfile/#add---checksum
   */
  readonly commit?: string | DockerfileWord;
  /**
   * Whether the folder `.git` is kept.
   * @default false
   * @see https://docs.docker.com/reference/dockerfile/#add---keep-git-dir
   */
  readonly keepGitDir?: boolean;
}

/** Options of HEALTHCHECK. */
export interface DockerfileHealthCheckOptions extends DockerfileInstructionOptions {
  /**
   * Seconds between two checks.
   * @default - the engine's, 30
   */
  readonly intervalSeconds?: number;
  /**
   * Seconds after which a check counts as failed.
   * @default - the engine's, 30
   */
  readonly timeoutSeconds?: number;
  /**
   * Seconds after the start during which a failed check does not count.
   * @default - the engine's, 0
   */
  readonly startPeriodSeconds?: number;
  /**
   * Seconds between two checks during the start period.
   * @default - the engine's, 5
   */
  readonly startIntervalSeconds?: number;
  /**
   * Failed checks in a row after which the container is unhealthy.
   * @default - the engine's, 3
   */
  readonly retries?: number;
}
