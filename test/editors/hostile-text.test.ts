import { JetbrainsComposeRun } from "../../src/editors/jetbrains-compose-run";
import { addVscodeTasks } from "../../src/editors/vscode-tasks";
import { bareProject, synthesized } from "../project-folder";

test("a run configuration keeps what XML has a character for, and shows the rest", () => {
  const project = bareProject();
  new JetbrainsComposeRun(project, { name: 'a"<&>\n\u0001', composeFile: "compose.yaml", service: "app" });
  expect(synthesized(project)[".run/app.run.xml"]).toContain('name="a&#34;&#60;&#38;&#62;\ufffd\\u0001"');
});

test.each(["a b", "a$(id)", "a;b", "a'b"])("the task %j, in which a shell finds more, is not offered", (name) => {
  const project = bareProject();
  project.addTask(name, { description: "a" });
  addVscodeTasks(project, () => undefined);
  expect(synthesized(project)[".vscode/tasks.json"]).not.toContain(JSON.stringify(name).slice(1, -1));
});
