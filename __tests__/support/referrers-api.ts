import type { Proxied, Pushed } from "./proxied.js";
import type { RecordedRequest } from "./proxy.js";

const INDEX = "application/vnd.oci.image.index.v1+json";

/** A condition that is true for requests for lists of referrers: for all lists, or for that of one digest. */
export function isReferrers(digest = ""): (request: RecordedRequest) => boolean {
  return ({ method, path }) => method === "GET" && path.includes(`/referrers/${digest}`);
}

/** The body of a list of referrers. */
export function referrersIndex(referrers: readonly unknown[]): string {
  return JSON.stringify({ schemaVersion: 2, mediaType: INDEX, manifests: referrers });
}

/**
 * Adds the referrers API (OCI distribution spec v1.1, "Listing Referrers") to the proxy of a real registry, because no registry that has it can be
 * started here. Each of these manifests is listed for its subject; all other lists are empty. Rules that were set before take precedence.
 * @param pageSize the number of referrers on a page; a Link header (RFC 8288) leads to the next page
 */
export function useReferrersApi(
  { proxy, repo }: Pick<Proxied, "proxy" | "repo">,
  referrers: readonly Pushed[],
  pageSize = Infinity,
): void {
  for (const [subject, those] of bySubject(referrers)) {
    const pages = Math.max(1, Math.ceil(those.length / pageSize));
    for (let page = pages - 1; page >= 0; page -= 1) {
      const path = (number: number): string =>
        `/v2/${repo.name}/referrers/${subject}${number === 0 ? "" : `?page=${number}`}`;
      const start = page === 0 ? 0 : page * pageSize;
      const link = page + 1 < pages ? { link: `<${path(page + 1)}>; rel="next"` } : {};
      proxy.on({
        when: (request) => request.method === "GET" && request.path === path(page),
        act: {
          kind: "answer",
          status: 200,
          headers: { "content-type": INDEX, ...link },
          body: referrersIndex(those.slice(start, start + pageSize)),
        },
      });
    }
  }
  const nothing = referrersIndex([]);
  const headers = { "content-type": INDEX };
  proxy.on({ when: isReferrers(), act: { kind: "answer", status: 200, headers, body: nothing } });
}

/** The descriptors of manifests, by the digests of their subjects. */
function bySubject(referrers: readonly Pushed[]): ReadonlyMap<string, readonly object[]> {
  const lists = new Map<string, object[]>();
  for (const { bytes, mediaType, digest, size } of referrers) {
    const { subject } = JSON.parse(bytes.toString()) as { subject?: { digest: string } };
    if (subject === undefined) throw new Error(`${digest} refers to nothing`);
    const list = lists.get(subject.digest) ?? [];
    lists.set(subject.digest, list);
    list.push({ mediaType, digest, size, artifactType: "application/vnd.example.signature" });
  }
  return lists;
}
