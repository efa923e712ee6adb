import type { RegistryKind } from "../core/names/registry-kind.js";
import { connect, type OpenOptions } from "./connection/connection.js";
import { createDistribution } from "./distribution/distribution.js";
import { withOwnUntag } from "./distribution/own/with-own-untag.js";
import type { RegistryAbilities } from "./port/registry.js";

/** A kind of registry, as far as this floor knows of it: its hosts and the settings that it refuses are in src/settings/registries/kinds.ts. */
interface KindClient {
  /** Makes the client for a host of this kind. Sends nothing yet. */
  readonly open: (options: OpenOptions) => Promise<RegistryAbilities>;
}

/** The client of each kind of registry. All but the commonest are loaded where they are used. */
export const KINDS: Readonly<Record<RegistryKind, KindClient>> = {
  distribution: {
    open: async (options) => {
      const connection = await connect(options);
      return withOwnUntag(createDistribution(connection, options.rights, options.cache), connection, options);
    },
  },
  "docker-hub": {
    open: async (options) => {
      const { openDockerHub } = await import("./docker-hub/open.js");
      return (await openDockerHub(options)).registry;
    },
  },
  github: {
    open: async (options) => {
      const { openGitHub } = await import("./github/open.js");
      return (await openGitHub(options)).registry;
    },
  },
};
