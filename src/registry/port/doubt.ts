import { RegistryError } from "./registry.js";

/** Returns the error of a request that got no whole answer. Any other is thrown: without a token, for example, nothing was sent. */
export function asDoubt(error: unknown): RegistryError {
  const kinds: readonly string[] = ["unreachable", "unexpected-answer"];
  if (error instanceof RegistryError && kinds.includes(error.kind)) return error;
  throw error;
}
