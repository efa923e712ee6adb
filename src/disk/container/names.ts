/** The name of the container that collects for a registry's container. */
export function lockName(container: string): string {
  return `${container}-garbage-collection`;
}

/** The name of the one that only looks. It is the lock's holder's alone. */
export function lookName(container: string): string {
  return `${lockName(container)}-dry-run`;
}
