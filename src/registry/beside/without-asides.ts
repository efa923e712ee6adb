import type { RegistryReader } from "../port/registry.js";

/** Returns a reader without what only Distribution's own registry is asked: others may show for a while what they have deleted, and are no old Distribution. */
export function withoutAsides(reader: RegistryReader): RegistryReader {
  const rest: { -readonly [Key in keyof RegistryReader]: RegistryReader[Key] } = { ...reader };
  delete rest.isLeft;
  delete rest.looksOld;
  return rest;
}
