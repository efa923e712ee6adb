import { describe, expect, test } from "vitest";
import { pullImage, pushImage, pushIndex } from "../../scripts/images.mjs";
import { failureText } from "../../src/report/run/failure.js";
import { statusOf } from "../../src/report/run/result.js";
import { isDelete, pushTags, useStage } from "../support/github-pruning.js";
import { applied } from "../support/pruning.js";

/** What GitHub keeps, whoever asks. */
const stage = useStage();

describe("one version alone", () => {
  test("that was downloaded over 5000 times stays with its parts, and all others go, be there three such in a row", async () => {
    const made = await stage();
    const { repo } = made.pack;
    const children = [await pushImage(repo, []), await pushImage(repo, [])];
    const often = [
      await pushIndex(repo, ["0.1.0"], children),
      await pushImage(repo, ["0.2.0"]),
      await pushImage(repo, ["0.3.0"]),
      await pushImage(repo, ["0.4.0"]),
    ];
    await pushTags(made, "1.0.0", "1.1.0", "1.2.0", "2.0.0");
    made.pack.visibility = "public";
    for (const { digest } of often) made.pack.downloads.set(digest, 5001);
    const pruned = await made.prune({ keep: "1", concurrency: "1" });
    const { deletions, stopped, deleted, harm } = applied(pruned);
    expect(deletions.map(({ kind, deletion }) => `${kind} ${deletion.tags.join("")}`)).toEqual([
      "failed 0.1.0",
      "spared ",
      "spared ",
      "failed 0.2.0",
      "failed 0.3.0",
      "failed 0.4.0",
      "deleted 1.0.0",
      "deleted 1.1.0",
      "deleted 1.2.0",
    ]);
    expect([stopped, harm, [...deleted].sort()]).toEqual([undefined, [], ["1.0.0", "1.1.0", "1.2.0"]]);
    expect(statusOf(pruned.result)).toBe("partly-failed");
    const said = failureText(pruned.result);
    expect(said).toContain("4 deletions failed. ");
    expect(said).toContain(
      "GitHub keeps it (Publicly visible package versions with more than 5000 downloads",
    );
    expect(said).toContain(
      "can't be deleted: exclude its tag, make the package private for the deletion, or ask GitHub Support.",
    );
    expect(made.left()).toEqual(["-", "-", "0.1.0", "0.2.0", "0.3.0", "0.4.0", "2.0.0"]);
    for (const tag of ["0.1.0", "0.2.0", "0.3.0", "0.4.0", "2.0.0"]) await pullImage(repo, tag);
    expect(made.github.api.requests.filter(isDelete)).toHaveLength(7);
  });

  test("of a private package goes, however often it was downloaded", async () => {
    const made = await stage();
    const [old = ""] = await pushTags(made, "1.0.0", "1.1.0");
    made.pack.downloads.set(old, 9000);
    expect(applied(await made.prune({ keep: "1" })).deleted).toEqual(["1.0.0"]);
  });

  test("that is the last with a tag stays, allow-empty or not; the others go", async () => {
    const made = await stage();
    await pushTags(made, "1.0.0", "1.1.0", "1.2.0");
    const pruned = await made.prune({ keep: "0", "allow-empty": "true", concurrency: "1" });
    const { deletions, deleted, stopped } = applied(pruned);
    expect(deletions.map(({ kind }) => kind)).toEqual(["deleted", "deleted", "failed"]);
    expect([deleted, stopped]).toEqual([["1.1.0", "1.0.0"], undefined]);
    expect(statusOf(pruned.result)).toBe("partly-failed");
    const said = failureText(pruned.result);
    expect(said).toContain("You cannot delete the last tagged version of a package.");
    expect(said).toContain(
      `allow-empty or not. If ${made.pack.repo.name} is to go, delete the whole package on its page.`,
    );
    expect(made.left()).toEqual(["1.2.0"]);
    await pullImage(made.pack.repo, "1.2.0");
  });

  test("and any other 400 are failures as others are: three in a row end the run", async () => {
    const made = await stage();
    await pushTags(made, ...Array.from({ length: 6 }, (_, number) => `1.${number}.0`));
    const body = JSON.stringify({ message: "Something else" });
    made.github.api.on({
      when: isDelete,
      act: { kind: "answer", status: 400, headers: { "content-type": "application/json" }, body },
    });
    const pruned = await made.prune({ keep: "1", concurrency: "1" });
    const { deletions, stopped } = applied(pruned);
    expect(deletions.map(({ kind }) => kind)).toEqual(["failed", "failed", "failed", "spared", "spared"]);
    expect(stopped?.message).toContain("the registry fails to delete");
    expect(failureText(pruned.result)).toContain(`answered 400, "Something else" while deleting version`);
    expect(failureText(pruned.result)).toContain("githubstatus.com");
    expect(made.left()).toHaveLength(6);
  });
});
