import { ACCEPTED_MEDIA_TYPES } from "../../core/image/media-type.js";
import type { Digest, RepositoryName, Tag } from "../../core/names/reference.js";
import { createReader } from "../beside/read-once.js";
import { withoutAsides } from "../beside/without-asides.js";
import type { Connection, OpenOptions } from "../connection/connection.js";
import { createDistribution } from "../distribution/distribution.js";
import { type Call, caller } from "../distribution/requests.js";
import type { RegistryAbilities, RegistryReader } from "../port/registry.js";
import type { HubApi } from "./api.js";
import { deleteHubImage, deleteHubTag, type HubDeleting, proveHubDeletes } from "./deletion.js";
import { pullsLeft } from "./limits.js";
import { type HubTag, listHubRepositories, listHubTags } from "./lists.js";
import { pullLimit } from "./refusals.js";

// The API's limit is one of requests a minute, and each deletion is looked at before.
const AT_ONCE = 4;

/**
 * Makes the client for Docker Hub. It reads as Distribution does, each manifest once, for a GET counts as a pull. Tags, with the dates of their pushes, are those of
 * its API and of its registry; the API deletes a tag, and leaves its image, which the registry deletes by its digest if nothing refers to it.
 */
export function createHub(
  connection: Connection,
  api: HubApi,
  { rights, cache }: Pick<OpenOptions, "rights" | "cache">,
): RegistryAbilities {
  const { reader, deleter, writer } = createDistribution(connection, rights, cache);
  const hub = new Hub({ registry: reader, api, call: caller(connection, rights) });
  const deleting: HubDeleting = {
    api,
    registry: { ...deleter, resolveTag: (...of) => reader.resolveTag(...of) },
    onUntagged: (repository, tag) => {
      hub.deleted(repository, tag);
    },
  };
  return {
    reader: {
      ...withoutAsides(reader),
      undo: () => "unknown",
      readsBesideList: false,
      scansTags: false,
      datesByPush: true,
      listRepositories: async (below) =>
        (await Promise.all([...below].map((namespace) => listHubRepositories(api, namespace)))).flat(),
      listTags: (repository) => hub.listTags(repository),
      listDates: (repository) => hub.listDates(repository),
      readManifest: (repository, reference) => hub.read(repository, reference),
      untags: () => Promise.resolve("yes"),
    },
    deleter: {
      deletionsAtOnce: () => Math.min(AT_ONCE, deleter.deletionsAtOnce()),
      proveDeletes: (repository) => proveHubDeletes(deleting, repository),
      async deleteManifest(repository, digest, terms) {
        const tags = await hub.tagsOf(repository, digest);
        return deleteHubImage(deleting, { repository, what: digest, terms }, tags);
      },
      deleteTag: (repository, tag, terms) => deleteHubTag(deleting, { repository, what: tag, terms }),
      mayTakeLongerTags: () => Promise.resolve(false),
      tagsOfDeleted: () => "unseen",
      failsSideBySide: () => Promise.resolve(false),
      putBack: (repository, tag) =>
        Promise.reject(new TypeError(`${repository}:${tag} can't have been taken along`)),
    },
    writer,
  };
}

type HubListing = ReadonlyMap<Tag, HubTag>;

/** The registry, the API, and the way to ask the registry other things than a reader does. */
interface HubWay {
  readonly registry: RegistryReader;
  readonly api: HubApi;
  readonly call: Call;
}

/** The memory of the client between requests: the tags as they were listed, and those that were deleted since. */
class Hub {
  readonly read: RegistryReader["readManifest"];
  readonly #registry: RegistryReader;
  readonly #api: HubApi;
  readonly #call: Call;
  readonly #listings = new Map<RepositoryName, HubListing>();
  readonly #enough = new Map<RepositoryName, Promise<void>>();
  /** The tags that this program has deleted. */
  readonly #gone = new Map<RepositoryName, Set<Tag>>();

  constructor({ registry, api, call }: HubWay) {
    this.#registry = registry;
    this.#api = api;
    this.#call = call;
    const read = createReader(
      registry,
      call,
      (repository, tag) => this.#listings.get(repository)?.get(tag)?.digest,
    );
    this.read = async (repository, reference) => {
      await this.#provePulls(repository);
      return read(repository, reference);
    };
  }

  /** Lists all tags, without those that this program has deleted and that point at nothing any more: the lists show them a while longer. */
  async listTags(repository: RepositoryName): Promise<readonly Tag[]> {
    const tags = await this.#list(repository);
    const now = await this.#resolveGone(repository, tags);
    return tags.filter((tag) => !now.has(tag) || now.get(tag) !== undefined);
  }

  async listDates(repository: RepositoryName): Promise<ReadonlyMap<Digest, number>> {
    const listing = this.#listings.get(repository) ?? (await this.#fetch(repository));
    const dates = new Map<Digest, number>();
    for (const { digest, pushed } of listing.values()) {
      if (digest === undefined || pushed === undefined) continue;
      dates.set(digest, Math.max(pushed, dates.get(digest) ?? 0));
    }
    return dates;
  }

  /** Returns the tags that are listed to point at an image. */
  async tagsOf(repository: RepositoryName, digest: Digest): Promise<readonly Tag[]> {
    const listing = this.#listings.get(repository) ?? (await this.#fetch(repository));
    return [...listing.values()].flatMap((each) => (each.digest === digest ? [each.tag] : []));
  }

  /** Takes in that a tag was deleted. */
  deleted(repository: RepositoryName, tag: Tag): void {
    const gone = this.#gone.get(repository) ?? new Set<Tag>();
    this.#gone.set(repository, gone.add(tag));
  }

  /** Returns what those of the tags point at that were deleted; `undefined` for those that point at nothing any more. */
  async #resolveGone(
    repository: RepositoryName,
    tags: readonly Tag[],
  ): Promise<ReadonlyMap<Tag, Digest | undefined>> {
    const gone = this.#gone.get(repository);
    const now = new Map<Tag, Digest | undefined>();
    for (const tag of tags) {
      if (gone?.has(tag) === true) now.set(tag, await this.#registry.resolveTag(repository, tag));
    }
    return now;
  }

  async #list(repository: RepositoryName): Promise<readonly Tag[]> {
    // One after the other: of two refusals, the API's says more.
    const listing = await this.#fetch(repository);
    // Pages are by number: what is deleted meanwhile can hide another. The registry's own list makes up for that.
    const named = (await this.#registry.listTags(repository)) ?? [];
    return [...new Set([...listing.keys(), ...named])];
  }

  async #fetch(repository: RepositoryName): Promise<HubListing> {
    const tags = await listHubTags(this.#api, repository);
    const listing = new Map<Tag, HubTag>();
    for (const each of tags) {
      const digest = each.digest ?? (await this.#registry.resolveTag(repository, each.tag));
      listing.set(each.tag, digest === undefined ? each : { ...each, digest });
    }
    this.#listings.set(repository, listing);
    return listing;
  }

  /** Resolves if there are pulls enough for one of each image that is listed. Asked before the first. @throws {RegistryError} where there are too few */
  #provePulls(repository: RepositoryName): Promise<void> {
    const known = this.#enough.get(repository) ?? this.#countPulls(repository);
    this.#enough.set(repository, known);
    return known;
  }

  async #countPulls(repository: RepositoryName): Promise<void> {
    const listed = [...(this.#listings.get(repository)?.values() ?? [])];
    const [first] = listed;
    if (first === undefined) return;
    // A HEAD counts for nothing, and its answer says how many are left.
    const request = { method: "HEAD", path: `manifests/${first.tag}`, accept: ACCEPTED_MEDIA_TYPES } as const;
    const left = pullsLeft(await this.#call(repository, request));
    const needed = new Set(listed.flatMap(({ digest }) => digest ?? [])).size;
    if (left !== undefined && left < needed) throw pullLimit(repository, { needed, left });
  }
}
