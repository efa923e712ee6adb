import { signedProduct } from "../registry/connection/product-signs.js";
import { distributionMajor } from "../registry/distribution/probes.js";
import { saysAsDistribution } from "../registry/distribution/words/answers.js";
import type { HttpResponse } from "../registry/http/message.js";

/** The product that a registry is, as far as its answers show. `name` may carry a version. */
export type Product =
  | { readonly kind: "distribution"; readonly major: 2 | 3; readonly name: string }
  | { readonly kind: "other"; readonly name: string }
  | { readonly kind: "unknown" };

/** The names of what stands in front of registries. */
const FRONTS =
  /nginx|openresty|apache|caddy|traefik|haproxy|envoy|cloudflare|squid|varnish|istio|awselb|gunicorn/i;

/**
 * Recognises the product by its answers to `GET /v2/`, the anonymous one first, and by its words for a manifest that is not there. Distribution shows its major
 * version only in the Content-Type of its JSON: 2.8 names a charset, 3.x names none (measured). Others look alike there (Pulp, NORA), and have other words.
 * @param nobodys its answer for such a manifest; absent where it could not be asked
 */
export function recognise(answers: readonly HttpResponse[], nobodys?: HttpResponse): Product {
  for (const { headers } of answers) {
    const signed = signedProduct(headers);
    if (signed !== undefined) return { kind: "other", name: signed.name };
  }
  const last = answers.at(-1);
  const major = last === undefined ? undefined : distributionMajor(last);
  if (nobodys !== undefined && !saysAsDistribution(nobodys)) {
    const server = nobodys.headers["server"]?.toString();
    return server === undefined || FRONTS.test(server)
      ? { kind: "unknown" }
      : { kind: "other", name: server };
  }
  if (major === undefined) return { kind: "unknown" };
  return { kind: "distribution", major, name: major === 2 ? "Distribution 2.8 or older" : "Distribution 3" };
}
