import { get } from "node:http";
import { docker, mustDocker } from "./engine";
import { type Outcome, run } from "./run";

/** A container that a test started; it is addressed and removed by its own id. */
export class Container {
  /** Starts a container in the background. */
  public static async start(image: string, options: string[] = []): Promise<Container> {
    return new Container(await mustDocker(["run", "--detach", ...options, image], { seconds: 60 }));
  }

  constructor(public readonly id: string) {}

  /** Waits until its health check passes; the last state seen where it doesn't. */
  public async health(seconds = 45): Promise<string> {
    let state = "";
    for (const end = Date.now() + seconds * 1000; Date.now() < end; await pause(250)) {
      state = await this.inspect("{{if .State.Health}}{{.State.Health.Status}}{{else}}no health check{{end}}");
      if (state === "healthy" || (await this.inspect("{{.State.Status}}")) !== "running") break;
    }
    return state;
  }

  /** Runs a command in it. */
  public exec(command: string[], options: string[] = []): Promise<Outcome> {
    return docker(["exec", ...options, this.id, ...command], { seconds: 60 });
  }

  /** A field of what the engine knows of it, by a Go template. */
  public inspect(template: string): Promise<string> {
    return mustDocker(["inspect", "--format", template, this.id]);
  }

  /** The address on this machine at which one of its ports is published. */
  public async url(port: number, path: string): Promise<string> {
    const published = (await mustDocker(["port", this.id, `${port}/tcp`])).split("\n")[0];
    return `http://127.0.0.1:${published.split(":").pop()}${path}`;
  }

  /** Stops it as `docker stop` does; the seconds that took and its exit code. */
  public async stop(): Promise<{ seconds: number; exitCode: number }> {
    const start = Date.now();
    await mustDocker(["stop", "--time", "10", this.id], { seconds: 60 });
    const seconds = (Date.now() - start) / 1000;
    return { seconds, exitCode: Number(await this.inspect("{{.State.ExitCode}}")) };
  }

  public async logs(): Promise<string> {
    const { stdout, stderr } = await docker(["logs", "--tail", "50", this.id]);
    return `${stdout}${stderr}`;
  }

  public async remove(): Promise<void> {
    await run(["docker", "rm", "--force", "--volumes", this.id], { seconds: 60 });
  }
}

/** Asks a URL until it answers, for as long as a server may take to start. */
export async function answerOf(url: string, seconds = 20): Promise<Answer> {
  for (const end = Date.now() + seconds * 1000; ; await pause(250)) {
    try {
      return await ask(url);
    } catch (error) {
      if (Date.now() > end) throw new Error(`${url} does not answer: ${error}`);
    }
  }
}

/** What a server answered. */
export interface Answer {
  readonly status: number;
  readonly body: string;
}

// Not by fetch: where a published port is open before its server is, Node 20's fetch may never come back.
function ask(url: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = get(url, { agent: false }, (response) => {
      let body = "";
      response.setEncoding("utf8").on("data", (text: string) => {
        body += text;
      });
      response.on("end", () => resolve({ status: response.statusCode ?? 0, body }));
      response.on("error", reject);
    });
    request.on("error", reject);
    request.setTimeout(5000, () => request.destroy(new Error("no answer within 5 s")));
  });
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
