/**
 * The kinds of registries that are told apart. Each has a row in three tables, which the compiler asks for: src/settings/registries/kinds.ts (the hosts that it
 * owns, and the settings that it refuses), src/registry/kinds.ts (its client) and src/commands/examine-image.ts (its check).
 */
export type RegistryKind = "distribution" | "github" | "docker-hub";

/** A registry's kind, with the address and the token of the API beside it where its kind has such an API. */
export interface RegistryAccount {
  readonly kind: RegistryKind;
  /** Without a slash at its end. */
  readonly api?: string;
  /** The address at which its registry answers, where that is not its host's own. */
  readonly registry?: string;
  /** The only hosts, as `host[:port]`, that may hand out tokens for the registry; absent where the registry may name any. */
  readonly realms?: readonly string[];
  /** For that API and the registry; absent where none was given. */
  readonly token?: string;
  /** A place at Amazon ECR that is not its host's own. */
  readonly ecr?: EcrPlace;
}

/** A private registry of Amazon ECR: its account and region, and the address of the API beside it. */
export interface EcrPlace {
  readonly account: string;
  readonly region: string;
  readonly api: string;
}

/** Docker Hub's addresses: of its API and of its registry, without a slash at their ends, and the host that hands out tokens for the registry. */
export interface DockerHubAddresses {
  readonly api: string;
  readonly registry: string;
  readonly realm: string;
}

/** Docker Hub. */
export const DOCKER_HUB: DockerHubAddresses = {
  api: "https://hub.docker.com",
  registry: "https://registry-1.docker.io",
  realm: "auth.docker.io",
};
