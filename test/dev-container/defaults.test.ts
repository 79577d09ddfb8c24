import { LifecycleCommand } from "../../src/dev-container/lifecycle-command";
import { LifecycleStep } from "../../src/dev-container/lifecycle-step";
import { Defaults, made, madeInCompose } from "./made";

test("defaults are computed at each rendering, and never pile up", () => {
  const { devContainer, written } = madeInCompose();
  let service = "a";
  devContainer.addDefaults(new Defaults((to) => to.addRunService(service)));
  expect(devContainer.runServices).toEqual(["dev", "a"]);
  service = "b";
  expect(written().runServices).toEqual(["dev", "b"]);
});

test("they stand where they were registered", () => {
  const { devContainer, written } = made({ extensions: ["a.first"] });
  devContainer.addDefaults(new Defaults((to) => to.addExtension("a.second")));
  devContainer.addExtension("a.last");
  expect(written().customizations.vscode.extensions).toEqual(["a.first", "a.second", "a.last"]);
});

test.each([true, false])("a user's value wins, whether it was set before them (%s)", (isBefore) => {
  const { devContainer, written } = made();
  const set = () => devContainer.addSetting("a", "user's");
  if (isBefore) set();
  devContainer.addDefaults(
    new Defaults((to) => {
      to.addSetting("a", "computed");
      to.addSetting("b", "computed");
    }),
  );
  if (!isBefore) set();
  expect(written().customizations.vscode.settings).toEqual({ a: "user's", b: "computed" });
});

test("a user takes out a computed extension", () => {
  const { devContainer, written } = made({ extensions: ["-a.B"] });
  devContainer.addDefaults(new Defaults((to) => to.addExtension("a.b")));
  expect(written().customizations.vscode.extensions).toEqual(["-a.B"]);
});

test("a user's version of a feature wins", () => {
  const { devContainer, written } = made();
  devContainer.addDefaults(new Defaults((to) => to.addFeature("ghcr.io/a/b:1", { old: true })));
  devContainer.addFeature("ghcr.io/a/b:2");
  expect(written().features).toEqual({ "ghcr.io/a/b:2": {} });
});

const computedCommand = new Defaults((to) =>
  to.addCommand(LifecycleStep.POST_CREATE, "dependencies", LifecycleCommand.shell("uv sync")),
);
test.each([
  [LifecycleCommand.shell("make"), "make"],
  [LifecycleCommand.parallel({ dependencies: LifecycleCommand.shell("make") }), { dependencies: "make" }],
  [LifecycleCommand.parallel({ hooks: LifecycleCommand.shell("make") }), { hooks: "make", dependencies: "uv sync" }],
  [undefined, { dependencies: "uv sync" }],
])("beside the user's postCreateCommand %j a computed one gives %j", (postCreateCommand, commands) => {
  const { devContainer, written } = made({ postCreateCommand });
  devContainer.addDefaults(computedCommand);
  expect(written().postCreateCommand).toEqual(commands);
});

describe("two defaults that contradict each other", () => {
  const contradicting = () => {
    const one = made();
    for (const value of [1, 2]) one.devContainer.addDefaults(new Defaults((to) => to.addSetting("a", value)));
    return one;
  };
  test("are refused", () => expect(contradicting().written).toThrow('settings "a" is 1 and 2'));
  test("are settled by the user", () => {
    const { devContainer, written } = contradicting();
    devContainer.addSetting("a", 3);
    expect(written().customizations.vscode.settings).toEqual({ a: 3 });
  });
});

test("a user's command as a whole settles computed ones too", () => {
  const { devContainer, written } = made({ postCreateCommand: LifecycleCommand.shell("make") });
  for (const text of ["one", "two"]) {
    const command = LifecycleCommand.shell(text);
    devContainer.addDefaults(new Defaults((to) => to.addCommand(LifecycleStep.POST_CREATE, "a", command)));
  }
  expect(written().postCreateCommand).toBe("make");
});

test("they are checked as a user's values are", () => {
  const { devContainer, written } = made();
  devContainer.addDefaults(new Defaults((to) => to.addExtension("python")));
  expect(written).toThrow('the extension "python" is not valid');
});

test.each([
  ["addDefaults", new Defaults((to) => to.addDefaults(computedCommand))],
  ["asking for the rendered file", new Defaults((to) => void to.runServices)],
])("%s is not possible while they are computed", (action, defaults) => {
  const { devContainer, written } = made();
  devContainer.addDefaults(defaults);
  expect(written).toThrow(`${action} is not possible while defaults are computed`);
});
