import { existsSync, readFileSync, statSync } from "node:fs";
import { join, posix } from "node:path";
import type { DockerfileBlock } from "../../dockerfile/block";
import { RunMount } from "../../dockerfile/mount";
import type { Finding } from "../../findings/finding";
import { shown } from "../../values/mistake";
import type { ProjectPlace } from "../../values/project-place";
import type { BuildSecret } from "./build-secrets";

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

/**
 * Why the hosts can't be trusted: their file is missing or lies outside of the context, has no key of a host, or holds a
 * private key.
 *
 * @param folder the project's
 */
export function knownHostsFinding(folder: string, path: string, place: ProjectPlace): Finding | undefined {
  const found = (what: string, allowed: string, fix: string): Finding => ({
    rule: "KnownHostsInvalid",
    where: "PythonContainer",
    what: `sshKnownHosts ${shown(path)} ${what}`,
    allowed,
    fix,
  });
  const file = join(folder, path);
  const inContext = place.inContext(path);
  if (posix.isAbsolute(path) || inContext.startsWith("../")) {
    return found(
      "lies outside of the build context",
      "builds see that folder alone",
      "copy the hosts' lines into the project",
    );
  }
  if (!existsSync(file) || !statSync(file).isFile()) {
    return found(
      "is no file",
      "it is a file of the project",
      "write the lines of your own ~/.ssh/known_hosts for the hosts there",
    );
  }
  const text = readFileSync(file, "latin1");
  if (/-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(text)) {
    return found(
      "holds a private key",
      "the image gets this file, and whoever has it",
      "leave the public keys of hosts alone in it",
    );
  }
  if (!/^[^#\s]\S*(?:\s+\S+)?\s+(?:ssh-|ecdsa-|sk-)\S+\s+[A-Za-z0-9+/=]+/m.test(text)) {
    return found(
      "has no key of a host",
      "a line has a host, a kind of key, and the key",
      "compare what ssh-keyscan prints with what the host publishes, and write it there",
    );
  }
  return undefined;
}
