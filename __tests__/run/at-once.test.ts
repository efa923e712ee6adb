import { describe, expect, test } from "vitest";
import { pullImage, pushImage, pushIndex, putManifest } from "../../scripts/images.mjs";
import type { RunEvent } from "../../src/core/result/event.js";
import { failureText } from "../../src/report/run/failure.js";
import { statusOf } from "../../src/report/run/result.js";
import { isTagProbe, useDistribution } from "../support/distributions.js";
import { isDelete, isList, type Pushed, type Stage } from "../support/proxied.js";
import type { RecordedRequest } from "../support/proxy.js";
import { applied, type Pruned, runPrune } from "../support/pruning.js";
import { runRestore, signatureOf } from "../support/restoring.js";

/**
 * Somebody moves a tag that stays onto an image that goes, after the last look at it, and somebody else deletes the image at which the run knew it. Nothing of both is
 * left then; the run says that the tag is lost, fails, and `restore` puts it back. Tags that others delete as their own are no harm.
 */
const isDeletion = (request: RecordedRequest): boolean => isDelete(request) && !isTagProbe(request);

const move = ({ repo }: Stage, tag: string, { mediaType, bytes }: Pushed): Promise<unknown> =>
  putManifest(repo, tag, mediaType, bytes);

const remove = ({ repo }: Stage, reference: string): Promise<unknown> =>
  fetch(`${repo.base}/v2/${repo.name}/manifests/${reference}`, { method: "DELETE" });

/** Prunes, and looks again at what seems harmed without a wait, as after a signal. */
function prune({ image }: Pick<Stage, "image">): Promise<Pruned> {
  const stop = new AbortController();
  const say = ({ kind }: RunEvent): void => {
    if (kind === "verifying") stop.abort();
  };
  return runPrune({ image, keep: "1", concurrency: "1" }, { stop: stop.signal, say });
}

/** Another run, past the proxy. */
const otherPrune = ({ repo }: Stage): Promise<Pruned> =>
  prune({ image: `${new URL(repo.base).host}/${repo.name}` });

/** Runs something between the last look at the tags and the first deletion. */
function inTheWindow(made: Stage, run: () => Promise<unknown>): void {
  made.proxy.on({ when: isDeletion, times: 1, act: { kind: "before", run } });
}

/** Runs something between the reading for the plan and the look before the deletions. */
function beforeTheLook(made: Stage, run: () => Promise<unknown>): void {
  const lists = (): number => made.proxy.requests.filter(isList).length;
  made.proxy.on({
    when: (request) => isList(request) && lists() === 2,
    times: 1,
    act: { kind: "before", run },
  });
}

/** Runs what the failure of a run prints, and pulls the tag. */
async function putBack({ repo }: Stage, { result }: Pruned, tag: string): Promise<string | undefined> {
  expect(statusOf(result)).toBe("failed");
  expect(failureText(result)).toContain(`restore ${result.journal ?? ""} ${tag}`);
  await runRestore(result.journal ?? "", { wanted: [tag] });
  return (await pullImage(repo, tag))[0];
}

describe.each(["2.8", "3.1.1"] as const)("on Distribution %s", (distribution) => {
  const stage = useDistribution(distribution);

  test("each of two prunes deletes the image at which the other knew a tag", async ({ skip }) => {
    const made = await stage(skip);
    const { repo } = made;
    const part = await pushImage(repo, []);
    const one = await pushIndex(repo, ["1.0.0", "stable"], [part]);
    const signature = signatureOf(one, ".sig");
    await pushImage(repo, [signature]);
    const two = await pushImage(repo, ["1.1.0"]);
    await pushImage(repo, ["1.2.0"]);
    const others: Pruned[] = [];
    inTheWindow(made, async () => {
      await move(made, "stable", two);
      others.push(await otherPrune(made));
    });
    const pruned = await prune(made);
    expect(others.map(({ result }) => statusOf(result))).toEqual(["done"]);
    expect(applied(pruned).harm).toEqual([
      { kind: "image-lost", tag: "stable", image: one.digest },
      { kind: "image-lost", tag: signature, image: expect.any(String) as string },
    ]);
    expect(await putBack(made, pruned, "stable")).toBe(one.digest);
    await pullImage(repo, signature);
  });

  test("a tag that was seen to move is lost with the image at which it was seen last", async ({ skip }) => {
    const made = await stage(skip);
    const { repo } = made;
    await pushImage(repo, ["stable"]);
    const old = await pushImage(repo, ["1.1.0"]);
    await pushImage(repo, ["1.2.0"]);
    const last: Pushed[] = [];
    beforeTheLook(made, async () => last.push(await pushImage(repo, ["stable"])));
    inTheWindow(made, async () => {
      await move(made, "stable", old);
      await remove(made, last[0]?.digest ?? "");
    });
    const pruned = await prune(made);
    expect(applied(pruned).harm).toEqual([{ kind: "image-lost", tag: "stable", image: last[0]?.digest }]);
    expect(await putBack(made, pruned, "stable")).toBe(last[0]?.digest);
  });

  test.for([
    ["that is new", "promoted"],
    ["that goes, and was moved", "1.0.0"],
  ] as const)(
    "a tag %s, and was seen by the look, is lost if its image is there",
    async ([, tag], { skip }) => {
      const made = await stage(skip);
      const { repo } = made;
      await pushImage(repo, ["1.0.0"]);
      const old = await pushImage(repo, ["1.1.0"]);
      await pushImage(repo, ["1.2.0"]);
      const last: Pushed[] = [];
      beforeTheLook(made, async () => last.push(await pushImage(repo, [tag])));
      made.proxy.on({
        when: (request) => isDeletion(request) && request.path.endsWith(old.digest),
        act: { kind: "before", run: () => move(made, tag, old) },
      });
      const pruned = await prune(made);
      expect(applied(pruned).harm).toEqual([{ kind: "tag-lost", tag, image: last[0]?.digest }]);
      expect(await putBack(made, pruned, tag)).toBe(last[0]?.digest);
    },
  );

  test.for([
    ["by digest", false],
    ["after it was pushed anew in this moment", true],
  ] as const)("another pipeline may delete its own tags %s", async ([, isNew], { skip }) => {
    const made = await stage(skip);
    const { repo } = made;
    const own = await pushImage(repo, ["feature-x"]);
    for (const tag of ["1.1.0", "1.2.0"]) await pushImage(repo, [tag]);
    let { digest } = own;
    if (isNew) beforeTheLook(made, async () => ({ digest } = await pushImage(repo, ["feature-y"])));
    inTheWindow(made, () => remove(made, digest));
    const pruned = await prune(made);
    const notes = isNew ? [] : [{ kind: "removed", tag: "feature-x" }];
    expect(applied(pruned)).toMatchObject({ deleted: ["1.1.0"], harm: [], notes });
    expect(statusOf(pruned.result)).toBe("done");
  });
});
