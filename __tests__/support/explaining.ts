import { explain } from "../../src/commands/explain.js";
import type { ExplainedTag } from "../../src/report/verbs/explain.js";
import { readSettings } from "./settings.js";
import { readSettingFiles } from "../../src/settings/read/setting-files.js";
import type { RawSettings } from "../../src/settings/read/setting-reader.js";

/** Explains with these settings, as they would be written, as both doors do it. */
export async function runExplain(raw: RawSettings): Promise<readonly ExplainedTag[]> {
  const settings = readSettings({ command: "explain", ...raw }, { files: await readSettingFiles(raw) });
  if (settings.command !== "explain") throw new Error("another command");
  return explain(settings, { userAgent: "prune-image-tags/test", onSecret: () => undefined });
}
