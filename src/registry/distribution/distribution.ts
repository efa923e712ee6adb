import { createHash } from "node:crypto";
import type { Untags } from "../../core/image/graph.js";
import { type Digest, isDigest, type RepositoryName, type Tag } from "../../core/names/reference.js";
import { listRepositories } from "./catalog.js";
import { askAsNobody, distributionMajor, tagOfNobody, tryUpload, type UploadAnswer } from "./probes.js";
import type { HttpResponse } from "../http/message.js";
import type { Connection } from "../connection/connection.js";
import { readBlob } from "./read-blob.js";
import { readManifest, resolveTag } from "./read-manifest.js";
import { listReferrers } from "./referrers.js";
import {
  deleteRefusal,
  diskFull,
  isDeleted,
  isDiskFull,
  isReadOnly,
  isRegistrys404,
  readOnly,
  refusal,
} from "./refusals.js";
import { type ManifestBytes, type Registry, RegistryError } from "../port/registry.js";
import { listTags } from "./tag-list.js";
import { NO_DIGEST, type Call, type Right, caller } from "./requests.js";

/** A registry that speaks the distribution API (https://github.com/opencontainers/distribution-spec), as Distribution does. */
export function createDistribution(connection: Connection, rights: readonly Right[]): Registry {
  const { base } = connection;
  const { host } = base;
  const call = caller(connection, rights);
  const remove = remover(call);
  const deletesRefused = askOnce(async (repository) =>
    deleteRefusal(host, await remove(repository, NO_DIGEST), repository),
  );
  return {
    listRepositories: () => listRepositories(connection),
    listTags: (repository) => listTags(base, call, repository),
    listUntagged: () => Promise.resolve(undefined),
    listDeleted: () => Promise.resolve(new Set()),
    undelete: (repository, digest) => Promise.reject(new TypeError(`${repository}@${digest} is in no list`)),
    readManifest: (repository, reference) => readManifest(host, call, { repository, reference }),
    resolveTag: (repository, tag) => resolveTag(host, call, { repository, reference: tag }),
    async proveDeletes(repository) {
      const error = await deletesRefused(repository);
      if (error !== undefined) throw error;
    },
    deleteManifest: async (repository, digest) =>
      deleted(host, await remove(repository, digest), `${repository}@${digest}`),
    async untags(repository) {
      if (!rights.includes("delete")) return untagsByLook(connection);
      // Distribution 3.0 deletes tags with deletes turned off, and then not the image (measured): digests come first.
      if ((await deletesRefused(repository)) !== undefined) return "unseen";
      return untagsBy(await remove(repository, tagOfNobody()));
    },
    deleteTag: async (repository, tag) =>
      deleted(host, await remove(repository, tag, 1), `the tag ${repository}:${tag}`),
    listReferrers: (repository, digest) => listReferrers(base, call, { repository, digest }),
    putManifest: (repository, reference, manifest) =>
      putManifest(host, call, { repository, reference, manifest }),
    proveRoom: (repository) => proveRoom(connection, repository),
    readsBlob: (repository, digest) => readsBlob(host, call, { repository, digest }),
    readBlob: (repository, digest) => readBlob(host, call, { repository, digest }),
    deletionsAtOnce: () => connection.atOnce("DELETE"),
    scansTags: true,
    frees: "at-collection",
    close: connection.close,
  };
}

/** Asks whether a registry refuses to delete in a repository, until it has not. */
function askOnce(
  ask: (repository: RepositoryName) => Promise<RegistryError | undefined>,
): (repository: RepositoryName) => Promise<RegistryError | undefined> {
  const proven = new Set<RepositoryName>();
  return async (repository) => {
    if (proven.has(repository)) return undefined;
    const error = await ask(repository);
    if (error === undefined) proven.add(repository);
    return error;
  };
}

type Remove = (repository: RepositoryName, reference: string, attempts?: number) => Promise<HttpResponse>;

function remover(call: Call): Remove {
  return (repository, reference, attempts) =>
    call(repository, { method: "DELETE", path: `manifests/${reference}`, attempts });
}

function deleted(host: string, response: HttpResponse, what: string): "deleted" | "gone" {
  if (isRegistrys404(response)) return "gone";
  if (isDeleted(response)) return "deleted";
  throw refusal(host, response, `deleting ${what}`);
}

/** What a registry that can't be asked to delete shows (measured): Distribution 2.8 can't, 3.x can. */
const UNTAGS_BY_MAJOR = { 0: "unseen", 2: "no", 3: "yes" } as const satisfies Record<number, Untags>;

async function untagsByLook(connection: Connection): Promise<Untags> {
  return UNTAGS_BY_MAJOR[distributionMajor(await askAsNobody(connection)) ?? 0];
}

/** What the answer to deleting a tag that nobody can have pushed says: Distribution 2.8 takes the name for a bad digest (measured). */
function untagsBy(response: HttpResponse): Untags {
  if (isRegistrys404(response)) return "yes";
  return response.status === 400 || response.status === 405 ? "no" : "unseen";
}

async function putManifest(
  host: string,
  call: Call,
  target: {
    readonly repository: RepositoryName;
    readonly reference: Tag | Digest;
    readonly manifest: ManifestBytes;
  },
): Promise<void> {
  const { repository, reference, manifest } = target;
  const response = await call(repository, {
    method: "PUT",
    path: `manifests/${reference}`,
    headers: { "content-type": manifest.mediaType },
    body: manifest.body,
    // A tag may be somebody else's by the second time.
    ...(isDigest(reference) ? {} : { attempts: 1 }),
  });
  if (isDiskFull(response)) throw diskFull(host);
  if (isReadOnly(response)) throw readOnly(host);
  if (response.status !== 201) throw refusal(host, response, `writing ${repository}:${reference}`);
}

// Many times what a manifest and its links take: Distribution 2.8 breaks a tag for which there is too little room (measured).
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

const PEEKS = 3;
const EMPTY_BLOB = `sha256:${createHash("sha256").digest("hex")}`;

/**
 * Whether the first byte of a blob can be read. Distribution answers 206 for a blob that a collection took under a warm cache, and cuts the line before
 * that byte (measured, 2.8.2 and 3.1.1), so the status alone proves nothing. An empty blob has none: 2.8 says so with 416, 3.x with 200.
 */
async function readsBlob(
  host: string,
  call: Call,
  { repository, digest }: { readonly repository: RepositoryName; readonly digest: Digest },
): Promise<boolean> {
  for (let attempt = 1; ; attempt += 1) {
    const response = await call(repository, {
      method: "GET",
      path: `blobs/${digest}`,
      headers: { range: "bytes=0-0" },
      peeks: true,
    });
    const isFound = response.status === 200 || response.status === 206;
    const isRead = response.body.length > 0 || digest === EMPTY_BLOB;
    if (response.status === 416 || (isFound && isRead)) return true;
    if (isRegistrys404(response)) return false;
    if (!isFound) throw refusal(host, response, `reading the blob ${digest} of ${repository}`);
    // Once can be the network.
    if (attempt === PEEKS) return false;
  }
}
