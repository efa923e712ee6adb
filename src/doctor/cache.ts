import { PruneError } from "../core/base/errors.js";
import { type Finding, finding } from "../core/result/finding.js";
import type { RepositoryAddress } from "../registry/distribution/probes.js";
import { signOfCache } from "../registry/http/cached.js";
import type { HttpRequest, HttpResponse } from "../registry/http/message.js";
import type { Product } from "./product.js";
import { attempt } from "./trouble.js";

/**
 * Finds out if a shared cache in front of a registry answers in its place. Caches say so, or not: nginx is silent by default. But it asks for the whole of what it
 * is asked the headers of, and Distribution, which answers HEAD for a list of tags with 405 (measured, 2.8.2 and 3.1.1), then seems to answer it.
 */
export async function examineCache(site: RepositoryAddress, product: Product): Promise<Finding> {
  const twice = [await ask(site, "GET"), await ask(site, "GET")];
  const signs = twice.map((answer) =>
    answer instanceof PruneError ? undefined : signOfCache(answer.headers),
  );
  const sign = signs.find((each) => each !== undefined);
  if (sign !== undefined) return cached(site, sign);
  const head = product.kind === "distribution" ? await ask(site, "HEAD") : undefined;
  if (head !== undefined && !(head instanceof PruneError) && head.status === 200) {
    return cached(site, "a HEAD that the registry refuses is answered");
  }
  return finding("ok", "cache", { message: "No cache is seen to answer in its place." });
}

/** Asks for the tags as anybody does who minds no cache. */
function ask(
  { connection: { base, session }, repository }: RepositoryAddress,
  method: HttpRequest["method"],
): Promise<HttpResponse | PruneError> {
  const url = new URL(`v2/${repository}/tags/list`, base);
  return attempt(session.send({ method, url, mayBeCached: true }, `repository:${repository}:pull`));
}

function cached({ connection: { base } }: RepositoryAddress, sign: string): Finding {
  return finding("warning", "cache", {
    message: `A cache in front of ${base.host} answers in its place (${sign}). A prune asks in a way that caches have no answer to, and stops where one answers all the same.`,
    fix: "Take /v2/ out of it (nginx: proxy_cache off; a CDN: a rule that bypasses it): clients that pull get old images too.",
  });
}
