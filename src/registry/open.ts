import { GITHUB_COM } from "../core/names/github.js";
import { type Credentials, dockerCredentials } from "./connection/credentials.js";
import { createDistribution } from "./distribution/distribution.js";
import type { Right } from "./distribution/requests.js";
import { createGhcr } from "./github/ghcr.js";
import { createGitHubApi } from "./github/api.js";
import { createPackages, type Packages } from "./github/packages.js";
import { noToken } from "./github/refusals.js";
import { type Registry, RegistryError } from "./port/registry.js";
import { connect, type Connection, type ConnectOptions } from "./connection/connection.js";

/** What opening a registry takes. */
export interface OpenOptions extends ConnectOptions {
  /** What to ask a token server for. */
  readonly rights: readonly Right[];
}

/** Makes the client for a host. Sends nothing yet. @throws {RegistryError} where a GitHub's registry is to be opened without a token */
export async function openRegistry(options: OpenOptions): Promise<Registry> {
  if (options.github !== undefined) return (await openGitHub(options)).registry;
  return createDistribution(await connect(options), options.rights);
}

/** A GitHub's registry, and the packages in it. */
export interface OpenedGitHub {
  readonly registry: Registry;
  readonly packages: Packages;
  readonly token: string;
}

/** Makes the clients for a GitHub's registry. Sends nothing yet. @throws {RegistryError} without a token, or where it would be sent unencrypted */
export async function openGitHub(options: OpenOptions): Promise<OpenedGitHub> {
  const { github = { api: GITHUB_COM.api }, rights } = options;
  const { connection, token } = await connectToGitHub({ ...options, github });
  const api = await createGitHubApi({ ...options, http: connection.http, api: github.api, token });
  const packages = createPackages(api, token);
  return { registry: createGhcr(connection, packages, rights), packages, token };
}

/** The way to a GitHub's registry, and the token that is for its API too. */
async function connectToGitHub(
  options: ConnectOptions & { readonly github: NonNullable<ConnectOptions["github"]> },
): Promise<{ readonly connection: Connection; readonly token: string }> {
  const { github, host, onSecret } = options;
  const given = options.credentials ?? ownCredentials(github.token) ?? (await dockerCredentials(host));
  if (given.kind !== "password") throw noToken(host);
  onSecret(given.password);
  const connection = await connect({ ...options, credentials: given });
  const { protocol, host: api } = new URL(github.api);
  if (protocol === "https:" || connection.allowsPlainHttp(api)) return { connection, token: given.password };
  connection.close();
  throw new RegistryError("unsafe-realm", {
    message: `the GitHub API at ${github.api} speaks plain HTTP, and would get the token unencrypted`,
    nextStep: `Write https:// in github-api-url; or, if the network is safe, name ${api} in plain-http.`,
  });
}

/** GitHub's registry takes any user name with a token. */
function ownCredentials(token: string | undefined): Credentials | undefined {
  return token === undefined ? undefined : { kind: "password", username: "token", password: token };
}
