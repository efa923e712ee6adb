import { describe, expect, test } from "vitest";
import {
  getManifest,
  listTags,
  pullImage,
  pushImage,
  pushIndex,
  putManifest,
} from "../../scripts/images.mjs";
import { statusOf } from "../../src/report/run/result.js";
import {
  attach,
  attachByFallback,
  attachmentTag,
  pushReferrer,
  type Signed,
} from "../support/attachments.js";
import { betweenPlanAndBatch } from "../support/distributions.js";
import { isDelete, isProbe, type Proxied, type Pushed, useProxiedRegistry } from "../support/proxied.js";
import { type Action, startProxy } from "../support/proxy.js";
import { applied, failed, runPrune } from "../support/pruning.js";
import { isReferrers, referrersIndex, useReferrersApi } from "../support/referrers-api.js";

/** Signatures and attachments go with what they belong to, and stay with it. */
const proxied = useProxiedRegistry();

const fails: Action = {
  kind: "answer",
  status: 500,
  body: '{"errors":[{"code":"UNKNOWN","message":"disk"}]}',
};

async function expectGone({ repo }: Proxied, manifests: readonly Pushed[]): Promise<void> {
  const statuses = manifests.map(async ({ digest }) => (await getManifest(repo, digest)).status);
  expect(await Promise.all(statuses)).toEqual(manifests.map(() => 404));
}

async function expectWhole({ repo }: Proxied, manifests: readonly Pushed[]): Promise<void> {
  for (const { digest } of manifests) await pullImage(repo, digest);
}

const all = ({ image, attachments }: Signed): readonly Pushed[] => [image, ...attachments];

function isDeleteOf({ digest }: Pushed): (request: Parameters<typeof isDelete>[0]) => boolean {
  return (request) => isDelete(request) && request.path.endsWith(digest);
}

async function remove({ repo }: Proxied, { digest }: Pushed): Promise<void> {
  const { status } = await fetch(`${repo.base}/v2/${repo.name}/manifests/${digest}`, { method: "DELETE" });
  if (status !== 202) throw new Error(`deleting ${digest}: ${status}`);
}

describe("what is attached by a tag", () => {
  test.each([
    ["cosign's signature, attestation and SBOM", attach],
    ["an index of untagged manifests, under the fallback tag", attachByFallback],
  ])("%s: goes with a doomed image, and stays with a kept one", async (_, attachTo) => {
    const made = await proxied();
    const doomed = await attachTo(made.repo, await pushImage(made.repo, ["1.0.0"]));
    const kept = await attachTo(made.repo, await pushImage(made.repo, ["1.1.0"]));
    const pruned = await runPrune({ image: made.image, keep: "1" });
    expect(statusOf(pruned.result)).toBe("done");
    expect([...applied(pruned).deleted].sort()).toEqual(["1.0.0", ...doomed.tags].sort());
    expect(await listTags(made.repo)).toEqual(["1.1.0", ...kept.tags].sort());
    await expectGone(made, all(doomed));
    await expectWhole(made, all(kept));
  });

  test("to a child of a multi-arch image goes with the child, and stays where another image contains that", async () => {
    const made = await proxied();
    const { repo } = made;
    const shared = await attach(repo, await pushImage(repo, []));
    const own = await attach(repo, await pushImage(repo, []));
    const index = await attach(repo, await pushIndex(repo, ["1.0.0"], [shared.image, own.image]));
    const fresh = await pushIndex(repo, ["1.1.0"], [shared.image, await pushImage(repo, [])]);
    const pruned = await runPrune({ image: made.image, keep: "1" });
    // Nothing that is kept is so much as planned.
    expect(new Set(applied(pruned).deletions.map(({ kind }) => kind))).toEqual(new Set(["deleted"]));
    expect(await listTags(repo)).toEqual(["1.1.0", ...shared.tags].sort());
    await expectGone(made, [...all(index), ...all(own)]);
    await expectWhole(made, [fresh, ...all(shared)]);
  });

  test("to an attestation that is a multi-arch image's child goes with it", async () => {
    const made = await proxied();
    const { repo } = made;
    const unknown = { platform: { architecture: "unknown", os: "unknown" } };
    const [old, stays] = [
      await attach(repo, await pushImage(repo, [], unknown)),
      await attach(repo, await pushImage(repo, [], unknown)),
    ];
    await pushIndex(repo, ["1.0.0"], [await pushImage(repo, []), old.image]);
    await pushIndex(repo, ["1.1.0"], [await pushImage(repo, []), stays.image]);
    await runPrune({ image: made.image, keep: "1" });
    expect(await listTags(repo)).toEqual(["1.1.0", ...stays.tags].sort());
    await expectGone(made, all(old));
    await expectWhole(made, all(stays));
  });

  test("to what is attached itself goes too: a signature's signature", async () => {
    const made = await proxied();
    const { repo } = made;
    const image = await pushImage(repo, ["1.0.0"]);
    const signature = await pushImage(repo, [attachmentTag(image)]);
    const countersignature = await pushImage(repo, [attachmentTag(signature)]);
    await pushImage(repo, ["1.1.0"]);
    await runPrune({ image: made.image, keep: "1" });
    expect(await listTags(repo)).toEqual(["1.1.0"]);
    await expectGone(made, [image, signature, countersignature]);
  });

  /** A doomed multi-arch image of one child, both signed. */
  async function signedIndex() {
    const made = await proxied();
    const child = await pushImage(made.repo, []);
    const index = await pushIndex(made.repo, ["1.0.0"], [child]);
    const ofIndex = await pushImage(made.repo, [attachmentTag(index)]);
    const ofChild = await pushImage(made.repo, [attachmentTag(child)]);
    await pushImage(made.repo, ["1.1.0"]);
    return { ...made, child, index, ofIndex, ofChild };
  }

  test("goes last: the index, its child, what refers to them", async () => {
    const made = await signedIndex();
    await runPrune({ image: made.image, keep: "1", concurrency: "1" });
    expect(made.sent("DELETE").slice(1)).toEqual(
      [made.index, made.child, made.ofIndex, made.ofChild].map(({ digest }) => `manifests/${digest}`),
    );
  });

  test("goes when the deletion of what it belongs to has been answered", async () => {
    const made = await signedIndex();
    const { repo, child, index, ofIndex, ofChild } = made;
    for (const slow of [index, child]) {
      made.proxy.on({ when: isDeleteOf(slow), act: { kind: "delay", ms: 200 } });
    }
    const seen = new Map<Pushed, readonly number[]>();
    const see = (referrer: Pushed, belongsTo: readonly Pushed[]): void => {
      const run = async (): Promise<void> => {
        const found = await Promise.all(belongsTo.map(({ digest }) => getManifest(repo, digest)));
        seen.set(
          referrer,
          found.map(({ status }) => status),
        );
      };
      made.proxy.on({ when: isDeleteOf(referrer), act: { kind: "before", run } });
    };
    see(ofIndex, [index]);
    see(ofChild, [index, child]);
    await runPrune({ image: made.image, keep: "1" });
    expect(seen.get(ofIndex)).toEqual([404]);
    expect(seen.get(ofChild)).toEqual([404, 404]);
  });

  test("is spared where its subject could not be deleted, and goes with it in the next run", async () => {
    const made = await proxied();
    const signed = await attach(made.repo, await pushImage(made.repo, ["1.0.0"]));
    await pushImage(made.repo, ["1.1.0"]);
    made.proxy.on({ when: isDeleteOf(signed.image), times: 1, act: fails });
    const pruned = await runPrune({ image: made.image, keep: "1" });
    expect(statusOf(pruned.result)).toBe("partly-failed");
    const reason = { kind: "parent-stays", parent: signed.image.digest };
    expect(applied(pruned).deletions.slice(1)).toEqual(
      signed.attachments.map(() => expect.objectContaining({ kind: "spared", reason }) as unknown),
    );
    expect(applied(pruned).deleted).toEqual([]);
    await expectWhole(made, all(signed));
    await runPrune({ image: made.image, keep: "1" });
    expect(await listTags(made.repo)).toEqual(["1.1.0"]);
    await expectGone(made, all(signed));
  });

  test("under the fallback tag, where some of it is gone already, goes with what is left of it", async () => {
    const made = await proxied();
    const doomed = await attachByFallback(made.repo, await pushImage(made.repo, ["1.0.0"]));
    const [, lost] = doomed.attachments;
    if (lost === undefined) throw new Error("an index and two manifests were pushed");
    await remove(made, lost);
    await pushImage(made.repo, ["1.1.0"]);
    const pruned = await runPrune({ image: made.image, keep: "1" });
    expect(applied(pruned).deletions.map(({ kind }) => kind)).toEqual(["deleted", "deleted", "deleted"]);
    await expectGone(made, all(doomed));
  });

  test("stays for the image that has the very same, and so does the image that would go", async () => {
    const made = await proxied();
    const { repo } = made;
    const [old, fresh] = [await pushImage(repo, ["1.0.0"]), await pushImage(repo, ["1.1.0"])];
    const [ofOld, ofFresh] = [attachmentTag(old, ".sbom"), attachmentTag(fresh, ".sbom")];
    await pushImage(repo, [ofOld, ofFresh]);
    const pruned = await runPrune({ image: made.image, keep: "1" });
    expect(applied(pruned).plan.verdicts).toContainEqual(
      expect.objectContaining({
        tag: ofOld,
        reason: { kind: "shares-digest", with: ofFresh, untags: "no" },
      }),
    );
    expect(applied(pruned).deletions).toEqual([]);
    for (const tag of ["1.0.0", "1.1.0", ofOld, ofFresh]) await pullImage(repo, tag);
  });

  test("keeps its image where it is excluded, and stays", async () => {
    const made = await proxied();
    const signed = await attach(made.repo, await pushImage(made.repo, ["1.0.0"]));
    await pushImage(made.repo, ["1.1.0"]);
    await runPrune({ image: made.image, keep: "1", exclude: "*.sig" });
    await expectWhole(made, all(signed));
    expect(await listTags(made.repo)).toEqual(["1.0.0", "1.1.0", ...signed.tags].sort());
  });

  test("meanwhile to a doomed image keeps it, with all that was to go with it", async () => {
    const made = await proxied();
    const { repo } = made;
    const image = await pushImage(repo, ["1.0.0"]);
    const signature = await pushImage(repo, [attachmentTag(image)]);
    await pushImage(repo, ["1.1.0"]);
    const pushed: Pushed[] = [];
    const tag = attachmentTag(image, ".att");
    betweenPlanAndBatch(made, async () => pushed.push(await pushImage(repo, [tag])));
    const pruned = await runPrune({ image: made.image, keep: "1" });
    expect(pushed).toHaveLength(1);
    expect(applied(pruned).deletions[0]).toMatchObject({
      kind: "spared",
      reason: { kind: "now-needed-by", by: tag },
    });
    expect(made.proxy.requests.filter(isDelete)).toEqual([]);
    await expectWhole(made, [image, signature, ...pushed]);
  });

  test("meanwhile to the child of a doomed index: the index goes, the child and its signature stay", async () => {
    const made = await proxied();
    const { repo } = made;
    const child = await pushImage(repo, []);
    const index = await pushIndex(repo, ["1.0.0"], [child]);
    await pushImage(repo, ["1.1.0"]);
    betweenPlanAndBatch(made, () => pushImage(repo, [attachmentTag(child)]));
    await runPrune({ image: made.image, keep: "1" });
    await expectGone(made, [index]);
    expect(await listTags(repo)).toEqual(["1.1.0", attachmentTag(child)].sort());
    await expectWhole(made, [child]);
  });
});

describe.each([
  ["cosign's tags", attach],
  ["the fallback tag", attachByFallback],
])("what is attached, by %s, to an image that is gone", (_, attachTo) => {
  async function orphaned() {
    const made = await proxied();
    await pushImage(made.repo, ["1.1.0"]);
    const subject = await pushImage(made.repo, ["1.0.0"]);
    const { tags, attachments } = await attachTo(made.repo, subject);
    await remove(made, subject);
    return { ...made, subject, tags, orphans: attachments };
  }

  test("is reported, and stays", async () => {
    const made = await orphaned();
    const pruned = await runPrune({ image: made.image, keep: "1" });
    for (const tag of made.tags) {
      const reason = { kind: "orphan", subject: made.subject.digest };
      expect(applied(pruned).plan.verdicts).toContainEqual(
        expect.objectContaining({ kind: "keep", tag, reason }),
      );
    }
    expect(made.sent("DELETE")).toEqual([]);
    await expectWhole(made, made.orphans);
  });

  test("goes with orphans: delete", async () => {
    const made = await orphaned();
    const pruned = await runPrune({ image: made.image, keep: "1", orphans: "delete" });
    expect([...applied(pruned).deleted].sort()).toEqual([...made.tags].sort());
    expect(await listTags(made.repo)).toEqual(["1.1.0"]);
    await expectGone(made, made.orphans);
  });

  test("stays with orphans: delete where exclude names it", async () => {
    const made = await orphaned();
    await runPrune({ image: made.image, keep: "1", orphans: "delete", exclude: "sha256-*" });
    expect(made.sent("DELETE")).toEqual([]);
    await expectWhole(made, made.orphans);
  });

  test.each(["1.2.0", ""])("stays where the image was pushed back meanwhile (as %j)", async (tag) => {
    const made = await orphaned();
    const { digest, mediaType, bytes } = made.subject;
    const reference = tag === "" ? digest : tag;
    betweenPlanAndBatch(made, () => putManifest(made.repo, reference, mediaType, bytes));
    const pruned = await runPrune({ image: made.image, keep: "2", orphans: "delete" });
    expect(applied(pruned).deletions).toHaveLength(made.orphans.length);
    expect(made.proxy.requests.filter(isDelete)).toEqual([]);
    const reasons = applied(pruned).deletions.map((each) => each.kind === "spared" && each.reason);
    const isBack = { kind: "subject-is-back", subject: digest };
    expect(reasons.filter((reason) => reason !== false && reason.kind === "subject-is-back")).toEqual(
      made.tags.map(() => isBack),
    );
    expect(statusOf(pruned.result)).toBe("done");
    await expectWhole(made, [made.subject, ...made.orphans]);
    expect(await listTags(made.repo)).toEqual(expect.arrayContaining([...made.tags]));
  });

  test("is no orphan where it can't be seen for certain that the image is gone: the run stops", async () => {
    const made = await orphaned();
    made.proxy.on({
      when: ({ path }) => path.endsWith(made.subject.digest),
      act: { kind: "answer", status: 404 },
    });
    failed(await runPrune({ image: made.image, keep: "1", orphans: "delete" }));
    expect(made.sent("DELETE")).toEqual([]);
    await expectWhole(made, made.orphans);
  });

  test("stays where that can't be seen for certain just before the deletion", async () => {
    const made = await orphaned();
    betweenPlanAndBatch(made, () => {
      made.proxy.on({ when: ({ path }) => path.endsWith(made.subject.digest), act: fails });
      return Promise.resolve();
    });
    failed(await runPrune({ image: made.image, keep: "1", orphans: "delete" }));
    expect(made.proxy.requests.filter(isProbe)).toHaveLength(1);
    expect(made.proxy.requests.filter(isDelete)).toEqual([]);
    await expectWhole(made, made.orphans);
  });
});

describe("the referrers API", () => {
  /** A doomed and a kept image, each with an untagged referrer that has one itself. */
  async function referred() {
    const made = await proxied();
    const doomed = await pushImage(made.repo, ["1.0.0"]);
    const kept = await pushImage(made.repo, ["1.1.0"]);
    const ofDoomed = await chain(made, doomed);
    const ofKept = await chain(made, kept);
    return { ...made, doomed, kept, ofDoomed, ofKept };
  }

  async function chain({ repo }: Proxied, subject: Pushed): Promise<readonly [Pushed, Pushed]> {
    const referrer = await pushReferrer(repo, subject);
    return [referrer, await pushReferrer(repo, referrer)];
  }

  test("lists what goes with its subject, and what goes with that; what refers to a kept image stays", async () => {
    const made = await referred();
    useReferrersApi(made, [...made.ofDoomed, ...made.ofKept]);
    const pruned = await runPrune({ image: made.image, keep: "1", concurrency: "1" });
    expect(statusOf(pruned.result)).toBe("done");
    expect(made.sent("DELETE").slice(1)).toEqual(
      [made.doomed, ...made.ofDoomed].map(({ digest }) => `manifests/${digest}`),
    );
    await expectGone(made, [made.doomed, ...made.ofDoomed]);
    await expectWhole(made, [made.kept, ...made.ofKept]);
  });

  test("is asked about children too, and a referrer's own children go with it", async () => {
    const made = await proxied();
    const { repo } = made;
    const child = await pushImage(repo, []);
    const index = await pushIndex(repo, ["1.0.0"], [child]);
    const part = await pushImage(repo, []);
    const { mediaType, digest, size } = child;
    const referrer = await pushIndex(repo, [], [part], { subject: { mediaType, digest, size } });
    const kept = await pushImage(repo, ["1.1.0"]);
    useReferrersApi(made, [referrer]);
    await runPrune({ image: made.image, keep: "1" });
    await expectGone(made, [index, child, referrer, part]);
    await expectWhole(made, [kept]);
  });

  test("a referrer whose subject's DELETE fails is spared", async () => {
    const made = await referred();
    useReferrersApi(made, made.ofDoomed);
    made.proxy.on({ when: isDeleteOf(made.doomed), act: fails });
    const pruned = await runPrune({ image: made.image, keep: "1" });
    expect(applied(pruned).deletions.map(({ kind }) => kind)).toEqual(["failed", "spared", "spared"]);
    await expectWhole(made, [made.doomed, ...made.ofDoomed]);
  });

  test("can't make anything go that a kept tag needs, whatever it lists", async () => {
    const made = await proxied();
    const { repo } = made;
    const doomed = await pushImage(repo, ["1.0.0"]);
    const [shared, own] = [await pushImage(repo, []), await pushImage(repo, [])];
    const kept = await pushIndex(repo, ["1.1.0"], [shared]);
    const { mediaType, digest, size } = doomed;
    const bundle = await pushIndex(repo, [], [shared, own], { subject: { mediaType, digest, size } });
    // A list of two: one that contains a kept image's part, and a kept image, which is no referrer at all.
    const body = referrersIndex([bundle, kept]);
    made.proxy.on({ when: isReferrers(digest), act: { kind: "answer", status: 200, body } });
    useReferrersApi(made, []);
    const pruned = await runPrune({ image: made.image, keep: "1" });
    expect(applied(pruned).deletions.map(({ kind }) => kind)).toEqual(["deleted", "deleted", "deleted"]);
    await expectGone(made, [doomed, bundle, own]);
    await expectWhole(made, [kept]);
    expect(await listTags(repo)).toEqual(["1.1.0"]);
  });

  test("a referrer that is listed and not there stops nothing", async () => {
    const made = await referred();
    await remove(made, made.ofDoomed[0]);
    useReferrersApi(made, made.ofDoomed);
    const pruned = await runPrune({ image: made.image, keep: "1" });
    expect(applied(pruned).deletions.map(({ kind }) => kind)).toEqual(["deleted"]);
    expect(applied(pruned).deleted).toEqual(["1.0.0"]);
    expect(statusOf(pruned.result)).toBe("done");
  });

  test("is read through all its pages, which Link leads to", async () => {
    const made = await referred();
    const more = [await pushReferrer(made.repo, made.doomed), await pushReferrer(made.repo, made.doomed)];
    useReferrersApi(made, [...made.ofDoomed, ...more], 1);
    await runPrune({ image: made.image, keep: "1" });
    const pages = made.proxy.requests.filter(isReferrers(made.doomed.digest));
    expect(pages).toHaveLength(3);
    await expectGone(made, [made.doomed, ...made.ofDoomed, ...more]);
    await expectWhole(made, [made.kept, ...made.ofKept]);
  });

  test("that leads elsewhere for its next page is not followed, and nothing is deleted", async () => {
    const made = await referred();
    const elsewhere = await startProxy(made.repo.base);
    const link = `<${elsewhere.url}/v2/${made.repo.name}/referrers/${made.doomed.digest}?page=2>; rel="next"`;
    const body = referrersIndex([]);
    made.proxy.on({ when: isReferrers(), act: { kind: "answer", status: 200, headers: { link }, body } });
    failed(await runPrune({ image: made.image, keep: "1" }));
    expect(elsewhere.requests).toEqual([]);
    await elsewhere.stop();
    expect(made.proxy.requests.filter(isDelete)).toEqual([]);
    await expectWhole(made, [made.doomed, ...made.ofDoomed]);
  });

  const nameless = referrersIndex([{ mediaType: "application/vnd.oci.image.manifest.v1+json", size: 2 }]);
  test.each<[string, Action]>([
    ["fails", { kind: "answer", status: 500 }],
    ["is forbidden", { kind: "answer", status: 403 }],
    ["is broken JSON", { kind: "answer", status: 200, body: '{"manifests":[' }],
    ["breaks off", { kind: "truncate" }],
    ["is no index", { kind: "answer", status: 200, body: '{"manifests":{}}' }],
    [
      "is a web page",
      { kind: "answer", status: 200, body: "<html>", headers: { "content-type": "text/html" } },
    ],
    ["has an entry without a digest", { kind: "answer", status: 200, body: nameless }],
    [
      "has an entry with what is no digest",
      { kind: "answer", status: 200, body: referrersIndex([{ digest: "sha256:../x" }]) },
    ],
    [
      "has a next page that is not there",
      {
        kind: "answer",
        status: 200,
        headers: { link: '</v2/nobody/knows?page=2>; rel="next"' },
        body: referrersIndex([]),
      },
    ],
  ])("that %s fails the repository, and nothing is deleted", async (_, act) => {
    const made = await referred();
    made.proxy.on({ when: isReferrers(made.doomed.digest), act });
    useReferrersApi(made, made.ofDoomed);
    const pruned = await runPrune({ image: made.image, keep: "1" });
    expect(failed(pruned).error.nextStep).not.toBe("");
    expect(statusOf(pruned.result)).toBe("failed");
    expect(made.proxy.requests.filter(isDelete)).toEqual([]);
    await expectWhole(made, [made.doomed, ...made.ofDoomed]);
  });

  test("that fails for the second of two doomed images fails the repository, and nothing is deleted", async () => {
    const made = await proxied();
    for (const tag of ["1.0.0", "1.1.0", "1.2.0"]) await pushImage(made.repo, [tag]);
    let asked = 0;
    made.proxy.on({ when: (request) => isReferrers()(request) && ++asked === 2, act: fails });
    useReferrersApi(made, []);
    failed(await runPrune({ image: made.image, keep: "1" }));
    expect(made.proxy.requests.filter(isDelete)).toEqual([]);
    expect(await listTags(made.repo)).toEqual(["1.0.0", "1.1.0", "1.2.0"]);
  });

  test.each([404, 405, 501])(
    "that is not there (%i) is asked once for a repository, and the prune goes on",
    async (status) => {
      const made = await proxied();
      for (const tag of ["1.0.0", "1.1.0", "1.2.0"]) await pushImage(made.repo, [tag]);
      const doomed = await pushIndex(made.repo, ["0.9.0"], [await pushImage(made.repo, [])]);
      made.proxy.on({ when: isReferrers(), act: { kind: "answer", status, body: "404 page not found" } });
      const pruned = await runPrune({ image: made.image, keep: "1" });
      expect(made.proxy.requests.filter(isReferrers())).toHaveLength(1);
      expect(statusOf(pruned.result)).toBe("done");
      expect(await listTags(made.repo)).toEqual(["1.2.0"]);
      await expectGone(made, [doomed]);
    },
  );

  test("is not asked where nothing goes", async () => {
    const made = await referred();
    useReferrersApi(made, made.ofDoomed);
    await runPrune({ image: made.image, keep: "2" });
    expect(made.proxy.requests.filter(isReferrers())).toEqual([]);
  });

  test("is asked in a dry run with nothing but GET, and the plan has what it lists", async () => {
    const made = await referred();
    useReferrersApi(made, made.ofDoomed);
    const { outcome } = await runPrune({ image: made.image, keep: "1", "dry-run": "true" });
    if (outcome.kind !== "planned") throw new Error(outcome.kind);
    expect(outcome.plan.deletions.map((deletion) => deletion.digest)).toEqual(
      [made.doomed, ...made.ofDoomed].map(({ digest }) => digest),
    );
    expect(new Set(made.proxy.requests.map(({ method }) => method))).toEqual(new Set(["GET"]));
    await expectWhole(made, [made.doomed, ...made.ofDoomed]);
  });
});
