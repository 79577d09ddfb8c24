import { mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Project } from "projen";
import { Dockerfile, ExistingFiles, FileGuard, StageBase } from "../../src";
import { filesOf, folderWith, projectFolder } from "../project-folder";
import { bareSynth, edit, HAND_WRITTEN, OWN_LINE, type SynthOptions, treeOf } from "./adopted-project";

/** A folder in which the Dockerfile is generated. */
function generated(): string {
  const folder = projectFolder();
  bareSynth("3.13")(folder);
  return folder;
}

/** Generates it under another name from now on. */
const rename = (folder: string, options: SynthOptions = {}) =>
  bareSynth("3.13", { existing: ExistingFiles.REFUSE, fileName: "Containerfile", ...options })(folder);

const namesIn = (folder: string) => Object.keys(filesOf(folder));

/** What people did to the file that is no longer generated. */
const changes: Record<string, [change: (path: string) => void, told: RegExp]> = {
  "a changed line": [
    (path) => edit(path, (text) => text + OWN_LINE),
    /Dockerfile is no longer generated and was changed by hand/,
  ],
  "another text": [(path) => edit(path, () => HAND_WRITTEN), /Dockerfile is no longer generated and has no mark/],
  "a folder": [
    (path) => {
      rmSync(path);
      mkdirSync(path);
      writeFileSync(join(path, "app"), HAND_WRITTEN);
    },
    /Dockerfile is no longer generated and is a folder/,
  ],
  "a link": [
    (path) => {
      rmSync(path);
      symlinkSync("README.md", path);
    },
    /Dockerfile is no longer generated and is a symbolic link to README\.md/,
  ],
};

function changed(name: string): string {
  const folder = generated();
  changes[name][0](join(folder, "Dockerfile"));
  return folder;
}

test("a file that is no longer generated and was not touched is removed", () => {
  const folder = generated();
  rename(folder);
  expect(namesIn(folder)).not.toContain("Dockerfile");
});

test.each(Object.entries(changes))("%s in a file that is no longer generated stops the synth", (name, [, told]) => {
  const folder = changed(name);
  const before = treeOf(folder);
  expect(() => rename(folder)).toThrow(told);
  expect(treeOf(folder)).toEqual(before);
});

test.each(Object.keys(changes).filter((name) => name !== "a folder"))(
  "%s in a file that is no longer generated is kept as backup",
  (name) => {
    const folder = changed(name);
    const { Dockerfile: before } = treeOf(folder);
    rename(folder, { existing: ExistingFiles.BACKUP });
    const { Dockerfile: after, "Dockerfile.bak": backup } = treeOf(folder);
    expect([after, backup]).toEqual([undefined, before]);
  },
);

test.each(Object.keys(changes).filter((name) => name !== "a folder"))(
  "%s in a file that is no longer generated goes where it may be overwritten",
  (name) => {
    const folder = changed(name);
    rename(folder, { existing: ExistingFiles.OVERWRITE });
    expect(Object.keys(treeOf(folder)).filter((path) => path.startsWith("Dockerfile"))).toEqual([]);
  },
);

test.each(Object.keys(changes))("%s in a file that is left to people stays", (name) => {
  const folder = changed(name);
  const { Dockerfile: before } = treeOf(folder);
  for (let count = 0; count < 3; count += 1) rename(folder, { left: ["Dockerfile"] });
  expect(treeOf(folder).Dockerfile).toBe(before);
});

test("a folder is not moved away as a backup, since nothing needs its place", () => {
  expect(() => rename(changed("a folder"), { existing: ExistingFiles.BACKUP })).toThrow(/and is a folder/);
});

test("a file that projen generated without its mark is not removed unasked", () => {
  const folder = folderWith({ LICENSE: "Apache\n", ".projen/files.json": '{"files": ["LICENSE"]}' });
  expect(() => rename(folder)).toThrow(/LICENSE is no longer generated and has no mark of projen/);
});

test("a changed file of a subproject that is no longer generated stops the root's synth", () => {
  const folder = projectFolder();
  const synth = (fileName: string) => {
    const project = new Project({ name: "shop", outdir: folder });
    const orders = new Project({ name: "orders", parent: project, outdir: "services/orders" });
    new Dockerfile(orders, { fileName }).addStage("app", StageBase.image("python:3.13"));
    project.synth();
  };
  synth("Dockerfile");
  edit(join(folder, "services/orders/Dockerfile"), (text) => text + OWN_LINE);
  const before = treeOf(folder);
  expect(() => synth("Containerfile")).toThrow(/services\/orders\/Dockerfile is no longer generated and was changed/);
  expect(treeOf(folder)).toEqual(before);
});

test("a file that a subproject generates from now on is not removed first", () => {
  const folder = folderWith({
    "orders/Dockerfile": HAND_WRITTEN,
    ".projen/files.json": '{"files": ["orders/Dockerfile"]}',
  });
  const project = new Project({ name: "shop", outdir: folder });
  const orders = new Project({ name: "orders", parent: project, outdir: "orders" });
  new Dockerfile(orders).addStage("app", StageBase.image("python:3.13"));
  FileGuard.of(project).decide(project, ExistingFiles.BACKUP);
  project.synth();
  expect(namesIn(folder).filter((path) => path.startsWith("orders/Dockerfile"))).toEqual([
    "orders/Dockerfile",
    "orders/Dockerfile.bak",
  ]);
});

const OTHERS = {
  "docs/projen.md": 'Files begin with "~~ Generated by projen".\n',
  "services/billing/.gitignore": "# ~~ Generated by projen. To modify, edit .projenrc.py.\n",
  "services/billing/Dockerfile": "# ~~ Generated by projen. To modify, edit .projenrc.py.\nFROM scratch\n",
};

/** What may have become of projen's list. */
const lists: Record<string, string | undefined> = {
  missing: undefined,
  empty: "",
  "without files": '{"files": []}',
  "with something else": '{"files": {"Dockerfile": true}}',
  "cut off": '{"files": ["Dockerfile", "comp',
  "in conflict": '{\n"files": [\n<<<<<<< HEAD\n"a"\n=======\n"b"\n>>>>>>> main\n]}',
  hostile:
    '{"files": ["../outside", "/etc/hostname", 5, null, "", ".", "./", "docs/../../outside", "..", "Dockerfile/."]}',
};

function withList(name: string): string {
  const folder = generated();
  const list = join(folder, ".projen/files.json");
  rmSync(list);
  for (const [path, text] of Object.entries(OTHERS)) {
    mkdirSync(join(folder, path, ".."), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const text = lists[name];
  if (text !== undefined) writeFileSync(list, text);
  return folder;
}

test.each(Object.keys(lists))("with a list %s no file of others is removed", (name) => {
  const folder = withList(name);
  bareSynth("3.13")(folder);
  expect(filesOf(folder)).toMatchObject(OTHERS);
});

test.each(Object.keys(lists))("with a list %s the synth leaves the list that it always does", (name) => {
  const folder = withList(name);
  bareSynth("3.13")(folder);
  expect(filesOf(folder)[".projen/files.json"]).toBe(filesOf(generated())[".projen/files.json"]);
});

test.each(Object.keys(lists))("with a list %s a changed file is still kept", (name) => {
  const folder = withList(name);
  edit(join(folder, "Dockerfile"), (text) => text + OWN_LINE);
  bareSynth("3.13")(folder);
  expect(readFileSync(join(folder, "Dockerfile.bak"), "utf8")).toContain(OWN_LINE);
});

test.each(["services", "services/", "./services", ".git"])("a folder %s in the list is not removed", (listed) => {
  const folder = folderWith({
    ...OTHERS,
    ".git/config": "",
    ".projen/files.json": JSON.stringify({ files: [listed] }),
  });
  expect(() => rename(folder)).toThrow(/is no longer generated and is a folder/);
});

test.each(Object.values(ExistingFiles))("with %s nothing is touched that a listed link leads out to", (existing) => {
  const outside = folderWith({ "precious.txt": HAND_WRITTEN });
  const folder = folderWith({ ".projen/files.json": '{"files": [".projen/files.json", "link/precious.txt"]}' });
  symlinkSync(outside, join(folder, "link"));
  rename(folder, { existing });
  expect(filesOf(outside)).toEqual({ "precious.txt": HAND_WRITTEN });
});

test.each(Object.values(ExistingFiles))("with %s a .projen that leads out stops the synth", (existing) => {
  const outside = folderWith({ "files.json": '{"files": [".projen/tasks.json"]}', "tasks.json": HAND_WRITTEN });
  const folder = folderWith({});
  symlinkSync(outside, join(folder, ".projen"));
  expect(() => rename(folder, { existing })).toThrow(/\.projen\/files\.json: would lie outside of the project/);
});

const UNKNOWN = "# ~~ Generated by projen. To modify, edit .projenrc.py.\nmine\n";

test.each(["Dockerfile", "docker/compose.prod.yml", "dev.dockerignore", "desk/devcontainer.json"])(
  "%s that is no longer generated and has the mark alone stops the synth",
  (path) => {
    const folder = folderWith({
      [path]: UNKNOWN,
      ".projen/files.json": JSON.stringify({ files: [".projen/files.json", path] }),
    });
    expect(() => rename(folder)).toThrow(/is no longer generated and has the mark of projen and no checksum/);
  },
);

test("a file of projen's own with its mark goes as projen has it", () => {
  const folder = folderWith({
    "tox.ini": UNKNOWN,
    ".projen/files.json": '{"files": [".projen/files.json", "tox.ini"]}',
  });
  rename(folder);
  expect(namesIn(folder)).not.toContain("tox.ini");
});

test("a list that is a link stops the synth: projen would go by what it leads to", () => {
  const folder = generated();
  const list = join(folder, ".projen/files.json");
  renameSync(list, join(folder, "list.json"));
  symlinkSync("../list.json", list);
  expect(() => rename(folder)).toThrow(/\.projen\/files\.json: is a symbolic link to \.\.\/list\.json/);
});
