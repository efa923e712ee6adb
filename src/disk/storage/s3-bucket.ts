import type * as Sdk from "@aws-sdk/client-s3";
import { PruneError, UnsureError } from "../../core/base/errors.js";
import { nameOf, s3Error } from "./s3-errors.js";
import { withOwnEnvironment } from "../own-environment.js";

/** An object in a listing. `bytes` is its size, `modified` is in milliseconds since 1970. */
export interface S3Object {
  readonly key: string;
  readonly bytes: number;
  readonly modified: number;
}

/** An upload that was begun and not completed. */
export interface S3Upload {
  readonly key: string;
  readonly uploadId: string;
  /** Time at which it was begun, in milliseconds since 1970. */
  readonly initiated: number;
}

/** A bucket of S3. Every function rejects with a PruneError. */
export interface Bucket {
  readonly name: string;
  /** Lists all objects whose key begins with the prefix. */
  readonly list: (prefix: string) => Promise<readonly S3Object[]>;
  readonly hasAny: (prefix: string) => Promise<boolean>;
  /** Returns the first keys that begin with the prefix, `most` at the most. */
  readonly first: (prefix: string, most: number) => Promise<readonly string[]>;
  readonly listUploads: (prefix: string) => Promise<readonly S3Upload[]>;
  /** Reads an object of at most `largest` bytes; `undefined` if there is none. */
  readonly read: (key: string, largest: number) => Promise<Buffer | undefined>;
  readonly size: (key: string) => Promise<number | undefined>;
  readonly put: (key: string, text: string) => Promise<void>;
  readonly remove: (keys: readonly string[]) => Promise<void>;
  readonly abort: (key: string, uploadId: string) => Promise<void>;
  readonly close: () => void;
}

interface BucketConnection {
  readonly sdk: typeof Sdk;
  readonly client: Sdk.S3Client;
  readonly name: string;
}

/** Makes a client for a bucket. Sends nothing yet. */
export async function connectBucket(name: string): Promise<Bucket> {
  // Loaded lazily, because it is a megabyte that no other run needs. The variable turns off advice to take a newer Node for newer versions of the
  // SDK, which nobody can follow: the SDK is in this program's bundle.
  process.env["AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED"] ??= "true";
  const sdk = await import("@aws-sdk/client-s3");
  const { AWS_ENDPOINT_URL, AWS_ENDPOINT_URL_S3 } = process.env;
  // Self-hosted servers seldom have a host name for each bucket.
  const forcePathStyle = (AWS_ENDPOINT_URL_S3 ?? AWS_ENDPOINT_URL ?? "") !== "";
  const client = new sdk.S3Client({ forcePathStyle });
  keepSecretsFrom(client);
  const connection: BucketConnection = { sdk, client, name };
  return {
    name,
    list: (prefix) => list(connection, prefix),
    hasAny: async (prefix) => (await first(connection, prefix, 1)).length > 0,
    first: (prefix, most) => first(connection, prefix, most),
    listUploads: (prefix) => listUploads(connection, prefix),
    read: (key, largest) => read(connection, key, largest),
    size: (key) => size(connection, key),
    put: (key, text) => put(connection, key, text),
    remove: (keys) => remove(connection, keys),
    abort: (key, uploadId) => abort(connection, key, uploadId),
    close: () => {
      client.destroy();
    },
  };
}

/** Lets a client find its credentials without the secrets of others: a profile's `credential_process` inherits the environment of this process. */
function keepSecretsFrom({ config }: Sdk.S3Client): void {
  const find = config.credentials;
  config.credentials = (options) => withOwnEnvironment(/^AWS_/, () => find(options));
}

async function list({ sdk, client, name }: BucketConnection, prefix: string): Promise<readonly S3Object[]> {
  const objects: S3Object[] = [];
  let token: string | undefined;
  do {
    const command = new sdk.ListObjectsV2Command({ Bucket: name, Prefix: prefix, ContinuationToken: token });
    const page = await orError(client.send(command), name, `listing ${prefix}`);
    for (const { Key, Size, LastModified } of page.Contents ?? []) {
      if (Key?.startsWith(prefix) !== true || Size === undefined || LastModified === undefined) {
        throw halfListed(prefix);
      }
      objects.push({ key: Key, bytes: Size, modified: LastModified.getTime() });
    }
    // What is missing from a listing seems not to exist: a tag, say, whose image would be removed.
    const next = page.NextContinuationToken;
    if (page.IsTruncated === true && (next === undefined || next === token)) throw halfListed(prefix);
    token = page.IsTruncated === true ? next : undefined;
  } while (token !== undefined);
  return objects;
}

async function first(
  { sdk, client, name }: BucketConnection,
  prefix: string,
  most: number,
): Promise<readonly string[]> {
  const command = new sdk.ListObjectsV2Command({ Bucket: name, Prefix: prefix, MaxKeys: most });
  const page = await orError(client.send(command), name, `looking for ${prefix}`);
  return (page.Contents ?? []).map(({ Key }) => Key ?? "");
}

async function put({ sdk, client, name }: BucketConnection, key: string, text: string): Promise<void> {
  const command = new sdk.PutObjectCommand({ Bucket: name, Key: key, Body: text });
  await orError(client.send(command), name, `writing ${key}`);
}

async function listUploads(
  { sdk, client, name }: BucketConnection,
  prefix: string,
): Promise<readonly S3Upload[]> {
  const uploads: S3Upload[] = [];
  let from: UploadMarker | undefined = {};
  while (from !== undefined) {
    const page: Sdk.ListMultipartUploadsCommandOutput = await orError(
      client.send(new sdk.ListMultipartUploadsCommand({ Bucket: name, Prefix: prefix, ...from })),
      name,
      `listing the unfinished uploads of ${prefix}`,
    );
    for (const { Key, UploadId, Initiated } of page.Uploads ?? []) {
      if (Key?.startsWith(prefix) !== true || UploadId === undefined || Initiated === undefined) continue;
      uploads.push({ key: Key, uploadId: UploadId, initiated: Initiated.getTime() });
    }
    from = markerAfter(page, from);
  }
  return uploads;
}

interface UploadMarker {
  readonly KeyMarker?: string;
  readonly UploadIdMarker?: string;
}

function markerAfter(
  page: Sdk.ListMultipartUploadsCommandOutput,
  before: UploadMarker,
): UploadMarker | undefined {
  const { IsTruncated, NextKeyMarker: KeyMarker, NextUploadIdMarker: UploadIdMarker } = page;
  if (IsTruncated !== true || KeyMarker === undefined) return undefined;
  // A server that repeats its marker would be asked for ever.
  if (KeyMarker === before.KeyMarker && UploadIdMarker === before.UploadIdMarker) return undefined;
  return { KeyMarker, ...(UploadIdMarker === undefined ? {} : { UploadIdMarker }) };
}

async function read(
  { sdk, client, name }: BucketConnection,
  key: string,
  largest: number,
): Promise<Buffer | undefined> {
  try {
    const { Body, ContentLength } = await client.send(new sdk.GetObjectCommand({ Bucket: name, Key: key }));
    if (Body === undefined) throw new PruneError(`${key} came without its bytes`, "Run again.");
    if (ContentLength === undefined || ContentLength > largest) {
      // Destroyed, or its bytes would be waited for.
      if ("destroy" in Body) Body.destroy();
      throw new PruneError(`${key} is too long for what it should be`, "See what it is.");
    }
    return Buffer.from(await Body.transformToByteArray());
  } catch (error) {
    if (nameOf(error) === "NoSuchKey") return undefined;
    throw s3Error(error, name, `reading ${key}`);
  }
}

async function size({ sdk, client, name }: BucketConnection, key: string): Promise<number | undefined> {
  try {
    return (await client.send(new sdk.HeadObjectCommand({ Bucket: name, Key: key }))).ContentLength;
  } catch (error) {
    if (nameOf(error) === "NotFound" || nameOf(error) === "NoSuchKey") return undefined;
    throw s3Error(error, name, `looking at ${key}`);
  }
}

// The most keys that S3 takes at once (API Reference, DeleteObjects).
const KEYS_AT_ONCE = 1000;

async function remove({ sdk, client, name }: BucketConnection, keys: readonly string[]): Promise<void> {
  for (let from = 0; from < keys.length; from += KEYS_AT_ONCE) {
    const Objects = keys.slice(from, from + KEYS_AT_ONCE).map((Key) => ({ Key }));
    const command = new sdk.DeleteObjectsCommand({ Bucket: name, Delete: { Objects, Quiet: true } });
    const { Errors = [] } = await orError(client.send(command), name, `removing ${keys[from] ?? ""}`);
    const [first] = Errors;
    if (first === undefined) continue;
    // S3 answers the request as a whole with 200 even then.
    const refused = Object.assign(new Error("refused"), { name: first.Code ?? "an error" });
    throw s3Error(refused, name, `removing ${first.Key ?? "an object"} (and ${Errors.length - 1} more)`);
  }
}

async function abort({ sdk, client, name }: BucketConnection, key: string, uploadId: string): Promise<void> {
  try {
    await client.send(new sdk.AbortMultipartUploadCommand({ Bucket: name, Key: key, UploadId: uploadId }));
  } catch (error) {
    if (nameOf(error) !== "NoSuchUpload") throw s3Error(error, name, `aborting the upload of ${key}`);
  }
}

async function orError<Answer>(sent: Promise<Answer>, bucket: string, doing: string): Promise<Answer> {
  try {
    return await sent;
  } catch (error) {
    throw s3Error(error, bucket, doing);
  }
}

function halfListed(prefix: string): UnsureError {
  return new UnsureError(
    `the listing of ${prefix} is cut off or has gaps`,
    "The S3 server, or a proxy in front of it, does not list as S3 does. See its version and its log.",
  );
}
