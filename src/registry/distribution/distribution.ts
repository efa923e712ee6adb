import type { Untags } from "../../core/image/graph.js";
import { type Digest, isDigest, type RepositoryName, type Tag } from "../../core/names/reference.js";
import { listRepositories } from "./catalog.js";
import { askAsNobody, distributionMajor, tagOfNobody, tryUpload, type UploadAnswer } from "./probes.js";
import type { HttpRequest, HttpResponse } from "../http/message.js";
import type { Connection } from "../connection/connection.js";
import { RegistryAge } from "./longer-tags.js";
import { readBlob, readsBlob, sizeOfBlob } from "./read-blob.js";
import { readManifest, readOrRecall, resolve } from "./read-manifest.js";
import { listReferrers } from "./referrers.js";
import { isPage, saysAsDistribution, saysNotTaken, saysRefused } from "./words/answers.js";
import { deleteManifest, type Deleting, remove } from "./delete.js";
import { createNotThere, type Reading } from "./words/not-there.js";
import { deleteRefusal, diskFull, isDiskFull, isReadOnly, readOnly, refusal } from "./refusals.js";
import type { ManifestCache } from "../port/manifest-cache.js";
import {
  type ManifestBytes,
  type RegistryAbilities,
  type RegistryDeleter,
  RegistryError,
  type RegistryReader,
  type RegistryWriter,
  type Right,
} from "../port/registry.js";
import { undoTime } from "./own/undo-time.js";
import { listTags } from "./tag-list.js";
import { NO_DIGEST, type Call, caller } from "./requests.js";

/**
 * Makes the client for a registry that speaks the distribution API (https://github.com/opencontainers/distribution-spec), as Distribution does.
 * @param rights asked of the registry's token server
 */
export function createDistribution(
  connection: Connection,
  rights: readonly Right[],
  cache?: ManifestCache,
): RegistryAbilities {
  const call = caller(connection, rights);
  const { host } = connection.base;
  const age = new RegistryAge(connection, call);
  const way: RightfulWay = { connection, host, call, notThere: createNotThere(call), rights, age, cache };
  const deletesRefused = askOnce(async (repository) => {
    const proof = await remove(way, repository, NO_DIGEST);
    age.answeredProbe(proof);
    const isUnknown = await way.notThere.says("manifest", repository, proof);
    return deleteRefusal(host, proof, { repository, isUnknown });
  });
  return {
    reader: createReader(way, deletesRefused),
    deleter: createDeleter(way, deletesRefused),
    writer: createWriter(way),
  };
}

/** A registry, and the function that sends it requests with some rights. */
interface RightfulWay extends Reading {
  readonly connection: Connection;
  readonly rights: readonly Right[];
  readonly age: RegistryAge;
  readonly cache: ManifestCache | undefined;
}

function createReader(way: RightfulWay, deletesRefused: Refused): RegistryReader {
  const { connection, call, rights, age } = way;
  const { base } = connection;
  return {
    listRepositories: () => listRepositories(connection),
    listTags: (repository) => listTags(base, call, repository),
    listUntagged: () => Promise.resolve(undefined),
    listDates: () => Promise.resolve(new Map()),
    listDeleted: () => Promise.resolve(new Set()),
    async readManifest(repository, reference) {
      const { found, isRecalled } = await readOrRecall(way, way.cache, { repository, reference });
      // What was read before says nothing of the registry as it is now.
      if (found !== undefined && !isRecalled) age.served(found.mediaType);
      return found;
    },
    looksOld: (repository) => way.age.looksOld(repository),
    // By GET, for a HEAD that is answered with 404 is followed by one anyhow.
    isLeft: async (repository, digest) =>
      (await readManifest(way, { repository, reference: digest })) !== undefined,
    resolveTag: (repository, tag) => resolve(way, { repository, reference: tag }),
    async untags(repository) {
      if (!rights.includes("delete")) return untagsByLook(way, repository);
      // Distribution 3.0 deletes tags with deletes turned off, and then not the image (measured): digests come first.
      if ((await deletesRefused(repository)) !== undefined) return "unclear";
      return untagsBy(way, repository, await remove(way, repository, tagOfNobody()));
    },
    listReferrers: (repository, digest) => listReferrers(base, call, { repository, digest }),
    readsBlob: (repository, digest) => readsBlob(way, { repository, digest }),
    sizeOfBlob: (repository, digest) => sizeOfBlob(way, { repository, digest }),
    readBlob: (repository, digest) => readBlob(way, { repository, digest }),
    readsBesideList: true,
    scansTags: true,
    undo: () => undoTime(connection.product(), age.owner()),
    close: connection.close,
  };
}

function createDeleter(way: RightfulWay, deletesRefused: Refused): RegistryDeleter {
  const { connection, host, call } = way;
  const isThere: Deleting["isThere"] = async (repository, reference) =>
    (await resolve(way, { repository, reference })) !== undefined;
  const deleting = { host, call, isThere };
  return {
    async proveDeletes(repository) {
      const error = await deletesRefused(repository);
      if (error !== undefined) throw error;
    },
    deleteManifest: (repository, digest, terms) => deleteManifest({ ...deleting, terms }, repository, digest),
    deleteTag: (repository, tag, terms) => deleteManifest({ ...deleting, terms }, repository, tag),
    deletionsAtOnce: () => connection.atOnce("DELETE"),
    mayTakeLongerTags: (repository) => way.age.mayTakeLongerTags(repository),
    tagsOfDeleted: () => (way.age.isDistribution() ? "go" : "unseen"),
    failsSideBySide: async (repository) => way.age.isDistribution() && (await way.age.looksOld(repository)),
    putBack: (repository, tag, manifest) =>
      putManifest(host, caller(connection, ["pull", "push"]), { repository, reference: tag, manifest }),
  };
}

function createWriter({ connection, host, call }: RightfulWay): RegistryWriter {
  return {
    proveRoom: (repository) => proveRoom(connection, repository),
    putManifest: (repository, reference, manifest) =>
      putManifest(host, call, { repository, reference, manifest }),
    undelete: (repository, digest) => Promise.reject(new TypeError(`${repository}@${digest} is in no list`)),
  };
}

/** Returns the registry's refusal to delete in a repository; `undefined` where it would delete. */
type Refused = (repository: RepositoryName) => Promise<RegistryError | undefined>;

/** Asks for each repository until the registry does not refuse, and not again after that. */
function askOnce(ask: Refused): Refused {
  const asked = new Map<RepositoryName, Promise<RegistryError | undefined>>();
  return async (repository) => {
    const asking = asked.get(repository) ?? ask(repository);
    asked.set(repository, asking);
    const error = await asking.catch((thrown: unknown) => {
      asked.delete(repository);
      throw thrown;
    });
    if (error !== undefined) asked.delete(repository);
    return error;
  };
}

/** The ability to delete a tag by itself, by the major version of Distribution (measured); for a registry that can't be asked to delete. 0 is any other. */
const UNTAGS_BY_MAJOR = { 0: "unseen", 2: "no", 3: "yes" } as const satisfies Record<number, Untags>;

async function untagsByLook({ connection, call }: RightfulWay, repository: RepositoryName): Promise<Untags> {
  const major = distributionMajor(await askAsNobody(connection)) ?? 0;
  // Others look like 3.x there (Pulp), and not where they say that something is not there.
  const nobodys = { method: "GET", path: `manifests/${NO_DIGEST}` } as const;
  const said = major === 3 ? await call(repository, nobodys) : undefined;
  const isOther = said?.status === 404 && !saysAsDistribution(said);
  return UNTAGS_BY_MAJOR[isOther ? 0 : major];
}

/** Reads the answer to the deletion of a tag that nobody can have pushed: Distribution 2.8 takes the name for a bad digest (measured). */
async function untagsBy(
  { notThere }: Reading,
  repository: RepositoryName,
  response: HttpResponse,
): Promise<Untags> {
  if (await notThere.says("manifest", repository, response)) return "yes";
  const isNo = [400, 405].includes(response.status) && saysRefused(response);
  return isNo ? "no" : "unclear";
}

async function putManifest(
  host: string,
  call: Call,
  target: {
    readonly repository: RepositoryName;
    readonly reference: Tag | Digest;
    readonly manifest: ManifestBytes & Pick<HttpRequest, "terms">;
  },
): Promise<void> {
  const { repository, reference, manifest } = target;
  const response = await call(repository, {
    method: "PUT",
    path: `manifests/${reference}`,
    headers: { "content-type": manifest.mediaType },
    body: manifest.body,
    terms: manifest.terms,
    // A tag may be somebody else's by the second time.
    ...(isDigest(reference) ? {} : { attempts: 1 }),
  });
  if (isDiskFull(response)) throw diskFull(host);
  if (isReadOnly(response)) throw readOnly(host);
  if (response.status !== 201 || isPage(response)) {
    const error = refusal(host, response, `writing ${repository}:${reference}`);
    throw saysNotTaken(response) ? new RegistryError("not-taken", error, error) : error;
  }
}

// Many times the size of a manifest and its links: Distribution 2.8 breaks a tag for which there is too little room (measured).
const ROOM_BYTES = 256 * 1024;

async function proveRoom(connection: Connection, repository: RepositoryName): Promise<void> {
  const { host } = connection.base;
  const answer = await tryUpload({ connection, repository }, Buffer.alloc(ROOM_BYTES));
  if (answer.kind === "cancelled") return;
  throw answer.kind === "disk-full" ? diskFull(host) : takesNoWrites(host, answer);
}

function takesNoWrites(host: string, answer: UploadAnswer): RegistryError {
  const { kind } = answer;
  // Without its address, not a byte of it was sent.
  const why = kind === "left-behind" ? `one that was begun could not be cancelled: ${answer.why}` : kind;
  return new RegistryError(kind === "no-right" ? "forbidden" : "unexpected-answer", {
    message: `${host} takes no uploads (${why}), so nothing can be written there`,
    nextStep: "Sign in as a user who may push too; check says what else may be wrong.",
  });
}
