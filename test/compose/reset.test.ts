import { parseDocument, type YAMLMap } from "yaml";
import { ComposeFile } from "../../src";
import { bareProject, synthesized } from "../project-folder";

test("an overriding file takes off what the first one says", () => {
  const project = bareProject();
  const compose = new ComposeFile(project, { fileName: "override.yaml", isPartial: true });
  compose.addReset("services", "a.b", "ports");
  const document = parseDocument(synthesized(project)["override.yaml"], { logLevel: "silent" });
  const ports = (document.contents as YAMLMap).getIn(["services", "a.b", "ports"], true);
  expect(ports).toMatchObject({ tag: "!reset" });
});
