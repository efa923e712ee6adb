import { distributionMajor } from "../registry/distribution/probes.js";
import { saysAsDistribution } from "../registry/distribution/words/answers.js";
import type { HttpResponse } from "../registry/http/message.js";

/** The product that a registry is, as far as its answers show. `name` may carry a version. */
export type Product =
  | { readonly kind: "distribution"; readonly major: 2 | 3; readonly name: string }
  | { readonly kind: "other"; readonly name: string }
  | { readonly kind: "unknown" };

type Headers = HttpResponse["headers"];

/** Functions that recognise other products by the headers of the answer to `GET /v2/`; the first that returns a name counts. */
const SIGNS: readonly ((headers: Headers) => string | undefined)[] = [
  // Its change log, "Custom Headers on GET /v2/".
  (headers) => named("GitLab's registry", valueOf(headers, "gitlab-container-registry-version")),
  (headers) =>
    named("Artifactory", /^Artifactory\/(\S+)/i.exec(valueOf(headers, "x-jfrog-version") ?? "")?.[1]),
  (headers) => named("Nexus", /^Nexus\/(\S+)/i.exec(valueOf(headers, "server") ?? "")?.[1]),
  // The service that Harbor's challenge names.
  (headers) => (challenge(headers).includes('service="harbor-registry"') ? "Harbor" : undefined),
  // Gitea's own test of its container registry: realm …/v2/token, and this service. Forgejo comes from Gitea.
  (headers) =>
    /realm="[^"]*\/v2\/token",service="container_registry"/.test(challenge(headers))
      ? "Gitea or Forgejo"
      : undefined,
];

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
    for (const sign of SIGNS) {
      const name = sign(headers);
      if (name !== undefined) return { kind: "other", name };
    }
  }
  const last = answers.at(-1);
  const major = last === undefined ? undefined : distributionMajor(last);
  if (nobodys !== undefined && !saysAsDistribution(nobodys)) {
    const server = valueOf(nobodys.headers, "server");
    return server === undefined || FRONTS.test(server)
      ? { kind: "unknown" }
      : { kind: "other", name: server };
  }
  if (major === undefined) return { kind: "unknown" };
  return { kind: "distribution", major, name: major === 2 ? "Distribution 2.8 or older" : "Distribution 3" };
}

function named(product: string, version: string | undefined): string | undefined {
  return version === undefined ? undefined : `${product} ${version}`;
}

function challenge(headers: Headers): string {
  return valueOf(headers, "www-authenticate") ?? "";
}

function valueOf(headers: Headers, name: string): string | undefined {
  const value = headers[name];
  return Array.isArray(value) ? value.join(",") : value;
}
