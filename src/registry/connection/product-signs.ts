import type { HttpResponse } from "../http/message.js";

type Headers = HttpResponse["headers"];

/** A product that says by a header what it is. `name` may carry a version. */
export interface SignedProduct {
  readonly product: ProductName;
  readonly name: string;
}

/** The products that are known by a header of theirs. */
export type ProductName = "gitlab" | "artifactory" | "nexus" | "harbor" | "gitea" | "quay";

/** Functions that recognise products by the headers of an answer; the first that returns a name counts. */
const SIGNS: readonly (readonly [ProductName, (headers: Headers) => string | undefined])[] = [
  // Its change log, "Custom Headers on GET /v2/".
  ["gitlab", (headers) => named("GitLab's registry", valueOf(headers, "gitlab-container-registry-version"))],
  // The realm of its token server (its documentation, "Container registry authentication").
  [
    "gitlab",
    (headers) =>
      /realm="[^"]*\/jwt\/auth"/.test(challenge(headers)) && challenge(headers).includes(CONTAINERS)
        ? "GitLab's registry"
        : undefined,
  ],
  [
    "artifactory",
    (headers) =>
      named("Artifactory", /^Artifactory\/(\S+)/i.exec(valueOf(headers, "x-jfrog-version") ?? "")?.[1]),
  ],
  ["nexus", (headers) => named("Nexus", /^Nexus\/(\S+)/i.exec(valueOf(headers, "server") ?? "")?.[1])],
  // The service that Harbor's challenge names.
  ["harbor", (headers) => (challenge(headers).includes('service="harbor-registry"') ? "Harbor" : undefined)],
  // Gitea's own test of its container registry: realm …/v2/token, and this service. Forgejo comes from Gitea.
  [
    "gitea",
    (headers) =>
      /realm="[^"]*\/v2\/token",service="container_registry"/.test(challenge(headers))
        ? "Gitea or Forgejo"
        : undefined,
  ],
  // Quay's challenge: realm …/v2/auth on its own host, which is its service too.
  [
    "quay",
    (headers) =>
      /realm="https?:\/\/([^/"]+)\/v2\/auth",service="\1"/.test(challenge(headers)) ? "Quay" : undefined,
  ],
];

const CONTAINERS = 'service="container_registry"';

/** Returns the product that an answer's headers show; `undefined` where they show none. */
export function signedProduct(headers: Headers): SignedProduct | undefined {
  for (const [product, sign] of SIGNS) {
    const name = sign(headers);
    if (name !== undefined) return { product, name };
  }
  return undefined;
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
