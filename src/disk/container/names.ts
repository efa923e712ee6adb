/** Returns the name of the container that collects for a registry's container. */
export function lockName(container: string): string {
  return `${container}-garbage-collection`;
}

/** Returns the name of the container that only looks for garbage. Only the owner of the lock makes it. */
export function lookName(container: string): string {
  return `${lockName(container)}-dry-run`;
}
