import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { pushImage } from "../../scripts/images.mjs";
import { runPrune } from "../../src/program/deletions.js";
import type { Door } from "../../src/program/door.js";
import { useProxiedRegistry } from "../support/proxied.js";
import { QUIET_DOOR } from "../support/quiet-door.js";
import { readSettings } from "../support/settings.js";

/** What a door is given of a prune, besides its result: outputs before the end, and how an undo reaches the registry. */
const proxied = useProxiedRegistry();

async function pruned(raw: Readonly<Record<string, string>>, more: Partial<Door> = {}) {
  const { image, repo } = await proxied();
  for (const tag of ["1.0.0", "1.1.0"]) await pushImage(repo, [tag]);
  const settings = readSettings({ command: "prune", image: `http://${image}`, keep: "1", ...raw });
  if (settings.command !== "prune") throw new Error("the command is prune");
  const folder = await mkdtemp(join(tmpdir(), "prune-door-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const outputs: string[] = [];
  const report = await runPrune(settings, {
    ...QUIET_DOOR,
    journalFolder: folder,
    setOutput: ({ name }) => outputs.push(name),
    ...more,
  });
  return { report, outputs, folder };
}

test("a plan that nobody wants, or that no place takes, is no output", async () => {
  const unwanted = await pruned({});
  expect([unwanted.outputs, unwanted.report.file.plan]).toEqual([["journal"], ""]);
  expect(await readdir(unwanted.folder)).toEqual([expect.stringMatching(/^journal-/)]);
  const homeless = await pruned({}, { planFolder: "/dev/full", spareFolders: ["/dev/full"] });
  expect([homeless.outputs, homeless.report.file.plan]).toEqual([["journal"], ""]);
  expect(homeless.report.result.elsewhere).toMatchObject([{ what: "plan" }]);
  const kept = await pruned({}, { planFolder: tmpdir() });
  onTestFinished(() => rm(join(kept.report.file.plan, ".."), { recursive: true }));
  expect(kept.outputs).toEqual(["plan", "plan-sha256", "journal"]);
});

test("an undo names neither a host that is spoken to in plain HTTP anyhow, nor one that was not reached", async () => {
  const { report } = await pruned({ "plain-http": "other.test:5000" });
  expect(report.access).toMatchObject({ plainHttp: [] });
});
