import { randomBytes } from "node:crypto";
import { refuseCached } from "../http/cached.js";
import type { Http } from "../http/http.js";
import { withMark } from "../http/mark.js";
import type { HttpRequest } from "../http/message.js";

const API = "/v2/";

/**
 * Wraps a client so that no read of a registry is answered by a shared cache: each asks for it (RFC 9111, 5.2.1.4), and an answer that shows to be a cache's is an
 * error. As many caches do not listen, each read gets a query of its own too, if the registry passes over what it does not know, as Distribution does (measured,
 * 2.8.2 and 3.1.1): no cache has an answer to that.
 * @param base the registry's address
 */
export function freshReads(
  http: Http,
  { base, asksAnew }: { readonly base: URL; readonly asksAnew: boolean },
): Http {
  const run = randomBytes(6).toString("base64url");
  let count = 0;
  const marked = (path: string): string => {
    if (!asksAnew) return path;
    count += 1;
    return withMark(path, `${run}${count.toString(36)}`);
  };
  return {
    ...http,
    async send(request) {
      const { method, url, path = url.pathname + url.search } = request;
      const isRead = method === "GET" || method === "HEAD";
      if (!isRead || request.mayBeCached === true || url.origin !== base.origin || !path.startsWith(API)) {
        return http.send(request);
      }
      const headers = { ...request.headers, "cache-control": "no-cache" };
      const response = await http.send({ ...request, url: base, path: marked(path), headers });
      // A blob's bytes are proven by its digest, and a registry on S3 sends to its storage, or to a network in front of that.
      const isElsewhere = response.url.origin !== base.origin;
      if (!(isElsewhere && isBlob(request))) refuseCached(response);
      return response;
    },
  };
}

function isBlob({ url, path = url.pathname }: HttpRequest): boolean {
  return path.includes("/blobs/");
}
