import { DOCKER_HUB } from "../../core/names/registry-kind.js";
import { connect, type OpenOptions } from "../connection/connection.js";
import { dockerHubCredentials } from "../connection/credentials.js";
import type { RegistryAbilities } from "../port/registry.js";
import { createHubApi, type HubApi } from "./api.js";
import { createHub } from "./hub.js";

/** Docker Hub's registry and its API. */
export interface OpenedHub {
  readonly registry: RegistryAbilities;
  readonly api: HubApi;
}

/** Makes the clients for Docker Hub. Sends nothing yet. The credentials go to Docker's own hosts alone: its API, and the one that hands out tokens for its registry. */
export async function openDockerHub(options: OpenOptions): Promise<OpenedHub> {
  const { account, onSecret, onWait, stop } = options;
  const address = new URL(account?.registry ?? DOCKER_HUB.registry);
  const credentials = options.credentials ?? (await dockerHubCredentials());
  const connection = await connect({
    ...options,
    host: address.host,
    scheme: address.protocol === "http:" ? "http" : "https",
    credentials,
    realms: account?.realms ?? [DOCKER_HUB.realm],
  });
  const api = createHubApi({
    http: connection.http,
    api: account?.api ?? DOCKER_HUB.api,
    credentials,
    onSecret,
    ...(onWait === undefined ? {} : { onWait }),
    ...(stop === undefined ? {} : { stop }),
  });
  return { registry: createHub(connection, api, options), api };
}
