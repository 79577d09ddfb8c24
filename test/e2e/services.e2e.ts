import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { Postgres, type PythonContainer, Redis, ServicePassword } from "../../src";
import { compose, type InFolder, serviceImage, serviceUrl } from "./harness/compose";
import { answerOf } from "./harness/container";
import { docker } from "./harness/engine";
import { fixtureProject } from "./harness/fixtures";
import { removeImages } from "./harness/image";

interface Mode {
  readonly mode: string;
  readonly password?: ServicePassword;
  /** What people set for compose. */
  readonly environment: string[];
  /** What is in the environment of the database. */
  readonly inEnvironment: string[];
}

const modes: Mode[] = [
  {
    mode: "a password for development",
    environment: [],
    inEnvironment: ["POSTGRES_DB=app", "POSTGRES_PASSWORD=development", "POSTGRES_USER=app"],
  },
  {
    mode: "a secret",
    password: ServicePassword.secret(),
    environment: ["DB_PASSWORD=s3cret", "STORE_PASSWORD=other"],
    inEnvironment: ["POSTGRES_DB=app", "POSTGRES_PASSWORD_FILE=/run/secrets/db-password", "POSTGRES_USER=app"],
  },
];

// The images are those of Docker Hub, or where no registry answers stand-ins of Debian's packages under their names.
describe.each(modes)("an application with PostgreSQL and Redis, by $mode", (each) => {
  let shop: InFolder;
  const visit = async () => JSON.parse((await answerOf(await serviceUrl(shop, "app", "/visit"))).body);
  beforeAll(async () => {
    const addServices = ({ compose: file }: PythonContainer) => {
      const { password } = each;
      const app = file.findService("app");
      app.addBackingService(new Postgres(file, "db", { version: "17", password }));
      app.addBackingService(new Redis(file, "store", { password }));
    };
    const label = each.password === undefined ? "services-open" : "services-secret";
    shop = { folder: await fixtureProject("uses-services", { port: 8000 }, label, addServices) };
    writeFileSync(join(shop.folder, ".env"), [`COMPOSE_PROJECT_NAME=${label}`, ...each.environment, ""].join("\n"));
    // An interrupted run may have left them.
    await compose(shop, ["down", "--volumes"]);
    await compose(shop, ["build", "app"], 500);
    await compose(shop, ["up", "--detach", "--wait", "app"], 200);
  }, 900_000);
  afterAll(async () => {
    if (shop === undefined) return;
    const image = await serviceImage(shop, "app");
    await compose(shop, ["down", "--volumes"]);
    await removeImages([image]);
  });

  test("config has nothing to say", async () => {
    const { stdout, stderr, exitCode } = await docker(["compose", "config", "--quiet"], { cwd: shop.folder });
    expect({ stdout, stderr, exitCode }).toEqual({ stdout: "", stderr: "", exitCode: 0 });
  });

  test.each(["app", "db", "store"])("%s is healthy", async (service) => {
    expect(await compose(shop, ["ps", "--format", "{{.Health}}", service])).toBe("healthy");
  });

  test("the application writes and reads both", async () => {
    expect(await visit()).toEqual({ database: 1, store: 1 });
    expect(await visit()).toEqual({ database: 2, store: 2 });
  });

  test("the environment of the database is as documented", async () => {
    const variables = (await compose(shop, ["exec", "db", "env"])).split("\n");
    expect(variables.filter((line) => line.startsWith("POSTGRES_")).sort()).toEqual(each.inEnvironment);
  });

  test("nothing but the application is published", async () => {
    expect(await compose(shop, ["ps", "--format", "{{.Service}} {{.Ports}}", "db", "store"])).not.toContain("->");
  });

  // Last: it makes all containers anew.
  test("what was written is there after down and up", async () => {
    await compose(shop, ["down"]);
    await compose(shop, ["up", "--detach", "--wait", "app"], 200);
    expect(await visit()).toEqual({ database: 3, store: 3 });
  });
});
