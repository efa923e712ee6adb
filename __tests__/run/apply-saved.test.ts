import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, onTestFinished, test, type TestContext } from "vitest";
import {
  getManifest,
  listTags,
  pullImage,
  pushImage,
  pushIndex,
  putManifest,
  type Repo,
} from "../../scripts/images.mjs";
import { skippedTags, statusOf } from "../../src/report/run/result.js";
import { createProgress } from "../../src/report/log/progress.js";
import { restoreStatus } from "../../src/report/verbs/restore.js";
import { betweenPlanAndBatch, type Distribution, useDistribution } from "../support/distributions.js";
import {
  isDelete,
  isList,
  isProbe,
  NO_DIGEST,
  pulledTags,
  type Pushed,
  type Stage,
} from "../support/proxied.js";
import { applied, failed, type Pruned, runApply, runPrune } from "../support/pruning.js";
import { blobsOf, runRestore, signatureOf } from "../support/restoring.js";
import { changePlan, deletionOf, savePlan } from "../support/saved-plans.js";
import { startTokenServer } from "../support/token-server.js";

const INDEX = "application/vnd.oci.image.index.v1+json";

/** What `apply` makes of a plan that a dry run saved, when something, or the plan itself, is not as it was. */
type Skip = TestContext["skip"];
type Made = Stage & { readonly images: ReadonlyMap<string, Pushed> };

const stages: Readonly<Record<Distribution, (skip: Skip) => Promise<Stage>>> = {
  "2.8": useDistribution("2.8"),
  "3.1.1": useDistribution("3.1.1"),
};

/** A repository with an image for each tag, pushed in the order given. */
async function filled(
  skip: Skip,
  tags: readonly string[],
  distribution: Distribution = "2.8",
): Promise<Made> {
  const stage = await stages[distribution](skip);
  const images = new Map<string, Pushed>();
  for (const tag of tags) images.set(tag, await pushImage(stage.repo, [tag]));
  return { ...stage, images };
}

function imageOf({ images }: Made, tag: string): Pushed {
  const image = images.get(tag);
  if (image === undefined) throw new Error(`${tag} was not pushed`);
  return image;
}

async function retag({ repo }: Made, { mediaType, bytes }: Pushed, tag: string): Promise<void> {
  await putManifest(repo, tag, mediaType, bytes);
}

async function deleteDigest({ base, name }: Repo, digest: string): Promise<void> {
  const { status } = await fetch(`${base}/v2/${name}/manifests/${digest}`, { method: "DELETE" });
  expect(status).toBe(202);
}

async function isThere(repo: Repo, digest: string): Promise<boolean> {
  return (await getManifest(repo, digest)).status === 200;
}

/** What the log warned of. */
function warningsOf({ events }: Pruned): readonly string[] {
  const lines: string[] = [];
  const nothing = (): void => undefined;
  const warning = (line: string): unknown => lines.push(line);
  const say = createProgress({ info: nothing, group: nothing, endGroup: nothing, warning });
  events.forEach(say);
  return lines;
}

/** What of the plan did not stand when it was read again. */
function skipped({ outcome }: Pruned): unknown {
  if (outcome.kind !== "applied" && outcome.kind !== "planned") throw new Error(outcome.kind);
  return outcome.plan.skipped.map(({ deletion, reason }) => [
    deletion.tags.join() || deletion.digest,
    reason,
  ]);
}

const deletesOf = ({ proxy }: Made): number => proxy.requests.filter(isDelete).length;
const writesOf = ({ proxy }: Made): readonly string[] =>
  proxy.requests.map(({ method }) => method).filter((method) => method !== "GET" && method !== "HEAD");

describe("a plan that a dry run saved", () => {
  test("is carried out: just its deletions, though a prune would take more by now", async ({ skip }) => {
    const made = await filled(skip, ["1.0.0", "1.1.0", "1.2.0"]);
    const plan = await savePlan({ image: made.image, keep: "1" });
    await pushImage(made.repo, ["1.3.0"]);
    const pruned = await runApply({ plan });
    expect([...applied(pruned).deleted].sort()).toEqual(["1.0.0", "1.1.0"]);
    expect([statusOf(pruned.result), skippedTags(pruned.result), warningsOf(pruned)]).toEqual([
      "done",
      [],
      [],
    ]);
    expect(made.sent("DELETE").slice().sort()).toEqual(
      [NO_DIGEST, imageOf(made, "1.0.0").digest, imageOf(made, "1.1.0").digest]
        .map((digest) => `manifests/${digest}`)
        .sort(),
    );
    expect(await pulledTags(made.repo)).toEqual(["1.2.0", "1.3.0"]);
  });

  test("again has nothing left to do, and says that it is gone", async ({ skip }) => {
    const made = await filled(skip, ["1.0.0", "1.1.0"]);
    const plan = await savePlan({ image: made.image, keep: "1" });
    await runApply({ plan });
    const sent = made.sent("DELETE").length;
    const again = await runApply({ plan });
    expect(skipped(again)).toEqual([["1.0.0", { kind: "gone" }]]);
    expect([statusOf(again.result), skippedTags(again.result), warningsOf(again)]).toEqual(["done", [], []]);
    expect(made.sent("DELETE")).toHaveLength(sent);
    expect(again.result.journal).toBeUndefined();
  });

  test("of a multi-arch image with its signature and what is attached goes whole", async ({ skip }) => {
    const made = await filled(skip, []);
    const { repo } = made;
    const [shared, own, other] = [
      await pushImage(repo, []),
      await pushImage(repo, []),
      await pushImage(repo, []),
    ];
    const old = await pushIndex(repo, ["1.0.0", "v1.0.0"], [shared, own]);
    const signature = await pushImage(repo, [signatureOf(old, ".sig")]);
    await pushIndex(repo, ["1.1.0"], [shared, other]);
    const plan = await savePlan({ image: made.image, keep: "1" });
    expect(statusOf((await runApply({ plan })).result)).toBe("done");
    for (const { digest } of [old, own, signature]) expect(await isThere(repo, digest)).toBe(false);
    expect(await pulledTags(repo)).toEqual(["1.1.0"]);
  });

  test("of a repository that is not there any more is a warning", async ({ skip }) => {
    const made = await filled(skip, ["1.0.0", "1.1.0"]);
    const plan = await savePlan({ image: made.image, keep: "1" });
    made.proxy.on({
      when: ({ path }) => path.includes("/tags/list") || path.includes("/manifests/"),
      act: { kind: "answer", status: 404, body: '{"errors":[{"code":"NAME_UNKNOWN"}]}' },
    });
    const pruned = await runApply({ plan });
    expect(statusOf(pruned.result)).toBe("done");
    expect(writesOf(made)).toEqual([]);
  });
});

describe("what somebody did since the plan", () => {
  const OLD = "1.0.0";
  /** A repository with a plan that deletes 1.0.0, an index of two children, and its signature. */
  async function planned(
    skip: Skip,
  ): Promise<Made & { readonly plan: string; readonly children: readonly Pushed[] }> {
    const made = await filled(skip, ["2.0.0"]);
    const children = [await pushImage(made.repo, []), await pushImage(made.repo, [])];
    const index = await pushIndex(made.repo, [OLD], [...children]);
    const images = new Map([...made.images, [OLD, index] as const]);
    return { ...made, images, children, plan: await savePlan({ image: made.image, keep: "1" }) };
  }
  type Planned = Awaited<ReturnType<typeof planned>>;

  test.for<[string, (made: Planned) => Promise<unknown>, (made: Planned) => unknown]>([
    ["its tag was moved", ({ repo }) => pushImage(repo, [OLD]), () => ({ kind: "tags-moved" })],
    [
      "another tag was put on it",
      (made) => retag(made, imageOf(made, OLD), "stable"),
      () => ({ kind: "now-needed-by", by: "stable" }),
    ],
    [
      "a kept tag was moved onto it",
      (made) => retag(made, imageOf(made, OLD), "2.0.0").then(() => pushImage(made.repo, ["3.0.0"])),
      () => ({ kind: "now-needed-by", by: "2.0.0" }),
    ],
    [
      "an index that contains it was pushed",
      async (made) => pushIndex(made.repo, ["bundle"], [imageOf(made, OLD)]),
      () => ({ kind: "now-needed-by", by: "bundle" }),
    ],
    [
      "it was signed",
      async (made) => pushImage(made.repo, [signatureOf(imageOf(made, OLD), ".sig")]),
      (made) => ({ kind: "now-needed-by", by: signatureOf(imageOf(made, OLD), ".sig") }),
    ],
  ])("%s: it stays, its children too, and that is said", async ([, change, reason], { skip }) => {
    const made = await planned(skip);
    await change(made);
    const tags = await pulledTags(made.repo);
    const pruned = await runApply({ plan: made.plan });
    expect(skipped(pruned)).toContainEqual([OLD, reason(made)]);
    expect(skippedTags(pruned.result)).toEqual([`${made.image}:${OLD}`]);
    expect(warningsOf(pruned)).toContainEqual(expect.stringMatching(/: 3 deletions .*skipped.* 1\.0\.0 \(/));
    expect([statusOf(pruned.result), writesOf(made)]).toEqual(["done", []]);
    expect(await pulledTags(made.repo)).toEqual(tags);
    for (const { digest } of [...made.children, imageOf(made, OLD)]) {
      expect(await isThere(made.repo, digest)).toBe(true);
    }
  });

  test("a new index contains one of its children: that one stays, and the rest goes", async ({ skip }) => {
    const made = await planned(skip);
    const [child, other] = made.children;
    if (!child || !other) throw new Error("two were pushed");
    await pushIndex(made.repo, ["2.1.0"], [child]);
    const pruned = await runApply({ plan: made.plan });
    expect(skipped(pruned)).toEqual([[child.digest, { kind: "now-needed-by", by: "2.1.0" }]]);
    expect(warningsOf(pruned)).toHaveLength(1);
    expect(applied(pruned).deleted).toEqual([OLD]);
    expect(await isThere(made.repo, other.digest)).toBe(false);
    expect(await pulledTags(made.repo)).toEqual(["2.0.0", "2.1.0"]);
  });

  test.for<Distribution>(["2.8", "3.1.1"])(
    "something without a tag refers to it, by the list of %s or its own tag: it stays",
    async (distribution, { skip }) => {
      const made = await filled(skip, [OLD, "2.0.0"], distribution);
      const plan = await savePlan({ image: made.image, keep: "1" });
      const { mediaType, digest, size } = imageOf(made, OLD);
      const sbom = await pushImage(made.repo, [], { subject: { mediaType, digest, size } });
      if (distribution === "2.8") await pushIndex(made.repo, [signatureOf({ digest })], [sbom]);
      // Distribution has no such list: it is put in its place.
      const list = { schemaVersion: 2, mediaType: INDEX, manifests: [{ ...sbom, bytes: undefined }] };
      made.proxy.on({
        when: ({ path }) => distribution === "3.1.1" && path.includes("/referrers/"),
        act: { kind: "answer", status: 200, headers: { "content-type": INDEX }, body: JSON.stringify(list) },
      });
      const pruned = await runApply({ plan });
      const by = distribution === "2.8" ? signatureOf({ digest }) : sbom.digest;
      expect(skipped(pruned)).toEqual([[OLD, { kind: "now-needed-by", by }]]);
      expect(skippedTags(pruned.result)).toEqual([`${made.image}:${OLD}`]);
      expect([await isThere(made.repo, digest), writesOf(made)]).toEqual([true, []]);
    },
  );

  test("one of its two tags was moved: the other goes with the old image", async ({ skip }) => {
    const made = await filled(skip, ["2.0.0"]);
    const old = await pushImage(made.repo, [OLD, "v1.0.0"]);
    const plan = await savePlan({ image: made.image, keep: "1" });
    await pushImage(made.repo, ["v1.0.0"]);
    const pruned = await runApply({ plan });
    expect(applied(pruned).deleted).toEqual([OLD]);
    expect(skippedTags(pruned.result)).toEqual([`${made.image}:v1.0.0`]);
    expect(await isThere(made.repo, old.digest)).toBe(false);
    expect(await pulledTags(made.repo)).toEqual(["2.0.0", "v1.0.0"]);
    // Only what was its own is written down, so putting it back meets nothing of others.
    const journal = pruned.result.journal ?? "";
    expect(restoreStatus((await runRestore(journal)).result)).toBe("done");
    expect(await pulledTags(made.repo)).toEqual([OLD, "2.0.0", "v1.0.0"]);
  });

  test("somebody else deleted it: its children go, and nothing is skipped", async ({ skip }) => {
    const made = await planned(skip);
    await deleteDigest(made.repo, imageOf(made, OLD).digest);
    const pruned = await runApply({ plan: made.plan });
    expect(skipped(pruned)).toEqual([[OLD, { kind: "gone" }]]);
    expect([statusOf(pruned.result), skippedTags(pruned.result), warningsOf(pruned)]).toEqual([
      "done",
      [],
      [],
    ]);
    for (const { digest } of made.children) expect(await isThere(made.repo, digest)).toBe(false);
    await pullImage(made.repo, "2.0.0");
  });

  test.for([[[] as string[]], [["back"]]])(
    "what an orphan refers to is back, under tags %j: the orphan stays",
    async ([tags = []], { skip }) => {
      const made = await filled(skip, ["2.0.0"]);
      const subject = await pushImage(made.repo, []);
      const signature = await pushImage(made.repo, [signatureOf(subject, ".sig")]);
      await deleteDigest(made.repo, subject.digest);
      const plan = await savePlan({ image: made.image, keep: "1", orphans: "delete" });
      for (const name of tags.length > 0 ? tags : [subject.digest]) await retag(made, subject, name);
      const pruned = await runApply({ plan });
      expect(skipped(pruned)).toEqual([
        [signatureOf(subject, ".sig"), { kind: "subject-is-back", subject: subject.digest }],
      ]);
      expect(skippedTags(pruned.result)).toEqual([`${made.image}:${signatureOf(subject, ".sig")}`]);
      expect([await isThere(made.repo, signature.digest), writesOf(made)]).toEqual([true, []]);
    },
  );

  test("in the moment between the plan's new look and the deletion is seen too", async ({ skip }) => {
    const made = await planned(skip);
    betweenPlanAndBatch(made, () => retag(made, imageOf(made, OLD), "stable"));
    const pruned = await runApply({ plan: made.plan });
    expect(skippedTags(pruned.result)).toEqual([`${made.image}:${OLD}`]);
    expect(deletesOf(made)).toBe(0);
    await pullImage(made.repo, "stable");
  });

  test("everything that was to stay is gone: nothing is deleted without allow-empty", async ({ skip }) => {
    const made = await planned(skip);
    await deleteDigest(made.repo, imageOf(made, "2.0.0").digest);
    const pruned = await runApply({ plan: made.plan });
    expect(failed(pruned).error.message).toContain("would be left without a tag");
    expect(writesOf(made)).toEqual([]);
    await pullImage(made.repo, OLD);
  });
});

describe("a plan that somebody changed", () => {
  test.for<[string, (made: Made) => Promise<{ readonly digest: string; readonly by: string }>]>([
    ["a kept tag's image", (made) => Promise.resolve({ digest: imageOf(made, "2.0.0").digest, by: "2.0.0" })],
    [
      "a child of a kept index",
      async ({ repo }) => {
        const child = await pushImage(repo, []);
        await pushIndex(repo, ["2.1.0"], [child]);
        return { digest: child.digest, by: "2.1.0" };
      },
    ],
    [
      "an untagged image whose signature stays",
      async ({ repo }) => {
        const subject = await pushImage(repo, []);
        await pushImage(repo, [signatureOf(subject, ".sig")]);
        return { digest: subject.digest, by: signatureOf(subject, ".sig") };
      },
    ],
  ])("to delete %s is refused, with nothing deleted there", async ([, victim], { skip }) => {
    const made = await filled(skip, ["1.0.0", "2.0.0"]);
    const { digest, by } = await victim(made);
    const plan = await savePlan({ image: made.image, keep: "2", include: "2.*" });
    const old = imageOf(made, "1.0.0").digest;
    await changePlan(plan, (document) => {
      document.verdicts = document.verdicts.filter(({ tag }) => tag !== "1.0.0");
      document.deletions = [deletionOf(made.image, old, { tags: ["1.0.0"] }), deletionOf(made.image, digest)];
    });
    const pruned = await runApply({ plan });
    expect(failed(pruned).error.message).toContain(`the plan would delete ${digest}, which ${by} needs`);
    expect([statusOf(pruned.result), writesOf(made)]).toEqual(["failed", []]);
    for (const one of [digest, old]) expect(await isThere(made.repo, one)).toBe(true);
    await pulledTags(made.repo);
  });

  test("to delete a kept image under a doomed tag's name leaves both", async ({ skip }) => {
    const made = await filled(skip, ["1.0.0", "2.0.0"]);
    const plan = await savePlan({ image: made.image, keep: "1" });
    await changePlan(plan, (document) => {
      document.deletions = [deletionOf(made.image, imageOf(made, "2.0.0").digest, { tags: ["1.0.0"] })];
    });
    const pruned = await runApply({ plan });
    expect(skipped(pruned)).toEqual([["1.0.0", { kind: "tags-moved" }]]);
    expect(writesOf(made)).toEqual([]);
  });

  /** Whether a blob is linked: the registry itself remembers one that it has just unlinked. */
  function isLinked({ storage, repo }: Made, blob: string): boolean {
    const link = `_layers/${blob.replace(":", "/")}/link`;
    return existsSync(join(storage, "docker/registry/v2/repositories", repo.name, link));
  }

  test.for<[string, number, readonly string[]]>([
    ["the configuration", 0, []],
    ["a layer", 1, []],
    ["a layer, as a tag's,", 1, ["1.0.0"]],
  ])(
    "to delete %s of a kept image stops there, and does not ask for that",
    async ([, index, tags], { skip }) => {
      const made = await filled(skip, ["1.0.0", "2.0.0"]);
      const blob = blobsOf(imageOf(made, "2.0.0"))[index] ?? "";
      const plan = await savePlan({ image: made.image, keep: "1" });
      await changePlan(plan, (document) => {
        const others = tags.length > 0 ? [] : document.deletions;
        document.deletions = [...others, deletionOf(made.image, blob, { tags })];
      });
      const pruned = await runApply({ plan });
      expect([failed(pruned).error.message.includes(blob), writesOf(made)]).toEqual([true, []]);
      expect(isLinked(made, blob)).toBe(true);
      await pullImage(made.repo, "2.0.0");
    },
  );

  test("to delete a layer that has a manifest's bytes is refused", async ({ skip }) => {
    const made = await filled(skip, ["1.0.0"]);
    const layer = Buffer.from(`${imageOf(made, "1.0.0").bytes.toString()}\n`);
    const blob = blobsOf(await pushImage(made.repo, ["2.0.0"], { layer }))[1] ?? "";
    const plan = await savePlan({ image: made.image, keep: "1" });
    await changePlan(plan, (document) => {
      document.deletions = [...document.deletions, deletionOf(made.image, blob)];
    });
    const pruned = await runApply({ plan });
    expect(failed(pruned).error.message).toContain(`the plan would delete ${blob}, which 2.0.0 needs`);
    expect([writesOf(made), isLinked(made, blob)]).toEqual([[], true]);
  });

  test("a layer that has a manifest's bytes does not lose its link by a prune either", async ({ skip }) => {
    const made = await filled(skip, []);
    const child = await pushImage(made.repo, []);
    await pushIndex(made.repo, ["1.0.0"], [child]);
    await pushImage(made.repo, ["2.0.0"], { layer: child.bytes });
    const pruned = await runPrune({ image: made.image, keep: "1" });
    expect([applied(pruned).deleted, isLinked(made, child.digest)]).toEqual([["1.0.0"], true]);
  });

  test("in one repository does not stop the other", async ({ skip }) => {
    const [one, two] = [await filled(skip, ["1.0.0", "2.0.0"]), await filled(skip, ["1.0.0", "2.0.0"])];
    const plan = await savePlan({ image: `${one.image},${two.image}`, keep: "1" });
    await changePlan(plan, (document) => {
      document.deletions = [...document.deletions, deletionOf(one.image, imageOf(one, "2.0.0").digest)];
    });
    const { result } = await runApply({ plan });
    expect(result.outcomes.map(({ kind }) => kind)).toEqual(["failed", "applied"]);
    expect(statusOf(result)).toBe("partly-failed");
    expect([await listTags(one.repo), await listTags(two.repo)]).toEqual([["1.0.0", "2.0.0"], ["2.0.0"]]);
  });
});

describe("a plan is refused, and nothing is asked,", () => {
  async function refused(made: Made, raw: Parameters<typeof runApply>[0]): Promise<string> {
    const sent = made.proxy.requests.length;
    const error: unknown = await runApply(raw).then(
      () => "nothing was thrown",
      (thrown: unknown) => thrown,
    );
    expect(made.proxy.requests).toHaveLength(sent);
    return error instanceof Error ? error.message : String(error);
  }
  const planOf = async (skip: Skip): Promise<Made & { readonly plan: string }> => {
    const made = await filled(skip, ["1.0.0", "1.1.0"]);
    return { ...made, plan: await savePlan({ image: made.image, keep: "1" }) };
  };

  test("that is for another repository than image names", async ({ skip }) => {
    const made = await planOf(skip);
    const other = `${made.proxy.host}/other/app`;
    expect(await refused(made, { plan: made.plan, image: other })).toBe(
      `the plan is for ${made.image}, which image does not name`,
    );
  });

  test("that is for one repository more", async ({ skip }) => {
    const [made, other] = [await filled(skip, ["1.0.0"]), await filled(skip, ["1.0.0"])];
    const plan = await savePlan({ image: `${made.image},${other.image}` });
    expect(await refused(made, { plan, image: made.image })).toContain(
      `the plan is for ${other.image}, which`,
    );
  });

  test.for<[string, (text: string) => string, string]>([
    ["that another version wrote", (text) => text.replace('"schema": 2', '"schema": 3'), "schema 3, not 2"],
    ["that is no JSON", () => "1.0.0\n", "it is not JSON"],
    ["that is cut off", (text) => text.slice(0, text.length / 2), "it is not JSON"],
    ["that is empty", () => "", "it is not JSON"],
    ["that lacks its deletions", (text) => text.replace('"deletions"', '"x"'), "deletions: is missing"],
  ])("%s", async ([, change, why], { skip }) => {
    const made = await planOf(skip);
    await writeFile(made.plan, change(await readFile(made.plan, "utf8")));
    expect(await refused(made, { plan: made.plan })).toContain(why);
  });

  test("that is not there", async ({ skip }) => {
    const made = await planOf(skip);
    expect(await refused(made, { plan: `${made.plan}.json` })).toContain("can't be read (ENOENT)");
  });

  test("whose bytes are not what plan-sha256 names, were it one line break more", async ({ skip }) => {
    const made = await planOf(skip);
    const text = await readFile(made.plan, "utf8");
    const hash = (bytes: string): string => createHash("sha256").update(bytes).digest("hex");
    await writeFile(made.plan, `${text}\n`);
    expect(await refused(made, { plan: made.plan, "plan-sha256": hash(text) })).toContain(
      `is not the one that plan-sha256 names: its SHA-256 is ${hash(`${text}\n`)}`,
    );
    const right = await runApply({ plan: made.plan, "plan-sha256": hash(`${text}\n`).toUpperCase() });
    expect(applied(right).deleted).toEqual(["1.0.0"]);
  });

  test("that is for two registries, of which one collection would be", async ({ skip }) => {
    const [made, other] = [await filled(skip, ["1.0.0"]), await filled(skip, ["1.0.0"])];
    const plan = await savePlan({ image: `${made.image},${other.image}` });
    expect(await refused(made, { plan, "gc-command": "true" })).toContain("it is for one registry");
  });
});

describe("what apply is told anew", () => {
  test("allow-empty, where the plan leaves nothing", async ({ skip }) => {
    const made = await filled(skip, ["1.0.0", "1.1.0"]);
    const plan = await savePlan({ image: made.image, keep: "0", "allow-empty": "true" });
    expect(failed(await runApply({ plan })).error.message).toContain("would be left without a tag");
    expect([writesOf(made), await listTags(made.repo)]).toEqual([[], ["1.0.0", "1.1.0"]]);
    expect(applied(await runApply({ plan, "allow-empty": "true" })).deleted).toHaveLength(2);
    expect(await listTags(made.repo)).toEqual([]);
  });

  test("dry-run: what still stands is said, and nothing but reads is sent", async ({ skip }) => {
    const made = await filled(skip, ["1.0.0", "1.1.0", "1.2.0"]);
    const plan = await savePlan({ image: made.image, keep: "1" });
    await pushImage(made.repo, ["1.1.0"]);
    const pruned = await runApply({ plan, "dry-run": "true" });
    expect(pruned.outcome).toMatchObject({ kind: "planned", plan: { deletions: [{ tags: ["1.0.0"] }] } });
    expect(skippedTags(pruned.result)).toEqual([`${made.image}:1.1.0`]);
    expect([writesOf(made), pruned.result.journal]).toEqual([[], undefined]);
    expect(await listTags(made.repo)).toEqual(["1.0.0", "1.1.0", "1.2.0"]);
  });

  test.for<[Parameters<typeof runApply>[0], string]>([
    [{ "dry-run": "true" }, "pull"],
    [{}, "pull,delete"],
    [{ untag: "overwrite" }, "pull,push,delete"],
  ])("with %j it asks for the right to %s alone", async ([raw, rights], { skip }) => {
    const made = await filled(skip, ["1.0.0", "1.1.0"]);
    const plan = await savePlan({ image: made.image, keep: "1" });
    const pem = (name: string): Promise<string> =>
      readFile(join(import.meta.dirname, "../support/tls", name), "utf8");
    const pair = { key: await pem("token.key"), certificate: await pem("token.crt") };
    const server = await startTokenServer({ issuer: "i", service: "s", ...pair });
    onTestFinished(() => server.stop());
    const challenge = { "www-authenticate": `Bearer realm="${server.url}",service="s"` };
    made.proxy.on({
      when: ({ headers }) => headers.authorization === undefined,
      act: { kind: "answer", status: 401, headers: challenge },
    });
    expect(statusOf((await runApply({ plan, ...raw })).result)).toBe("done");
    const asked = server.requests.map(({ query }) => query.get("scope")?.split(":").at(-1));
    expect(new Set(asked)).toEqual(new Set([rights]));
  });

  test.for<[string, (made: Made) => string]>([
    ["tag", ({ image }) => `${image}:1.0.0`],
    ["digest", (made) => `${made.image}@${imageOf(made, "1.0.0").digest}`],
  ])("image with a %s: that one was just pushed, and stays", async ([, named], { skip }) => {
    const made = await filled(skip, ["1.0.0", "1.1.0", "1.2.0"]);
    const plan = await savePlan({ image: made.image, keep: "1" });
    const pruned = await runApply({ plan, image: named(made) });
    expect(skipped(pruned)).toEqual([["1.0.0", { kind: "just-pushed" }]]);
    expect(skippedTags(pruned.result)).toEqual([`${made.image}:1.0.0`]);
    expect(applied(pruned).deleted).toEqual(["1.1.0"]);
    expect(await pulledTags(made.repo)).toEqual(["1.0.0", "1.2.0"]);
  });
});

test("an untagged index that image names by its digest was just pushed, and so were its parts", async ({
  skip,
}) => {
  const made = await filled(skip, ["1.0.0", "2.0.0"]);
  const child = await pushImage(made.repo, []);
  await pushIndex(made.repo, ["1.1.0"], [child]);
  const plan = await savePlan({ image: made.image, keep: "1" });
  const { digest } = await pushIndex(made.repo, [], [child, imageOf(made, "1.0.0")]);
  const pruned = await runApply({ plan, image: `${made.image}@${digest}` });
  expect(skipped(pruned)).toEqual([
    ["1.0.0", { kind: "now-needed-by", by: digest }],
    [child.digest, { kind: "now-needed-by", by: digest }],
  ]);
  expect(applied(pruned).deleted).toEqual(["1.1.0"]);
  await pullImage(made.repo, digest);
});

test("one repository that fails does not keep the others from being done", async ({ skip }) => {
  const made = [
    await filled(skip, ["1.0.0", "1.1.0"]),
    await filled(skip, ["1.0.0", "1.1.0"]),
    await filled(skip, ["1.0.0", "1.1.0"]),
  ];
  const plan = await savePlan({ image: made.map(({ image }) => image).join(), keep: "1" });
  made[1]?.proxy.on({ when: isList, act: { kind: "answer", status: 500 } });
  const { result } = await runApply({ plan });
  expect(result.outcomes.map(({ kind }) => kind)).toEqual(["applied", "failed", "applied"]);
  expect(statusOf(result)).toBe("partly-failed");
  const left = await Promise.all(made.map(({ repo }) => listTags(repo)));
  expect(left).toEqual([["1.1.0"], ["1.0.0", "1.1.0"], ["1.1.0"]]);
});

describe("a tag that goes while its image stays", () => {
  const RC = "1.0.0-rc.1";
  async function released(skip: Skip, distribution: Distribution): Promise<Made> {
    const made = await filled(skip, [], distribution);
    await pushImage(made.repo, [RC, "1.0.0"]);
    await pushImage(made.repo, ["1.1.0-rc.1"]);
    return made;
  }

  test("is deleted by its name on Distribution 3.1.1", async ({ skip }) => {
    const made = await released(skip, "3.1.1");
    const plan = await savePlan({ image: made.image, keep: "1" });
    const pruned = await runApply({ plan });
    expect(applied(pruned)).toMatchObject({ deleted: [RC], harm: [] });
    expect(made.sent("DELETE").filter((path) => path.endsWith(RC))).toHaveLength(1);
    expect(await pulledTags(made.repo)).toEqual(["1.0.0", "1.1.0-rc.1"]);
    const again = await runApply({ plan });
    expect([skipped(again), statusOf(again.result)]).toEqual([[[RC, { kind: "gone" }]], "done"]);
  });

  test("and stays there where it was moved", async ({ skip }) => {
    const made = await released(skip, "3.1.1");
    const plan = await savePlan({ image: made.image, keep: "1" });
    await pushImage(made.repo, [RC]);
    const pruned = await runApply({ plan });
    expect(skipped(pruned)).toEqual([[RC, { kind: "tags-moved" }]]);
    expect(made.proxy.requests.filter((request) => isDelete(request) && request.path.endsWith(RC))).toEqual(
      [],
    );
    expect(await pulledTags(made.repo)).toEqual(["1.0.0", RC, "1.1.0-rc.1"].sort());
  });

  test("is never written over where the registry can delete it, whatever the plan says", async ({ skip }) => {
    const made = await released(skip, "3.1.1");
    const plan = await savePlan({ image: made.image, keep: "1" });
    await writeFile(plan, (await readFile(plan, "utf8")).replace('"by": "delete"', '"by": "overwrite"'));
    await runApply({ plan, untag: "overwrite" });
    for (const method of ["PUT", "POST", "PATCH"]) expect(made.sent(method)).toEqual([]);
    expect(await pulledTags(made.repo)).toEqual(["1.0.0", "1.1.0-rc.1"]);
  });

  test.for<[string, string]>([
    ["by being written over", "overwrite"],
    ["by its name, as a plan of another registry says", "delete"],
  ])("%s: on 2.8 it stays, unless apply itself says untag: overwrite", async ([, by], { skip }) => {
    const made = await released(skip, "2.8");
    const plan = await savePlan({ image: made.image, keep: "1", untag: "overwrite" });
    await writeFile(plan, (await readFile(plan, "utf8")).replace('"by": "overwrite"', `"by": "${by}"`));
    const pruned = await runApply({ plan });
    expect(skipped(pruned)).toEqual([[RC, { kind: "no-untag" }]]);
    expect(skippedTags(pruned.result)).toEqual([`${made.image}:${RC}`]);
    expect(await pulledTags(made.repo)).toContain(RC);
    for (const method of ["PUT", "POST", "PATCH"]) expect(made.sent(method)).toEqual([]);
    expect(applied(await runApply({ plan, untag: "overwrite" })).deleted).toEqual([RC]);
    expect(await pulledTags(made.repo)).toEqual(["1.0.0", "1.1.0-rc.1"]);
  });
});

describe("a run that was cut off after an index", () => {
  test.for<Distribution>(["2.8", "3.1.1"])(
    "is finished by the same plan, without its journal, on %s",
    async (distribution, { skip }) => {
      const made = await filled(skip, ["2.0.0"], distribution);
      const { repo } = made;
      const nested = await pushImage(repo, []);
      const inner = await pushIndex(repo, [], [nested]);
      const child = await pushImage(repo, []);
      const index = await pushIndex(repo, ["1.0.0"], [inner, child]);
      const plan = await savePlan({ image: made.image, keep: "1" });
      let deletes = 0;
      made.proxy.on({
        when: (request) => isDelete(request) && !isProbe(request) && ++deletes > 1,
        act: { kind: "reset" },
      });
      const cut = await runApply({ plan, concurrency: "1" });
      expect(statusOf(cut.result)).toBe("partly-failed");
      expect(await isThere(repo, index.digest)).toBe(false);
      expect(await isThere(repo, child.digest)).toBe(true);
      made.proxy.clear();
      const second = await runApply({ plan });
      expect(statusOf(second.result)).toBe("done");
      expect(skipped(second)).toEqual([["1.0.0", { kind: "gone" }]]);
      for (const { digest } of [index, inner, nested, child]) expect(await isThere(repo, digest)).toBe(false);
      expect(await pulledTags(repo)).toEqual(["2.0.0"]);
    },
  );
});

describe("the journal of an apply", () => {
  test("is written before the first deletion, and restore puts all of it back byte for byte", async ({
    skip,
  }) => {
    const made = await filled(skip, ["2.0.0"]);
    const { repo } = made;
    const child = await pushImage(repo, []);
    const index = await pushIndex(repo, ["1.0.0"], [child]);
    const plan = await savePlan({ image: made.image, keep: "1" });
    const journal = `${plan}.ndjson`;
    const names = ["1.0.0", index.digest, child.digest];
    const before = await Promise.all(names.map((name) => getManifest(repo, name)));
    let written = "";
    made.proxy.on({
      when: isDelete,
      times: 1,
      act: { kind: "before", run: async () => (written = await readFile(journal, "utf8")) },
    });
    const { result } = await runApply({ plan, journal });
    expect(result.journal).toBe(journal);
    for (const { bytes } of [index, child]) expect(written).toContain(bytes.toString("base64"));
    expect(await listTags(repo)).toEqual(["2.0.0"]);
    expect(restoreStatus((await runRestore(journal)).result)).toBe("done");
    expect(await Promise.all(names.map((name) => getManifest(repo, name)))).toEqual(before);
    await pullImage(repo, "1.0.0");
  });

  test("has the children whose index somebody else deleted", async ({ skip }) => {
    const made = await filled(skip, ["2.0.0"]);
    const child = await pushImage(made.repo, []);
    const index = await pushIndex(made.repo, ["1.0.0"], [child]);
    const plan = await savePlan({ image: made.image, keep: "1" });
    await deleteDigest(made.repo, index.digest);
    const journal = `${plan}.ndjson`;
    await runApply({ plan, journal });
    expect(await isThere(made.repo, child.digest)).toBe(false);
    await runRestore(journal);
    expect(await getManifest(made.repo, child.digest)).toMatchObject({ body: child.bytes });
  });

  test("that can't be written keeps everything: nothing is deleted", async ({ skip }) => {
    const made = await filled(skip, ["1.0.0", "1.1.0"]);
    const plan = await savePlan({ image: made.image, keep: "1" });
    const pruned = await runApply({ plan, journal: join(plan, "journal.ndjson") });
    expect(failed(pruned).error.message).toContain("can't be written");
    expect([deletesOf(made), await listTags(made.repo)]).toEqual([0, ["1.0.0", "1.1.0"]]);
  });

  test.for<[string, Parameters<typeof runApply>[0]]>([
    ["in a dry run", { "dry-run": "true" }],
    ["where nothing of the plan still stands", {}],
  ])("is not there %s", async ([, raw], { skip }) => {
    const made = await filled(skip, ["1.0.0", "1.1.0"]);
    const plan = await savePlan({ image: made.image, keep: "1" });
    if (raw["dry-run"] === undefined) await pushImage(made.repo, ["1.0.0"]);
    const journal = `${plan}.ndjson`;
    expect((await runApply({ plan, journal, ...raw })).result.journal).toBeUndefined();
    expect(existsSync(journal)).toBe(false);
  });

  test("of a run before it is gone on with", async ({ skip }) => {
    const made = await filled(skip, ["1.0.0", "1.1.0", "1.2.0"]);
    const plan = await savePlan({ image: made.image, keep: "2" });
    const journal = `${plan}.ndjson`;
    await runApply({ plan, journal });
    await runPrune({ image: made.image, keep: "1", journal });
    expect(await listTags(made.repo)).toEqual(["1.2.0"]);
    await runRestore(journal);
    expect(await pulledTags(made.repo)).toEqual(["1.0.0", "1.1.0", "1.2.0"]);
  });
});
