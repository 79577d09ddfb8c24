import { call } from "../code/expression";

/** The service of the generated compose file that runs the application. */
export const COMPOSE_APP = call("compose", "findService", "app");
