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
