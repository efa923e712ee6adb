import { setTimeout as sleep } from "node:timers/promises";
import { PruneError } from "../../../core/base/errors.js";
import type { RepositoryName } from "../../../core/names/reference.js";
import type { RegistryHost } from "../../../registry/distribution/host.js";
import { ASKED_BY } from "../../../registry/distribution/proof/witness.js";
import { watchLog, type LogWatch } from "./log-watch.js";
import type { RegistrySite } from "../site.js";

/** The registry that was named, and what is known of it and its container. */
export interface NamedRegistry {
  readonly host: RegistryHost;
  /** A repository to ask for; a made-up name where the registry has none. */
  readonly repository: RepositoryName;
  /** True if the registry has that repository, so that an upload can be begun there. */
  readonly hasRepository: boolean;
  /** True if the user has said that the container is this registry. */
  readonly isTrusted: boolean;
  /** Called where reads alone show nothing, in a dry run: it begins no upload. */
  readonly onUnproven?: () => void;
}

// Time in which a read that was asked for stands in the log.
const SEEN_MS = 10_000;
// The same for a log that was seen to be written.
const LATE_MS = 3_000;
const ASK_EVERY_MS = 500;
// As many as show a second registry behind the address, which gets its share of them.
const READS = 6;

/**
 * Proves that a container is the registry that was named, before it is stopped, by what nobody else can know: reads that this run made up stand in its log, or an upload
 * that was begun at the address is in its storage. That both have the same images proves nothing.
 * @throws {PruneError} where it is another one, or nothing shows it and the user has not said it
 */
export async function proveIdentity(site: RegistrySite, named: NamedRegistry): Promise<void> {
  const { host, isTrusted, onUnproven } = named;
  const { name } = site.container;
  const pulse = await host.liveness();
  if (pulse.kind !== "up") {
    throw new PruneError(
      `nothing shows that the container ${name} is ${host.name}: no registry answers there (${pulse.kind === "down" ? pulse.how : pulse.why})`,
      "Check the address and its port: it must be the one at which the running container answers. Nothing was stopped.",
    );
  }
  const seen = await lookInLog(site, named);
  if (seen === "all") return;
  if (seen === "some") throw hasReplicas(host.name, name);
  if (isTrusted) return;
  if (onUnproven !== undefined) {
    onUnproven();
    return;
  }
  const why = await lookInStorage(site, named);
  if (why === undefined) return;
  throw new PruneError(
    `nothing shows that the container ${name} is ${host.name}: what was asked for there is not in its log, and ${why}`,
    "Look at whether it is (docker ps shows the ports). If you know it, say so: trust-gc-container. " +
      "Or let it write a log that the engine can show (docker logs). Nothing was stopped.",
  );
}

/** Asks until one read stands in the log, and then several at once. */
async function lookInLog(site: RegistrySite, named: NamedRegistry): Promise<"all" | "some" | "none"> {
  const watch = watchLog(site.engine, site.container.id, ASKED_BY);
  try {
    if (!(await isAnySeen(watch, named))) return "none";
    const asked = await Promise.all(
      Array.from({ length: READS }, () => named.host.askMadeUp(named.repository)),
    );
    // One that a proxy refused, as by a rate limit, came to no registry.
    const answered = asked.filter(({ isAnswered }) => isAnswered);
    const seen = await Promise.all(answered.map(({ words }) => watch.sees(words, LATE_MS)));
    return seen.every(Boolean) ? "all" : "some";
  } finally {
    await watch.end();
  }
}

/** Asks again and again, because the log is not watched at once, and what was written before that is not read. */
async function isAnySeen(watch: LogWatch, { host, repository }: NamedRegistry): Promise<boolean> {
  const deadline = Date.now() + SEEN_MS;
  while (Date.now() < deadline) {
    const { words } = await host.askMadeUp(repository);
    if (await watch.sees(words, ASK_EVERY_MS)) return true;
    if (watch.hasEnded()) return false;
  }
  return false;
}

/** Begins an upload. @returns why it proves nothing, as a clause; `undefined` if it is in the container's storage */
async function lookInStorage(
  { engine, container, storage }: RegistrySite,
  { host, repository, hasRepository }: NamedRegistry,
): Promise<string | undefined> {
  const { location } = storage;
  if (location.kind === "other") return "its storage can't be looked into, because its blobs are not files";
  if (!hasRepository) return "it has no repository in which an upload could be begun";
  const folder = `${location.root}/docker/registry/v2/repositories/${repository}/_uploads`;
  const tried = await host.withUpload(repository, async (id) => {
    const isThere = async (): Promise<boolean> =>
      (await engine.fileSize(container.id, `${folder}/${id}/startedat`)) !== undefined;
    // A network file system may show it a moment later.
    return (await isThere()) || (await sleep(ASK_EVERY_MS).then(isThere));
  });
  if (tried.kind === "refused") return `no upload could be begun to look for in its storage: ${tried.why}`;
  return tried.seen ? undefined : "an upload that was begun there is not in its storage";
}

function hasReplicas(host: string, container: string): PruneError {
  return new PruneError(
    `${host} is not the container ${container} alone: of what was asked for there, only a part is in its log, so something else answers there too`,
    "Collecting while a second registry takes pushes corrupts images. Stop both by gc-command, or name the address of this container alone. " +
      "Nothing was stopped.",
  );
}
