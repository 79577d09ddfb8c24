import { describeFixture } from "./harness/describe-fixture";

describeFixture({ name: "hatch", module: "src/orders/__init__.py", metadata: "pyproject.toml" });
