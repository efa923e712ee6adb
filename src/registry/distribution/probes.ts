import { randomUUID } from "node:crypto";
import { isObject, parseJson, textAt } from "../../core/base/json.js";
import { ACCEPTED_MEDIA_TYPES } from "../../core/image/media-type.js";
import { type Digest, isDigest, type RepositoryName } from "../../core/names/reference.js";
import type { HttpResponse, HttpRequest } from "../http/message.js";
import type { Connection } from "../connection/connection.js";
import { registryErrors, saysNotThere, saysNoUpload } from "./words/answers.js";
import { isDiskFull, isReadOnly } from "./refusals.js";
import { RegistryError } from "../port/registry.js";

/** A repository and the way to its registry. */
export interface RepositoryAddress {
  readonly connection: Connection;
  readonly repository: RepositoryName;
}

/**
 * Asks a registry if it is one, as somebody who is not signed in (distribution spec, "Determining Support").
 * @throws {RegistryError} where it can't be reached
 */
export function askAsNobody({ base, http }: Connection): Promise<HttpResponse> {
  return http.send({ method: "GET", url: new URL("v2/", base) });
}

/** Returns Distribution's major version by its answer to `GET /v2/`: 2.8's JSON names a charset, 3.x's none (measured). `undefined` of other registries. */
export function distributionMajor({ headers }: HttpResponse): 2 | 3 | undefined {
  if (headers["docker-distribution-api-version"] === undefined) return undefined;
  if (headers["content-type"] === "application/json; charset=utf-8") return 2;
  return headers["content-type"] === "application/json" ? 3 : undefined;
}

/**
 * Asks the same, signed in where the registry asks for it, with a token for reading the repository.
 * @throws {RegistryError} where no token can be had
 */
export function askSignedIn({
  connection: { base, session },
  repository,
}: RepositoryAddress): Promise<HttpResponse> {
  return session.send({ method: "GET", url: new URL("v2/", base) }, `repository:${repository}:pull`);
}

/** The result of an upload that was begun. `status` is that of HTTP. */
export type UploadAnswer =
  | { readonly kind: "cancelled" }
  /** It was begun and is still there; `why` completes "it could not be cancelled, because …". */
  | { readonly kind: "left-behind"; readonly why: string }
  | { readonly kind: "no-right" }
  | { readonly kind: "disk-full" }
  | { readonly kind: "read-only" }
  | { readonly kind: "takes-no-pushes" }
  | { readonly kind: "unexpected"; readonly status: number };

/**
 * Begins an upload and cancels it (distribution spec, "Pushing blobs"; Docker's Registry HTTP API V2, "Canceling an Upload").
 * Only for a repository that exists: in another, it would create the repository. What stays of a cancelled upload is
 * Distribution's own crumb, `_uploads/<id>/hashstates`, of some hundred bytes (measured, 2.8.2 and 3.1.1; no other way to end an
 * upload leaves less).
 * @param chunk sent as a part of the upload before it is cancelled
 * @throws {RegistryError} where the registry can't be reached
 */
export async function tryUpload(site: RepositoryAddress, chunk?: Buffer): Promise<UploadAnswer> {
  const answer = await beginUpload(site);
  if (answer === "no-right") return { kind: "no-right" };
  if (answer.status !== 202) return readRefusedUpload(answer);
  const sent =
    chunk === undefined
      ? answer
      : await sendChunk(site, answer, chunk).catch(async (error: unknown) => {
          await cancelUpload(site, answer);
          throw error;
        });
  const cancelled = await cancelUpload(site, sent.status === 202 ? sent : answer);
  return sent.status === 202 ? cancelled : readRefusedUpload(sent);
}

/** Begins an upload, which whoever asks cancels if it was accepted (202). */
export function beginUpload({
  connection,
  repository,
}: RepositoryAddress): Promise<HttpResponse | "no-right"> {
  const { base, session } = connection;
  const url = new URL(`v2/${repository}/blobs/uploads/`, base);
  return asked(session.send({ method: "POST", url, attempts: 1 }, `repository:${repository}:pull,push`));
}

/** Sends a part of an upload that was begun, and returns its answer; where it can't be sent safely, that to the beginning. */
async function sendChunk(site: RepositoryAddress, begun: HttpResponse, body: Buffer): Promise<HttpResponse> {
  const address = uploadAddress(site, begun);
  if (address.kind === "doubtful") return begun;
  const { session } = site.connection;
  return session.send(
    {
      method: "PATCH",
      url: address.url,
      headers: { "content-type": "application/octet-stream" },
      body,
      attempts: 1,
    },
    `repository:${site.repository}:pull,push`,
  );
}

/** Reads an answer other than "accepted" to an upload; each as measured on Distribution 2.8 and 3.x. */
export function readRefusedUpload(answer: HttpResponse): UploadAnswer {
  const { status } = answer;
  if (status === 401 || status === 403) return { kind: "no-right" };
  if (isReadOnly(answer)) return { kind: "read-only" };
  if (status === 405 && registryErrors(answer) !== undefined) return { kind: "takes-no-pushes" };
  return isDiskFull(answer) ? { kind: "disk-full" } : { kind: "unexpected", status };
}

type UploadAddress =
  | { readonly kind: "address"; readonly url: URL }
  /** `why` completes "it could not be cancelled, because …". */
  | { readonly kind: "doubtful"; readonly why: string };

/** Returns the address at which an upload goes on, by the registry's word. Nothing but an upload is ever written to or deleted there, whatever address is given. */
function uploadAddress(
  { connection: { base }, repository }: RepositoryAddress,
  begun: HttpResponse,
): UploadAddress {
  const { location } = begun.headers;
  const url =
    location !== undefined && URL.canParse(location, begun.url.href)
      ? new URL(location, begun.url)
      : undefined;
  if (url === undefined) return { kind: "doubtful", why: "the registry gave it no address" };
  if (url.origin !== base.origin) {
    return { kind: "doubtful", why: `its address is at ${url.origin}, not at ${base.origin}` };
  }
  // A registry's prefix may stand before it.
  if (!url.pathname.includes(`/v2/${repository}/blobs/uploads/`)) {
    return { kind: "doubtful", why: "its address is not that of an upload" };
  }
  return { kind: "address", url };
}

/** Cancels an upload that was begun. */
export async function cancelUpload(
  site: RepositoryAddress,
  begun: HttpResponse,
): Promise<Extract<UploadAnswer, { readonly kind: "cancelled" | "left-behind" }>> {
  const address = uploadAddress(site, begun);
  if (address.kind === "doubtful") return { kind: "left-behind", why: address.why };
  const { url } = address;
  // Distribution asks for the right to delete here too (its app.go makes DELETE need it, whatever is deleted).
  const answer = await asked(
    site.connection.session.send({ method: "DELETE", url }, `repository:${site.repository}:pull,push,delete`),
  );
  if (answer !== "no-right" && (isDone(answer) || saysNoUpload(answer))) return { kind: "cancelled" };
  const why = answer === "no-right" ? "that was refused" : `the registry answered ${answer.status}`;
  return { kind: "left-behind", why };
}

function isDone({ status }: HttpResponse): boolean {
  return status >= 200 && status < 300;
}

/** Waits for an answer. A token server that hands out no token for a right says no, as a registry's 401 does. */
async function asked(sending: Promise<HttpResponse>): Promise<HttpResponse | "no-right"> {
  try {
    return await sending;
  } catch (error) {
    if (error instanceof RegistryError && error.kind === "unauthorized") return "no-right";
    throw error;
  }
}

/**
 * Finds the host that serves a blob: the registry's own or, where it redirects a HEAD, that of its storage, which is not asked.
 * @param digest of an image's manifest
 * @returns `undefined` where it can't be found out
 */
export async function findBlobHost(
  { connection, repository }: RepositoryAddress,
  digest: Digest,
): Promise<string | undefined> {
  const { base, session } = connection;
  const scope = `repository:${repository}:pull`;
  const at = (path: string): URL => new URL(`v2/${repository}/${path}`, base);
  const headers = { accept: [...ACCEPTED_MEDIA_TYPES] };
  const manifest = await session.send({ method: "GET", url: at(`manifests/${digest}`), headers }, scope);
  const body = parseJson(manifest.body.toString("utf8"));
  const config = textAt(isObject(body) ? body["config"] : undefined, "digest");
  if (manifest.status !== 200 || config === undefined || !isDigest(config)) return undefined;
  const blob: HttpRequest = { method: "HEAD", url: at(`blobs/${config}`), followsRedirects: false };
  const { status, headers: answer, url } = await session.send(blob, scope);
  if (status === 200) return url.host;
  const { location } = answer;
  const isRedirect = status >= 300 && status < 400;
  if (!isRedirect || location === undefined || !URL.canParse(location, url.href)) return undefined;
  return new URL(location, url).host;
}

/**
 * True if the registry would delete a tag by its name: asked with a name that nobody can have given, so nothing is deleted.
 * Distribution 3.0.0 and 3.1.0 do so with deletes off (measured on 3.0.0: 202 for a tag that is there).
 * @throws {RegistryError} where the registry can't be reached
 */
export async function deletesTagsByName({
  connection: { base, session },
  repository,
}: RepositoryAddress): Promise<boolean> {
  const url = new URL(`v2/${repository}/manifests/${tagOfNobody()}`, base);
  const answer = await session.send({ method: "DELETE", url }, `repository:${repository}:pull,delete`);
  return saysNotThere("manifest", answer);
}

/** Makes a tag's name that nobody can have given. */
export function tagOfNobody(): string {
  return `prune-image-tags-check-${randomUUID()}`;
}
