import type { DockerfileBlock } from "../../dockerfile/block";
import { RunMount } from "../../dockerfile/mount";
import type { ProjectPlace } from "../../values/project-place";
import type { BuildSecret } from "./build-secrets";
import type { TrustedFile } from "./trusted-file";

/**
 * The agent of whoever starts the build. A build without one stops there and says so, since what it would fetch needs a key.
 *
 * @see https://docs.docker.com/reference/dockerfile/#run---mounttypessh
 */
export const sshAgent = RunMount.ssh({ required: true });

/** The id by which docker and compose give the agent. */
export const SSH_ID = "default";

/**
 * The keys of hosts that whoever starts the build trusts. A build can't be asked whether it trusts a host, and one that
 * took any key would lock whatever answers.
 */
export const knownHosts: BuildSecret = {
  id: "known_hosts",
  variable: "SSH_KNOWN_HOSTS",
  mount: RunMount.secret("known_hosts", { target: "/root/.ssh/known_hosts" }),
};

/** Has OpenSSH know the hosts of a file of the project. */
export function addKnownHosts(block: DockerfileBlock, path: string, place: ProjectPlace): void {
  const comment = "option sshKnownHosts";
  block.addCopy([place.inContext(path)], "/etc/ssh/ssh_known_hosts", { chmod: "0644", comment });
}

/** Tells what a build over SSH needs of whoever starts it. */
export function sshTold(source: string, path: string | undefined): string {
  const agent =
    "builds get the SSH agent of whoever starts them (docker build --ssh default; ssh-add -l shows its keys)";
  const hosts =
    path === undefined
      ? `, and trust the hosts in SSH_KNOWN_HOSTS: export SSH_KNOWN_HOSTS="$(cat ~/.ssh/known_hosts)", or name a file of the project in sshKnownHosts`
      : "";
  return `${source}: ${agent}${hosts}.`;
}

const NO_FILE = [
  "is no file",
  "it is a file of the project",
  "write the lines of your own ~/.ssh/known_hosts for the hosts there",
] as const;

/** The hosts that the option names, whose file has to be one that builds can trust. */
export const KNOWN_HOSTS: TrustedFile = {
  rule: "KnownHostsInvalid",
  option: "sshKnownHosts",
  isMissing: NO_FILE,
  isNoFile: NO_FILE,
  outsideFix: "copy the hosts' lines into the project",
  privateKeyFix: "leave the public keys of hosts alone in it",
  flawIn: (text) =>
    /^[^#\s]\S*(?:\s+\S+)?\s+(?:ssh-|ecdsa-|sk-)\S+\s+[A-Za-z0-9+/=]+/m.test(text)
      ? undefined
      : [
          "has no key of a host",
          "a line has a host, a kind of key, and the key",
          "compare what ssh-keyscan prints with what the host publishes, and write it there",
        ],
};
