import { PruneError } from "../../../core/base/errors.js";
import type { Untags } from "../../../core/image/graph.js";
import type { EcrPlace } from "../../../core/names/registry-kind.js";
import type { RepositoryName } from "../../../core/names/reference.js";
import type { Connection, OpenOptions } from "../../connection/connection.js";
import type { RegistryAbilities } from "../../port/registry.js";
import { caller } from "../requests.js";
import { ecrAt } from "./ecr-host.js";
import type { OwnUntag } from "./own-untag.js";
import type { OwnProduct } from "./untag.js";

/** A registry's ability to delete a tag by itself, with its own way where it has one. */
interface FoundWay {
  readonly untags: Untags;
  readonly way?: OwnUntag;
}

type FindWay = (repository: RepositoryName, said: Untags) => Promise<FoundWay>;

/**
 * Returns the abilities of a registry with its product's own way to delete a tag, where the standard one is refused. Only then is the registry asked what it is, once
 * unless that could not be seen; its own way is proven for each repository.
 */
export function withOwnUntag(
  { reader, deleter, writer }: RegistryAbilities,
  connection: Connection,
  options: Pick<OpenOptions, "rights" | "account" | "onSecret">,
): RegistryAbilities {
  const found = new Map<RepositoryName, Promise<FoundWay>>();
  const ecr = options.account?.ecr ?? ecrAt(connection.base.host);
  const find = ecr === undefined ? finder(connection, options) : finderAtEcr(ecr, connection, options);
  return {
    reader: {
      ...reader,
      async untags(repository) {
        const said = await reader.untags(repository);
        if (!options.rights.includes("delete") || (ecr === undefined && said !== "no")) return said;
        const own = found.get(repository) ?? find(repository, said);
        found.set(repository, own);
        return (await own).untags;
      },
    },
    deleter: {
      ...deleter,
      async deleteTag(repository, tag, terms) {
        const way = (await found.get(repository))?.way;
        if (way === undefined) return deleter.deleteTag(repository, tag, terms);
        const { deleteInOwnWay } = await import("./own-untag.js");
        const isThere = async (): Promise<boolean> =>
          (await reader.resolveTag(repository, tag)) !== undefined;
        return deleteInOwnWay(way, isThere, { repository, tag, terms });
      },
    },
    writer,
  };
}

/** GitLab and Harbor, by their answers. */
function finder(connection: Connection, { rights }: Pick<OpenOptions, "rights">): FindWay {
  let product: Promise<OwnProduct | undefined> | undefined;
  return async (repository, said) => {
    const { findOwnProduct, proveOwnUntag } = await import("./untag.js");
    const asked = (product ??= findOwnProduct(connection, repository));
    const found = await asked.catch((error: unknown) => {
      product = undefined;
      if (!(error instanceof PruneError)) throw error;
      return undefined;
    });
    if (found === undefined) return { untags: said };
    const way = await proveOwnUntag({ connection, call: caller(connection, rights) }, found, repository);
    return way === undefined ? { untags: said } : { untags: "yes", way };
  };
}

/** Amazon ECR, by its host alone, for keys that are not the registry's go to its API. An image goes with its last tag there, whichever way that goes. */
function finderAtEcr(
  place: EcrPlace,
  { http }: Connection,
  { onSecret }: Pick<OpenOptions, "onSecret">,
): FindWay {
  return async (repository, said) => {
    if (said === "yes") return { untags: "shared" };
    const [{ proveEcrs }, { awsKeys }] = await Promise.all([
      import("./ecr.js"),
      import("./aws-signature.js"),
    ]);
    return proveEcrs({ place, http, keys: awsKeys(process.env), onSecret }, repository);
  };
}
