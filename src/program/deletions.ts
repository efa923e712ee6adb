import type { DeletionHooks } from "../commands/deletion/deletion-job.js";
import { needsPlainHttp } from "../commands/connection.js";
import { prune } from "../commands/prune.js";
import type { PutElsewhere } from "../core/result/elsewhere.js";
import { planSha256, renderPlans } from "../report/plan-file/write.js";
import type { RunResult } from "../core/result/run-result.js";
import type { UndoAccess } from "../report/words/own-command.js";
import type { PlanFile } from "../report/run/outputs.js";
import type { DeletionReport } from "../report/verbs/prune.js";
import type { SizedPlan } from "../report/words/records.js";
import type { ApplySettings } from "../settings/read/apply.js";
import type { DeletionSettings } from "../settings/read/deletion.js";
import type { PruneSettings } from "../settings/read/prune.js";
import { TOOL } from "./about.js";
import type { Door } from "./door.js";
import { openRunHooks } from "./hooks.js";
import { PlanKeeper } from "./plan-keeper.js";

const NO_FILE: PlanFile = { plan: "", planSha256: "" };

/** Prunes, and saves the plan where the settings or the door name a place for it. */
export async function runPrune(settings: PruneSettings, door: Door): Promise<DeletionReport> {
  const hooks = await openDeletionHooks(settings, door);
  const keeper = new PlanKeeper(settings, door);
  let file = NO_FILE;
  const elsewhere: PutElsewhere[] = [];
  const savePlans = async (plans: readonly SizedPlan[]): Promise<void> => {
    if (!keeper.isWanted) return;
    const origin = { tool: TOOL, ...(door.runUrl === undefined ? {} : { run: door.runUrl }) };
    const text = renderPlans(plans, settings.policies, { ...origin, created: new Date() });
    const { path, moved } = await keeper.save(text);
    if (moved !== undefined) {
      elsewhere.push(moved);
      hooks.say({ kind: "put-elsewhere", ...moved });
    }
    if (path === undefined) return;
    file = { plan: path, planSha256: planSha256(text) };
    door.setOutput({ name: "plan", value: file.plan });
    door.setOutput({ name: "plan-sha256", value: file.planSha256 });
    hooks.say({ kind: "plan-saved", path });
  };
  const result = await prune(settings, { ...hooks, savePlans });
  const all = [...elsewhere, ...(result.elsewhere ?? [])];
  const access = accessOf(settings, result);
  return { result: { ...result, ...(all.length === 0 ? {} : { elsewhere: all }) }, file, access };
}

/** Carries out a plan. */
export async function runApply(settings: ApplySettings, door: Door): Promise<DeletionReport> {
  const { apply } = await import("../commands/apply.js");
  const hooks = await openDeletionHooks(settings, door);
  const result = await apply(settings, { ...hooks, savePlans: () => Promise.resolve() });
  return { result, file: NO_FILE, access: accessOf(settings, result) };
}

/** The settings by which an undo of a run reaches its registry: a journal knows of repositories, and nothing of how they are reached. */
function accessOf(settings: PruneSettings | ApplySettings, { outcomes }: RunResult): UndoAccess {
  const { images, globs, plainHttp, tokenServers, login } = settings;
  const reached = outcomes.flatMap(({ kind, repository }) => (kind === "applied" ? [repository] : []));
  const hosts = new Set(reached.map(hostOf));
  const plain = [...images, ...globs].flatMap(({ scheme, host }) => (scheme === "http" ? [host] : []));
  const [only = "", ...others] = reached;
  return {
    plainHttp: [...new Set([...plainHttp, ...plain])].filter(
      (host) => hosts.has(host) && needsPlainHttp(host),
    ),
    tokenServers,
    ...(login === undefined
      ? {}
      : { username: login.username, image: others.length === 0 ? only : `${hostOf(only)}/REPOSITORY` }),
  };
}

function hostOf(repository: string): string {
  return repository.slice(0, repository.indexOf("/"));
}

async function openDeletionHooks(
  settings: DeletionSettings,
  door: Door,
): Promise<Omit<DeletionHooks, "savePlans">> {
  const hooks = await openRunHooks(door);
  const { ask } = door;
  return {
    ...hooks,
    tool: TOOL,
    isLogTaken: door.isLogTaken,
    journalFolder: door.journalFolder,
    cacheFolder: door.cacheFolder,
    spareFolders: door.spareFolders,
    say: (event) => {
      // Before the first deletion: a step that is killed leaves it behind for the next one, which may upload it.
      if (event.kind === "journal-opened") door.setOutput({ name: "journal", value: event.path });
      hooks.say(event);
    },
    ...(ask === undefined
      ? {}
      : {
          confirm: async (plans: readonly SizedPlan[]) => {
            // Lazily: most runs ask nobody.
            const { deletionQuestion } = await import("../report/verbs/question.js");
            const then = settings.collection === undefined ? "" : ", and then collect the registry's garbage";
            return ask(deletionQuestion(plans, then));
          },
        }),
  };
}
