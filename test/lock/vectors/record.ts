/**
 * Writes the vectors: random questions with the answers of Python's packaging, for machines without Python.
 *
 * Run it where a packaging of today is installed:
 * `TS_NODE_PROJECT=test/tsconfig.json npx ts-node --transpileOnly test/lock/vectors/record.ts`
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { askPackaging } from "./ask-packaging";
import { randomQuestions } from "./questions";
import { digestOf } from "./vectors";

const questions = randomQuestions(425, { markers: 700, targets: 60, wheels: 250 });
const answers = askPackaging(questions);
if (answers === undefined) throw new Error("python3 with packaging 26.4 or newer is needed");

const { markers, targets, wheels } = answers;
write("markers", questions.markers, (at) => ({ answer: markers[at] }));
write("targets", questions.targets, (at) => ({ count: targets[at].length, digest: digestOf(targets[at]) }));
write("wheels", questions.wheels, (at) => wheels[at]);

/** One vector a line, so that a change shows what changed. */
function write<Q extends object>(name: string, asked: readonly Q[], answered: (at: number) => object): void {
  const lines = asked.map((question, at) => JSON.stringify({ ...question, ...answered(at) }));
  writeFileSync(join(__dirname, `${name}.jsonl`), `${lines.join("\n")}\n`);
}
