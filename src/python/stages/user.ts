import type { DockerfileBlock } from "../../dockerfile/block";
import { DockerfileWord } from "../../dockerfile/word";

/** A user's name and numbers, where the build gives no others. */
export interface UserDefaults {
  readonly uid: string;
  readonly gid: string;
  readonly name: string;
}

/** The user of the production image. */
export const SERVICE_USER: UserDefaults = { uid: "10001", gid: "10001", name: "app" };

/** The arguments by which a stage's user is chosen at build time. */
export const userArguments = {
  uid: DockerfileWord.variable("UID"),
  gid: DockerfileWord.variable("GID"),
  name: DockerfileWord.variable("UNAME"),
} as const;

/** Takes the bits off by which programs of the base and of all packages before run as somebody else than who starts them. */
const withoutSetuid = ["find", "/", "-xdev", "-perm", "/6000", "-exec", "chmod", "a-s", "{}", "+"];

/**
 * The user of the production image: nobody logs in, nothing is kept in a home.
 *
 * @param removesSetuid whether no program is left that runs as somebody else; in the same layer, which costs least
 */
export function addServiceUser(block: DockerfileBlock, removesSetuid = false): void {
  const account = ["--no-create-home", "--home-dir", "/nonexistent", "--shell", "/usr/sbin/nologin"];
  addUser(block, SERVICE_USER, account, removesSetuid ? [withoutSetuid] : []);
}

/** The user of the dev container: by default with the number of a Linux host's first user, so that files keep their owner. */
export function addDeveloper(block: DockerfileBlock, name: string, sudo: boolean): void {
  addUser(block, { uid: "1000", gid: "1000", name }, ["--create-home", "--shell", "/bin/bash"]);
  if (!sudo) return;
  block.addRunShell(
    `echo "\${UNAME} ALL=(root) NOPASSWD:ALL" >"/etc/sudoers.d/\${UNAME}" && chmod 0440 "/etc/sudoers.d/\${UNAME}"`,
    { comment: "option developerSudo" },
  );
}

/** Has what follows run as the developer. */
export function runAsDeveloper(block: DockerfileBlock): void {
  block.addUser(userArguments.name, {
    comment: "a name: the Dev Containers CLI maps no numeric user to the host's UID\nhadolint ignore=DL3066",
  });
}

/** A number that Debian uses itself, as 20 for the users of macOS, is shared: --non-unique. */
function addUser(block: DockerfileBlock, defaults: UserDefaults, home: string[], more: string[][] = []): void {
  const { uid, gid, name } = userArguments;
  block.addArg("UID", { default: defaults.uid });
  block.addArg("GID", { default: defaults.gid });
  block.addArg("UNAME", { default: defaults.name });
  block.addRunSequence([
    ["groupadd", "--non-unique", "--gid", gid, name],
    ["useradd", "--non-unique", "--no-log-init", "--uid", uid, "--gid", gid, ...home, name],
    ...more,
  ]);
}
