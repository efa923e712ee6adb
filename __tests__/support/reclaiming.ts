import { randomUUID } from "node:crypto";
import { reclaim, type ReclaimHooks } from "../../src/commands/reclaim.js";
import type { RunEvent } from "../../src/core/result/event.js";
import { readSettings } from "./settings.js";
import type { ReclaimResult } from "../../src/report/verbs/reclaim.js";
import type { RawSettings } from "../../src/settings/read/setting-reader.js";

/** Runs `reclaim` with these raw settings, as both doors do, but asks nobody and prints nothing. */
export async function runReclaim(
  raw: RawSettings,
  door: Partial<ReclaimHooks> = {},
): Promise<{ readonly result: ReclaimResult; readonly events: readonly RunEvent[] }> {
  const events: RunEvent[] = [];
  const settings = readSettings({ command: "reclaim", ...raw });
  if (settings.command !== "reclaim") throw new Error("the command is reclaim");
  const result = await reclaim(settings, {
    userAgent: "prune-image-tags/test",
    say: (event) => events.push(event),
    onSecret: () => undefined,
    run: randomUUID(),
    ...door,
  });
  return { result, events };
}
