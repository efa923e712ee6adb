import { PruneError } from "../../../core/base/errors.js";
import type { RepositoryName } from "../../../core/names/reference.js";
import type { Connection } from "../../connection/connection.js";
import type { RegistryAbilities, Right } from "../../port/registry.js";
import { caller } from "../requests.js";
import type { OwnProduct, OwnUntag } from "./untag.js";

/**
 * Returns the abilities of a registry with its product's own way to delete a tag, where the standard one is refused. Only then is the registry asked what it is, once
 * unless that could not be seen; its own way is proven for each repository.
 */
export function withOwnUntag(
  { reader, deleter, writer }: RegistryAbilities,
  connection: Connection,
  rights: readonly Right[],
): RegistryAbilities {
  const found = new Map<RepositoryName, Promise<OwnUntag | undefined>>();
  let product: Promise<OwnProduct | undefined> | undefined;
  const find = async (repository: RepositoryName): Promise<OwnUntag | undefined> => {
    const { findOwnProduct, proveOwnUntag } = await import("./untag.js");
    const asked = (product ??= findOwnProduct(connection, repository));
    const found = await asked.catch((error: unknown) => {
      product = undefined;
      if (!(error instanceof PruneError)) throw error;
      return undefined;
    });
    const site = { connection, call: caller(connection, rights) };
    return found === undefined ? undefined : proveOwnUntag(site, found, repository);
  };
  return {
    reader: {
      ...reader,
      async untags(repository) {
        const said = await reader.untags(repository);
        if (said !== "no" || !rights.includes("delete")) return said;
        const own = found.get(repository) ?? find(repository);
        found.set(repository, own);
        return (await own) === undefined ? "no" : "yes";
      },
    },
    deleter: {
      ...deleter,
      async deleteTag(repository, tag, terms) {
        const way = await found.get(repository);
        if (way === undefined) return deleter.deleteTag(repository, tag, terms);
        const { deleteInOwnWay } = await import("./untag.js");
        const isThere = async (): Promise<boolean> =>
          (await reader.resolveTag(repository, tag)) !== undefined;
        return deleteInOwnWay({ way, host: connection.base.host, isThere }, repository, { tag, terms });
      },
    },
    writer,
  };
}
