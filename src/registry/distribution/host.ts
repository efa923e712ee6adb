import type { Digest, RepositoryName } from "../../core/names/reference.js";
import { listKnownRepositories } from "./catalog.js";
import { isPage, saysNotThere } from "./words/answers.js";
import { askAsNobody, distributionMajor } from "./probes.js";
import { proveReadOnly } from "./proof/read-only.js";
import { askMadeUp, type MadeUpRead, type TriedUpload, withUpload } from "./proof/witness.js";
import type { HttpResponse } from "../http/message.js";
import { connect, type Connection, type ConnectOptions } from "../connection/connection.js";
import { type Liveness, probeLiveness } from "./liveness.js";
import { refusal } from "./refusals.js";
import { type Reach, reachFrom } from "../nearby/reach.js";
import { RegistryError } from "../port/registry.js";

/** A blob that a registry holds; `bytes` where it says so. */
export interface FoundBlob {
  readonly bytes?: number;
  /** The address that the registry sends to for it. */
  readonly at?: URL;
  /** The addresses that it may lead to. */
  readonly reach?: Reach;
}

/** A registry whose disk is worked on. Methods throw `RegistryError` or `UnsureError` where the answer is not certain. */
export interface RegistryHost {
  /** `host[:port]`. */
  readonly name: string;
  /** Finds out if it serves at this moment. Never throws. */
  liveness(): Promise<Liveness>;
  /** Returns the major version of Distribution that it is; `undefined` where its answers do not show one. */
  major(): Promise<2 | 3 | undefined>;
  /** Resolves if it says in its own words that it refuses every write now (`storage.maintenance.readonly`). The repository must exist. */
  proveReadOnly(repository: RepositoryName): Promise<void>;
  /** Lists the repositories that it knows, those whose tags are all gone included. */
  listRepositories(): Promise<readonly RepositoryName[]>;
  /** Looks for a configuration or layer; `undefined` where the registry says that the repository has none such. */
  findBlob(repository: RepositoryName, digest: Digest): Promise<FoundBlob | undefined>;
  /** Returns the bytes of such a blob; `undefined` where they can't be had. A registry on S3 redirects to another host, which is asked without credentials. */
  measureBlob(repository: RepositoryName, digest: Digest): Promise<number | undefined>;
  /** Reads what is made up for it, which nobody else can have asked for. */
  askMadeUp(repository: RepositoryName): Promise<MadeUpRead>;
  /** Begins an upload in a repository that exists, has `look` look for it by its id, and cancels it. */
  withUpload<T>(repository: RepositoryName, look: (id: string) => Promise<T>): Promise<TriedUpload<T>>;
  /** Closes the connections. */
  close(): void;
}

/** Makes the client for a registry's host. Sends nothing yet. */
export async function openHost(options: ConnectOptions): Promise<RegistryHost> {
  const connection = await connect(options);
  return {
    name: options.host,
    liveness: () => probeLiveness(connection),
    major: async () => distributionMajor(await askAsNobody(connection)),
    proveReadOnly: (repository) => proveReadOnly(connection, repository),
    listRepositories: () => listKnownRepositories(connection),
    findBlob: (repository, digest) => findBlob(connection, repository, digest),
    measureBlob: (repository, digest) => measureBlob(connection, repository, digest),
    askMadeUp: (repository) => askMadeUp(connection, repository),
    withUpload: (repository, look) => withUpload(connection, repository, look),
    close: connection.close,
  };
}

async function findBlob(
  { base, session }: Connection,
  repository: RepositoryName,
  digest: Digest,
): Promise<FoundBlob | undefined> {
  const url = new URL(`v2/${repository}/blobs/${digest}`, base);
  const scope = `repository:${repository}:pull`;
  const response = await session.send({ method: "HEAD", url, followsRedirects: false }, scope);
  const { status } = response;
  if (status === 200 && !isPage(response)) return sizeOf(response);
  const at = status === 307 ? storageOf(response, digest) : undefined;
  if (at !== undefined) return { at, reach: reachFrom(response.peer) };
  // The answer to HEAD has no words in it, so a 404 may be anybody's: only the answer to GET says so.
  const said = status === 404 ? await session.send({ method: "GET", url, peeks: true }, scope) : response;
  if (saysNotThere("blob", said)) return undefined;
  throw refusal(base.host, said, `looking for the blob ${digest} of ${repository}`);
}

/**
 * Returns the address in its storage to which a registry on S3 sends for a blob, which it has looked up before; `undefined` where it does not say it in its own
 * name, and the address does not name the blob: that of a page to sign in.
 */
function storageOf({ headers, url }: HttpResponse, digest: Digest): URL | undefined {
  const { location, "docker-distribution-api-version": version } = headers;
  if (location === undefined || !URL.canParse(location, url.href)) return undefined;
  const at = new URL(location, url);
  const [, hex = ""] = digest.split(":");
  return version !== undefined || at.pathname.includes(hex) ? at : undefined;
}

function sizeOf({ headers }: HttpResponse): FoundBlob {
  const bytes = Number(headers["content-length"] ?? Number.NaN);
  return Number.isSafeInteger(bytes) ? { bytes } : {};
}

async function measureBlob(
  connection: Connection,
  repository: RepositoryName,
  digest: Digest,
): Promise<number | undefined> {
  const found = await findBlob(connection, repository, digest);
  if (found?.at === undefined) return found?.bytes;
  try {
    // As nobody: the address is signed, and another host's.
    const response = await connection.http.send({
      method: "HEAD",
      url: found.at,
      reach: found.reach,
      attempts: 1,
    });
    return response.status === 200 ? sizeOf(response).bytes : undefined;
  } catch (error) {
    if (error instanceof RegistryError) return undefined;
    throw error;
  }
}
