import { type Fact, fact } from "../fact";
import type { TomlTable } from "../files/toml-table";
import { moduleNameOf } from "../requirements/distribution-name";
import type { BackendContext, BuildBackend } from "./build-backend";
import { joinedPath, outermost, textOrTexts } from "./build-paths";

/**
 * The build backend of uv.
 *
 * @see https://docs.astral.sh/uv/concepts/build-backend/
 */
export const uvBuild: BuildBackend = {
  entryPoint: /^uv_build$/,
  packageRoots,
  buildFiles: (context) => {
    const data = tableOf(context)?.table("data");
    return (data?.keys() ?? []).flatMap((scheme) => textOrTexts(data, scheme));
  },
};

function tableOf({ file }: BackendContext): TomlTable | undefined {
  return file.tableAt("tool", "uv", "build-backend");
}

function packageRoots(context: BackendContext): Fact<string[]> | undefined {
  const table = tableOf(context);
  const stated = textOrTexts(table, "module-name");
  const names = table?.has("module-name") ? stated.map(({ value }) => value) : [defaultModule(context.name)];
  const root = table?.text("module-root")?.value ?? "src";
  const roots = names.filter((name) => name !== "").map((name) => joinedPath(root, name.split(".")[0]));
  const source = table?.source("module-name") ?? "uv_build: src and the name of the project";
  return roots.length === 0 ? undefined : fact(outermost(roots), source);
}

/** Type stubs have a folder with a dash in its name. */
function defaultModule(name: string): string {
  const module = moduleNameOf(name);
  return module.endsWith("_stubs") ? module.replace(/_stubs$/, "-stubs") : module;
}
