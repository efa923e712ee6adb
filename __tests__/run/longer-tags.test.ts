import { describe, expect, test } from "vitest";
import {
  getManifest,
  listTags,
  pullImage,
  pushImage,
  pushIndex,
  putManifest,
} from "../../scripts/images.mjs";
import { failureText } from "../../src/report/run/failure.js";
import { statusOf } from "../../src/report/run/result.js";
import { openPort, useDistribution } from "../support/distributions.js";
import { pushMany } from "../support/many.js";
import {
  answering,
  asksByPush,
  asksForAge,
  deleteByPrefix,
  OLD_ANSWERS,
  PAGE,
  pretendToBeOld,
} from "../support/old-registry.js";
import { temporaryFile } from "../support/policies.js";
import { isDelete, isList, pulledTags, type Stage } from "../support/proxied.js";
import { applied, type Pruned, runPrune } from "../support/pruning.js";

/** Distribution up to 2.5 on S3 deletes with a tag every tag whose name begins with that tag's; here 2.8 does so by its proxy. */
const stage28 = useDistribution("2.8");

const alphas = (...numbers: readonly number[]): readonly string[] =>
  numbers.map((number) => `1.0.0-alpha.${number}`);
const upTo = (last: number, from = 1): readonly string[] =>
  alphas(...Array.from({ length: last - from + 1 }, (_, index) => from + index));

/** Of these, 2 begins what is kept, and 1 and 10 can show what the registry does. */
const KEPT = upTo(24, 20);
const FEW = [...alphas(1, 2, 10, 11), ...KEPT];

type Images = Awaited<ReturnType<typeof pushMany>>;
type Old = Stage & { readonly images: Images };

/** A registry that answers as 2.5.2 does, with an image for each tag. */
async function old(made: Stage, tags: readonly string[]): Promise<Old> {
  const images = await pushMany(made.repo, tags, "docker");
  pretendToBeOld(made);
  return { ...made, images };
}

const prune = ({ image }: Stage, keep = "5", more: Parameters<typeof runPrune>[0] = {}): Promise<Pruned> =>
  runPrune({ image, keep, ...more });

function spared(pruned: Pruned): readonly unknown[] {
  return applied(pruned).deletions.flatMap((each) =>
    each.kind === "spared" ? [[each.deletion.tags.join(" "), each.reason.kind]] : [],
  );
}

const isDeletionOf =
  ({ images }: Old, tag: string) =>
  (request: Parameters<typeof isDelete>[0]): boolean =>
    isDelete(request) && request.path.endsWith(`/${images.get(tag)?.digest ?? "none"}`);

/** The tags whose images were deleted, in the order of the requests. */
function order({ proxy, images }: Old): readonly string[] {
  const tags = new Map([...images].map(([tag, { digest }]) => [digest, tag]));
  return proxy.requests
    .filter(isDelete)
    .map(({ path }) => tags.get(path.split("/").at(-1) ?? "") ?? path)
    .map((tag) => tag.replace("1.0.0-alpha.", ""));
}

describe("a registry that deletes by prefix", () => {
  test("loses no kept tag: longer names go first, and what begins a kept name stays", async ({ skip }) => {
    const made = await old(await stage28(skip), upTo(24));
    deleteByPrefix(made);
    const pruned = await prune(made);
    expect((await pulledTags(made.repo)).toSorted()).toEqual([...alphas(2), ...upTo(24, 20)].toSorted());
    expect(spared(pruned)).toEqual([["1.0.0-alpha.2", "longer-tag-stays"]]);
    expect(applied(pruned)).toMatchObject({ notes: [], harm: [] });
    expect(applied(pruned).deleted).toHaveLength(18);
    expect(statusOf(pruned.result)).toBe("done");
    const sent = order(made);
    // 1 and 10 are the trial; the others go before the shorter name.
    expect(sent.slice(sent.indexOf("1"), sent.indexOf("1") + 2)).toEqual(["1", "10"]);
    expect(sent.indexOf("1")).toBeGreaterThan(
      Math.max(...["11", "15", "19"].map((tag) => sent.indexOf(tag))),
    );
    const left = await listTags(made.repo);
    for (const [tag, { digest }] of made.images) {
      expect([tag, (await getManifest(made.repo, digest)).status]).toEqual([
        tag,
        left.includes(tag) ? 200 : 404,
      ]);
    }
  });

  test("is left as it is where only a kept tag could show what it does", async ({ skip }) => {
    const made = await old(await stage28(skip), [...alphas(1), ...upTo(14, 10)]);
    deleteByPrefix(made);
    const pruned = await prune(made);
    expect(spared(pruned)).toEqual([["1.0.0-alpha.1", "longer-tag-stays"]]);
    expect(await pulledTags(made.repo)).toHaveLength(6);
    expect(order(made)).toEqual([]);
  });

  test("loses no tag that is pushed after the plan, and none straight before a deletion", async ({
    skip,
  }) => {
    const made = await old(await stage28(skip), [...alphas(3, 4), ...upTo(15, 10)]);
    deleteByPrefix(made);
    let lists = 0;
    const push = async (): Promise<void> => {
      lists += 1;
      // The third list is that before the first deletion; the plan and the check of its batch have theirs before.
      if (lists === 3) await pushImage(made.repo, alphas(30).slice(), { format: "docker" });
    };
    made.proxy.on({ when: isList, act: { kind: "before", run: push } });
    await pushMany(made.repo, alphas(31), "docker");
    const pruned = await prune(made, "7");
    expect(await listTags(made.repo)).toEqual(expect.arrayContaining([...alphas(3, 30, 31)]));
    expect(await listTags(made.repo)).not.toContain("1.0.0-alpha.4");
    expect(spared(pruned)).toEqual([["1.0.0-alpha.3", "longer-tag-stays"]]);
  });

  test.for([
    ["moved before its turn", "1.0.0-alpha.10"],
    ["pushed again, with the same image, after its turn", "1.0.0-alpha.11"],
  ] as const)("loses no tag of those to go that is %s", async ([, longer], { skip }) => {
    const made = await old(await stage28(skip), FEW);
    deleteByPrefix(made);
    let lists = 0;
    const push = async (): Promise<void> => {
      lists += 1;
      // That before the deletion of 1: 11 went before it.
      if (lists !== 4) return;
      const { bytes, mediaType } =
        longer === "1.0.0-alpha.10"
          ? await pushImage(made.repo, [], { format: "docker" })
          : (made.images.get(longer) ?? { bytes: Buffer.of(), mediaType: "" });
      await putManifest(made.repo, longer, mediaType, bytes);
    };
    made.proxy.on({ when: isList, act: { kind: "before", run: push } });
    const pruned = await prune(made);
    expect(await pulledTags(made.repo)).toEqual(expect.arrayContaining([longer, "1.0.0-alpha.1", ...KEPT]));
    expect(spared(pruned)).toContainEqual(["1.0.0-alpha.1", "longer-tag-stays"]);
  });

  test("takes along the tag of a child that goes, and that is no failure", async ({ skip }) => {
    const made = await stage28(skip);
    for (const version of ["1.0.0", "1.2.0"]) {
      const child = await pushImage(made.repo, [`${version}-amd64`], { format: "docker" });
      await pushIndex(made.repo, [version], [child], { format: "docker" });
    }
    pretendToBeOld(made);
    deleteByPrefix(made);
    const pruned = await prune(made, "1");
    expect(applied(pruned)).toMatchObject({ deleted: ["1.0.0", "1.0.0-amd64"], notes: [], harm: [] });
    expect(spared(pruned)).toEqual([]);
    expect((await pulledTags(made.repo)).toSorted()).toEqual(["1.2.0", "1.2.0-amd64"]);
  });

  test("that is stopped between the two of the trial has the other's image in its journal", async ({
    skip,
  }) => {
    const made = await old(await stage28(skip), FEW);
    const journal = await temporaryFile("journal.ndjson", "");
    const stop = new AbortController();
    const run = (): void => {
      stop.abort();
    };
    deleteByPrefix(made, (request) => {
      const isFirst = isDeletionOf(made, "1.0.0-alpha.1")(request);
      if (isFirst) run();
      return isFirst;
    });
    const pruned = await runPrune({ image: made.image, keep: "5", journal }, { stop: stop.signal });
    expect(await listTags(made.repo)).not.toContain("1.0.0-alpha.10");
    expect(statusOf(pruned.result)).toBe("partly-failed");
    expect(failureText(pruned.result)).toContain("1 image has lost its tags and is not deleted yet");
    expect(applied(pruned).notes).toEqual([]);
    made.proxy.clear();
    await runPrune({ image: made.image, keep: "5", journal });
    const { digest = "" } = made.images.get("1.0.0-alpha.10") ?? {};
    expect((await getManifest(made.repo, digest)).status).toBe(404);
  });
});

describe("a registry that looks old and deletes what it is told to", () => {
  test("is found to do so by two that go; the list is read again after the next", async ({ skip }) => {
    const made = await old(await stage28(skip), FEW);
    const pruned = await prune(made);
    expect(spared(pruned)).toEqual([]);
    expect(applied(pruned)).toMatchObject({ notes: [], harm: [] });
    expect((await pulledTags(made.repo)).toSorted()).toEqual([...KEPT].toSorted());
    const { requests } = made.proxy;
    const risky = requests.findIndex(isDeletionOf(made, "1.0.0-alpha.2"));
    expect(requests.slice(risky + 1).findIndex(isList)).toBe(0);
  });

  const misled = async (made: Old): Promise<Old> => {
    // What the trial shows is not so for the next.
    deleteByPrefix(made, isDeletionOf(made, "1.0.0-alpha.2"));
    return Promise.resolve(made);
  };

  test("and then takes kept tags along has them put back in the same run, and nothing else of the kind goes", async ({
    skip,
  }) => {
    const made = await misled(await old(await stage28(skip), [...FEW, ...alphas(3), ...upTo(34, 30)]));
    const pruned = await prune(made, "10");
    expect(applied(pruned).harm).toEqual([]);
    expect(applied(pruned).notes.map(({ kind, tag }) => `${kind} ${tag}`)).toEqual(
      KEPT.map((tag) => `put-back ${tag}`),
    );
    expect(await pulledTags(made.repo)).toEqual(expect.arrayContaining([...KEPT, ...upTo(34, 30)]));
    expect(spared(pruned)).toEqual([["1.0.0-alpha.3", "longer-tag-stays"]]);
    expect(statusOf(pruned.result)).toBe("done");
  });

  test("and that refuses to have them back fails, with the command that puts them back", async ({ skip }) => {
    const made = await misled(await old(await stage28(skip), FEW));
    made.proxy.on(
      answering(({ method, path }) => method === "PUT" && path.includes("/manifests/1.0.0-alpha"), PAGE),
    );
    const pruned = await prune(made);
    expect(
      applied(pruned)
        .harm.map(({ kind, tag }) => `${kind} ${tag}`)
        .toSorted(),
    ).toEqual(KEPT.map((tag) => `tag-lost ${tag}`));
    expect(statusOf(pruned.result)).toBe("failed");
    expect(failureText(pruned.result)).toContain("prune-image-tags restore");
  });
});

describe("who is asked how old it is, and who gets the caution", () => {
  const ages = ({ proxy }: Stage): number =>
    proxy.requests.filter((request) => asksForAge(request) || asksByPush(request)).length;

  describe.each(["2.8", "3.1.1"] as const)("Distribution %s", (distribution) => {
    const stage = useDistribution(distribution);

    test.for([
      ["OCI images", "oci", FEW, 0],
      // An old one fails at deletions side by side, whatever the names.
      ["Docker's images, of which no name begins another", "docker", upTo(24, 10), 1],
      ["Docker's images, of which a name begins another", "docker", FEW, 1],
    ] as const)("%s: %s", async ([, format, tags, questions], { skip }) => {
      const made = await stage(skip);
      await pushMany(made.repo, tags, format);
      const pruned = await prune(made);
      expect(applied(pruned).deleted).toHaveLength(tags.length - 5);
      expect(ages(made)).toBe(questions);
      expect(made.sent("PUT")).toEqual([]);
      expect(pruned.events.filter(({ kind }) => kind === "careful")).toEqual([]);
    });
  });

  const unknown = (detail: unknown): { status: number; body: string } => ({
    status: 404,
    body: JSON.stringify({ errors: [{ code: "MANIFEST_UNKNOWN", message: "manifest unknown", detail }] }),
  });
  const coded = (status: number, code: string): { status: number; body: string } => ({
    status,
    body: JSON.stringify({ errors: [{ code, message: "no" }] }),
  });

  test.for([
    ["2.5", OLD_ANSWERS.capitals, OLD_ANSWERS.push, true],
    ["2.6", OLD_ANSWERS.capitals, OLD_ANSWERS.pushTo26, false],
    ["2.6 for somebody who may not push", OLD_ANSWERS.capitals, coded(401, "UNAUTHORIZED"), true],
    ["2.6 behind something that refuses PUT", OLD_ANSWERS.capitals, PAGE, true],
    [
      "2.6 in whose answer another fault is first",
      OLD_ANSWERS.capitals,
      coded(400, "MANIFEST_INVALID"),
      true,
    ],
    ["something in front that refuses such names", PAGE, undefined, true],
    ["a storage that fails at that moment", unknown({ DriverName: "s3aws", Enclosed: {} }), undefined, true],
    ["a registry that is overloaded", coded(500, "UNKNOWN"), undefined, true],
    ["a registry that takes it for a tag", unknown({ Tag: `sha256:${"A".repeat(64)}` }), undefined, false],
    ["3.x", unknown(`unknown tag=sha256:${"A".repeat(64)}`), undefined, false],
    ["a registry that refuses the name", coded(400, "DIGEST_INVALID"), undefined, false],
  ] as const)("%s", async ([, capitals, push, mayTake], { skip }) => {
    const made = await stage28(skip);
    await pushImage(made.repo, ["1.0.0"], { format: "docker" });
    made.proxy.on(answering(asksForAge, capitals));
    if (push !== undefined) made.proxy.on(answering(asksByPush, push));
    const { port, repository } = await openPort(made, ["pull", "delete"]);
    await port.proveDeletes(repository);
    expect(await port.mayTakeLongerTags(repository)).toBe(mayTake);
    // It is asked once for all repositories.
    const before = ages(made);
    expect(await port.mayTakeLongerTags(repository)).toBe(mayTake);
    expect(ages(made)).toBe(before);
    expect(before).toBe(push === undefined ? 1 : 2);
    await pullImage(made.repo, "1.0.0");
  });

  test("a registry whose words are not Distribution's is asked nothing", async ({ skip }) => {
    const made = await stage28(skip);
    made.proxy.on(
      answering(({ method }) => method === "DELETE", {
        status: 404,
        body: JSON.stringify({
          errors: [{ code: "MANIFEST_UNKNOWN", message: "manifest unknown", detail: {} }],
        }),
      }),
    );
    const { port, repository } = await openPort(made, ["pull", "delete"]);
    await port.proveDeletes(repository);
    expect(await port.mayTakeLongerTags(repository)).toBe(false);
    expect(ages(made)).toBe(0);
  });
});

describe("a dry run", () => {
  const says = ({ events }: Pruned): boolean =>
    events.some((event) => event.kind === "careful" && event.isForeseen === true);
  const dry = (made: Stage, keep?: string): Promise<Pruned> => prune(made, keep, { "dry-run": "true" });

  test("says that the run may keep more, where reading shows that the registry may be that old", async ({
    skip,
  }) => {
    const made = await old(await stage28(skip), FEW);
    const pruned = await dry(made);
    expect(says(pruned)).toBe(true);
    expect(statusOf(pruned.result)).toBe("done");
    expect(made.proxy.requests.filter(asksForAge)).toHaveLength(1);
    expect(made.proxy.requests.filter(({ method }) => method !== "GET" && method !== "HEAD")).toEqual([]);
  });

  test("asks nothing where no tag that goes begins another, and says nothing of a later registry", async ({
    skip,
  }) => {
    const apart = await old(await stage28(skip), alphas(1, 20, 30));
    expect(says(await dry(apart, "2"))).toBe(false);
    expect(apart.proxy.requests.filter(asksForAge)).toEqual([]);
    const later = await stage28(skip);
    await pushMany(later.repo, FEW, "docker");
    expect(says(await dry(later))).toBe(false);
    expect(later.proxy.requests.filter(asksForAge)).toHaveLength(1);
  });

  test("is not stopped by a question that gets no answer", async ({ skip }) => {
    const made = await stage28(skip);
    await pushMany(made.repo, FEW, "docker");
    made.proxy.on({ when: asksForAge, act: { kind: "reset" } });
    const pruned = await dry(made);
    expect(says(pruned)).toBe(false);
    expect(statusOf(pruned.result)).toBe("done");
  });
});
