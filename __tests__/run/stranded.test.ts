import { describe, expect, test } from "vitest";
import { getManifest, listTags, pullImage, pushImage } from "../../scripts/images.mjs";
import { failureText } from "../../src/report/run/failure.js";
import { statusOf } from "../../src/report/run/result.js";
import { attachmentTag } from "../support/attachments.js";
import { useDistribution } from "../support/distributions.js";
import { temporaryFile } from "../support/policies.js";
import type { Pushed, Stage } from "../support/proxied.js";
import type { Action } from "../support/proxy.js";
import { applied, type Pruned, runPrune } from "../support/pruning.js";

/** An attachment whose image went and which did not: no policy finds it again, so the journal has it, and the run says so. */
interface Attached extends Stage {
  readonly tag: string;
  readonly journal: string;
  readonly prune: (more?: Record<string, string>) => Promise<Pruned>;
  /** Answers the deletions of the attachment in the registry's place. */
  readonly answer: (act: Action) => void;
}

describe.each(["2.8", "3.1.1"] as const)("on Distribution %s", (distribution) => {
  const stage = useDistribution(distribution);

  async function attached(made: Stage): Promise<Attached> {
    const image: Pushed = await pushImage(made.repo, ["1.0.0"]);
    const tag = attachmentTag(image, ".att");
    const attachment = await pushImage(made.repo, [tag]);
    await pushImage(made.repo, ["1.1.0"]);
    const journal = await temporaryFile("journal.ndjson", "");
    const prune = (more = {}): Promise<Pruned> =>
      runPrune({ image: made.image, keep: "1", journal, ...more });
    const answer = (act: Action): void => {
      const isIts = (path: string): boolean => path.endsWith(attachment.digest);
      made.proxy.on({ when: ({ method, path }) => method === "DELETE" && isIts(path), act });
    };
    return { ...made, tag, journal, prune, answer };
  }

  async function expectFinished(made: Attached): Promise<void> {
    made.proxy.clear();
    const again = await made.prune();
    expect(applied(again)).toMatchObject({ deleted: [made.tag], harm: [], notes: [] });
    expect(statusOf(again.result)).toBe("done");
    expect(await listTags(made.repo)).toEqual(["1.1.0"]);
    const third = await made.prune();
    expect([applied(third).deletions, failureText(third.result)]).toEqual([[], ""]);
    await pullImage(made.repo, "1.1.0");
  }

  test("where the registry says that it deleted it, and did not, the next run with the journal does", async ({
    skip,
  }) => {
    const made = await attached(await stage(skip));
    made.answer({ kind: "answer", status: 202 });
    const first = await made.prune();
    expect(applied(first).notes).toEqual([{ kind: "still-there", tag: made.tag }]);
    expect(statusOf(first.result)).toBe("partly-failed");
    expect(failureText(first.result)).toContain(
      `1 tag still there after the registry said that it deleted them. Run again with journal: ${made.journal}`,
    );
    expect((await getManifest(made.repo, made.tag)).status).toBe(200);
    await expectFinished(made);
  });

  test("where its deletion fails, the next run with the journal deletes it, and this one says so", async ({
    skip,
  }) => {
    const made = await attached(await stage(skip));
    made.answer({ kind: "answer", status: 500 });
    const first = await made.prune();
    expect(failureText(first.result)).toContain(
      `1 part or attachment of deleted images left: ${made.tag}. Run again with journal: ${made.journal}`,
    );
    await expectFinished(made);
  });

  test("a run without the journal says where it is, and that the attachment is an orphan", async ({
    skip,
  }) => {
    const made = await attached(await stage(skip));
    made.answer({ kind: "answer", status: 202 });
    await made.prune();
    made.proxy.clear();
    const other = await runPrune({ image: made.image, keep: "1" });
    expect(applied(other).plan.verdicts).toContainEqual(
      expect.objectContaining({
        kind: "keep",
        tag: made.tag,
        reason: expect.objectContaining({ kind: "orphan" }) as object,
      }),
    );
    expect([statusOf(other.result), failureText(other.result)]).toEqual(["done", ""]);
  });
});
