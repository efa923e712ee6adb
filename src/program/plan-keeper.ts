import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { PruneError } from "../core/base/errors.js";
import { codeOf, whyRefused } from "../core/base/system-error.js";
import type { PutElsewhere } from "../core/result/elsewhere.js";
import type { PruneSettings } from "../settings/read/prune.js";
import { NAME } from "./about.js";
import type { Door } from "./door.js";

/** The place of a plan that was saved, and the reason why it is not where it was to be. */
export interface KeptPlan {
  /** Absent where no place takes it. */
  readonly path?: string;
  readonly moved?: PutElsewhere;
}

// A wrong path is the user's mistake; a full disk is none.
const FULL = new Set(["ENOSPC", "EDQUOT", "EROFS"]);

/** Saves the plan of a run, again and again to the same file where that takes it. A plan undoes nothing, so a full disk ends no run because of it. */
export class PlanKeeper {
  readonly #settings: Pick<PruneSettings, "plan" | "dryRun">;
  readonly #door: Pick<Door, "planFolder" | "spareFolders">;
  #path: string | undefined;

  constructor(
    settings: Pick<PruneSettings, "plan" | "dryRun">,
    door: Pick<Door, "planFolder" | "spareFolders">,
  ) {
    this.#settings = settings;
    this.#door = door;
    this.#path = settings.plan;
  }

  get isWanted(): boolean {
    return this.#settings.plan !== undefined || this.#door.planFolder !== undefined;
  }

  /** @throws {PruneError} where the settings name a file that can't be written, unless its disk is full and the run is to delete something */
  async save(text: string): Promise<KeptPlan> {
    const { planFolder, spareFolders } = this.#door;
    try {
      if (this.#path === undefined) this.#path = await saveNew(planFolder ?? "", text);
      else await writeFile(this.#path, text);
      return { path: this.#path };
    } catch (cause) {
      const { plan: named, dryRun } = this.#settings;
      if (named !== undefined && (dryRun || !FULL.has(codeOf(cause)))) throw unwritable(named, cause);
      const where = named ?? `a plan in ${planFolder ?? ""}`;
      const why = `${where} can't be written: ${whyRefused(cause)}`;
      const path = await saveIn(spareFolders, text);
      this.#path = path ?? this.#path;
      const place = path === undefined ? {} : { path };
      return { ...place, moved: { what: "plan", why, ...place } };
    }
  }
}

/** Saves a plan in a new folder, which only this user can look into. What can't be written whole is taken away: on a full disk it would be in the way. */
async function saveNew(folder: string, text: string): Promise<string> {
  const own = await mkdtemp(join(folder, `${NAME}-`));
  try {
    const path = join(own, "plan.json");
    await writeFile(path, text);
    return path;
  } catch (error) {
    await rm(own, { recursive: true, force: true }).catch(() => undefined);
    throw error;
  }
}

async function saveIn(folders: readonly string[], text: string): Promise<string | undefined> {
  for (const folder of folders) {
    const path = await saveNew(folder, text).catch(() => undefined);
    if (path !== undefined) return path;
  }
  return undefined;
}

function unwritable(path: string, cause: unknown): PruneError {
  return new PruneError(
    `the plan can't be written to ${path} (${String(cause)})`,
    "Name another file in plan; nothing was deleted.",
    { cause },
  );
}
