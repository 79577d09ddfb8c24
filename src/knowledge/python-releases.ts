/** A minor release of CPython. */
export interface PythonRelease {
  /** The minor release, for example `3.13`. */
  readonly minor: string;
  /** The month of its first release, `YYYY-MM`. */
  readonly released: string;
  /** The last month in which it gets security fixes, `YYYY-MM`. */
  readonly supportedUntil: string;
  /** Its release schedule. */
  readonly source: string;
}

/**
 * The minor releases that can be chosen, oldest first: a frozen table, so that a synth gives the same files every day.
 *
 * @see https://devguide.python.org/versions/
 */
export const pythonReleases: readonly PythonRelease[] = Object.freeze(
  [
    { minor: "3.8", released: "2019-10", supportedUntil: "2024-10", source: "https://peps.python.org/pep-0569/" },
    { minor: "3.9", released: "2020-10", supportedUntil: "2025-10", source: "https://peps.python.org/pep-0596/" },
    { minor: "3.10", released: "2021-10", supportedUntil: "2026-10", source: "https://peps.python.org/pep-0619/" },
    { minor: "3.11", released: "2022-10", supportedUntil: "2027-10", source: "https://peps.python.org/pep-0664/" },
    { minor: "3.12", released: "2023-10", supportedUntil: "2028-10", source: "https://peps.python.org/pep-0693/" },
    { minor: "3.13", released: "2024-10", supportedUntil: "2029-10", source: "https://peps.python.org/pep-0719/" },
    { minor: "3.14", released: "2025-10", supportedUntil: "2030-10", source: "https://peps.python.org/pep-0745/" },
    { minor: "3.15", released: "2026-10", supportedUntil: "2031-10", source: "https://peps.python.org/pep-0790/" },
  ].map((release) => Object.freeze(release)),
);

/** The minor release of a project that allows it and asks for no other: the newest on which the images are tested. */
export const defaultPythonMinor = "3.13";
