import { randomUUID } from "node:crypto";
import { PruneError } from "../../../core/base/errors.js";
import type { RepositoryName } from "../../../core/names/reference.js";
import type { Connection } from "../../connection/connection.js";
import { PASSING_STATUSES } from "../../http/retry.js";
import { beginUpload, cancelUpload } from "../probes.js";

/** An upload that was begun and cancelled, or the reason why none was begun. */
export type TriedUpload<T> =
  | { readonly kind: "begun"; readonly seen: T; /** Why it could not be cancelled. */ readonly left?: string }
  /** `why` completes "it took no upload: …". */
  | { readonly kind: "refused"; readonly why: string };

/** A read that was made up. */
export interface MadeUpRead {
  /** The words by which it is known in the log of the registry that answered. */
  readonly words: string;
  /** True if a registry answered, and nothing in its place. */
  readonly isAnswered: boolean;
}

/** The beginning of all such words. */
export const ASKED_BY = "asked-by=";

const IN_ITS_PLACE = [429, ...PASSING_STATUSES];

/**
 * Reads what nobody can have asked for before: a tag with a made-up name, with a made-up query behind it, which a registry writes into its log as it is. A pull-through
 * cache hands on the tag, and no query, so what is seen in a log with the query was asked of that registry itself. A read that fails is an answer like any other.
 */
export async function askMadeUp(
  { base, session }: Connection,
  repository: RepositoryName,
): Promise<MadeUpRead> {
  const words = `${ASKED_BY}${randomUUID()}`;
  const url = new URL(`v2/${repository}/manifests/prune-image-tags-${randomUUID()}?${words}`, base);
  const request = { method: "GET", url, attempts: 1, followsRedirects: false } as const;
  try {
    const { status, headers } = await session.send(request, `repository:${repository}:pull`);
    const isOwn = headers["docker-distribution-api-version"] !== undefined;
    return { words, isAnswered: isOwn && !IN_ITS_PLACE.includes(status) };
  } catch (error) {
    if (!(error instanceof PruneError)) throw error;
    return { words, isAnswered: false };
  }
}

/**
 * Begins an upload, has somebody look for it by its id, and cancels it whatever comes of that. The id is the registry's own, and nobody else's storage has it.
 * @throws what `look` throws, when the upload is cancelled
 */
export async function withUpload<T>(
  connection: Connection,
  repository: RepositoryName,
  look: (id: string) => Promise<T>,
): Promise<TriedUpload<T>> {
  const site = { connection, repository };
  const begun = await beginUpload(site);
  if (begun === "no-right") return { kind: "refused", why: "this user may not push" };
  if (begun.status !== 202) return { kind: "refused", why: `it answered ${begun.status}` };
  const id = idOf(begun.headers["docker-upload-uuid"], begun.headers.location);
  const looked = id === undefined ? undefined : await settled(look(id));
  const cancelled = await cancelUpload(site, begun);
  if (looked === undefined) return { kind: "refused", why: "it gave the upload no name" };
  if (looked.kind === "failed") throw looked.error;
  return {
    kind: "begun",
    seen: looked.value,
    ...(cancelled.kind === "left-behind" ? { left: cancelled.why } : {}),
  };
}

type Settled<T> =
  { readonly kind: "done"; readonly value: T } | { readonly kind: "failed"; readonly error: unknown };

function settled<T>(work: Promise<T>): Promise<Settled<T>> {
  return work.then(
    (value) => ({ kind: "done", value }) as const,
    (error: unknown) => ({ kind: "failed", error }) as const,
  );
}

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/i;

/** Returns the id of an upload, by the registry's header or its address: a UUID, so that no other path is ever looked at. */
function idOf(header: unknown, location: string | undefined): string | undefined {
  const named = typeof header === "string" ? header : (location?.split("?")[0]?.split("/").at(-1) ?? "");
  return UUID.exec(named)?.[0] === named ? named : undefined;
}
