import { buildTarget } from "./harness/build";
import { describeSourceBuilds } from "./harness/describe-source-builds";
import { fixtureProject } from "./harness/fixtures";
import { canHaveImage, debianPackagesIn, shellIn } from "./harness/image";

const wherePython311Is = canHaveImage("python:3.11-slim-trixie") ? describe : describe.skip;

const ldap = { isCompiled: true, built: ["docopt", "markupsafe", "python-ldap"], modules: ["docopt", "ldap"] };
const mysql = { isCompiled: true, modules: ["docopt", "MySQLdb"] };

describeSourceBuilds({ ...ldap, fixture: "source-uv", manager: "uv" });
describeSourceBuilds({ ...ldap, fixture: "source-pdm", manager: "pdm" });
describeSourceBuilds({ ...ldap, fixture: "source-hatch", manager: "hatch", built: ["docopt", "python-ldap"] });
describeSourceBuilds({
  ...mysql,
  fixture: "source-poetry",
  manager: "poetry",
  built: ["docopt", "mysqlclient", "pyyaml"],
});
describeSourceBuilds({
  ...mysql,
  fixture: "source-pip",
  manager: "pip",
  built: ["docopt", "markupsafe", "mysqlclient"],
});

wherePython311Is("on an older Python", () => {
  describeSourceBuilds({
    ...ldap,
    fixture: "source-uv",
    manager: "uv",
    // markupsafe has a wheel there.
    built: ["docopt", "python-ldap"],
    python: "3.11",
  });
});

describe("a development dependency that is compiled", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await fixtureProject("source-uv", {}, "source-dev");
  });
  const built = async (target: string) => (await buildTarget(folder, target, "source-dev")).image;

  test("is there in dev", async () => {
    expect(await shellIn(await built("dev"), "python -c \"import MySQLdb; print('ready')\"")).toBe("ready");
  });

  test.each(["builder", "app"])("brings nothing of what it needs into %s", async (target) => {
    const isItsOwn = (name: string) => /mysql|mariadb/.test(name);
    expect((await debianPackagesIn(await built("dev"))).filter(isItsOwn)).toContain("libmariadb3");
    expect((await debianPackagesIn(await built(target))).filter(isItsOwn)).toEqual([]);
  });
});
