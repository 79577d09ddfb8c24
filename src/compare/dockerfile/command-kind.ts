import type { PackageManager } from "../../pyproject/managers/package-manager";

/** What a command does, as far as it is known. */
export type KnownCommand =
  | { readonly kind: "system packages"; readonly system: string; readonly names: readonly string[] }
  /** Installs what the project depends on, or lists that for an installer. */
  | { readonly kind: "dependencies"; readonly selection: Selection }
  /** Installs a package manager. */
  | { readonly kind: "manager"; readonly manager: PackageManager; readonly version?: string }
  /** Installs distributions that the project does not ask for. */
  | { readonly kind: "distributions"; readonly names: readonly string[] }
  | { readonly kind: "user"; readonly name: string; readonly uid?: string }
  /** What every image does in its way: refreshing lists, removing caches, settings of a package manager. */
  | { readonly kind: "housekeeping" };

/** What of a project is installed. */
export interface Selection {
  readonly manager: PackageManager;
  readonly extras: readonly string[];
  readonly groups: readonly string[];
  /** Requirements files. */
  readonly files: readonly string[];
  /** Distributions that are named beside them. */
  readonly distributions?: readonly string[];
  /** Whether what is for development is installed too; undefined where the command does not decide it. */
  readonly withDevelopment?: boolean;
  /** Whether it makes a lock file, so that it says what is asked for and not by which manager. */
  readonly isCompiled?: boolean;
}
