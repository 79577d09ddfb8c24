import { throwErrors } from "../../src/findings/report";
import type { ProjectFacts } from "../../src/pyproject/facts";
import { directReferenceFindings } from "../../src/python/direct-references";
import { containerBeside } from "../container-project";
import { synthesized } from "../project-folder";
import { poetryFacts, uvFacts } from "../pyproject/facts-of";

function messageOf(make: () => unknown): string {
  try {
    make();
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error("it is accepted");
}

const secret = "https://u:SECRETPW@h.example.com/bar.whl";
const head = '[project]\nname = "orders"\nversion = "1"\n';

/** A pyproject.toml that names the address under a key of its own. */
const places: [string, string][] = [
  ["[project].dependencies", `${head}dependencies = ["bar @ ${secret}"]`],
  ["[project.optional-dependencies].web", `${head}[project.optional-dependencies]\nweb = ["bar @ ${secret}"]`],
  ["[dependency-groups].dev", `${head}[dependency-groups]\ndev = ["bar @ ${secret}"]`],
  ["[build-system].requires", `${head}[build-system]\nrequires = ["bar @ ${secret}"]\nbuild-backend = "bar"`],
  ["[tool.uv.sources].bar", `${head}dependencies = ["bar"]\n[tool.uv.sources]\nbar = { url = "${secret}" }`],
];

describe("an address with a password", () => {
  test.each(places)("is refused in %s, naming it and the host", (key, toml) => {
    const text = messageOf(() => throwErrors([...directReferenceFindings(uvFacts(toml))]));
    if (!key.startsWith("[tool.uv.sources]")) expect(text).toContain(`pyproject.toml ${key}: `);
    expect(text).toContain('the address of "bar" at h.example.com holds a user name or a password');
  });
  test.each(places)("is not shown where it stands in %s", (_, toml) =>
    expect(messageOf(() => throwErrors([...directReferenceFindings(uvFacts(toml))]))).not.toContain("SECRETPW"),
  );
  test("is refused in a table of poetry", () => {
    const toml =
      '[tool.poetry]\nname = "orders"\n[tool.poetry.dependencies]\nbar = { git = "https://SECRETPW@github.com/a/bar.git" }\n';
    expect(messageOf(() => throwErrors([...directReferenceFindings(poetryFacts(toml))]))).toContain(
      "at github.com holds",
    );
  });
  test("of git has SSH as the way out", () => {
    const facts = uvFacts(`${head}dependencies = ["bar @ git+https://SECRETPW@github.com/a/bar"]`);
    expect(messageOf(() => throwErrors([...directReferenceFindings(facts)]))).toContain("have git ask by SSH");
  });
});

// biome-ignore-start lint/suspicious/noTemplateCurlyInString: it is the syntax that pip and pdm read
test.each([
  ["git+ssh://git@github.com/a/bar"],
  ["git+https://git@github.com/a/bar"],
  ["git+https://${TOKEN}@github.com/a/bar"],
  ["https://h.example.com/a@b/bar.whl"],
  ["git+https://github.com/a/bar@v1"],
  ["./bar@https"],
])("%s is accepted", (url) => {
  const facts = { dependencies: [{ value: { url }, source: "" }], extras: [], groups: [], buildRequires: [] };
  expect(() => throwErrors([...directReferenceFindings(facts as unknown as ProjectFacts)])).not.toThrow();
});
// biome-ignore-end lint/suspicious/noTemplateCurlyInString: above

test("a synth refuses it before a file is written", () => {
  const toml = `${head}[build-system]\nrequires = ["bar @ ${secret}"]\nbuild-backend = "bar"`;
  const container = containerBeside({ "pyproject.toml": toml, "uv.lock": "" });
  expect(() => synthesized(container.project)).toThrow("at h.example.com holds");
});
test("a synth refuses it in another project of the repository", () => {
  const container = containerBeside(
    {
      "pyproject.toml": `${head}dependencies = ["lib"]\n[tool.uv.sources]\nlib = { path = "lib" }`,
      "uv.lock": "",
      "lib/pyproject.toml": `[project]\nname = "lib"\nversion = "1"\ndependencies = ["bar @ ${secret}"]`,
    },
    { command: ["python"] },
  );
  expect(() => synthesized(container.project)).toThrow("at h.example.com holds");
});
