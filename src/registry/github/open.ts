import { GITHUB_COM } from "../../core/names/github.js";
import { connect, type Connection, type OpenOptions } from "../connection/connection.js";
import { dockerCredentials } from "../connection/credentials.js";
import type { Credentials } from "../connection/identity.js";
import { type RegistryAbilities, RegistryError } from "../port/registry.js";
import { createGitHubApi } from "./api.js";
import { createGhcr } from "./ghcr.js";
import { createPackages, type Packages } from "./packages.js";
import { noToken } from "./refusals.js";

/** A GitHub's registry, the packages in it, and the token for both. */
export interface OpenedGitHub {
  readonly registry: RegistryAbilities;
  readonly packages: Packages;
  readonly token: string;
}

/**
 * Makes the clients for a GitHub's registry. Sends nothing yet.
 * @throws {RegistryError} where there is no token, or where it would be sent unencrypted
 */
export async function openGitHub(options: OpenOptions): Promise<OpenedGitHub> {
  const { account } = options;
  const address = account?.api ?? GITHUB_COM.api;
  const { connection, token } = await connectToGitHub(options, address);
  const api = await createGitHubApi({ ...options, http: connection.http, api: address, token });
  const packages = createPackages(api, token);
  return { registry: createGhcr(connection, packages, options), packages, token };
}

/** Makes the way to a GitHub's registry, and finds the token that is for its API too. */
async function connectToGitHub(
  options: OpenOptions,
  address: string,
): Promise<{ readonly connection: Connection; readonly token: string }> {
  const { account, host, onSecret } = options;
  const given = options.credentials ?? ownCredentials(account?.token) ?? (await dockerCredentials(host));
  if (given.kind !== "password") throw noToken(host);
  onSecret(given.password);
  const connection = await connect({ ...options, credentials: given });
  const { protocol, host: api } = new URL(address);
  if (protocol === "https:" || connection.allowsPlainHttp(api)) return { connection, token: given.password };
  connection.close();
  throw new RegistryError("unsafe-realm", {
    message: `the GitHub API at ${address} speaks plain HTTP, and would get the token unencrypted`,
    nextStep: `Write https:// in github-api-url; or, if the network is safe, name ${api} in plain-http.`,
  });
}

/** GitHub's registry takes any user name with a token. */
function ownCredentials(token: string | undefined): Credentials | undefined {
  return token === undefined ? undefined : { kind: "password", username: "token", password: token };
}
