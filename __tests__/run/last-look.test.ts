import { describe, expect, test } from "vitest";
import { getManifest, listTags, pushImage, putManifest } from "../../scripts/images.mjs";
import type { Output } from "../../src/report/run/outputs.js";
import { viewDeletions } from "../../src/report/verbs/prune.js";
import { isTagProbe, useDistribution } from "../support/distributions.js";
import { pushMany } from "../support/many.js";
import { isDelete, isList, isProbe, isRead, type Proxied } from "../support/proxied.js";
import type { Action, RecordedRequest } from "../support/proxy.js";
import { applied, type Pruned, runPrune } from "../support/pruning.js";

/** Where the repository can't be read after its deletions, the run says what the registry answered, and that this is not proven. */

const isDeletion = (request: RecordedRequest): boolean => isDelete(request) && !isTagProbe(request);
const isTagDelete = (request: RecordedRequest): boolean =>
  isDeletion(request) && !request.path.includes("sha256:");

/** Answers every list of tags with the fault, once so many deletions were sent. */
function failsAfter(
  { proxy }: Pick<Proxied, "proxy">,
  deletions: number,
  fault: Action = { kind: "reset" },
): void {
  const isMeant = (request: RecordedRequest): boolean =>
    isList(request) && proxy.requests.filter(isDeletion).length >= deletions;
  proxy.on({ when: isMeant, act: fault });
}

async function fill({ repo }: Pick<Proxied, "repo">): Promise<void> {
  for (const tag of ["1.0.0", "1.1.0", "1.2.0"]) await pushImage(repo, [tag]);
}

/** All that is told of a run: its status, failures, last lines, outputs, JSON and job summary. */
async function told({ result }: Pruned): Promise<{
  readonly status: string;
  readonly failure: string;
  readonly closing: string;
  readonly outputs: Readonly<Record<string, unknown>>;
  readonly json: Readonly<Record<string, unknown>>;
  readonly summary: string;
}> {
  const view = viewDeletions({ result, file: { plan: "", planSha256: "" } });
  const parsed = ({ value }: Output): unknown => (value.startsWith("[") ? JSON.parse(value) : value);
  return {
    status: view.status,
    failure: view.failure,
    closing: view.closing.join("\n"),
    outputs: Object.fromEntries((view.outputs?.() ?? []).map((output) => [output.name, parsed(output)])),
    json: JSON.parse(view.json()) as Readonly<Record<string, unknown>>,
    summary: (await view.summary?.()) ?? "",
  };
}

describe.each(["2.8", "3.1.1"] as const)("on Distribution %s", (distribution) => {
  const stage = useDistribution(distribution);

  test.for<[string, Action]>([
    ["503", { kind: "answer", status: 503 }],
    ["a reset", { kind: "reset" }],
    ["a cut body", { kind: "truncate" }],
    ["a web page", { kind: "answer", status: 200, body: "<html>", headers: { "content-type": "text/html" } }],
  ])("after %s, what the answers say is called deleted and not proven", async ([, fault], { skip }) => {
    const made = await stage(skip);
    await fill(made);
    failsAfter(made, 2, fault);
    const pruned = await runPrune({ image: made.image, keep: "1" });
    expect(applied(pruned)).toMatchObject({ deleted: ["1.1.0", "1.0.0"], harm: [], notes: [] });
    expect(await listTags(made.repo)).toEqual(["1.2.0"]);

    const { journal = "" } = pruned.result;
    const { status, failure, closing, outputs, json, summary } = await told(pruned);
    const named = ["1.1.0", "1.0.0"].map((tag) => `${made.image}:${tag}`);
    expect(outputs).toMatchObject({ deleted: named, unproven: named, "deleted-count": "2", journal });
    expect(json).toMatchObject({ deleted: named, unproven: named, "deleted-count": 2, journal });
    expect(status).toBe("partly-failed");
    expect(closing).toContain("Deleted 2 tags, kept 1 in 1 repository");
    expect(closing).toContain("Not proven: 2 deleted tags, for 1 repository could not be read afterwards.");
    expect(closing).toContain(`restore ${journal}`);
    expect(summary).toContain("2 tags deleted (2 manifests, not proven), 1 kept");
    expect(failure).toContain("what was deleted could not be looked at afterwards");
    expect(failure).toContain("said that it deleted 2 tags, which is not proven: 1.1.0, 1.0.0.");
    expect(failure).toContain(`The journal names each: ${journal}`);
  });

  test("a tag whose deletion failed may be gone: it is not proven, and not called deleted", async ({
    skip,
  }) => {
    const made = await stage(skip);
    await fill(made);
    failsAfter(made, 2);
    const { digest } = await getManifest(made.repo, "1.1.0");
    // In its own words a registry may have done half of it.
    const body = Buffer.from(JSON.stringify({ errors: [{ code: "UNKNOWN", message: "unknown error" }] }));
    const fails: Action = { kind: "change", change: (answer) => ({ ...answer, status: 500, body }) };
    made.proxy.on({ when: (request) => isDelete(request) && request.path.endsWith(`${digest}`), act: fails });
    const pruned = await runPrune({ image: made.image, keep: "1" });
    expect(applied(pruned)).toMatchObject({ deleted: ["1.0.0"], unproven: ["1.1.0", "1.0.0"] });
    expect(await listTags(made.repo)).toEqual(["1.2.0"]);
    const { failure } = await told(pruned);
    expect(failure).toContain("said that it deleted 1 tag, which is not proven: 1.0.0.");
    expect(failure).toContain("1 tag may be gone as well, for the deletion failed: 1.1.0.");
  });

  test.for<[string, Action]>([
    ["in the registry's own words", { kind: "answer", status: 403, body: '{"errors":[{"code":"DENIED"}]}' }],
    ["by a page, after which it is seen", { kind: "answer", status: 403, body: "<html>" }],
  ])("a tag whose deletion was refused %s is not unproven", async ([, act], { skip }) => {
    const made = await stage(skip);
    await fill(made);
    failsAfter(made, 2);
    const { digest } = await getManifest(made.repo, "1.1.0");
    made.proxy.on({ when: (request) => isDelete(request) && request.path.endsWith(`${digest}`), act });
    const pruned = await runPrune({ image: made.image, keep: "1", concurrency: "1" });
    expect(await listTags(made.repo)).toContain("1.1.0");
    expect(applied(pruned)).toMatchObject({ deleted: ["1.0.0"], unproven: ["1.0.0"] });
    expect((await told(pruned)).failure).not.toContain("may be gone as well");
  });

  test("a tag that was moved before its image's deletion is neither deleted nor unproven", async ({
    skip,
  }) => {
    const made = await stage(skip);
    const { bytes, mediaType } = await pushImage(made.repo, ["1.0.0"]);
    await putManifest(made.repo, "v1.0.0", mediaType, bytes);
    await pushImage(made.repo, ["1.1.0"]);
    failsAfter(made, 1);
    made.proxy.on({
      when: isProbe,
      times: 1,
      act: { kind: "before", run: () => pushImage(made.repo, ["v1.0.0"]) },
    });
    const pruned = await runPrune({ image: made.image, keep: "1" });
    expect(applied(pruned)).toMatchObject({ deleted: ["1.0.0"], unproven: ["1.0.0"] });
    expect(await listTags(made.repo)).toEqual(["1.1.0", "v1.0.0"]);
  });

  test("a run that is told to stop says both: that it stopped, and that it could not look", async ({
    skip,
  }) => {
    const made = await stage(skip);
    await fill(made);
    failsAfter(made, 1);
    const stop = new AbortController();
    const stops: Action = {
      kind: "after",
      run: () => {
        stop.abort();
      },
    };
    made.proxy.on({ when: isDeletion, act: stops });
    const pruned = await runPrune({ image: made.image, keep: "1", concurrency: "1" }, { stop: stop.signal });
    expect(applied(pruned)).toMatchObject({ deleted: ["1.0.0"], unproven: ["1.0.0"] });
    expect(await listTags(made.repo)).toEqual(["1.1.0", "1.2.0"]);
    const { status, failure } = await told(pruned);
    expect(status).toBe("partly-failed");
    expect(failure).toMatch(/told to stop.*what was deleted could not be looked at afterwards/);
    expect(failure).toContain("What is left goes in the next run.");
  });

  test("of two repositories, the one that could be read is proven", async ({ skip }) => {
    const [one, two] = [await stage(skip), await stage(skip)];
    for (const made of [one, two]) await fill(made);
    failsAfter(one, 2);
    const { status, outputs, closing } = await told(
      await runPrune({ image: `${one.image},${two.image}`, keep: "1" }),
    );
    const named = ({ image }: Proxied): readonly string[] => [`${image}:1.1.0`, `${image}:1.0.0`];
    expect(outputs).toMatchObject({ deleted: [...named(one), ...named(two)], unproven: named(one) });
    expect(closing).toContain("Deleted 4 tags, kept 2 in 2 repositories");
    expect(closing).toContain("Not proven: 2 deleted tags, for 1 repository could not be read afterwards.");
    expect(status).toBe("partly-failed");
  });
});

const many = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `1.0.0-rc.${index + 1}`);

describe("of many", () => {
  const [old, young] = [useDistribution("2.8"), useDistribution("3.1.1")];

  test("a look that fails before the third batch leaves those of two: they are called deleted", async ({
    skip,
  }) => {
    const made = await old(skip);
    await pushMany(made.repo, [...many(250), "1.1.0"]);
    failsAfter(made, 200);
    const pruned = await runPrune({ image: made.image, keep: "1", "group-by": "none" });
    const { deleted, unproven } = applied(pruned);
    expect(deleted).toHaveLength(200);
    expect(unproven).toEqual(deleted);
    expect(await listTags(made.repo)).toHaveLength(51);
    expect(await told(pruned)).toMatchObject({
      status: "partly-failed",
      outputs: { "deleted-count": "200" },
    });
  });

  test("tags that went before their images, which did not, are called deleted but for the one without an answer", async ({
    skip,
  }) => {
    const made = await young(skip);
    await pushMany(made.repo, [...many(220), "1.1.0"]);
    failsAfter(made, 3);
    const stop = new AbortController();
    const sent = (): number => made.proxy.requests.filter(isTagDelete).length;
    const lost: Action = { kind: "change", change: (answer) => ({ ...answer, status: 500 }) };
    made.proxy.on({ when: (request) => isTagDelete(request) && sent() === 20, act: lost });
    // Nor can it be seen what became of that one. The first image went whole, so it is the 21st.
    const unseen: Action = { kind: "answer", status: 500 };
    made.proxy.on({ when: (request) => isRead("1.0.0-rc.21")(request) && sent() >= 20, act: unseen });
    const stops: Action = {
      kind: "after",
      run: () => {
        stop.abort();
      },
    };
    made.proxy.on({ when: (request) => isTagDelete(request) && sent() === 50, act: stops });
    const pruned = await runPrune(
      { image: made.image, keep: "1", "group-by": "none", concurrency: "1" },
      { stop: stop.signal },
    );
    const { deleted, unproven = [] } = applied(pruned);
    expect(await listTags(made.repo)).toHaveLength(170);
    expect(unproven).toHaveLength(51);
    expect(unproven.filter((tag) => !deleted.includes(tag))).toEqual(["1.0.0-rc.21"]);
    const { failure, closing } = await told(pruned);
    expect(failure).toContain("50 images have lost their tags and are not deleted yet");
    expect(closing).toContain("restore ");
  });
});
