import { describe, expect, test } from "vitest";
import { getManifest, listTags, pullImage, pushImage } from "../../scripts/images.mjs";
import { statusOf } from "../../src/report/run/result.js";
import { isTagProbe, useDistribution } from "../support/distributions.js";
import { says } from "../support/front.js";
import { isDelete, isRead, type Stage } from "../support/proxied.js";
import type { Action, RecordedRequest } from "../support/proxy.js";
import { applied, runPrune } from "../support/pruning.js";

/** A tag that goes by its name is read straight before: in a slow registry, the look of its batch is old by then. */
const TAGS = ["1.0.0-rc.1", "2.0.0-rc.1"];
const SETTINGS = { keep: "1", exclude: "*.0.0", untag: "overwrite", concurrency: "1" } as const;

const nameOf = ({ path }: RecordedRequest): string => path.split("/").at(-1) ?? "";
const isTagDelete = (request: RecordedRequest): boolean =>
  isDelete(request) && !isTagProbe(request) && TAGS.includes(nameOf(request));
const isTagPut = (request: RecordedRequest): boolean =>
  request.method === "PUT" && TAGS.includes(nameOf(request));

/** Two releases that are one image with their candidates, of which both go. */
async function released(made: Stage): Promise<Stage> {
  await pushImage(made.repo, ["1.0.0-rc.1", "1.0.0"]);
  await pushImage(made.repo, ["2.0.0-rc.1", "2.0.0"]);
  await pushImage(made.repo, ["3.0.0-rc.1"]);
  return made;
}

describe.each([
  ["3.1.1", "deleted", isTagDelete],
  ["2.8", "overwritten", isTagPut],
] as const)("on Distribution %s, where a tag is %s", (distribution, _, takes) => {
  const stage = useDistribution(distribution);

  test("both are read straight before, and go", async ({ skip }) => {
    const made = await released(await stage(skip));
    const pruned = await runPrune({ image: made.image, ...SETTINGS });
    expect(statusOf(pruned.result)).toBe("done");
    expect(await listTags(made.repo)).toEqual(expect.not.arrayContaining(TAGS));
    const { requests } = made.proxy;
    for (const tag of TAGS) {
      const taken = requests.findIndex((request) => takes(request) && nameOf(request) === tag);
      const before = requests
        .slice(0, taken)
        .findLast(({ method }) => method !== "POST" && method !== "PATCH");
      expect(before, tag).toMatchObject({
        method: "HEAD",
        path: expect.stringContaining(`/${tag}`) as string,
      });
    }
  });

  test("what somebody pushes onto one between the look and its turn stays", async ({ skip }) => {
    const made = await released(await stage(skip));
    let [moved, digest] = ["", ""];
    const run = async (request: RecordedRequest): Promise<void> => {
      moved = TAGS.find((tag) => tag !== nameOf(request)) ?? "";
      ({ digest } = await pushImage(made.repo, [moved]));
    };
    made.proxy.on({ when: takes, times: 1, act: { kind: "after", run } });
    const pruned = await runPrune({ image: made.image, ...SETTINGS });
    expect(applied(pruned).deletions).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ kind: "spared", reason: { kind: "tags-moved" } }),
        expect.objectContaining({ kind: "deleted" }),
      ]),
    );
    expect((await getManifest(made.repo, moved)).digest).toBe(digest);
    expect(made.proxy.requests.filter((request) => takes(request) && nameOf(request) === moved)).toEqual([]);
    for (const tag of await listTags(made.repo)) await pullImage(made.repo, tag);
  });

  test("one that somebody deletes meanwhile is gone, and nothing is sent", async ({ skip }) => {
    const made = await released(await stage(skip));
    let other = "";
    const run = (request: RecordedRequest): void => {
      other = TAGS.find((tag) => tag !== nameOf(request)) ?? "";
      made.proxy.on({ when: isRead(other), act: says(404, { errors: [{ code: "MANIFEST_UNKNOWN" }] }) });
    };
    made.proxy.on({ when: takes, times: 1, act: { kind: "after", run } });
    const pruned = await runPrune({ image: made.image, ...SETTINGS });
    expect(
      applied(pruned)
        .deletions.map(({ kind }) => kind)
        .sort(),
    ).toEqual(["deleted", "gone"]);
    expect(made.proxy.requests.filter((request) => takes(request) && nameOf(request) === other)).toEqual([]);
  });

  test("one that can't be read straight before is not touched", async ({ skip }) => {
    const made = await released(await stage(skip));
    let other = "";
    const run = (request: RecordedRequest): void => {
      other = TAGS.find((tag) => tag !== nameOf(request)) ?? "";
      made.proxy.on({ when: isRead(other), times: 2, act: says(404, { errors: [{ status: "404" }] }) });
    };
    made.proxy.on({ when: takes, times: 1, act: { kind: "after", run } });
    const pruned = await runPrune({ image: made.image, ...SETTINGS });
    expect(
      applied(pruned)
        .deletions.map(({ kind }) => kind)
        .sort(),
    ).toEqual(["deleted", "failed"]);
    expect(made.proxy.requests.filter((request) => takes(request) && nameOf(request) === other)).toEqual([]);
    expect(await listTags(made.repo)).toContain(other);
  });
});

describe("an empty index that a tag is pointed at", () => {
  const stage = useDistribution("2.8");
  const settings = { ...SETTINGS, exclude: "*.0.0" };
  const page = { status: 201, headers: { "content-type": "text/html" }, body: "<html>" } as const;

  test.for<[string, Action]>([
    ["201 of a page", { kind: "answer", ...page }],
    ["201, and was not written", { kind: "answer", status: 201 }],
    ["502", { kind: "answer", status: 502 }],
  ])("answered with %s leaves the tag as it was", async ([, act], { skip }) => {
    const made = await released(await stage(skip));
    made.proxy.on({ when: isTagPut, act });
    const pruned = await runPrune({ image: made.image, ...settings });
    expect(applied(pruned).deletions.map(({ kind }) => kind)).toEqual(["failed", "failed"]);
    expect(applied(pruned).deleted).toEqual([]);
    expect(await listTags(made.repo)).toHaveLength(5);
    for (const tag of await listTags(made.repo)) await pullImage(made.repo, tag);
  });

  test.for([502, 524, 201])(
    "written and answered with %i of a page goes with its tag",
    async (status, { skip }) => {
      const made = await released(await stage(skip));
      made.proxy.on({
        when: isTagPut,
        act: { kind: "change", change: () => ({ ...page, status, body: Buffer.from(page.body) }) },
      });
      const pruned = await runPrune({ image: made.image, ...settings });
      expect(applied(pruned).deletions.map(({ kind }) => kind)).toEqual(["deleted", "deleted"]);
      expect(await listTags(made.repo)).toEqual(expect.not.arrayContaining(TAGS));
    },
  );
});
