import { UnsureError } from "../core/errors.js";
import { isObject, parseJson, textAt } from "../core/json.js";
import { type Digest, isDigest, type RepositoryName } from "../core/reference.js";
import type { Call } from "./distribution.js";
import { nextPage } from "./link.js";
import { refusal } from "./refusals.js";

const INDEX = "application/vnd.oci.image.index.v1+json";
const MAX_PAGES = 1_000;

// What registries without the list answer: Distribution 404 in text, others that it is no method or not implemented.
const UNSUPPORTED = [404, 405, 501];

/**
 * What refers to a manifest, through all pages (distribution spec, "Listing Referrers"); `undefined` where the registry has no such list, which by the
 * specification is never answered with 404.
 * @throws {RegistryError | UnsureError} where the list can't be trusted
 */
export async function listReferrers(
  base: URL,
  call: Call,
  { repository, digest }: { readonly repository: RepositoryName; readonly digest: Digest },
): Promise<readonly Digest[] | undefined> {
  const { host } = base;
  const referrers = new Set<Digest>();
  let page: string | URL | undefined = `referrers/${digest}`;
  for (let pages = 0; page !== undefined; pages += 1) {
    if (pages === MAX_PAGES) throw doubtful(host, "its pages have no end");
    const response = await call(repository, { method: "GET", path: page, accept: [INDEX] });
    if (pages === 0 && UNSUPPORTED.includes(response.status)) return undefined;
    if (response.status !== 200) throw refusal(host, response, `listing what refers to ${digest}`);
    for (const referrer of decode(host, parseJson(response.body.toString("utf8")))) referrers.add(referrer);
    page = nextPage(response, base.origin);
  }
  return [...referrers];
}

function decode(host: string, body: unknown): readonly Digest[] {
  const manifests = isObject(body) ? body["manifests"] : undefined;
  if (!Array.isArray(manifests)) throw doubtful(host, "it is not the index that the API asks for");
  return manifests.map((descriptor: unknown) => {
    const digest = textAt(descriptor, "digest");
    if (digest !== undefined && isDigest(digest)) return digest;
    throw doubtful(host, "there is something in it without a digest");
  });
}

function doubtful(host: string, why: string): UnsureError {
  return new UnsureError(
    `the list of referrers that ${host} sent can't be trusted: ${why}`,
    "Look at the registry and what stands in front of it, and run again.",
  );
}
