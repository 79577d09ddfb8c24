import { get } from "node:http";
import { Container } from "../../e2e/harness/container";
import { mustDocker } from "../../e2e/harness/engine";

const PORT = 8000;

/** The seconds from `docker run` to the first answer with status 200. */
export async function firstAnswer(image: string): Promise<number> {
  const start = process.hrtime.bigint();
  const container = await Container.start(image, ["--publish", `127.0.0.1::${PORT}`]);
  try {
    const url = await container.url(PORT, "/health");
    for (const end = Date.now() + 30_000; (await status(url)) !== 200; ) {
      if (Date.now() > end) throw new Error(`${image} does not answer:\n${await container.logs()}`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    return Number(process.hrtime.bigint() - start) / 1e9;
  } finally {
    await container.remove();
  }
}

/** The status of an answer; nothing where the server does not listen yet. */
function status(url: string): Promise<number | undefined> {
  return new Promise((resolve) => {
    const request = get(url, { agent: false }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    request.on("error", () => resolve(undefined));
    request.setTimeout(2000, () => request.destroy());
  });
}

/** The base image's own Python has to be in the engine's memory before the first image is started. */
export async function warmUp(image: string): Promise<void> {
  await mustDocker(["run", "--rm", "--entrypoint", "python", image, "-c", "import orders.main"], { seconds: 60 });
}
