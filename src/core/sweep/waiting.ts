import type { KnownRepository, StorageContents } from "./contents.js";
import type { SweepLimits } from "./removal.js";
import { beginningOf } from "./uploads.js";

/** A repository that is empty, and too young to go: something in it may belong to its first push. */
export interface WaitingRepository {
  readonly repository: string;
  /** The time from which on a sweep takes it, in milliseconds since 1970. */
  readonly until: number;
}

/** Returns an empty repository with the time at which the youngest of what is in it is old enough to go. */
export function waitingRepository(
  { name, layers, uploads }: KnownRepository,
  contents: StorageContents,
  { now, uploadsOlderThan }: SweepLimits,
): WaitingRepository {
  const times = [
    ...[...layers.values()].map(({ modified }) => modified),
    ...[...uploads.values()].map((upload) => beginningOf(upload, contents)),
  ];
  return {
    repository: name,
    until: times.reduce((last, time) => Math.max(last, time), now - uploadsOlderThan) + uploadsOlderThan,
  };
}
