import { defaultDebianSuite, glibcOf } from "../knowledge/debian-suites";
import type { LockPlatforms } from "../lock/lock-findings";
import { Libc } from "../values/libc";
import { Platform } from "../values/platform";
import { parsePlatforms } from "./parse-options";

/**
 * The platforms for which images are built.
 *
 * @throws where one is no platform for which images are made, or there is none
 */
export function lockPlatforms(named: readonly string[] | undefined, suite: string): LockPlatforms {
  // A suite that is not in the table is taken for one like the default one.
  const libc = Libc.of(`glibc ${glibcOf(suite) ?? glibcOf(defaultDebianSuite)}`);
  const platforms = parsePlatforms(named) ?? Platform.names().map((text) => Platform.of(text));
  const byName = new Map(platforms.map((platform) => [platform.toString(), { platform, libc }]));
  return { platforms: [...byName.values()], areNamed: named !== undefined };
}
