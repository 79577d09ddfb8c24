import { github, type Project } from "projen";
import { type Action, actions, pinned } from "./actions";

/** How a workflow names an action, once it is known which versions the project has. */
export type UsedAction = (action: Action) => string;

/**
 * The actions of a project: those that it names itself at its `GitHub` component, by name or by tag, else those of our table.
 *
 * Ask it when the workflow is rendered: the project may name them later than the workflow is made.
 */
export function usedActions(project: Project): UsedAction {
  return (action) => {
    const own = pinned(action);
    const provider = github.GitHub.of(project.root)?.actions;
    if (provider === undefined) return own;
    const byTag = `${action.name}@${action.tag}`;
    const asked = provider.get(byTag);
    return asked === byTag ? provider.get(own) : asked;
  };
}

/** The release that a commit of our table stands for. */
export function releaseOf(uses: unknown): string | undefined {
  return actions.find((each) => each.commit !== undefined && pinned(each) === uses)?.tag;
}
