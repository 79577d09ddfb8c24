import { tidied } from "../../src/project/tidy-new-projenrc";

const MADE = `import { A } from "a";
const project = new A({
  folders: ["a","b"],

  // port: undefined,  /* The TCP port on which it listens; */
});
project.synth();`;

test("the parts of a new projenrc file stand apart", () => {
  expect(tidied(MADE)).toBe(`import { A } from "a";

const project = new A({
  folders: ["a", "b"],

  // port: undefined,  /* The TCP port on which it listens */
});

project.synth();
`);
});
