import { isObject, parseJson, textAt } from "../../core/base/json.js";
import { type Digest, isDigest, type RepositoryName } from "../../core/names/reference.js";
import type { Call } from "./requests.js";
import { type PagedList, pagesOf, refuseTooMany, untrusted } from "../http/pages.js";
import { isPage } from "./words/answers.js";
import { refusal } from "./refusals.js";

const INDEX = "application/vnd.oci.image.index.v1+json";
const MAX_PAGES = 1_000;

// The answers of registries without the list: Distribution's is 404 in text, others that it is no method or not implemented.
const UNSUPPORTED = [404, 405, 501];

/**
 * Lists what refers to a manifest, through all pages (distribution spec, "Listing Referrers"); `undefined` where the registry has no such list, which by the
 * specification is never answered with 404.
 * @throws {RegistryError | UnsureError} where the list can't be trusted
 */
export async function listReferrers(
  base: URL,
  call: Call,
  { repository, digest }: { readonly repository: RepositoryName; readonly digest: Digest },
): Promise<readonly Digest[] | undefined> {
  const { host } = base;
  const list: PagedList = {
    of: "referrers",
    base,
    first: `referrers/${digest}`,
    ask: (page) => call(repository, { method: "GET", path: page, accept: [INDEX] }),
    maxPages: MAX_PAGES,
  };
  const referrers = new Set<Digest>();
  for await (const { isFirst, response } of pagesOf(list)) {
    if (isFirst && UNSUPPORTED.includes(response.status) && !isPage(response)) return undefined;
    if (response.status !== 200) throw refusal(host, response, `listing what refers to ${digest}`);
    for (const referrer of decode(list, parseJson(response.body.toString("utf8")))) referrers.add(referrer);
    refuseTooMany(list, referrers.size);
  }
  return [...referrers];
}

function decode(list: PagedList, body: unknown): readonly Digest[] {
  const manifests = isObject(body) ? body["manifests"] : undefined;
  // What is written in Go sends null for a list without anything in it (measured: ocimem).
  if (manifests === null) return [];
  if (!Array.isArray(manifests)) throw untrusted(list, "it is not the index that the API asks for");
  return manifests.map((descriptor: unknown) => {
    const digest = textAt(descriptor, "digest");
    if (digest !== undefined && isDigest(digest)) return digest;
    throw untrusted(list, "there is something in it without a digest");
  });
}
