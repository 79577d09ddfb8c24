import type { ImageBuild } from "../../python/tasks/image-build";
import { shellQuoted } from "../../values/shell-quote";
import { buildArguments, REWRITES_TIMES, SSH_KEY } from "../build-inputs";
import type { GitlabImage } from "./gitlab-image";

/** The commands that start an agent with the key of the variable. */
export function agentCommands({ sshId }: ImageBuild): string[] {
  return sshId === undefined
    ? []
    : ['eval "$(ssh-agent -s)"', `printf '%s\\n' "$${SSH_KEY}" | tr -d '\\r' | ssh-add -`];
}

/** The commands that build the image, and push it; its secrets are variables of the job already. */
export function buildCommands(image: GitlabImage, build: ImageBuild, isPushed: boolean): string[] {
  const { container, name, cacheImage, registry } = image;
  const platforms = container._summary.platforms;
  const cache = `type=registry,ref=${cacheImage}`;
  const push = build.sourceDate === undefined ? "--push" : `--output type=image,push=true,${REWRITES_TIMES}`;
  const words = [
    `--file ${shellQuoted(build.dockerfile)}`,
    ...(build.target === undefined ? [] : [`--target ${shellQuoted(build.target)}`]),
    ...(platforms.length === 0 ? [] : [`--platform ${platforms.join(",")}`]),
    ...buildArguments(build).map((argument) => `--build-arg ${argument}`),
    ...build.secrets.map(({ id, variable }) => `--secret id=${id},env=${variable}`),
    ...(build.sshId === undefined ? [] : [`--ssh ${build.sshId}`]),
    `--cache-from "${cache}"`,
    ...(isPushed ? [`--cache-to "${cache},mode=max"`, "--provenance mode=max", "--sbom true", '"$@"', push] : []),
    shellQuoted(build.context),
  ];
  const binfmt = "docker run --privileged --rm tonistiigi/binfmt --install all";
  return [
    `printf '%s' "${registry.password}" | docker login --username "${registry.username}" --password-stdin "${registry.host}"`,
    ...(platforms.length > 1 ? [binfmt] : []),
    // A builder takes the certificates of the daemon from a context alone.
    "docker context create daemon",
    "docker buildx create --driver docker-container --use daemon",
    ...(isPushed ? tagCommands(name) : []),
    `docker buildx build ${words.join(" ")}`,
  ];
}

/** The tags: the branch, or the release with its minor release, and the commit; a pre-release is not the latest. */
function tagCommands(name: string): string[] {
  const tag = (text: string) => `--tag "${name}:${text}"`;
  return [
    `set -- ${tag("sha-$CI_COMMIT_SHORT_SHA")}`,
    `if [ -n "$CI_COMMIT_BRANCH" ]; then set -- "$@" ${tag("$CI_COMMIT_REF_SLUG")}; fi`,
    // An image's tag has no plus sign, which a version may have.
    `version=$(printf '%s' "\${CI_COMMIT_TAG#v}" | tr + -)`,
    `minor=$(printf '%s' "$version" | cut -d. -f1,2)`,
    `case "$version" in [0-9]*) set -- "$@" ${tag("$version")} ;; esac`,
    `case "$version" in ''|*[!0-9.]*) ;; *) set -- "$@" ${tag("$minor")} ${tag("latest")} ;; esac`,
  ];
}
