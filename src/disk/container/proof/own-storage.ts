import { randomInt } from "node:crypto";
import { PruneError } from "../../../core/base/errors.js";
import type { Storage } from "../../storage/storage.js";
import type { RegistrySite } from "../site.js";

// Times from 1970 to 2001, when no registry was.
const MADE_UP_UNTIL = 1_000_000_000;

/**
 * True if a container is seen to have its files in this storage: for a moment its folder of repositories bears a made-up time, which the engine reads out of the
 * container. It needs no room on a full disk. False proves nothing: this user may not set the time, or the engine can't look.
 */
export async function isOwnStorage(
  storage: Storage,
  { engine, container, storage: its }: RegistrySite,
): Promise<boolean> {
  const { setTime } = storage;
  if (setTime === undefined || its.location.kind === "other") return false;
  const path = `${its.location.root}/docker/registry/v2/repositories`;
  const madeUp = randomInt(1, MADE_UP_UNTIL);
  try {
    const before = await setTime(madeUp);
    try {
      return (await engine.fileTime(container.id, path)) === madeUp;
    } finally {
      await setTime(before);
    }
  } catch (error) {
    if (error instanceof PruneError) return false;
    throw error;
  }
}
