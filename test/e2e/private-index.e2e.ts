import { describePrivateIndex } from "./harness/describe-private-index";

describePrivateIndex("uv");
