import { createHash } from "node:crypto";
import { UnsureError } from "../core/errors.js";
import { isObject, parseJson } from "../core/json.js";
import { ACCEPTED_MEDIA_TYPES, decodeManifest, isSchema1 } from "../core/manifest.js";
import { type Digest, isDigest, isTag, type RepositoryName, type Tag } from "../core/reference.js";
import type { Session } from "./auth.js";
import type { HttpResponse } from "./http.js";
import { nextPage } from "./link.js";
import { deleteRefusal, isDeleted, isHtml, refusal, registryErrors } from "./refusals.js";
import type { ReadManifest, Registry } from "./registry.js";

/** What a run may ask a registry's token server for. */
export type Right = "pull" | "push" | "delete";

/** One registry that speaks the distribution API. `base` ends in a slash. */
export interface DistributionOptions {
  readonly base: URL;
  readonly session: Session;
  readonly rights: readonly Right[];
  readonly close: () => void;
}

/** A digest that no content can be known to have: deleting it proves the right to delete and deletes nothing. */
export const NO_DIGEST = `sha256:${"0".repeat(64)}`;
const MAX_PAGES = 10_000;

/** A registry that speaks the distribution API (https://github.com/opencontainers/distribution-spec), as Distribution 2.8 does. */
export function createDistribution(options: DistributionOptions): Registry {
  const { base, rights } = options;
  const { host } = base;
  const call: Call = (method, repository, path) =>
    options.session.send(
      {
        method,
        url: path instanceof URL ? path : new URL(`v2/${repository}/${path}`, base),
        headers: {
          accept: path instanceof URL || path === TAGS ? "application/json" : ACCEPTED_MEDIA_TYPES.join(", "),
        },
      },
      `repository:${repository}:${rights.join(",")}`,
    );
  return {
    listTags: (repository) => listTags(base, call, repository),
    readManifest: (repository, reference) => readManifest(host, call, { repository, reference }),
    async proveDeletes(repository) {
      const error = deleteRefusal(
        host,
        await call("DELETE", repository, `manifests/${NO_DIGEST}`),
        repository,
      );
      if (error !== undefined) throw error;
    },
    async deleteManifest(repository, digest) {
      const response = await call("DELETE", repository, `manifests/${digest}`);
      if (isRegistrys404(response)) return "gone";
      if (isDeleted(response)) return "deleted";
      throw refusal(host, response, `deleting ${repository}@${digest}`);
    },
    close: options.close,
  };
}

type Call = (
  method: "GET" | "DELETE",
  repository: RepositoryName,
  path: string | URL,
) => Promise<HttpResponse>;

// Without `n`: 3.1.x on S3 loses tags when it pages (measured), and 2.8 does not page at all.
const TAGS = "tags/list";

async function listTags(
  base: URL,
  call: Call,
  repository: RepositoryName,
): Promise<readonly Tag[] | undefined> {
  const { host } = base;
  const tags = new Set<Tag>();
  let page: string | URL | undefined = TAGS;
  for (let pages = 0; page !== undefined; pages += 1) {
    if (pages === MAX_PAGES) throw truncated(host, "its pages have no end");
    const response = await call("GET", repository, page);
    if (pages === 0 && isRegistrys404(response)) return undefined;
    if (response.status !== 200) throw refusal(host, response, `listing the tags of ${repository}`);
    for (const tag of decodeTags(host, response)) tags.add(tag);
    page = nextPage(response, base.origin);
  }
  return [...tags];
}

/** The registry's own 404, not that of something in front of it. */
function isRegistrys404(response: HttpResponse): boolean {
  return response.status === 404 && registryErrors(response) !== undefined;
}

function decodeTags(host: string, response: HttpResponse): readonly Tag[] {
  if (isHtml(response)) throw refusal(host, response, "listing tags");
  const body = parseJson(response.body.toString("utf8"));
  if (!isObject(body) || !("tags" in body)) throw truncated(host, "it is not the JSON that the API asks for");
  const { tags } = body;
  // Distribution 2.8 says null where the last tag was deleted.
  if (tags === null) return [];
  if (!Array.isArray(tags)) throw truncated(host, "it is not a list");
  return tags.map((tag: unknown) => {
    if (typeof tag === "string" && isTag(tag)) return tag;
    throw truncated(host, "there is something in it that is not a tag");
  });
}

function truncated(host: string, why: string): UnsureError {
  return new UnsureError(
    `the list of tags that ${host} sent can't be trusted: ${why}`,
    "Nothing is decided on part of a list. Look at the registry and what stands in front of it, and run again.",
  );
}

async function readManifest(
  host: string,
  call: Call,
  { repository, reference }: { readonly repository: RepositoryName; readonly reference: Tag | Digest },
): Promise<ReadManifest | undefined> {
  const response = await call("GET", repository, `manifests/${reference}`);
  if (isRegistrys404(response)) return undefined;
  if (response.status !== 200) throw refusal(host, response, `reading ${repository}:${reference}`);
  try {
    const mediaType = (response.headers["content-type"] ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
    const digest = digestOf(response, mediaType);
    if (isDigest(reference) && digest !== reference) throw unreadable("it is not what its digest says");
    const manifest = decodeManifest(mediaType, parseJson(response.body.toString("utf8")));
    return { digest, manifest: { ...manifest, bytes: response.body.length } };
  } catch (cause) {
    if (!(cause instanceof UnsureError)) throw cause;
    throw new UnsureError(`${host}/${repository}: of ${reference}, ${cause.message}`, cause.nextStep, {
      cause,
    });
  }
}

/** The digest that the registry says, proven by the bytes; schema 1's can't be, for its signatures are not part of it. */
function digestOf(response: HttpResponse, mediaType: string): Digest {
  const header = response.headers["docker-content-digest"];
  const said = typeof header === "string" && isDigest(header) ? header : undefined;
  if (isSchema1(mediaType) && said !== undefined) return said;
  const algorithm = said?.split(":")[0] ?? "sha256";
  if (algorithm !== "sha256" && algorithm !== "sha512") {
    throw unreadable(`its digest is made by ${algorithm}`);
  }
  const computed = `${algorithm}:${createHash(algorithm).update(response.body).digest("hex")}`;
  if (!isDigest(computed) || (said !== undefined && said !== computed)) {
    throw unreadable("its bytes are not what its digest says");
  }
  return computed;
}

function unreadable(why: string): UnsureError {
  return new UnsureError(
    `a manifest can't be trusted: ${why}`,
    "Look at the registry and what stands in front of it; nothing is decided while this is so.",
  );
}
