import { Mistake } from "../values/mistake";

/** A mistake in the command line: it ends the command with another exit code than a mistake in the project. */
export class UsageMistake extends Mistake {}
