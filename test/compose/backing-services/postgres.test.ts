import { Postgres } from "../../../src";
import { composeFile, contentOf } from "../rendered";

const server = (options: ConstructorParameters<typeof Postgres>[2] = {}) => {
  const compose = composeFile();
  new Postgres(compose, "db", options);
  return contentOf(compose).services.db;
};

test.each([
  ["16-alpine", "/var/lib/postgresql/data"],
  ["17.6", "/var/lib/postgresql/data"],
  ["18", "/var/lib/postgresql"],
  ["19beta3", "/var/lib/postgresql"],
])("PostgreSQL %s keeps its data in %s", (version, target) => {
  expect(server({ version }).volumes).toEqual([{ type: "volume", source: "db-data", target }]);
});

test("the database and the user are made, and checked by the network", () => {
  const { environment, healthcheck } = server({ database: "orders", userName: "shop" });
  expect(environment).toMatchObject({ POSTGRES_USER: "shop", POSTGRES_DB: "orders" });
  expect(healthcheck.test).toEqual(["CMD", "pg_isready", "--host=127.0.0.1", "--username=shop", "--dbname=orders"]);
});

test("it has the time that a shutdown may take", () => expect(server().stop_grace_period).toBe("90s"));

test("a user's variable stands beside those of the image", () => {
  expect(server({ environment: { POSTGRES_INITDB_ARGS: "--data-checksums", POSTGRES_DB: "x" } }).environment).toEqual(
    expect.objectContaining({ POSTGRES_INITDB_ARGS: "--data-checksums", POSTGRES_DB: "x", POSTGRES_USER: "app" }),
  );
});
