import { fork } from "node:child_process";
import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import { fuzzed, shares, type Tally } from "./fuzz";
import { counterexampleLine, lastLine, tallyLine } from "./report";
import { allTargets } from "./targets";

const { values } = parseArgs({
  options: {
    inputs: { type: "string", default: "100000" },
    seed: { type: "string", default: `${Date.now() % 1_000_000}` },
    target: { type: "string", default: "" },
  },
});
const inputs = Number(values.inputs);
const seed = Number(values.seed);

/** A process of its own for each core: they take the next target when they are done with one. */
async function inProcesses(count: number, targets: number): Promise<Tally[]> {
  const tallies: Tally[] = [];
  let next = 0;
  const worker = () =>
    new Promise<void>((resolve, reject) => {
      const child = fork(__filename, process.argv.slice(2).concat(`--seed=${seed}`));
      child.on("message", (tally: Tally | "ready") => {
        if (tally !== "ready") {
          tallies.push(tally);
          console.log(tallyLine(tally));
        }
        if (next < targets) child.send(next++);
        else child.disconnect();
      });
      child.on("exit", (code) => (code === 0 ? resolve() : reject(new Error(`a process ended with ${code}`))));
    });
  await Promise.all(Array.from({ length: count }, worker));
  return tallies;
}

const targets = allTargets().filter(({ name }) => name.includes(values.target));
const counts = shares(targets, inputs);

if (process.send === undefined) {
  console.log(`seed ${seed}`);
  inProcesses(availableParallelism(), targets.length)
    .then((tallies) => {
      const bad = tallies.flatMap(({ counterexample }) => counterexample ?? []);
      for (const each of bad) console.log(counterexampleLine(each));
      console.log(lastLine(tallies));
      process.exitCode = bad.length === 0 && tallies.length === targets.length ? 0 : 1;
    })
    .catch((error) => {
      console.error(error);
      process.exitCode = 1;
    });
} else {
  process.on("message", (at: number) => process.send?.(fuzzed(targets[at], counts[at], seed + at * 1_000_000)));
  process.send("ready");
}
