import type { UntagWay } from "../../core/policy/policy.js";
import type { ConnectOptions } from "../../registry/connection/connection.js";
import { openRegistry } from "../../registry/open.js";
import type { RegistryDeleter, RegistryReader, RegistryWriter } from "../../registry/port/registry.js";

/** A registry as a run may use it: a dry run has nothing in its hands that deletes. */
export type RegistryAccess =
  | { readonly kind: "read"; readonly registry: RegistryReader }
  | {
      readonly kind: "delete";
      readonly registry: RegistryReader & RegistryDeleter;
      /** Absent unless the run was told to write over tags. */
      readonly writer?: RegistryWriter;
    };

/** Opens a registry. A dry run asks for no right but to pull, and nobody asks for the right to push who was not told to write. */
export async function openAccess(
  connection: ConnectOptions,
  { dryRun, untag }: { readonly dryRun: boolean; readonly untag: UntagWay },
): Promise<RegistryAccess> {
  if (dryRun) return { kind: "read", registry: await openRegistry({ ...connection, rights: ["pull"] }) };
  if (untag !== "overwrite") {
    return { kind: "delete", registry: await openRegistry({ ...connection, rights: ["pull", "delete"] }) };
  }
  const registry = await openRegistry({ ...connection, rights: ["pull", "push", "delete"] });
  return { kind: "delete", registry, writer: registry };
}
