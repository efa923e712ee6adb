import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { getManifest, pushImage, pushIndex } from "../../scripts/images.mjs";
import { failureText } from "../../src/report/run/failure.js";
import { statusOf } from "../../src/report/run/result.js";
import { useDistribution } from "../support/distributions.js";
import { pushMany } from "../support/many.js";
import { isDelete, type Proxied } from "../support/proxied.js";
import { applied, type Pruned, runPrune } from "../support/pruning.js";

/** A registry, or what is in front of it, says that a manifest is deleted which no tag shows, and it is not. The last look asks for it. */
const isThere = async ({ repo }: Proxied, digest: string): Promise<boolean> =>
  (await getManifest(repo, digest)).status === 200;

function lieAbout({ proxy }: Proxied, digest: string): void {
  proxy.on({
    when: (request) => isDelete(request) && request.path.endsWith(digest),
    act: { kind: "answer", status: 202 },
  });
}

async function journalPath(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "not-done-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return join(folder, "journal.ndjson");
}

const prune = ({ image }: Proxied, journal: string): Promise<Pruned> =>
  runPrune({ image, keep: "1", "group-by": "none", journal });

describe.each(["2.8", "3.1.1"] as const)("on Distribution %s", (distribution) => {
  const stage = useDistribution(distribution);

  test("a part without a tag is said not to be deleted, and the next run with the journal deletes it", async ({
    skip,
  }) => {
    const made = await stage(skip);
    const parts = [await pushImage(made.repo, []), await pushImage(made.repo, [])] as const;
    await pushIndex(made.repo, ["1.0.0"], [...parts]);
    await pushImage(made.repo, ["1.1.0"]);
    const [{ digest }] = parts;
    lieAbout(made, digest);
    const journal = await journalPath();
    const pruned = await prune(made, journal);
    expect(await isThere(made, digest)).toBe(true);
    expect(applied(pruned)).toMatchObject({ deleted: ["1.0.0"], harm: [] });
    expect(statusOf(pruned.result)).toBe("partly-failed");
    expect(failureText(pruned.result)).toContain(`${digest} is not deleted, though the registry said`);
    expect(failureText(pruned.result)).toContain(`journal: ${journal}`);

    made.proxy.clear();
    expect(statusOf((await prune(made, journal)).result)).toBe("done");
    expect(await isThere(made, digest)).toBe(false);
  });

  test("a part that somebody pushed again, and that a tag needs by now, was deleted", async ({ skip }) => {
    const made = await stage(skip);
    const part = await pushImage(made.repo, []);
    await pushIndex(made.repo, ["1.0.0"], [part]);
    await pushImage(made.repo, ["1.1.0"]);
    lieAbout(made, part.digest);
    made.proxy.on({
      when: ({ path }) =>
        path.includes("/tags/list") && made.sent("DELETE").some((sent) => sent.endsWith(part.digest)),
      times: 1,
      act: { kind: "before", run: () => pushIndex(made.repo, ["parts"], [part]) },
    });
    const pruned = await prune(made, await journalPath());
    expect(await isThere(made, part.digest)).toBe(true);
    expect(statusOf(pruned.result)).toBe("done");
  });
});

describe("on Distribution 3.1.1", () => {
  const stage = useDistribution("3.1.1");

  test("an image whose tags were deleted before it is said not to be deleted", async ({ skip }) => {
    const made = await stage(skip);
    const tags = Array.from({ length: 205 }, (_, index) => `1.0.0-rc.${String(index + 1)}`);
    const images = await pushMany(made.repo, [...tags, "1.1.0"]);
    const { digest = "" } = images.get("1.0.0-rc.200") ?? {};
    lieAbout(made, digest);
    const journal = await journalPath();
    const pruned = await prune(made, journal);
    expect(made.sent("DELETE")).toContain("manifests/1.0.0-rc.200");
    expect(await isThere(made, digest)).toBe(true);
    expect(statusOf(pruned.result)).toBe("partly-failed");
    expect(failureText(pruned.result)).toContain(`${digest} is not deleted, though the registry said`);
    made.proxy.clear();
    expect(statusOf((await prune(made, journal)).result)).toBe("done");
    expect(await isThere(made, digest)).toBe(false);
  });
});
