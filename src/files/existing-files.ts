/** What becomes of a file that people wrote or changed, where one is to be generated. */
export enum ExistingFiles {
  /** The synth stops before anything is written, and lists them. */
  REFUSE = "refuse",
  /** Each is kept beside the new one, as `<name>.bak`. */
  BACKUP = "backup",
  /** They are written over; a folder never is. */
  OVERWRITE = "overwrite",
}
