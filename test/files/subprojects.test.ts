import { lstatSync } from "node:fs";
import { join } from "node:path";
import { Component, Project } from "projen";
import { ComposeFile, Dockerfile, ExistingFiles, FileGuard, StageBase } from "../../src";
import { filesOf, folderWith } from "../project-folder";
import { edit, HAND_WRITTEN, OWN_LINE, treeOf } from "./adopted-project";

/** The paths of three projects, one in the other, and one beside. */
const FOLDERS = { shop: "", services: "services", orders: "services/orders", billing: "billing" };

class Tree {
  public readonly shop: Project;
  public readonly services: Project;
  public readonly orders: Project;
  public readonly billing: Project;
  private readonly composes: ComposeFile[];

  constructor(folder: string, fileName?: string) {
    this.shop = new Project({ name: "shop", outdir: folder });
    this.services = new Project({ name: "services", parent: this.shop, outdir: "services" });
    this.orders = new Project({ name: "orders", parent: this.services, outdir: "orders" });
    this.billing = new Project({ name: "billing", parent: this.shop, outdir: "billing" });
    const projects = [this.shop, this.services, this.orders, this.billing];
    for (const each of projects) new Dockerfile(each, { fileName }).addStage("app", StageBase.image("python:3.13"));
    this.composes = projects.map((each) => new ComposeFile(each));
  }

  /** Makes a mistake that is found when all is known. */
  public waitInCircles(project: Project): void {
    const compose = this.composes.find((each) => each.project === project) as ComposeFile;
    const [web, worker] = ["web", "worker"].map((name) => compose.addService(name, { image: "python:3.13" }));
    web.addDependency(worker);
    worker.addDependency(web);
  }
}

/** Everything below the folder, with times. */
function stateOf(folder: string): Record<string, string> {
  const entries = Object.entries(treeOf(folder));
  return Object.fromEntries(
    entries.map(([path, entry]) => [path, `${lstatSync(join(folder, path)).mtimeMs} ${entry}`]),
  );
}

/** A folder in which all is generated. */
function generated(): string {
  const folder = folderWith({});
  new Tree(folder).shop.synth();
  return folder;
}

const places = Object.entries(FOLDERS) as [keyof typeof FOLDERS, string][];

test.each(places)("a hand-written file in %s stops the root before anything is written", (_, place) => {
  const folder = folderWith({ [join(place, "Dockerfile")]: HAND_WRITTEN });
  const before = stateOf(folder);
  expect(() => new Tree(folder).shop.synth()).toThrow(`  ${join(place, "Dockerfile")} is written by hand`);
  expect(stateOf(folder)).toEqual(before);
});

test.each(places)("a file that was changed by hand in %s stops the root before anything is written", (_, place) => {
  const folder = generated();
  edit(join(folder, place, "Dockerfile"), (text) => text + OWN_LINE);
  const before = stateOf(folder);
  expect(() => new Tree(folder).shop.synth()).toThrow(/Dockerfile was changed by hand/);
  expect(stateOf(folder)).toEqual(before);
});

test.each(places)("a mistake in %s stops the root before anything is written", (name) => {
  const folder = folderWith({});
  const tree = new Tree(folder);
  tree.waitInCircles(tree[name]);
  expect(() => tree.shop.synth()).toThrow(/services wait for each other/);
  expect(stateOf(folder)).toEqual({});
});

test("a mistake is told once the root was synthesized without it", () => {
  const tree = new Tree(folderWith({}));
  tree.shop.synth();
  tree.waitInCircles(tree.orders);
  expect(() => tree.shop.synth()).toThrow(/services wait for each other/);
});

test.each(["services", "orders"] as const)("%s alone looks at its files and those below before it writes", (name) => {
  const folder = folderWith({ "services/orders/Dockerfile": HAND_WRITTEN });
  const before = stateOf(folder);
  expect(() => new Tree(folder)[name].synth()).toThrow(/services\/orders\/Dockerfile is written by hand/);
  expect(stateOf(folder)).toEqual(before);
});

test("a subproject alone looks for its mistakes", () => {
  const folder = folderWith({});
  const tree = new Tree(folder);
  tree.waitInCircles(tree.orders);
  expect(() => tree.orders.synth()).toThrow(/services wait for each other/);
});

test("a subproject alone looks at what it would remove", () => {
  const folder = generated();
  edit(join(folder, "services/orders/Dockerfile"), (text) => text + OWN_LINE);
  expect(() => new Tree(folder, "Containerfile").orders.synth()).toThrow(/Dockerfile is no longer generated/);
});

test("a subproject alone does not care about files beside it", () => {
  const folder = folderWith({ "billing/Dockerfile": HAND_WRITTEN });
  new Tree(folder).services.synth();
  expect(Object.keys(filesOf(folder))).toContain("services/orders/Dockerfile");
});

test("what is decided for a project holds below it, and not beside it", () => {
  const folder = folderWith({ "services/orders/Dockerfile": HAND_WRITTEN, "billing/Dockerfile": HAND_WRITTEN });
  const tree = new Tree(folder);
  FileGuard.of(tree.shop).decide(tree.services, ExistingFiles.BACKUP);
  expect(() => tree.shop.synth()).toThrow(/one stands in the way, so nothing was written\n {2}billing\/Dockerfile/);
});

test("the names to copy lead from the root folder", () => {
  const folder = folderWith({ "services/orders/Dockerfile": HAND_WRITTEN });
  expect(() => new Tree(folder).shop.synth()).toThrow(/handWrittenFiles: \["services\/orders\/Dockerfile"\]/);
});

test.each(["Dockerfile", "services/orders/Dockerfile"])(
  "by %s a project below the root leaves its own file to people, be it there or not",
  (path) => {
    const folder = folderWith({ Dockerfile: HAND_WRITTEN });
    const tree = new Tree(folder);
    const guard = FileGuard.of(tree.shop);
    guard.leave(tree.orders, path);
    const isLeft = (place: string) => guard._isLeft(join(folder, place, "Dockerfile"));
    expect(Object.values(FOLDERS).filter(isLeft)).toEqual(["services/orders"]);
  },
);

test.each(["decide", "leave"] as const)("%s takes no project of another tree", (method) => {
  const guard = FileGuard.of(new Tree(folderWith({})).shop);
  const { orders } = new Tree(folderWith({}));
  expect(() => guard[method](orders, ExistingFiles.BACKUP)).toThrow(/"orders" is not one of the tree of "shop"/);
});

test("a root without files of ours looks at those below it", () => {
  const folder = folderWith({ "orders/Dockerfile": HAND_WRITTEN });
  const shop = new Project({ name: "shop", outdir: folder });
  const orders = new Project({ name: "orders", parent: shop, outdir: "orders" });
  new Dockerfile(orders).addStage("app", StageBase.image("python:3.13"));
  const before = stateOf(folder);
  expect(() => shop.synth()).toThrow(/orders\/Dockerfile is written by hand/);
  expect(stateOf(folder)).toEqual(before);
});

test("a file that was taken out of the project does not stop the synth", () => {
  const folder = folderWith({ "services/orders/Dockerfile": HAND_WRITTEN });
  const tree = new Tree(folder);
  tree.orders.tryRemoveFile("Dockerfile");
  tree.shop.synth();
  expect(filesOf(folder)["services/orders/Dockerfile"]).toBe(HAND_WRITTEN);
});

test("a file that a component adds late is not written over either", () => {
  class Late extends Component {
    public preSynthesize(): void {
      new Dockerfile(this.project, { fileName: "Late" });
    }
  }
  const folder = folderWith({ Late: HAND_WRITTEN });
  const { shop } = new Tree(folder);
  new Late(shop);
  expect(() => shop.synth()).toThrow(/Late is written by hand/);
});
