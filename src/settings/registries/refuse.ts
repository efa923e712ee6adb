import type { Reference } from "../../core/names/reference.js";
import type { SettingReader } from "../read/setting-reader.js";
import type { Setting } from "../table/setting.js";
import { SETTINGS } from "../table/settings.js";
import type { KindSettings, Refusal } from "./kind.js";
import { KINDS, rulesAt } from "./kinds.js";

/** Adds a problem for each setting that was given and that the registries of these places can't have. */
export function refuseSettings(
  read: SettingReader,
  places: readonly Pick<Reference, "host">[],
  settings: KindSettings,
): void {
  const named = new Set(places.map(({ host }) => rulesAt(host, settings).kind));
  for (const { refuses } of KINDS.filter(({ kind }) => named.has(kind))) {
    for (const refusal of refuses) {
      const isMeantForOthers = refusal.isForAll === true && named.size > 1;
      if (!isMeantForOthers && isRefused(read, refusal)) read.problem(refusal.setting, refusal.why);
    }
  }
}

function isRefused(read: SettingReader, { setting, value, below, exceptIn }: Refusal): boolean {
  const command = read.text("command");
  // Of a setting that a command does not take, that alone is said.
  const row: Setting | undefined = SETTINGS.find(({ name }) => name === setting);
  const isTaken = row?.commands.some((taker) => taker === command) === true && command !== exceptIn;
  if (!isTaken || !read.isGiven(setting)) return false;
  if (value !== undefined) return read.text(setting) === value;
  return below === undefined || (read.duration(setting) ?? Infinity) < below;
}
