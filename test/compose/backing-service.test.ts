import { BackingService } from "../../src/compose/backing-services/backing-service";
import { ComposeValue } from "../../src/compose/compose-value";
import { DependencyCondition } from "../../src/compose/service/dependency-condition";
import { composeFile, contentOf } from "./rendered";

function application(connect: (app: BackingService, search: BackingService) => void) {
  const compose = composeFile();
  const search = new BackingService(compose, "search", {
    image: "elasticsearch:9.1.0",
    connection: { SEARCH_URL: "http://search:9200", SEARCH_KEY: ComposeValue.variable("KEY", "k") },
  });
  const app = new BackingService(compose, "app", { image: "orders" });
  connect(app, search);
  return contentOf(compose).services;
}

test("an application waits until its backing service is healthy", () => {
  const { app } = application((app, search) => app.addBackingService(search));
  expect(app.depends_on).toEqual({ search: { condition: "service_healthy" } });
});

test("an application is given the variables of the connection", () => {
  const { app } = application((app, search) => app.addBackingService(search));
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the syntax that compose reads
  expect(app.environment).toEqual({ SEARCH_URL: "http://search:9200", SEARCH_KEY: "${KEY:-k}" });
});

test("variables of one's own stand instead of the connection's", () => {
  const { app } = application((app, search) =>
    app.addBackingService(search, { ELASTIC: search.connection.SEARCH_URL, INDEX: "orders" }),
  );
  expect(app.environment).toEqual({ ELASTIC: "http://search:9200", INDEX: "orders" });
});

test("the backing service itself has none of its connection", () => {
  const { search } = application((app, search) => app.addBackingService(search));
  expect(search).toEqual({ image: "elasticsearch:9.1.0" });
});

test("another condition than its health is waited for where it says so", () => {
  const compose = composeFile();
  const search = new BackingService(compose, "search", { image: "x", condition: DependencyCondition.STARTED });
  compose.addService("app", { image: "orders" }).addBackingService(search);
  expect(contentOf(compose).services.app.depends_on).toEqual({ search: { condition: "service_started" } });
});

test("what a generator of defaults connects gives way to the user's variable", () => {
  const compose = composeFile();
  const search = new BackingService(compose, "search", { image: "x", connection: { SEARCH_URL: "http://search" } });
  const app = compose.addService("app", { image: "orders", environment: { SEARCH_URL: "http://elsewhere" } });
  app.addDefaults({ applyDefaults: (service) => service.addBackingService(search) });
  expect(contentOf(compose).services.app.environment).toEqual({ SEARCH_URL: "http://elsewhere" });
});

test("anything with a name and a connection stands for the service of that name", () => {
  const compose = composeFile();
  compose.addService("search", { image: "x" });
  const app = compose.addService("app", { image: "orders" });
  app.addBackingService({ name: "search", connection: { A: ComposeValue.literal("b") } });
  expect(contentOf(compose).services.app).toMatchObject({
    environment: { A: "b" },
    depends_on: { search: { condition: "service_healthy" } },
  });
});

test.each([
  ["of another file", () => new BackingService(composeFile(), "search"), /"search" of another file/],
  ["that is not in the file", () => ({ name: "search", connection: {} }), /no service "search"; there is "app"/],
])("a backing service %s is a mistake", (_, backing, message) => {
  const app = composeFile().addService("app");
  expect(() => app.addBackingService(backing())).toThrow(message);
});
