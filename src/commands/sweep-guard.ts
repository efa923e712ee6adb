import { PruneError } from "../core/base/errors.js";
import type { RepositoryName } from "../core/names/reference.js";
import { proveServes } from "../disk/storage/same-storage.js";
import type { Storage } from "../disk/storage/storage.js";
import type { RegistryHost } from "../registry/distribution/host.js";
import type { Liveness } from "../registry/distribution/liveness.js";

/** A storage that is swept beside a registry that runs. */
interface SweptBeside {
  readonly host: RegistryHost;
  readonly storage: Storage;
  /** True if a gc-command comes after the sweep. */
  readonly hasCommand: boolean;
}

/**
 * Makes the check for a sweep beside a registry that this run does not stop. It resolves only while that registry says in its own words that it is read-only, and has
 * been seen to have its files in this storage. That nothing answers, or 503, is said by wrong ports, rate limits and maintenance pages too, and proves nothing.
 */
export function readOnlyGuard({ host, storage, hasCommand }: SweptBeside): () => Promise<void> {
  let proven: readonly RepositoryName[] | undefined;
  const check = async (): Promise<void> => {
    const pulse = await host.liveness();
    if (pulse.kind !== "up") throw notProven(host.name, storage.name, whyNot(pulse));
    const repositories = proven ?? (await host.listRepositories());
    const [repository] = repositories;
    if (repository === undefined) {
      throw notProven(host.name, storage.name, "it lists no repository that could show it");
    }
    await host.proveReadOnly(repository);
    if (proven === undefined) await proveServes(storage, host, repositories);
    proven = repositories;
  };
  if (!hasCommand) return check;
  return () =>
    check().catch((error: unknown) => {
      if (!(error instanceof PruneError)) throw error;
      throw new PruneError(error.message, `${AFTER_THE_SWEEP}\n${error.nextStep}`, { cause: error });
    });
}

const AFTER_THE_SWEEP =
  "gc-command runs after the sweep, so what it stops is not stopped yet: with storage, the registry must be read-only when the run begins. " +
  "Or do one after the other: storage with offline while the registry is stopped, then gc-command alone.";

/** Rejects unless nothing answers at the address of a registry that this run has stopped. */
export async function assertDown(host: RegistryHost): Promise<void> {
  const pulse = await host.liveness();
  if (pulse.kind === "down") return;
  throw new PruneError(
    `it can't be seen that ${host.name} is down: ${pulse.kind === "up" ? "it answers" : pulse.why}`,
    "Nothing more is removed while anybody might push. See what answers there.",
  );
}

function whyNot(pulse: Exclude<Liveness, { readonly kind: "up" }>): string {
  if (pulse.kind === "unknown") return pulse.why;
  return pulse.how === "refused"
    ? "nothing listens there, which is so at a wrong port too"
    : `${pulse.how} is also what a proxy says of a registry that runs (a rate limit, a maintenance page, a health check)`;
}

function notProven(host: string, storage: string, why: string): PruneError {
  return new PruneError(
    `it is not proven that nobody writes to ${storage}: ${host} does not say that it is read-only (${why}); nothing was removed`,
    "If you know that no registry runs on this storage, say so: offline, without the registry (reclaim --storage … --offline). " +
      "Or name gc-container, which is stopped for the sweep, or make the registry read-only.",
  );
}
