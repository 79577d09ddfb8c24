import type { DockerfileBlock } from "../dockerfile/block";
import type { DockerfileWord } from "../dockerfile/word";

/** Name of the developer in the dev container. */
export const DEVELOPER = "dev";

/** The service user's name and numbers, where the build gives no others. */
export const SERVICE_USER = { uid: "10001", gid: "10001", name: "app" } as const;

/** The arguments by which a stage's user can be chosen at build time. */
export interface UserArguments {
  readonly uid: DockerfileWord;
  readonly gid: DockerfileWord;
  readonly name: DockerfileWord;
}

/** The user of the production image: nobody logs in, nothing is kept in a home. */
export function addServiceUser(block: DockerfileBlock): UserArguments {
  const user = addUserArguments(block, SERVICE_USER);
  block.addRunSequence([
    ["groupadd", "--gid", user.gid, user.name],
    [
      ...["useradd", "--no-log-init", "--uid", user.uid, "--gid", user.gid],
      ...["--no-create-home", "--home-dir", "/nonexistent", "--shell", "/usr/sbin/nologin", user.name],
    ],
  ]);
  return user;
}

/** The user of the dev container: by default the first one of a Linux host, so that files keep their owner. */
export function addDeveloper(block: DockerfileBlock, options: { readonly sudo: boolean }): UserArguments {
  const user = addUserArguments(block, { uid: "1000", gid: "1000", name: DEVELOPER });
  block.addRunSequence([
    ["groupadd", "--gid", user.gid, user.name],
    [
      ...["useradd", "--no-log-init", "--uid", user.uid, "--gid", user.gid],
      ...["--create-home", "--shell", "/bin/bash", user.name],
    ],
  ]);
  if (options.sudo) {
    block.addRunShell(
      `echo "\${UNAME} ALL=(root) NOPASSWD:ALL" >"/etc/sudoers.d/\${UNAME}" && chmod 0440 "/etc/sudoers.d/\${UNAME}"`,
      {
        comment: "developerSudo",
      },
    );
  }
  return user;
}

function addUserArguments(
  block: DockerfileBlock,
  defaults: { readonly uid: string; readonly gid: string; readonly name: string },
): UserArguments {
  return {
    uid: block.addArg("UID", { default: defaults.uid }),
    gid: block.addArg("GID", { default: defaults.gid }),
    name: block.addArg("UNAME", { default: defaults.name }),
  };
}
