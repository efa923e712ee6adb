import type { UntagWay } from "../../core/policy/policy.js";
import type { Reference, RepositoryName } from "../../core/names/reference.js";
import type { ConnectOptions } from "../../registry/connection/connection.js";
import { openRegistry } from "../../registry/open.js";
import type { RegistryDeleter, RegistryReader, RegistryWriter } from "../../registry/port/registry.js";
import type { ConnectionSettings } from "../../settings/read/connection.js";
import { type ConnectionHooks, connectionTo } from "../connection.js";

/** A registry with the abilities that a run may use: a dry run has none that deletes. */
export type RegistryAccess =
  | { readonly kind: "read"; readonly registry: RegistryReader }
  | {
      readonly kind: "delete";
      readonly registry: RegistryReader & RegistryDeleter;
      /** Absent unless the run was told to write over tags. */
      readonly writer?: RegistryWriter;
    };

/** The settings that say which abilities a run may use. */
export interface AccessSettings {
  readonly dryRun: boolean;
  readonly untag: UntagWay;
}

/** Opens a registry. A dry run asks for no right but to pull, and only a run that was told to write over tags asks for the right to push. */
export async function openAccess(
  connection: ConnectOptions,
  { dryRun, untag }: AccessSettings,
): Promise<RegistryAccess> {
  if (dryRun) return { kind: "read", registry: await openRegistry({ ...connection, rights: ["pull"] }) };
  if (untag !== "overwrite") {
    return { kind: "delete", registry: await openRegistry({ ...connection, rights: ["pull", "delete"] }) };
  }
  const registry = await openRegistry({ ...connection, rights: ["pull", "push", "delete"] });
  return { kind: "delete", registry, writer: registry };
}

/** The registries of a run, each opened once. */
export class OpenRegistries {
  readonly #settings: ConnectionSettings & AccessSettings;
  readonly #hooks: ConnectionHooks;
  readonly #byHost = new Map<string, Promise<RegistryAccess>>();
  readonly #neighbours = new Map<string, Promise<readonly RepositoryName[] | undefined>>();

  constructor(settings: ConnectionSettings & AccessSettings, hooks: ConnectionHooks) {
    this.#settings = settings;
    this.#hooks = hooks;
  }

  /** Returns the registry at a host, which is opened if it is not yet. @throws {RegistryError} where it can't be opened */
  at(place: Pick<Reference, "host" | "scheme">): Promise<RegistryAccess> {
    const known = this.#byHost.get(place.host);
    if (known !== undefined) return known;
    const opened = openAccess(connectionTo(this.#settings, place, this.#hooks), this.#settings);
    this.#byHost.set(place.host, opened);
    return opened;
  }

  /**
   * Returns the repositories beside one, as its registry lists them; `undefined` where it does not. They are for a hint and decide nothing, so that is no failure, and
   * a registry is asked once.
   */
  async neighboursOf(
    place: Pick<Reference, "host" | "scheme">,
    repository: RepositoryName,
  ): Promise<readonly RepositoryName[] | undefined> {
    const [first = repository] = repository.split("/");
    const key = `${place.host}/${first}`;
    const known = this.#neighbours.get(key);
    if (known !== undefined) return known;
    const { registry } = await this.at(place);
    const listed = registry.listRepositories(new Set([first])).catch(() => undefined);
    this.#neighbours.set(key, listed);
    return listed;
  }

  async close(): Promise<void> {
    for (const opened of await Promise.allSettled(this.#byHost.values())) {
      if (opened.status === "fulfilled") opened.value.registry.close();
    }
  }
}
