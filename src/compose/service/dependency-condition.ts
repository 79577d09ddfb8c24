import { plain } from "../properties/plain-properties";
import type { RowsOf } from "../properties/property-rows";

/**
 * What a service waits for before it starts.
 *
 * @see https://github.com/compose-spec/compose-spec/blob/main/05-services.md#depends_on
 */
export enum DependencyCondition {
  /** The other service has started. */
  STARTED = "service_started",
  /** The other service is healthy, by its health check. */
  HEALTHY = "service_healthy",
  /** The other service has ended without an error. */
  COMPLETED_SUCCESSFULLY = "service_completed_successfully",
}

/** What else holds for a service that has to be there first. */
export interface ComposeDependencyOptions {
  /**
   * Whether this service is restarted where compose restarts or replaces the other one.
   *
   * @default false
   */
  readonly restart?: boolean;
  /**
   * Whether compose stops where the other service isn't enabled or doesn't start.
   *
   * @default true
   */
  readonly required?: boolean;
}

/** A service that has to be there first. */
export interface ComposeDependency extends ComposeDependencyOptions {
  /**
   * What is waited for.
   *
   * @default DependencyCondition.STARTED
   */
  readonly condition?: DependencyCondition;
}

export const dependencyRows = {
  condition: ["condition", plain.word(DependencyCondition)],
  restart: ["restart", plain.flag],
  required: ["required", plain.flag],
} satisfies RowsOf<ComposeDependency>;
