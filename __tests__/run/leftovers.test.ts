import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { getManifest, listTags, pullImage, pushImage, pushIndex } from "../../scripts/images.mjs";
import { createJournals } from "../../src/commands/deletion/journals.js";
import type { RunEvent } from "../../src/core/result/event.js";
import type { Deletion, ManifestDeletion } from "../../src/core/plan/deletion.js";
import { statusOf } from "../../src/report/run/result.js";
import { readJournal } from "../../src/run/journal/read.js";
import { Pending } from "../../src/run/apply/pending.js";
import { writeDown } from "../../src/run/apply/deletion-log.js";
import { isList, isProbe, type Proxied, type Pushed, useProxiedRegistry } from "../support/proxied.js";
import { applied, type Pruned, runPrune } from "../support/pruning.js";
import { digest } from "../support/snapshots.js";

/** What a run leaves behind that no list shows, and the journal by which the next one finds it. */
const proxied = useProxiedRegistry();

interface Scene extends Proxied {
  readonly index: Pushed;
  readonly child: Pushed;
  readonly journal: string;
  readonly prune: (stop?: AbortSignal) => Promise<Pruned>;
  readonly leftovers: () => Promise<readonly string[]>;
}

/** An index that goes, with its one child; and a newer image. */
async function scene(): Promise<Scene> {
  const made = await proxied();
  const folder = await mkdtemp(join(tmpdir(), "leftovers-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const child = await pushImage(made.repo, []);
  const index = await pushIndex(made.repo, ["1.0.0"], [child]);
  await pushImage(made.repo, ["1.1.0"]);
  const journal = join(folder, "journal.ndjson");
  return {
    ...made,
    index,
    child,
    journal,
    prune: (stop) => runPrune({ image: made.image, keep: "1", journal }, stop === undefined ? {} : { stop }),
    leftovers: async () => [...((await readJournal(journal)).repositories.get(made.image)?.leftovers ?? [])],
  };
}

const isThere = async ({ repo }: Scene, { digest: which }: Pushed): Promise<boolean> =>
  (await getManifest(repo, which)).status === 200;

function isDeleteOf({ digest: which }: Pushed) {
  return ({ method, path }: { readonly method: string; readonly path: string }): boolean =>
    method === "DELETE" && path.endsWith(which);
}

async function expectFinished(made: Scene): Promise<void> {
  expect(await isThere(made, made.child)).toBe(true);
  expect(await made.leftovers()).toContain(made.child.digest);
  made.proxy.clear();
  const again = await made.prune();
  expect(again.events).toContainEqual(expect.objectContaining({ kind: "leftovers", repository: made.image }));
  expect(statusOf(again.result)).toBe("done");
  expect(await isThere(made, made.child)).toBe(false);
  expect(await made.leftovers()).toEqual([]);
  await pullImage(made.repo, "1.1.0");
}

describe("a run with the journal of one before deletes", () => {
  test("the child of an index whose deletion was done, and answered with a failure in the registry's words", async () => {
    const made = await scene();
    const body = Buffer.from('{"errors":[{"code":"UNKNOWN"}]}');
    made.proxy.on({
      when: isDeleteOf(made.index),
      act: { kind: "change", change: (answer) => ({ ...answer, status: 500, body }) },
    });
    expect(statusOf((await made.prune()).result)).toBe("partly-failed");
    await expectFinished(made);
  });

  test("the child of an index that had gone when the run was told to stop", async () => {
    const made = await scene();
    const stop = new AbortController();
    made.proxy.on({
      when: isDeleteOf(made.index),
      act: {
        kind: "after",
        run: () => {
          stop.abort();
        },
      },
    });
    await made.prune(stop.signal);
    await expectFinished(made);
  });

  test("what failed", async () => {
    const made = await scene();
    made.proxy.on({ when: isDeleteOf(made.child), act: { kind: "answer", status: 500 } });
    expect(statusOf((await made.prune()).result)).toBe("partly-failed");
    await expectFinished(made);
  });

  test("nothing that a new tag needs by then", async () => {
    const made = await scene();
    made.proxy.on({ when: isDeleteOf(made.child), act: { kind: "answer", status: 500 } });
    await made.prune();
    await pushIndex(made.repo, ["2.0.0"], [made.child]);
    made.proxy.clear();
    await made.prune();
    await pullImage(made.repo, "2.0.0");
  });

  test("the last that a repository without tags has", async () => {
    const made = await scene();
    made.proxy.on({ when: isDeleteOf(made.child), act: { kind: "answer", status: 500 } });
    const all = { image: made.image, keep: "0", "allow-empty": "true", journal: made.journal };
    await runPrune(all);
    expect(await listTags(made.repo)).toEqual([]);
    made.proxy.clear();
    expect(applied(await runPrune(all)).deletions).toMatchObject([{ kind: "deleted" }]);
    expect(await isThere(made, made.child)).toBe(false);
  });
});

test("where an earlier run was cut off is said once, however often a plan is made", async () => {
  const made = await scene();
  made.proxy.on({ when: isDeleteOf(made.child), act: { kind: "answer", status: 500 } });
  const journalFolder = await mkdtemp(join(tmpdir(), "leftovers-"));
  onTestFinished(() => rm(journalFolder, { recursive: true }));
  await runPrune({ image: made.image, keep: "1" }, { journalFolder });
  const events: RunEvent[] = [];
  const door = { say: (event: RunEvent) => events.push(event), tool: "test", journalFolder };
  const journals = await createJournals({ dryRun: true }, door);
  for (let time = 0; time < 2; time += 1) await journals.lookForOthers(made.image);
  await journals.close();
  expect(events).toMatchObject([{ kind: "journal-left", repository: made.image }]);
});

describe("a deletion that was left alone for a reason is over", () => {
  test("a tag that was moved", async () => {
    const made = await scene();
    made.proxy.on({
      when: isProbe,
      times: 1,
      act: { kind: "before", run: () => pushImage(made.repo, ["1.0.0"]) },
    });
    await made.prune();
    expect(await made.leftovers()).toEqual([]);
    expect(await isThere(made, made.index)).toBe(true);
  });

  test("a run that was told to stop before its first", async () => {
    const made = await scene();
    const stop = new AbortController();
    let lists = 0;
    made.proxy.on({
      when: (request) => isList(request) && ++lists === 2,
      act: {
        kind: "before",
        run: () => {
          stop.abort();
        },
      },
    });
    await made.prune(stop.signal);
    expect(await made.leftovers()).toEqual([]);
    await pullImage(made.repo, "1.0.0");
  });
});

describe("what is written down", () => {
  const deletionOf = (name: string, parents: readonly string[] = []): ManifestDeletion => ({
    kind: "manifest",
    digest: digest(name),
    tags: [],
    parents: parents.map(digest),
    after: [],
    orphanOf: [],
  });

  test("is a batch with all of later batches that belongs to it, each once", async () => {
    const [outer, other] = [deletionOf("outer"), deletionOf("other")];
    const inner = deletionOf("inner", ["outer"]);
    const [part, alone] = [deletionOf("part", ["inner"]), deletionOf("alone", ["elsewhere"])];
    const begun: (readonly Deletion[])[] = [];
    const recorder = {
      begin: (deletions: readonly Deletion[]) => {
        begun.push(deletions);
        return Promise.resolve();
      },
      outcome: () => undefined,
    };
    const written = new Set<Deletion>();
    const pending = new Pending({ deletions: [outer, other, inner, part, alone] });
    for (const batch of [[outer], [other, inner], [part]]) {
      await writeDown(recorder, pending.withMembers(batch), written);
    }
    expect(begun).toEqual([[outer, inner, part], [other]]);
  });
});
