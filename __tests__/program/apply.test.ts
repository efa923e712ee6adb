import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { runApply } from "../../src/program/deletions.js";
import { renderPlans } from "../../src/report/plan-file/write.js";
import { deletes, manifestDeletion, planned } from "../report/plans.js";
import { QUIET_DOOR } from "../support/quiet-door.js";
import { readPruneSettings, readSettings } from "../support/settings.js";

const APP = "127.0.0.1:1/team/app";
const OTHER = "127.0.0.1:2/team/app";
const BEGUN = "can't be reached";

/** Carries out a plan for these repositories, none of which can be reached, and returns what it failed with. */
async function applied(
  repositories: readonly string[],
  raw: Readonly<Record<string, string>>,
): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "apply-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const plan = join(folder, "plan.json");
  const one = planned({ verdicts: [deletes("1.0.0")], deletions: [manifestDeletion("1.0.0")] });
  const { policies } = readPruneSettings({ image: APP });
  const plans = repositories.map((repository) => ({ ...one, repository }));
  await writeFile(plan, renderPlans(plans, policies, { tool: "test", created: new Date(0) }));
  const settings = readSettings({ command: "apply", plan, ...raw });
  if (settings.command !== "apply") throw new Error("the command is apply");
  const ended = await runApply(settings, { ...QUIET_DOOR, journalFolder: folder }).catch(
    (error: unknown) => error,
  );
  if (ended instanceof Error) return ended.message;
  const { result } = ended as Awaited<ReturnType<typeof runApply>>;
  return result.outcomes
    .map((outcome) => (outcome.kind === "failed" ? outcome.error.message : outcome.kind))
    .join();
}

test.each<[string, readonly string[], Readonly<Record<string, string>>, string]>([
  ["that image does not limit", [APP], {}, BEGUN],
  ["that an image's pattern means", [APP], { image: "127.0.0.1:1/team/*" }, BEGUN],
  ["that a pattern on another host means", [APP], { image: "127.0.0.1:2/team/*" }, `the plan is for ${APP}`],
  ["that a pattern does not mean", [APP], { image: "127.0.0.1:1/other/*" }, `the plan is for ${APP}`],
  ["of which a pattern means one", [APP, OTHER], { image: "127.0.0.1:1/*/*" }, `the plan is for ${OTHER}`],
  ["for one registry, whose garbage is collected", [APP], { "gc-command": "true" }, BEGUN],
  [
    "for two registries, of which one would be",
    [APP, OTHER],
    { "gc-command": "true" },
    "it is for one registry",
  ],
  [
    "for a registry that frees its space itself",
    [APP, "ghcr.io/team/app"],
    { "gc-command": "true" },
    "gc-command: the plan is for GitHub's registry, which frees its space itself",
  ],
])("a plan %s", async (...row) => {
  const [, repositories, raw, words] = row;
  expect(await applied(repositories, raw)).toContain(words);
});
