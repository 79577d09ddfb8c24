import type { CheckReport } from "../../drift/check-report";
import { bakePrint } from "./bake-print";
import type { ToolVerdict } from "./checked-by";
import { composeConfig } from "./compose-config";
import { devContainerConfiguration } from "./dev-container-configuration";
import { dockerBuildCheck } from "./docker-build-check";

/** What the tools say that are there. */
export function toolVerdicts(report: CheckReport): ToolVerdict[] {
  const verdicts = [
    dockerBuildCheck(report),
    composeConfig(report),
    bakePrint(report),
    devContainerConfiguration(report),
  ];
  return verdicts.filter(({ checked, findings, notChecked }) => [...checked, ...findings, ...notChecked].length > 0);
}
