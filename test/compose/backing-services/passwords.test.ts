// biome-ignore-all lint/suspicious/noTemplateCurlyInString: it is the syntax that compose reads

import { MySql, Postgres, ServicePassword } from "../../../src";
import { composeFile, contentOf } from "../rendered";
import { type Make, withPassword } from "./every-service";

const made = (make: Make, password?: ServicePassword) => {
  const compose = composeFile();
  const backing = make(compose, "my-db", password === undefined ? {} : { password });
  compose.addService("app", { image: "x" }).addBackingService(backing);
  return contentOf(compose);
};

const KNOWN = "${MY_DB_PASSWORD:-development}";

test.each(withPassword)("%s and its application have the same password, known in a fresh clone", (_, make) => {
  const { services, secrets } = made(make);
  expect(JSON.stringify(services["my-db"])).toContain(KNOWN);
  expect(JSON.stringify(services.app)).toContain(`:${KNOWN}@my-db:`);
  expect(secrets).toBeUndefined();
});

test.each(withPassword)("%s reads a secret from a file", (_, make) => {
  const { services, secrets } = made(make, ServicePassword.secret());
  expect(secrets).toEqual({ "my-db-password": { environment: "MY_DB_PASSWORD" } });
  expect(services["my-db"].secrets).toEqual(["my-db-password"]);
  expect(JSON.stringify(services["my-db"])).toContain("/run/secrets/my-db-password");
});

test.each([
  ["Postgres", ["POSTGRES_PASSWORD_FILE"]],
  ["MySql", ["MYSQL_PASSWORD_FILE", "MYSQL_ROOT_PASSWORD_FILE"]],
  ["MariaDb", ["MARIADB_PASSWORD_FILE", "MARIADB_ROOT_PASSWORD_FILE"]],
  ["MongoDb", ["MONGO_INITDB_ROOT_PASSWORD_FILE"]],
])("the image of %s is told of the file by %j", (name, variables) => {
  const [, make] = withPassword.find(([each]) => each === name) ?? withPassword[0];
  const { environment } = made(make, ServicePassword.secret()).services["my-db"];
  expect(Object.keys(environment).filter((each) => /PASS/.test(each))).toEqual(variables);
});

test.each(withPassword)("%s has no password in its part of the file where it is a secret", (_, make) => {
  expect(JSON.stringify(made(make, ServicePassword.secret()).services["my-db"])).not.toContain("${");
});

test.each(withPassword)("compose stops without the password of %s where it is a secret", (_, make) => {
  const { app } = made(make, ServicePassword.secret("PW")).services;
  expect(JSON.stringify(app)).toContain(":${PW:?set it to the password of my-db}@my-db:");
});

test("a service that starts with a digit has a variable that compose can read", () => {
  const compose = composeFile();
  expect(new Postgres(compose, "1db").url.toJSON()).toContain("${_1DB_PASSWORD:-");
});

test.each(["", "p@ss", "ä", "a b"])("the fallback %j is a mistake", (fallback) => {
  expect(() => ServicePassword.variable("PW", fallback)).toThrow(/a password has letters, digits and -\._~/);
});

test("MySQL's root is no further user, which its image refuses", () => {
  const compose = composeFile();
  new MySql(compose, "db", { userName: "root" });
  expect(contentOf(compose).services.db.environment).toEqual({
    MYSQL_DATABASE: "app",
    MYSQL_ROOT_PASSWORD: "${DB_PASSWORD:-development}",
  });
});
