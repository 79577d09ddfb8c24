import { basename } from "node:path";
import { parse } from "yaml";
import { composeFindings, devContainerFindings, parseJsonWithComments, schemasAreThere } from "../e2e/harness/schemas";
import { synthesized } from "../project-folder";
import { shownProjects } from "../shown-projects";

/** How a file is read and what the official schema has against it; undefined for one that no schema is about. */
function findingsIn(path: string, text: string): string[] | undefined {
  if (basename(path) === "devcontainer.json") return devContainerFindings(parseJsonWithComments(text));
  return /(?:^|\/)(?:docker-)?compose(?:\.[\w.-]+)?\.ya?ml$/.test(path) ? composeFindings(parse(text)) : undefined;
}

const withSchemas = schemasAreThere ? describe : describe.skip;

withSchemas("the official schemas", () => {
  test.each(Object.entries(shownProjects))("have nothing against the files of %s", (_, make) => {
    const found = Object.entries(synthesized(make())).map(([path, text]) => [path, findingsIn(path, text)] as const);
    const judged = found.filter(([, findings]) => findings !== undefined);
    expect(judged.map(([path]) => basename(path)).sort()).toEqual(
      expect.arrayContaining(["compose.yaml", "devcontainer.json"]),
    );
    expect(judged.filter(([, findings]) => findings?.length !== 0)).toEqual([]);
  });

  const files = () => synthesized(shownProjects.uv());

  test.each([
    ["a property that there is not", "    image:", "    imagge:"],
    ["a word in place of a list", "      - ALL", "      ALL: 1"],
    ["a duration in place of a text", "    read_only: true", "    read_only: [true]"],
  ])("find %s in a compose file", (_, right, wrong) => {
    const { "compose.yaml": text } = files();
    expect(text).toContain(right);
    expect(findingsIn("compose.yaml", text.replace(right, wrong))).not.toEqual([]);
  });

  test.each([
    ["a port as a word", '"forwardPorts": [', '"forwardPorts": ["web",'],
    ["a number as a build argument", '"target": "dev"', '"target": "dev", "args": { "UID": 1000 }'],
    ["a life-cycle command of numbers", '"remoteUser":', '"postStartCommand": 1, "remoteUser":'],
  ])("find %s in a devcontainer.json", (_, right, wrong) => {
    const { ".devcontainer/devcontainer.json": text } = files();
    expect(text).toContain(right);
    expect(findingsIn("devcontainer.json", text.replace(right, wrong))).not.toEqual([]);
  });
});
