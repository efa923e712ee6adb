import { UnsureError } from "../../core/base/errors.js";
import type { Digest, RepositoryName, Tag } from "../../core/names/reference.js";
import { createDistribution } from "../distribution/distribution.js";
import { caller, type Call } from "../distribution/requests.js";
import { createReader } from "../beside/read-once.js";
import { withoutAsides } from "../beside/without-asides.js";
import type { PackageVersion } from "./lists.js";
import type { Packages } from "./packages.js";
import type { Connection, OpenOptions } from "../connection/connection.js";
import type { RegistryAbilities, RegistryReader, SendingTerms } from "../port/registry.js";

/**
 * Makes the client for GitHub's container registry. It reads as Distribution does, refuses every DELETE (405), and loses and gets back its manifests, which GitHub
 * calls versions of a package, by the packages API. A version goes with all its tags; GitHub keeps it for 30 days.
 */
export function createGhcr(
  connection: Connection,
  packages: Packages,
  { rights, cache }: Pick<OpenOptions, "rights" | "cache">,
): RegistryAbilities {
  const known = rights.filter((right) => right !== "delete");
  const { reader, writer } = createDistribution(connection, known, cache);
  const ghcr = new Ghcr(reader, packages, caller(connection, known));
  return {
    reader: {
      ...withoutAsides(reader),
      undo: () => "30-days",
      readsBesideList: false,
      scansTags: false,
      listRepositories: async (below) =>
        (await Promise.all([...below].map((owner) => packages.listPackages(owner)))).flat(),
      listTags: (repository) => ghcr.listTags(repository),
      listUntagged: (repository) => ghcr.listUntagged(repository),
      listDates: (repository) => ghcr.listDates(repository),
      readManifest: (repository, reference) => ghcr.read(repository, reference),
      // Asked for its list of referrers, it redirects to GitHub's website (observed); the manifests say what they refer to, and all of them are listed.
      listReferrers: () => Promise.resolve(undefined),
      untags: () => Promise.resolve("no"),
      listDeleted: (repository) => ghcr.listDeleted(repository),
    },
    deleter: {
      // The API's client sends deletions one by one; those that wait for their turn would go by a look that gets old.
      deletionsAtOnce: () => 1,
      proveDeletes: () => Promise.resolve().then(() => void packages.proveScopes()),
      deleteManifest: (repository, digest, terms) => ghcr.delete(repository, digest, terms),
      deleteTag: (repository, tag) =>
        Promise.reject(new TypeError(`${repository}:${tag} goes with its version`)),
      mayTakeLongerTags: () => Promise.resolve(false),
      tagsOfDeleted: () => "go",
      failsSideBySide: () => Promise.resolve(false),
      putBack: (repository, tag) =>
        Promise.reject(new TypeError(`${repository}:${tag} can't have been taken along`)),
    },
    writer: { ...writer, undelete: (repository, digest) => ghcr.undelete(repository, digest) },
  };
}

type Versions = Map<Digest, PackageVersion>;

/** A package's versions as they were listed, less those that were deleted since, and the digest that each tag was listed to point at. */
interface Listing {
  readonly versions: Versions;
  readonly tags: ReadonlyMap<Tag, Digest>;
}

/** The memory of the client between requests: the ids by which versions are deleted and restored. */
class Ghcr {
  readonly read: RegistryReader["readManifest"];
  readonly #distribution: RegistryReader;
  readonly #packages: Packages;
  readonly #listings = new Map<RepositoryName, Listing>();
  readonly #deleted = new Map<RepositoryName, Versions>();
  /** The manifests that this program has deleted, by repository and digest: the registry's list may lag behind. */
  readonly #gone = new Set<string>();

  constructor(distribution: RegistryReader, packages: Packages, call: Call) {
    this.#distribution = distribution;
    this.#packages = packages;
    this.read = createReader(distribution, call, (repository, tag) =>
      this.#listings.get(repository)?.tags.get(tag),
    );
  }

  async listTags(repository: RepositoryName): Promise<readonly Tag[]> {
    // One after the other: of two refusals, the API's says more.
    const listing = await this.#list(repository);
    const named = await this.#distribution.listTags(repository);
    const tags = new Set(listing.tags.keys());
    // Pages of versions are by number: what is deleted meanwhile can hide another. The registry's own list makes up for that.
    const others = (named ?? []).filter((tag) => !tags.has(tag));
    for (const tag of others) if (await this.#isThere(repository, tag)) tags.add(tag);
    return [...tags];
  }

  async listDates(repository: RepositoryName): Promise<ReadonlyMap<Digest, number>> {
    const { versions } = this.#listings.get(repository) ?? (await this.#list(repository));
    return new Map([...versions.values()].map(({ digest, created }) => [digest, created]));
  }

  async listUntagged(repository: RepositoryName): Promise<ReadonlyMap<Digest, number>> {
    const { versions } = this.#listings.get(repository) ?? (await this.#list(repository));
    const untagged = [...versions.values()].filter(({ tags }) => tags.length === 0);
    return new Map(untagged.map(({ digest, changed }) => [digest, changed]));
  }

  async delete(
    repository: RepositoryName,
    digest: Digest,
    terms?: SendingTerms,
  ): Promise<"deleted" | "gone"> {
    const listed = this.#listings.get(repository)?.versions.get(digest);
    const version = listed ?? (await this.#list(repository)).versions.get(digest);
    if (version === undefined) {
      if ((await this.read(repository, digest)) === undefined) return "gone";
      throw unlisted(repository, digest);
    }
    const outcome = await this.#packages.deleteVersion(repository, version.id, terms);
    if (outcome === "gone" && (await this.#list(repository)).versions.has(digest)) {
      throw pushedAgain(repository, digest);
    }
    this.#gone.add(keyOf(repository, digest));
    // Pushed again, it is another version.
    this.#listings.get(repository)?.versions.delete(digest);
    return outcome;
  }

  async listDeleted(repository: RepositoryName): Promise<ReadonlySet<Digest>> {
    const versions = byDigest(await this.#packages.listVersions(repository, "deleted"));
    this.#deleted.set(repository, versions);
    return new Set(versions.keys());
  }

  async undelete(repository: RepositoryName, digest: Digest): Promise<void> {
    const version = this.#deleted.get(repository)?.get(digest);
    if (version === undefined) throw new TypeError(`${repository}@${digest} is in no list`);
    await this.#packages.restoreVersion(repository, version.id);
    this.#gone.delete(keyOf(repository, digest));
  }

  async #list(repository: RepositoryName): Promise<Listing> {
    const versions = byDigest(await this.#packages.listVersions(repository, "active"));
    const tags = [...versions.values()].flatMap((each) =>
      each.tags.map((tag) => [tag, each.digest] as const),
    );
    const listing = { versions, tags: new Map(tags) };
    this.#listings.set(repository, listing);
    for (const digest of versions.keys()) this.#gone.delete(keyOf(repository, digest));
    return listing;
  }

  async #isThere(repository: RepositoryName, tag: Tag): Promise<boolean> {
    const found = await this.read(repository, tag);
    return found !== undefined && !this.#gone.has(keyOf(repository, found.digest));
  }
}

function keyOf(repository: RepositoryName, digest: Digest): string {
  return `${repository}@${digest}`;
}

/** Of a digest that was deleted more than once, the last: lists are newest first. */
function byDigest(versions: readonly PackageVersion[]): Versions {
  return new Map([...versions].reverse().map((version) => [version.digest, version]));
}

function pushedAgain(repository: RepositoryName, digest: Digest): UnsureError {
  return new UnsureError(
    `${repository}@${digest} was deleted by somebody else and pushed again since it was listed`,
    "What was decided is about another version. Run again.",
  );
}

function unlisted(repository: RepositoryName, digest: Digest): UnsureError {
  return new UnsureError(
    `${repository}@${digest} is there, and in no list of the package's versions`,
    "Nothing is deleted that GitHub does not list. Run again.",
  );
}
