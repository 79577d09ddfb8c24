import type { ComposeFile } from "../../src/compose/compose-file";
import type { ComposeService } from "../../src/compose/compose-service";
import { DependencyCondition } from "../../src/compose/service/dependency-condition";
import { composeFile, contentOf } from "./rendered";

/** The names of the services in a file, of which `test` is left out by a default. */
function services(more: (test: ComposeService, compose: ComposeFile) => void): string[] {
  const compose = composeFile();
  compose.addService("app", { image: "app" });
  const test = compose.addService("test");
  test.addDefaults({ applyDefaults: (service) => service.configure({ image: "test", omitIfUnused: true }) });
  more(test, compose);
  return Object.keys(contentOf(compose).services);
}

test.each<[string, (test: ComposeService, compose: ComposeFile) => void]>([
  ["nobody uses", () => {}],
  [
    "another one that is left out uses",
    (test, compose) =>
      compose.addService("more").addDefaults({
        applyDefaults: (service) => {
          service.configure({ image: "more", omitIfUnused: true });
          service.addDependency(test);
        },
      }),
  ],
])("a service that %s is left out", (_, more) => expect(services(more)).toEqual(["app"]));

test.each<[string, (test: ComposeService, compose: ComposeFile) => void]>([
  ["the user gives a property", (test) => test.addEnvironment("LEVEL", "debug")],
  ["the user wants", (test) => test.configure({ omitIfUnused: false })],
  [
    "another one depends on",
    (test, compose) => compose.findService("app").addDependency(test, DependencyCondition.COMPLETED_SUCCESSFULLY),
  ],
])("a service that %s is there", (_, more) => expect(services(more)).toEqual(["app", "test"]));

test("the word itself is not in the file", () => {
  const compose = composeFile();
  compose.addService("app", { image: "app", omitIfUnused: false });
  expect(contentOf(compose).services.app).toEqual({ image: "app" });
});
