import { compose, serviceImage, serviceUrl } from "./harness/compose";
import { answerOf } from "./harness/container";
import { docker } from "./harness/engine";
import { removeImages } from "./harness/image";
import { SharedCompose } from "./harness/shared-compose";

describe("two projects in one compose file, started by their own tasks", () => {
  let shop: SharedCompose;
  const services = ["api", "admin"];
  const running = () => compose(shop, ["ps", "--services", "--status", "running"]);
  beforeAll(async () => {
    shop = await SharedCompose.make("shared-compose", [
      { name: "api", fixture: "web-fastapi" },
      { name: "admin", fixture: "web-flask", options: { port: 8000 } },
    ]);
    for (const name of services) await shop.runTask(name, "compose:up", 500);
  });
  afterAll(async () => {
    if (shop === undefined) return;
    const images = await Promise.all(services.map((service) => serviceImage(shop, service)));
    await compose(shop, ["down", "--volumes"]);
    await removeImages(images);
  });

  test("config has nothing to say", async () => {
    expect(await docker(["compose", "config", "--quiet"], { cwd: shop.folder })).toEqual({
      stdout: "",
      stderr: "",
      exitCode: 0,
    });
  });

  test.each(services)("%s is healthy and answers, on a port of its own", async (service) => {
    expect(await compose(shop, ["ps", "--format", "{{.Health}}", service])).toBe("healthy");
    expect((await answerOf(await serviceUrl(shop, service, "/health"))).status).toBe(200);
  });

  test.each([
    ["api", "uvicorn"],
    ["admin", "gunicorn"],
  ])("%s runs %s: no image was built over the other", async (service, program) => {
    // The first process is the engine's init, whose arguments are the command.
    const script = "print(open('/proc/1/cmdline').read().split('\\0')[2])";
    expect(await compose(shop, ["exec", service, "python", "-c", script])).toBe(program);
  });

  // Last: it stops one of them.
  test("compose:down of one leaves the other", async () => {
    await shop.runTask("api", "compose:down");
    expect(await running()).toBe("admin");
  });
});
