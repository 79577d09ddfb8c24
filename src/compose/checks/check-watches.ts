import type { PlacelessFinding } from "../../findings/finding";
import { shown } from "../../values/mistake";
import { holdsPath } from "../service/holds-path";
import { isOpen, type ServiceContent } from "./file-content";

const ALLOWED = "docker compose watch passes over a copy of what is mounted already, and says so in its log alone";

/** What `docker compose watch` refuses, or passes over, of the paths that a service follows. */
export function watchFindings({ build, base, watches, volumes }: ServiceContent): readonly PlacelessFinding[] {
  const binds = volumes.flatMap(({ type, source }) => (type === "bind" && isPath(source) ? [source] : []));
  return watches.flatMap(({ path, action }): PlacelessFinding[] => {
    if (action === "rebuild" && build === undefined && base === undefined) {
      return [
        {
          rule: "WatchWithoutBuild",
          what: `the watched path ${shown(path)} has the action "rebuild", and the service isn't built`,
          allowed: "only a service with imageBuild, or that extends one, is built again",
          fix: "give the service imageBuild, or the path another action",
        },
      ];
    }
    const bind = action.startsWith("sync") && isPath(path) ? binds.find((each) => holdsPath(each, path)) : undefined;
    return bind === undefined
      ? []
      : [
          {
            rule: "WatchOnBindMount",
            what: `the watched path ${shown(path)} has the action ${shown(action)} below the bind mount of ${shown(bind)}`,
            allowed: ALLOWED,
            fix: "leave out the watch or the bind mount, or give the path the action REBUILD or RESTART",
          },
        ];
  });
}

/** Whether it is known here which path it is. */
function isPath(path: string | undefined): path is string {
  return path !== undefined && !isOpen(path) && !path.startsWith("~");
}
