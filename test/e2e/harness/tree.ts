import { mustDocker } from "./engine";
import { mustRun } from "./run";

/** The files and folders of an image with a setuid or setgid bit. */
export async function privilegedFiles(image: string): Promise<string[]> {
  const words = ["find", "/", "-xdev", "-perm", "/6000"];
  const entry = ["--user", "0", "--network", "none", "--entrypoint", words[0], image, ...words.slice(1)];
  return (await mustDocker(["run", "--rm", ...entry])).split("\n").filter(Boolean);
}

/**
 * A checksum over all files of a target, with names, permissions and owners.
 *
 * Docker 26 can't change the times of files in an image; in an archive it does.
 */
export async function treeDigest(folder: string, target: string, ...more: string[]): Promise<string> {
  const epoch = "--build-arg SOURCE_DATE_EPOCH=315532800";
  const build = `docker build ${[...more, epoch].join(" ")} --target ${target} --output type=tar,dest=- .`;
  const { stdout } = await mustRun(["bash", "-c", `set -o pipefail; ${build} | sha256sum`], {
    cwd: folder,
    seconds: 500,
  });
  return stdout.trim();
}
