import type { Finding } from "../findings/finding";
import { officialDebianSuites } from "../knowledge/debian-suites";
import { shown } from "../values/mistake";

/** A suite of which there is no official image of Python, or one that nobody builds any more. */
export function* debianSuiteFindings(dockerfile: string, suite: string): Iterable<Finding> {
  if (officialDebianSuites.includes(suite)) return;
  yield {
    rule: "DebianUnsupported",
    where: dockerfile,
    what: `debianSuite is ${shown(suite)}`,
    allowed: `the official images of Python are built of ${officialDebianSuites.join(" and ")}`,
    fix: "name one of them, or leave the option out",
  };
}
