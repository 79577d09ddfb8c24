import { describeDay } from "./harness/describe-day";

describeDay("daily-uv");
