import { describeFixture } from "./harness/describe-fixture";

describeFixture({ name: "pip-setuptools", module: "src/orders/__init__.py", metadata: "pyproject.toml" });
describeFixture({ name: "pip-setup-cfg", module: "src/orders/__init__.py", metadata: "setup.cfg" });
