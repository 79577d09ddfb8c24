import { frameworkRows } from "../../src/knowledge/frameworks";

const normalised = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const servers = frameworkRows.flatMap((row) =>
  row.servers.map((server) => ({ framework: row.name, kind: row.kind, ...server })),
);
const words = servers.map((server) => ({ ...server, text: server.command.join(" ") }));

test("names are unique", () => {
  const names = frameworkRows.map(({ name }) => name);
  expect(names).toHaveLength(new Set(names).size);
});
test.each(frameworkRows)("$name is shown by normalised distributions", ({ distributions }) => {
  expect(distributions.filter((name) => !normalised.test(name))).toEqual([]);
});
test.each(servers)("$framework is run by normalised distributions", ({ needs }) => {
  expect(
    needs.flatMap((need) => [need.distribution, ...(need.extras ?? [])]).filter((name) => !normalised.test(name)),
  ).toEqual([]);
});
const searches = frameworkRows.flatMap(({ name, applications = [] }) =>
  applications.map((each) => ({ name, ...each })),
);
test.each([...frameworkRows, ...servers, ...searches])("there is a source: %#", ({ source }) => {
  expect(source).toMatch(/^https:\/\/[\w.~-]+\.[a-z]+\/\S*$/);
});
test.each(frameworkRows)("$name has a port where it is a web server", ({ kind, port }) => {
  expect(port !== undefined).toBe(kind === "web server");
});
test.each(words)("$framework is started by $text: one word or option names the application", ({ text }) => {
  expect(text.match(/\{application\}/g)).toHaveLength(1);
});
test.each(words.filter(({ factory }) => factory !== undefined))("$text: one word names the factory", ({ factory }) => {
  expect(factory?.join(" ").match(/\{[^}]*\}/g)).toEqual(["{application}"]);
});
test.each(searches)("a server of $name starts its application of kind $kind", ({ name, kind }) => {
  expect(servers.filter((each) => each.framework === name).map((each) => each.application)).toContain(kind);
});
test.each(words)("$text has no other placeholders", ({ text, bindEnvironment = {} }) => {
  const all = [text, ...Object.values(bindEnvironment)].join(" ").match(/\{[^}]*\}/g) ?? [];
  expect(all.filter((each) => !["{application}", "{address}", "{port}"].includes(each))).toEqual([]);
});
test.each(words.filter(({ kind }) => kind === "web server"))(
  "$text or the environment sets where it listens",
  (server) => {
    const all = [server.text, ...Object.values(server.bindEnvironment ?? {})].join(" ");
    expect(["{address}", "{port}"].filter((each) => !all.includes(each))).toEqual([]);
  },
);
test("only health paths that the framework itself has are listed", () => {
  expect(
    frameworkRows.flatMap(({ name, healthPath }) => (healthPath === undefined ? [] : [[name, healthPath]])),
  ).toEqual([["streamlit", "/_stcore/health"]]);
});
test("the table can't be changed", () => {
  expect([frameworkRows, ...frameworkRows].every(Object.isFrozen)).toBe(true);
});
