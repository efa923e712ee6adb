import { readFile } from "node:fs/promises";
import { describe, expect, test, type TestContext } from "vitest";
import { getManifest, listTags, pullImage, pushImage, pushIndex, type Repo } from "../../scripts/images.mjs";
import { pushSchema1 } from "../../scripts/schema1.mjs";
import { statusOf } from "../../src/report/run/result.js";
import { type attach, attachByFallback } from "./attachments.js";
import { describeSchema1, expectGone, resolvedTags } from "./contract-schema1.js";
import { pushMany } from "./many.js";
import { isDelete, type Pushed, pulledTags } from "./proxied.js";
import type { Answer } from "./proxy.js";
import { applied, failed, type Pruned } from "./pruning.js";
import { type RegistryRow, titleOf } from "./registry-rows.js";
import { ends, only } from "./restoring.js";
import { type RowStage, type UseStage, useRow } from "./row-registry.js";
import { savePlan } from "./saved-plans.js";

/** A row with its stage: what every test of the contract needs. */
interface Contract {
  readonly row: RegistryRow;
  readonly format: "oci" | "docker";
  readonly stage: UseStage;
}

type Skipping = Pick<TestContext, "skip">;

/** Returns what defines a test where a row has the ability; elsewhere there is none, for a test that is skipped counts as failed. */
function testIf(has: boolean): (name: string, run: (context: Skipping) => Promise<void>) => void {
  return (name, run) => {
    if (has) test(name, run);
  };
}

/** The contract of every registry: the same tests, where what differs is an ability of the row. */
export function describeContract(row: RegistryRow): void {
  describe(titleOf(row), () => {
    const stage = useRow(row);
    const { format } = row;
    const push = pusherOf(row);
    if (row.takesSchema1) describeSchema1({ row, stage });
    describeRefusals({ row, stage, push });
    if (format === "schema1") return;
    const contract = { row, format, stage };
    describeReading(contract);
    describePruning(contract);
    describeParts(contract);
    describeUndo(contract);
  });
}

/** Returns the function that pushes an image of a format under one tag. */
function pusherOf({ format }: RegistryRow): (repo: Repo, tag: string) => Promise<unknown> {
  return format === "schema1" ? pushSchema1 : (repo, tag) => pushImage(repo, [tag], { format });
}

const versions = (count: number, first = 0): readonly string[] =>
  Array.from({ length: count }, (_, number) => `1.0.${first + number}`);

/** The status of each of these digests. */
async function statusesOf(repo: Repo, images: readonly { readonly digest: string }[]): Promise<unknown> {
  const answers: number[] = [];
  for (const { digest } of images) answers.push((await getManifest(repo, digest)).status);
  return answers;
}

/** Expects a prune to have done all that it planned, with nothing to note. */
function expectDone(pruned: Pruned): ReturnType<typeof applied> {
  const outcome = applied(pruned);
  const failures = outcome.deletions.flatMap((each) => (each.kind === "failed" ? [each.error.message] : []));
  expect({ failures, notes: outcome.notes, harm: outcome.harm }).toEqual({
    failures: [],
    notes: [],
    harm: [],
  });
  expect(statusOf(pruned.result)).toBe("done");
  return outcome;
}

/** Has the registry send its list of tags in two pages, of which the first has this many. */
function cutFirstPage({ proxy, repo }: RowStage, length: number): void {
  const change = (answer: Answer): Answer => {
    if (answer.status !== 200) return answer;
    const { name, tags } = JSON.parse(answer.body.toString()) as { name: string; tags: string[] };
    const first = tags.slice(0, length);
    const link = `</v2/${repo.name}/tags/list?n=1000&last=${first.at(-1) ?? ""}>; rel="next"`;
    const body = Buffer.from(JSON.stringify({ name, tags: first }));
    return { ...answer, headers: { ...answer.headers, link }, body };
  };
  proxy.on({ when: ({ path }) => path.endsWith("/tags/list"), act: { kind: "change", change } });
}

function describeReading({ row: { saysUnknown }, format, stage }: Contract): void {
  test("lists every tag, through all pages", async ({ skip }: Skipping) => {
    const made = await stage(skip);
    await pushMany(made.repo, versions(130), format);
    cutFirstPage(made, 70);
    const { outcome } = await made.prune({ image: made.image, keep: "100", "dry-run": "true" });
    expect(outcome).toMatchObject({ kind: "planned" });
    const { verdicts } = (outcome as Extract<typeof outcome, { readonly kind: "planned" }>).plan;
    expect(new Set(verdicts.map(({ tag }) => tag as string))).toEqual(new Set(versions(130)));
    expect(verdicts.filter(({ kind }) => kind === "delete")).toHaveLength(30);
    expect(made.proxy.requests.filter(isDelete)).toEqual([]);
  });

  testIf(saysUnknown)("says that a repository is not there", async ({ skip }: Skipping) => {
    const made = await stage(skip);
    const { outcome } = await made.prune({ image: made.image });
    expect(outcome).toMatchObject({ kind: "nothing", why: "unknown-repository" });
  });
}

function describePruning({ row: { untags }, format, stage }: Contract): void {
  const push = (repo: Repo, tags: readonly string[]): Promise<Pushed> =>
    pushImage(repo, [...tags], { format });

  test("deletes all but the newest, images and tags, and what stays is whole", async ({ skip }: Skipping) => {
    const { repo, image, prune } = await stage(skip);
    // Of which none begins another: where a registry may be 2.5, one that begins a kept tag stays.
    const tags = versions(12, 10);
    const images = [];
    for (const tag of tags) images.push(await push(repo, [tag]));
    await push(repo, ["latest"]);
    const { deleted } = expectDone(await prune({ image, keep: "2" }));
    expect([...deleted].sort()).toEqual(tags.slice(0, 10));
    expect(await pulledTags(repo)).toEqual(["1.0.20", "1.0.21", "latest"]);
    expect(await statusesOf(repo, images)).toEqual([...tags.slice(0, 10).map(() => 404), 200, 200]);
    expectDone(await prune({ image, keep: "2" }));
  });

  test("a tag that shares its image with a kept one harms nothing, promoted ones neither", async ({
    skip,
  }: Skipping) => {
    const { repo, image, prune } = await stage(skip);
    await push(repo, ["1.0.0"]);
    const shared = await push(repo, ["1.0.1", "stable"]);
    await push(repo, ["1.1.0-rc.1"]);
    const promoted = await push(repo, ["1.1.0-rc.2", "1.1.0"]);
    await push(repo, ["1.1.0-rc.3"]);
    expectDone(await prune({ image, keep: "1" }));
    const kept = ["1.1.0", "1.1.0-rc.3", "stable"];
    const stay = untags === "yes" ? kept : [...kept, "1.0.1", "1.1.0-rc.2"].toSorted();
    expect(await pulledTags(repo)).toEqual(stay);
    expect(await statusesOf(repo, [shared, promoted])).toEqual([200, 200]);
  });

  testIf(untags === "overwrite")(
    "takes a tag off its image where it may write over it",
    async ({ skip }: Skipping) => {
      const { repo, image, prune } = await stage(skip);
      await push(repo, ["1.0.0"]);
      const shared = await push(repo, ["1.0.1", "stable"]);
      await push(repo, ["1.0.2"]);
      expectDone(await prune({ image, keep: "1", untag: "overwrite" }));
      expect(await pulledTags(repo)).toEqual(["1.0.2", "stable"]);
      expect(await statusesOf(repo, [shared])).toEqual([200]);
    },
  );

  test("carries out a saved plan", async ({ skip }: Skipping) => {
    const { repo, image, prune, apply } = await stage(skip);
    for (const tag of versions(4)) await push(repo, [tag]);
    const plan = await savePlan({ image, keep: "1" }, prune);
    await push(repo, ["1.0.4"]);
    expectDone(await apply({ plan }));
    expect(await pulledTags(repo)).toEqual(["1.0.3", "1.0.4"]);
  });
}

function describeParts({ format, stage }: Contract): void {
  test("an index goes with its children, nested ones too, but for those that others need", async ({
    skip,
  }: Skipping) => {
    const { repo, image, prune } = await stage(skip);
    const part = (): Promise<Pushed> => pushImage(repo, [], { format });
    const [first, shared, deep, second] = [await part(), await part(), await part(), await part()];
    const flat = await pushIndex(repo, ["1.0.0"], [first, shared], { format });
    const inner = await pushIndex(repo, [], [deep], { format });
    const outer = await pushIndex(repo, ["1.0.1"], [inner, shared], { format });
    await pushIndex(repo, ["1.0.2"], [shared, second], { format });
    expectDone(await prune({ image, keep: "1" }));
    expect(await statusesOf(repo, [flat, first, outer, inner, deep])).toEqual([404, 404, 404, 404, 404]);
    expect(await pulledTags(repo)).toEqual(["1.0.2"]);
  });

  test("what refers to an image goes and stays with it", async ({ skip }: Skipping) => {
    const { repo, image, prune } = await stage(skip);
    const attached = format === "oci" ? attachByFallback : attachOld;
    const old = await attached(repo, await pushImage(repo, ["1.0.0"], { format }));
    const kept = await attached(repo, await pushImage(repo, ["1.0.1"], { format }));
    expectDone(await prune({ image, keep: "1" }));
    expect(await pulledTags(repo)).toEqual(["1.0.1", ...kept.tags].toSorted());
    expect(await statusesOf(repo, old.attachments)).toEqual(old.attachments.map(() => 404));
    expect(await statusesOf(repo, kept.attachments)).toEqual(kept.attachments.map(() => 200));
  });

  /** Attaches as cosign does, to a registry that knows no OCI. */
  async function attachOld(repo: Repo, to: Pushed): Promise<Awaited<ReturnType<typeof attach>>> {
    const tag = `${to.digest.replace(":", "-")}.sig`;
    return { image: to, tags: [tag], attachments: [await pushImage(repo, [tag], { format })] };
  }
}

function describeRefusals({
  row,
  stage,
  push,
}: Omit<Contract, "format"> & { readonly push: ReturnType<typeof pusherOf> }): void {
  testIf(row.turnsDeletesOff)(
    "deletes nothing where deletes are off, and says so",
    async ({ skip }: Skipping) => {
      const { repo, image, prune } = await stage(skip, { deletes: false });
      for (const tag of versions(3)) await push(repo, tag);
      expect(failed(await prune({ image, keep: "1" })).error).toMatchObject({ kind: "deletes-off" });
      expect(await resolvedTags(repo)).toEqual(versions(3));
    },
  );

  test("signs in where it is asked to, and does nothing with a wrong password", async ({
    skip,
  }: Skipping) => {
    const { repo, image, prune, login } = await stage(skip, { signsIn: true });
    for (const tag of versions(3)) await push(repo, tag);
    const wrong = failed(await prune({ image, keep: "1", ...login, password: "wrong" }));
    expect(wrong.error).toMatchObject({ kind: "unauthorized" });
    expect(await resolvedTags(repo)).toEqual(versions(3));
    expectGone(await prune({ image, keep: "1", ...login }), row, ["1.0.0", "1.0.1"]);
    expect(await resolvedTags(repo)).toEqual(["1.0.2"]);
    await pullImage(repo, "1.0.2");
  });
}

function describeUndo({ row: { restores }, format, stage }: Contract): void {
  testIf(restores)("puts back what it deleted, byte for byte", async ({ skip }: Skipping) => {
    const { repo, image, prune, restore } = await stage(skip);
    const child = await pushImage(repo, [], { format });
    const index = await pushIndex(repo, ["1.0.0"], [child], { format });
    const old = await pushImage(repo, ["1.0.1", "v1.0.1"], { format });
    await pushImage(repo, ["1.0.2"], { format });
    const { result } = await prune({ image, keep: "1" });
    expect(await listTags(repo)).toEqual(["1.0.2"]);
    const journal = result.journal ?? "";
    expect(await readFile(journal, "utf8")).toContain(index.digest);
    const { result: back } = await restore(journal);
    expect(ends(only(back))).toEqual({ "1.0.0": "restored", "1.0.1": "restored", "v1.0.1": "restored" });
    for (const [tag, pushed] of [["1.0.0", index] as const, ["1.0.1", old] as const]) {
      expect((await getManifest(repo, tag)).body).toEqual(pushed.bytes);
    }
    expect(await pulledTags(repo)).toEqual(["1.0.0", "1.0.1", "1.0.2", "v1.0.1"]);
  });
}
