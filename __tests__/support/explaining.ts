import { explain } from "../../src/commands/explain.js";
import type { ExplainedTag } from "../../src/report/verbs/explain.js";
import { readSettings } from "./settings.js";
import { readSettingFiles } from "../../src/settings/read/setting-files.js";
import type { RawSettings } from "../../src/settings/read/setting-reader.js";

/** Runs `explain` with these raw settings, as both doors do. */
export async function runExplain(raw: RawSettings): Promise<readonly ExplainedTag[]> {
  const settings = readSettings({ command: "explain", ...raw }, { files: await readSettingFiles(raw) });
  if (settings.command !== "explain") throw new Error("another command");
  return explain(settings, { userAgent: "prune-image-tags/test", onSecret: () => undefined });
}
