import { describeSourceBuilds } from "./harness/describe-source-builds";

describeSourceBuilds({
  fixture: "source-uv-pure",
  manager: "uv",
  built: ["docopt"],
  isCompiled: false,
  modules: ["docopt", "markupsafe"],
});
