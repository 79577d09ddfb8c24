import { describeFixture } from "./harness/describe-fixture";

describeFixture({
  name: "pip-requirements",
  module: "orders/__init__.py",
  options: { command: ["python", "-m", "orders.app"] },
});
