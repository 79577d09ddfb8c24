import { cpSync, writeFileSync } from "node:fs";
import { PROJEN_MARK } from "../../src/files/checksum";
import { projectFolder } from "../project-folder";
import { OUR_FILES, OWN_LINE, type Synth, temporaryIn, treeOf } from "./adopted-project";
import { type DiskCall, systemError, withDisk } from "./faulty-disk";

type Tree = Record<string, string>;

/** How a call goes wrong. */
export type Fault = "fails" | "writes half and fails" | "is killed" | "is killed with half written";

/** What a synth left behind in which one call went wrong. */
export interface Outcome {
  /** What went wrong, to be read in a failing test. */
  readonly title: string;
  readonly fault: Fault;
  readonly call: DiskCall;
  readonly error?: Error;
  readonly tree: Tree;
  /** What the next synth makes of it, in which nothing goes wrong. */
  readonly repaired: Tree;
}

/** A synth in a folder in which things go wrong. */
export class FaultySynth {
  private readonly before: Tree;
  private readonly undisturbed: Tree;

  /** @param start the folder before; it stays as it is */
  constructor(
    private readonly start: string,
    private readonly synth: Synth,
  ) {
    this.before = treeOf(start);
    this.undisturbed = treeOf(this.run(() => undefined).folder);
  }

  /** The outcomes of a fault at each call that `isChosen`. */
  public outcomes(fault: Fault, codes: readonly string[], isChosen: (call: DiskCall) => boolean): Outcome[] {
    const outcomes: Outcome[] = [];
    for (let at = 0; ; at += 1) {
      const outcome = this.outcome(fault, codes[at % codes.length], isChosen, at);
      if (outcome === undefined) return outcomes;
      outcomes.push(outcome);
    }
  }

  /** What there is of ours that is neither as it was nor as it is to be. */
  public halfFiles({ tree }: Outcome): string[] {
    const wrong = (path: string) => ![this.before[path], this.undisturbed[path]].includes(tree[path]);
    return OUR_FILES.filter(wrong);
  }

  /** What people wrote and what is nowhere in the tree. */
  public lost({ tree }: Outcome): string[] {
    const textOf = (entry: string) => entry.slice(entry.indexOf(" ") + 1);
    const there = new Set(Object.values(tree).map(textOf));
    const isTheirs = (entry: string) =>
      entry !== "folder" && (!entry.includes(PROJEN_MARK) || entry.includes(OWN_LINE));
    const texts = Object.entries(this.before).filter(([, entry]) => isTheirs(entry));
    return texts.filter(([, entry]) => !there.has(textOf(entry))).map(([path]) => path);
  }

  /** Where the repaired tree is not that of an undisturbed synth. */
  public unrepaired({ repaired }: Outcome): string[] {
    const paths = new Set([...Object.keys(repaired), ...Object.keys(this.undisturbed)]);
    return [...paths].filter((path) => repaired[path] !== this.undisturbed[path]);
  }

  private outcome(fault: Fault, code: string, isChosen: (call: DiskCall) => boolean, at: number): Outcome | undefined {
    let chosen: DiskCall | undefined;
    let count = 0;
    const { folder, error } = this.run((call) => {
      if (chosen !== undefined) {
        // Who is killed does nothing afterwards.
        if (fault.startsWith("is killed") && call.isChange) throw new Error("killed");
        return undefined;
      }
      if (!isChosen(call) || count++ < at) return undefined;
      chosen = call;
      if (fault.includes("half")) writeHalf(call);
      throw systemError(code, call);
    });
    if (chosen === undefined) return undefined;
    const tree = treeOf(folder);
    withDisk(folder, goQuickly, () => this.synth(folder));
    const title = `${chosen.name}(${String(chosen.args[0]).replace(folder, "")}) ${fault} ${code}`;
    return { title, fault, call: chosen, error, tree, repaired: treeOf(folder) };
  }

  private run(meet: (call: DiskCall) => void): { folder: string; error?: Error } {
    const folder = projectFolder();
    cpSync(this.start, folder, { recursive: true });
    const answer = (call: DiskCall) => {
      meet(call);
      return goQuickly(call);
    };
    try {
      withDisk(folder, answer, () => this.synth(folder));
      return { folder };
    } catch (error) {
      return { folder, error: error as Error };
    }
  }
}

/** Names of temporary files that an outcome has. */
export const leftOvers = ({ tree }: Outcome) => temporaryIn(tree);

/** Waiting for the disk takes most of the time, and shows only where the power fails. */
function goQuickly({ name, go }: DiskCall): unknown {
  return name === "fsyncSync" ? undefined : go();
}

function writeHalf({ args }: DiskCall): void {
  const [at, content] = args as [number | string, string];
  writeFileSync(at, content.slice(0, content.length / 2));
}
