import { type ApplicationState, FIRST } from "./application";

/** A change of the application, after which the image is built again. */
export interface Edit {
  readonly cell: string;
  readonly change: (state: ApplicationState, mark: string) => ApplicationState;
  /** Is it of interest for this module's images alone? */
  readonly isOwn?: boolean;
}

/** The edits of one round, each on top of those before it. */
export const edits: readonly Edit[] = [
  { cell: "no-op", change: (state) => state },
  { cell: "source edit", change: (state, source) => ({ ...state, source }) },
  { cell: "version bump", change: (state, mark) => ({ ...state, version: `0.2.${mark}` }) },
  { cell: "linter setting", change: (state, excluded) => ({ ...state, excluded }) },
  { cell: "readme edit", change: (state, readme) => ({ ...state, readme }), isOwn: true },
  { cell: "script edit", change: (state, script) => ({ ...state, script }), isOwn: true },
  { cell: "one dependency added", change: (state) => ({ ...state, hasOneMore: true }) },
];

export const WITH_ONE_MORE: ApplicationState = { ...FIRST, hasOneMore: true };
export const WITH_PSYCOPG2: ApplicationState = { ...FIRST, hasPsycopg2: true };
