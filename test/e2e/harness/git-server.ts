import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Container } from "./container";
import { mustDocker } from "./engine";
import { removeImages, testImage } from "./image";
import { runFolder } from "./locations";
import { mustRun } from "./run";

/** The distribution that the server has in a repository. */
export const distribution = "acme-greeting";

const DOCKERFILE = `FROM debian:trixie-slim
RUN apt-get update && apt-get install --yes --no-install-recommends git openssh-server && ssh-keygen -A
RUN useradd --create-home --shell /bin/sh git && install --directory --mode=0755 /run/sshd
COPY --chown=git:git key.pub /home/git/.ssh/authorized_keys
USER git
WORKDIR /home/git/acme.git
COPY --chown=git:git pyproject.toml acme_greeting.py ./
RUN git init --quiet --initial-branch=main && git add . && git -c user.name=t -c user.email=t@example.com commit --quiet --message=one
USER root
CMD ["timeout", "900", "/usr/sbin/sshd", "-D", "-e"]
`;

const FILES = {
  Dockerfile: DOCKERFILE,
  "acme_greeting.py": 'TEXT = "hello over SSH"\n',
  "pyproject.toml": `[project]
name = "${distribution}"
version = "1.0"
[build-system]
requires = ["hatchling"]
build-backend = "hatchling.build"
[tool.hatch.build.targets.wheel]
include = ["acme_greeting.py"]
`,
};

/** A git server at Docker's bridge that asks for a key, and an agent of this machine that has it. */
export class GitServer {
  public static async start(): Promise<GitServer> {
    const folder = join(runFolder(), "git-server");
    mkdirSync(folder, { mode: 0o700 });
    const key = join(folder, "key");
    await mustRun(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "test", "-f", key]);
    for (const [name, text] of Object.entries(FILES)) writeFileSync(join(folder, name), text);
    const image = testImage("git-server");
    await mustDocker(["build", "--tag", image, folder], { seconds: 300 });
    const container = await Container.start(image);
    const host = await container.inspect("{{.NetworkSettings.IPAddress}}");
    // Not asked over the network: what answers there is what is to be checked.
    const { stdout } = await container.exec(["cat", "/etc/ssh/ssh_host_ed25519_key.pub"]);
    const socket = join(folder, "agent");
    const agent = spawn("ssh-agent", ["-D", "-a", socket], { stdio: "ignore" });
    for (const end = Date.now() + 10_000; !existsSync(socket) && Date.now() < end; )
      await new Promise((r) => setTimeout(r, 50));
    await mustRun(["ssh-add", "-q", key], { env: { ...process.env, SSH_AUTH_SOCK: socket } });
    return new GitServer(container, agent, image, socket, host, `${host} ${stdout.split(" ").slice(0, 2).join(" ")}\n`);
  }

  private constructor(
    private readonly container: Container,
    private readonly agent: ChildProcess,
    private readonly image: string,
    /** The agent's socket. */
    public readonly socket: string,
    private readonly host: string,
    /** The server's line of known_hosts. */
    public readonly knownHosts: string,
  ) {}

  /** The requirement that a project has. */
  public get requirement(): string {
    return `${distribution} @ git+ssh://git@${this.host}/home/git/acme.git`;
  }

  /** What would show in an image that had the key. */
  public get key(): string {
    return readFileSync(join(runFolder(), "git-server/key"), "utf8").split("\n")[1];
  }

  public async stop(): Promise<void> {
    this.agent.kill();
    await this.container.remove();
    await removeImages([this.image]);
  }
}
