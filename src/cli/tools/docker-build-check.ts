import { join } from "node:path";
import type { CheckedDockerfile, CheckReport } from "../../drift/check-report";
import { checkedBy, type FileVerdict, type ToolVerdict } from "./checked-by";
import { lastLine } from "./last-line";
import { runTool } from "./run-tool";

const TOOL = "docker build --check";
const SECONDS = 120;

/** What the engine says where it, or who reads its Dockerfiles, is too old. */
const TOO_OLD = /unknown flag: --call|unsupported request frontend\.(?:lint|subrequest)/;
/** What it says where an image, the frontend or a base, can't be had: nothing about the file. */
const UNREACHABLE =
  /failed to (?:do request|resolve|authorize|fetch|copy|load cache)|no such host|access denied|unauthorized|not found|toomanyrequests|too many requests|time(?:d )?out|deadline|connection|refused|unreachable|tls:|x509|EOF$/i;
/** What it says of the file itself. */
const PARSE_ERROR = /^dockerfile parse error|target stage/;

/** What `docker build --call=check,format=json` prints. */
interface CheckOutput {
  readonly warnings?: readonly Warning[] | null;
  readonly buildError?: { readonly message: string };
}

interface Warning {
  readonly ruleName: string;
  readonly detail?: string;
  readonly description: string;
  readonly url?: string;
  readonly location?: { readonly ranges?: readonly { readonly start: { readonly line: number } }[] };
}

/**
 * BuildKit's own checks of the generated Dockerfiles. It builds nothing, and asks a registry for no more than the frontend
 * and what the base images are.
 */
export function dockerBuildCheck({ root, dockerfiles }: CheckReport): ToolVerdict {
  return checkedBy(
    TOOL,
    root,
    dockerfiles,
    () => absence(root),
    (file) => verdictOn(file, root),
  );
}

function absence(folder: string): string | undefined {
  const run = runTool("docker", ["version", "--format", "{{.Server.Version}}"], { folder, seconds: 20 });
  if (run.isMissing) return "there is no docker";
  return run.exitCode === 0 ? undefined : "no Docker engine answers";
}

function verdictOn(file: CheckedDockerfile, root: string): FileVerdict {
  const verdicts = file.targets.map((target) => verdictOnStage(file, target, root));
  const notChecked = verdicts.flatMap((each) => each.notChecked ?? []);
  return {
    // A stage that several of them start from is looked at several times.
    findings: [...new Set(verdicts.flatMap(({ findings = [] }) => findings))],
    notChecked: notChecked.length === 0 ? undefined : [...new Set(notChecked)].join("; "),
  };
}

function verdictOnStage({ path, context }: CheckedDockerfile, target: string, root: string): FileVerdict {
  const run = runTool(
    "docker",
    [
      "build",
      "--call=check,format=json",
      `--file=${join(root, path)}`,
      `--target=${target}`,
      // Where it is set, it names the frontend to take: in a closed network one of its own.
      "--build-arg=BUILDKIT_SYNTAX",
      join(root, context),
    ],
    { folder: root, seconds: SECONDS, env: { DOCKER_BUILDKIT: "1" } },
  );
  if (run.isLate) return { notChecked: `no answer within ${SECONDS} s` };
  const output = parsed(run.out);
  if (TOO_OLD.test(run.err))
    return { notChecked: "this Docker knows no checks; they need buildx 0.15 and BuildKit 0.15" };
  if (output === undefined) return { notChecked: lastLine(run.err) };
  const { message } = output.buildError ?? {};
  const isTold = message === undefined || (!PARSE_ERROR.test(message) && UNREACHABLE.test(message));
  return {
    findings: [...(output.warnings ?? []).map(told), ...(isTold ? [] : [message])],
    notChecked: isTold ? message : undefined,
  };
}

function told({ ruleName, detail, description, url, location }: Warning): string {
  const line = location?.ranges?.[0]?.start.line;
  const place = line === undefined ? "" : `line ${line}: `;
  return `${place}${ruleName}: ${detail ?? description}${url === undefined ? "" : `; see ${url}`}`;
}

function parsed(text: string): CheckOutput | undefined {
  try {
    const output = JSON.parse(text);
    return typeof output === "object" && output !== null ? output : undefined;
  } catch {
    return undefined;
  }
}
