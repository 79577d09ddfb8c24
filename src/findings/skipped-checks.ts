import { Mistake, shown } from "../values/mistake";
import type { FindingPlace } from "./finding";
import { isRuleName, RULES, type RuleName } from "./rules";

/** Why a rule is switched off, and where. */
export interface SkippedCheckOptions {
  /** Why the rule does not hold here, for whoever reads the projenrc file. */
  readonly reason: string;
  /**
   * The stage of the Dockerfile for which it is switched off.
   * @default - everywhere
   */
  readonly stage?: string;
  /**
   * The service of the compose file for which it is switched off.
   * @default - everywhere
   */
  readonly service?: string;
}

const WHERE = "ContainerChecks.skip";

interface SkippedCheck extends SkippedCheckOptions {
  readonly rule: RuleName;
}

/** The rules that a project has switched off. */
export class SkippedChecks {
  private readonly skipped: SkippedCheck[] = [];
  private readonly used = new Set<SkippedCheck>();

  /** @throws where there is no such rule, or no reason is given */
  public add(rule: string, options: SkippedCheckOptions): void {
    if (!isRuleName(rule)) throw unknownRule(rule);
    if (options.reason.trim() === "") {
      throw new Mistake({ where: WHERE, what: `there is no reason for ${rule}`, fix: "say why it does not hold here" });
    }
    this.skipped.push({ rule, ...options });
  }

  /** Whether what is found is switched off. */
  public has(found: FindingPlace & { readonly rule?: RuleName }): boolean {
    const meant = this.skipped.filter(
      ({ rule, stage, service }) =>
        rule === found.rule && (stage ?? found.stage) === found.stage && (service ?? found.service) === found.service,
    );
    for (const each of meant) this.used.add(each);
    return meant.length > 0;
  }

  /** What has switched nothing off, such as one with a misspelt stage. */
  public idle(): Mistake[] {
    return this.skipped
      .filter((each) => !this.used.has(each))
      .map(({ rule, stage, service }) => {
        const place = [stage && `stage ${shown(stage)}`, service && `service ${shown(service)}`].filter(Boolean);
        return new Mistake({
          where: WHERE,
          what: `${[rule, ...place].join(" ")} switches nothing off`,
          allowed: "nothing of it is found there",
          fix: "mend its stage or service, or take it out",
        });
      });
  }
}

function unknownRule(name: string): Mistake {
  const called = Object.entries(RULES).filter(([rule, { others }]) =>
    [rule, ...others].some((each) =>
      each
        .toLowerCase()
        .split(/[\s,]+/)
        .includes(name.toLowerCase()),
    ),
  );
  const begins = name.slice(0, 4).toLowerCase();
  const near = Object.keys(RULES).filter((rule) => rule.toLowerCase().startsWith(begins));
  return new Mistake({
    where: WHERE,
    what: `there is no rule ${shown(name)}`,
    allowed:
      called.length > 0
        ? `here it is ${called.map(([rule]) => rule).join(" or ")}`
        : `docs/checks has all${near.length > 0 ? `, among them ${near.join(", ")}` : ""}`,
    fix: "use one of these names",
  });
}
