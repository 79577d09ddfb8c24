import { parser } from "@lezer/python";
import { parsePython } from "../../src/pyproject/backends/python-source/syntax";

test("a source that exhausts the parser's stack has no parts", () => {
  // How deep that is depends on how much of the stack is in use already.
  const parse = jest.spyOn(parser, "parse").mockImplementation(() => {
    throw new RangeError("Maximum call stack size exceeded");
  });
  expect(parsePython("((1))").children).toEqual([]);
  parse.mockRestore();
});
