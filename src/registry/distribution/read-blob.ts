import { createHash } from "node:crypto";
import { UnsureError } from "../../core/base/errors.js";
import type { Digest, RepositoryName } from "../../core/names/reference.js";
import { contentDigest } from "./content-digest.js";
import type { HttpResponse } from "../http/message.js";
import { isPage } from "./words/answers.js";
import type { Reading } from "./words/not-there.js";
import { refusal } from "./refusals.js";

/**
 * Reads a blob's bytes, all of them (distribution spec, "Pulling blobs"); `undefined` where the registry says that there is none. Distribution on S3 redirects to its
 * storage. Where a collection took the blob under a warm cache it answers 200 and cuts the line (measured, 2.8.2 and 3.1.1), which is an error.
 * @throws {RegistryError | UnsureError} where that is not certain, or its bytes are not what its digest says
 */
export async function readBlob(
  { host, call, notThere }: Reading,
  { repository, digest }: { readonly repository: RepositoryName; readonly digest: Digest },
): Promise<Buffer | undefined> {
  const response = await call(repository, { method: "GET", path: `blobs/${digest}` });
  if (await notThere.says("blob", repository, response)) return undefined;
  if (response.status !== 200) throw refusal(host, response, `reading the blob ${digest} of ${repository}`);
  const [algorithm = ""] = digest.split(":");
  const computed = contentDigest(algorithm, response.body);
  if (computed === digest) return response.body;
  const why =
    computed === undefined
      ? `its digest is made by ${algorithm}, which is not known here`
      : "its bytes are not what its digest says";
  throw new UnsureError(
    `${host}/${repository}: the blob ${digest} can't be trusted: ${why}; nothing is decided on it`,
    "Look at the registry and what stands in front of it, and run again.",
  );
}

const PEEKS = 3;
const EMPTY_BLOB = `sha256:${createHash("sha256").digest("hex")}`;

/**
 * True if the first byte of a blob can be read. Distribution answers 206 for a blob that a collection took under a warm cache, and cuts the line before
 * that byte (measured, 2.8.2 and 3.1.1), so the status alone proves nothing. An empty blob has none: 2.8 says so with 416, 3.x with 200.
 * @throws {RegistryError} where the answer is neither
 */
export async function readsBlob(
  { host, call, notThere }: Reading,
  { repository, digest }: { readonly repository: RepositoryName; readonly digest: Digest },
): Promise<boolean> {
  for (let attempt = 1; ; attempt += 1) {
    const response = await call(repository, {
      method: "GET",
      path: `blobs/${digest}`,
      headers: { range: "bytes=0-0" },
      peeks: true,
    });
    const { status, body } = response;
    const isEmpty = digest === EMPTY_BLOB;
    // A page, to sign in for example, has a first byte too.
    const isFound = [200, 206].includes(status) && !isPage(response);
    if (isFound && (body.length > 0 || isEmpty)) return true;
    if (isEmpty && status === 416 && !isPage(response)) return true;
    if (await notThere.says("blob", repository, response)) return false;
    if (!isFound) throw refusal(host, response, `reading the blob ${digest} of ${repository}`);
    // Once can be the network.
    if (attempt === PEEKS) return false;
  }
}

/**
 * Returns the bytes of a blob, by the length that its answer to HEAD gives (distribution spec, "Checking if content exists in the registry"); `undefined` where it
 * gives none, or another digest than the one asked for, and where the registry says that there is no such blob. Distribution on S3, and ghcr.io, redirect to their
 * storage, whose word counts as far as it is one.
 * @throws {RegistryError} where the registry answers neither
 */
export async function sizeOfBlob(
  reading: Reading,
  { repository, digest }: { readonly repository: RepositoryName; readonly digest: Digest },
): Promise<number | undefined> {
  const { host, call } = reading;
  const response = await call(repository, { method: "HEAD", path: `blobs/${digest}` });
  const { status } = response;
  if (status === 200) return lengthOf(response, digest);
  if (response.url.host !== host) return undefined;
  if (status !== 404) {
    throw refusal(host, response, `asking for the size of the blob ${digest} of ${repository}`);
  }
  // An answer to HEAD has no words, so a 404 may be anybody's.
  await readsBlob(reading, { repository, digest });
  return undefined;
}

function lengthOf(response: HttpResponse, digest: Digest): number | undefined {
  const { headers } = response;
  const said = headers["docker-content-digest"] ?? digest;
  const length = headers["content-length"] ?? "";
  const bytes = /^\d+$/.test(length) ? Number(length) : Number.NaN;
  return said === digest && !isPage(response) && Number.isSafeInteger(bytes) ? bytes : undefined;
}
