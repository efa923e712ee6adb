import { GITHUB_COM } from "../core/names/github.js";
import { type Credentials, dockerCredentials } from "./connection/credentials.js";
import { createDistribution } from "./distribution/distribution.js";
import { createGhcr } from "./github/ghcr.js";
import { createGitHubApi } from "./github/api.js";
import { createPackages, type Packages } from "./github/packages.js";
import { noToken } from "./github/refusals.js";
import {
  type RegistryAbilities,
  RegistryError,
  type RegistryReader,
  type RegistryWith,
  type Right,
} from "./port/registry.js";
import { connect, type Connection, type ConnectOptions } from "./connection/connection.js";

/** The settings of a connection, and the rights to ask a token server for. */
export interface OpenOptions<Rights extends readonly Right[] = readonly Right[]> extends ConnectOptions {
  readonly rights: Rights;
}

/**
 * Makes the client for a host, with those abilities alone that the rights are for: one that is opened to pull has no method that deletes. Sends nothing yet.
 * @throws {RegistryError} where a GitHub's registry is to be opened without a token
 */
export async function openRegistry<const Rights extends readonly Right[]>(
  options: OpenOptions<Rights>,
): Promise<RegistryWith<Rights>> {
  const { rights } = options;
  const { reader, deleter, writer } = await openAbilities(options);
  // The compiler does not follow which abilities go with which rights; __tests__/registry/rights.test.ts does.
  return {
    ...reader,
    ...(rights.includes("delete") ? deleter : {}),
    ...(rights.includes("push") ? writer : {}),
  } as RegistryReader as RegistryWith<Rights>;
}

async function openAbilities(options: OpenOptions): Promise<RegistryAbilities> {
  if (options.github !== undefined) return (await openGitHub(options)).registry;
  return createDistribution(await connect(options), options.rights);
}

/** A GitHub's registry, and the packages in it. */
export interface OpenedGitHub {
  readonly registry: RegistryAbilities;
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
