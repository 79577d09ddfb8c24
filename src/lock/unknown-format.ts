import { Mistake, shown } from "../values/mistake";

/** A lock file whose format is none of those that are read. It may be right all the same. */
export class UnknownFormat extends Mistake {
  /**
   * @param path the lock file
   * @param format what it says that its format is
   * @param known the formats that are read
   * @param fix what to do about it
   */
  public constructor(
    path: string,
    format: string,
    known: string,
    fix = "upgrade projen-python-container, or make the lock file with an older package manager",
  ) {
    super({
      where: path,
      what: `has the format ${shown(format)}, so that nothing is made of what it has locked`,
      allowed: `read are ${known}`,
      fix,
    });
  }
}
