/** One GitHub: the address of its REST API, without a slash at its end, and the host of its container registry. */
export interface GitHubInstance {
  readonly api: string;
  readonly registry: string;
}

/** GitHub.com. */
export const GITHUB_COM: GitHubInstance = { api: "https://api.github.com", registry: "ghcr.io" };

/**
 * Returns the container registry of the GitHub whose API is at an address: `ghcr.io` of GitHub.com, `containers.SUBDOMAIN.ghe.com` of GitHub
 * Enterprise Cloud with data residency, `containers.HOSTNAME` of GitHub Enterprise Server
 * (https://docs.github.com/enterprise-server@latest/packages/working-with-a-github-packages-registry/working-with-the-container-registry).
 * `undefined` if the address is none of theirs.
 */
export function registryOf(api: string): string | undefined {
  if (api === GITHUB_COM.api) return GITHUB_COM.registry;
  const cloud = /^https:\/\/api\.([a-z0-9-]+\.ghe\.com)$/.exec(api)?.[1];
  const server = /^https?:\/\/([^/]+)\/api\/v3$/.exec(api)?.[1];
  const host = cloud ?? server;
  return host === undefined ? undefined : `containers.${host}`;
}

/**
 * The kind of a GitHub token, which its first letters tell
 * (https://docs.github.com/authentication/keeping-your-account-and-data-secure/about-authentication-to-github).
 */
export type TokenKind = "installation" | "classic" | "fine-grained" | "other";

/** Returns the kind of a token. `github.token` is an installation's. */
export function tokenKind(token: string): TokenKind {
  if (token.startsWith("ghs_")) return "installation";
  if (token.startsWith("ghp_")) return "classic";
  return token.startsWith("github_pat_") ? "fine-grained" : "other";
}
