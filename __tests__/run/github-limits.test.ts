import { describe, expect, test } from "vitest";
import { pullImage, pushImage, putManifest } from "../../scripts/images.mjs";
import type { RunEvent } from "../../src/core/result/event.js";
import { failureText } from "../../src/report/run/failure.js";
import { deletedTags, statusOf } from "../../src/report/run/result.js";
import {
  changesSent,
  isDelete,
  isVersions,
  type OnGitHub,
  pushTags,
  toldBy,
  useStage,
} from "../support/github-pruning.js";
import { applied, failed, type Pruned } from "../support/pruning.js";

/** GitHub's limits: what waits, what does not, and what is looked at again. */
const stage = useStage();

async function filled(...tags: readonly string[]): Promise<OnGitHub> {
  const made = await stage();
  await pushTags(made, ...tags);
  return made;
}

const THREE = ["1.0.0", "1.1.0", "1.2.0"];
const KEEPS_ONE = { keep: "1", concurrency: "1" };

function waitsOf({ events }: Pick<Pruned, "events">): readonly Extract<RunEvent, { kind: "limit-met" }>[] {
  return events.flatMap((event) => (event.kind === "limit-met" ? [event] : []));
}

/** What was sent to the API, without the ids of versions. */
function steps({ apiSent }: OnGitHub): readonly string[] {
  return apiSent().map((line) => line.replace(/\/versions\/\d+$/, "/versions/ID").replace(/\?.*/, ""));
}

const OWNER = "GET /users/octo";
const LIST = "GET PACKAGE/versions";
const DELETE = "DELETE PACKAGE/versions/ID";

describe("a secondary limit", () => {
  test.each([403, 429] as const)("on a GET (%i) is waited for, and said", async (status) => {
    const made = await filled(...THREE);
    made.github.secondaryLimit({ when: isVersions, status, retryAfter: 1 });
    const before = Date.now();
    const pruned = await made.prune(KEEPS_ONE);
    expect(waitsOf(pruned)).toEqual([
      {
        kind: "limit-met",
        host: made.github.api.host,
        limit: "secondary",
        until: expect.any(Number) as number,
      },
    ]);
    expect(waitsOf(pruned)[0]?.until).toBeGreaterThanOrEqual(before + 1000);
    expect([applied(pruned).deleted, statusOf(pruned.result)]).toEqual([["1.1.0", "1.0.0"], "done"]);
    expect(steps(made)).toEqual([OWNER, LIST, LIST, LIST, DELETE, DELETE, LIST]);
  });

  test.each([
    [403, "1"],
    [429, "8"],
  ] as const)(
    "on a DELETE (%i, %s at once) keeps none waiting: there is another look first",
    async (status, concurrency) => {
      const made = await filled(...THREE, "1.3.0");
      made.github.secondaryLimit({ when: isDelete, nth: 2, status, retryAfter: 1 });
      const pruned = await made.prune({ keep: "1", concurrency });
      expect(steps(made)).toEqual([OWNER, LIST, LIST, DELETE, DELETE, LIST, DELETE, DELETE, LIST]);
      const kinds = applied(pruned).deletions.map(({ kind }) => kind);
      expect([waitsOf(pruned).length, kinds]).toEqual([1, ["deleted", "deleted", "deleted"]]);
      expect(pruned.events.filter(({ kind }) => kind === "checked")).toHaveLength(2);
      expect(pruned.events.filter(({ kind }) => kind === "deletion")).toHaveLength(3);
      expect([statusOf(pruned.result), made.left()]).toEqual(["done", ["1.3.0"]]);
    },
  );

  test("is met ten times before a change is made, and as often after it", async () => {
    const made = await filled("1.0.0", "1.1.0");
    // The second limit sees those alone that the first lets through: the plan's, the look's, and then the last.
    for (const nth of [1, 3]) {
      made.github.secondaryLimit({ when: isVersions, nth, times: 8, retryAfter: 0 });
    }
    const pruned = await made.prune(KEEPS_ONE);
    expect([applied(pruned).deleted, statusOf(pruned.result)]).toEqual([["1.0.0"], "done"]);
    expect(made.github.api.requests.filter(isVersions)).toHaveLength(19);
    expect(waitsOf(pruned).length).toBeGreaterThan(10);
  });

  test("that is over before the batch would be leaves the rest of it to the new look", async () => {
    const made = await filled(...THREE, "1.3.0", "1.4.0", "1.5.0", "1.6.0");
    made.github.secondaryLimit({ when: isDelete, retryAfter: 1 });
    await made.prune(KEEPS_ONE);
    const rest = Array.from({ length: 6 }, () => DELETE);
    expect(steps(made)).toEqual([OWNER, LIST, LIST, DELETE, LIST, ...rest, LIST]);
    expect(made.left()).toEqual(["1.6.0"]);
  });

  test("saves an image that gets a new tag while it is waited for", async () => {
    const made = await stage();
    const doomed = await pushImage(made.pack.repo, ["1.0.0"]);
    await pushTags(made, "1.1.0");
    made.github.secondaryLimit({ when: isDelete, retryAfter: 1 });
    made.github.api.on({
      when: (request) => isVersions(request) && made.github.api.requests.some(isDelete),
      times: 1,
      act: {
        kind: "before",
        run: () => putManifest(made.pack.repo, "stable", doomed.mediaType, doomed.bytes),
      },
    });
    const pruned = await made.prune(KEEPS_ONE);
    expect(applied(pruned).deletions).toMatchObject([
      { kind: "spared", reason: { kind: "now-needed-by", by: "stable" } },
    ]);
    expect(made.left()).toEqual(["1.0.0 stable", "1.1.0"]);
    for (const tag of ["1.0.0", "stable", "1.1.0"]) await pullImage(made.pack.repo, tag);
    expect(made.github.api.requests.filter(isDelete)).toHaveLength(1);
  });

  test("without a time to wait means a minute, which ends when the run is told to stop", async () => {
    const made = await filled(...THREE);
    made.github.secondaryLimit({ when: isVersions });
    const stop = new AbortController();
    const events: RunEvent[] = [];
    const before = Date.now();
    const pruned = await made.prune(KEEPS_ONE, {
      stop: stop.signal,
      say: (event) => {
        events.push(event);
        if (event.kind === "limit-met") {
          stop.abort();
        }
      },
    });
    const [wait] = waitsOf({ events });
    expect(wait?.until).toBeGreaterThanOrEqual(before + 60_000);
    expect(wait?.until).toBeLessThan(before + 120_000);
    expect(failed(pruned).error.message).toMatch(
      /: GitHub asks for a pause, until \d\d:\d\d UTC \(\d+ (?:second|minute)s from now\)$/,
    );
    expect([statusOf(pruned.result), changesSent(made), made.left()]).toEqual(["failed", [], THREE]);
  });

  test("that asks for more than a quarter of an hour ends the run, and what was deleted before is said", async () => {
    const made = await filled(...THREE);
    made.github.secondaryLimit({ when: isDelete, nth: 2, retryAfter: 3600 });
    const pruned = await made.prune(KEEPS_ONE);
    const { deletions, deleted, stopped, harm } = applied(pruned);
    expect(deletions).toMatchObject([{ kind: "deleted" }, { kind: "spared", reason: { kind: "stopped" } }]);
    expect([deleted, harm, waitsOf(pruned)]).toEqual([["1.0.0"], [], []]);
    expect(stopped?.message).toContain("GitHub asks for a pause, until");
    expect(stopped?.message).toContain("(60 minutes from now)");
    expect([statusOf(pruned.result), made.left()]).toEqual(["partly-failed", ["1.1.0", "1.2.0"]]);
  });
});

describe("an hour's requests", () => {
  test("that are used up at the start, for long: nothing is harmed, and until when is said", async () => {
    const made = await filled(...THREE);
    made.github.limit({ limit: 60, remaining: 0, resetInSeconds: 41 * 60 });
    const pruned = await made.prune(KEEPS_ONE);
    expect(failed(pruned).error.message).toMatch(
      /: the requests of this hour are used up.*, until \d\d:\d\d UTC \(4[12] minutes from now\)$/,
    );
    expect(toldBy(pruned.outcome)).toContain("Run again after that: what is left then goes.");
    expect([statusOf(pruned.result), waitsOf(pruned), made.left()]).toEqual(["failed", [], THREE]);
    expect([steps(made), changesSent(made)]).toEqual([[OWNER], []]);
  });

  test("that are used up for a second are waited for", async () => {
    const made = await filled("1.0.0", "1.1.0");
    made.github.api.on({
      when: () => true,
      times: 1,
      act: { kind: "before", run: () => made.github.limit({ remaining: 0, resetInSeconds: 0.5 }) },
    });
    const pruned = await made.prune(KEEPS_ONE);
    expect(waitsOf(pruned)).toMatchObject([{ limit: "primary", host: made.github.api.host }]);
    expect([applied(pruned).deleted, statusOf(pruned.result)]).toEqual([["1.0.0"], "done"]);
  });

  test("are left to others from a tenth on: what was deleted until then is looked at and said", async () => {
    const made = await filled("1.0.0", "1.1.0", "1.2.0", "1.3.0", "1.4.0");
    // Three to read before the first deletion, and two deletions: six are a tenth.
    made.github.limit({ limit: 60, remaining: 11, resetInSeconds: 3000 });
    const pruned = await made.prune(KEEPS_ONE);
    const { deletions, deleted, stopped, harm } = applied(pruned);
    expect(deletions.map(({ kind }) => kind)).toEqual(["deleted", "deleted", "spared", "spared"]);
    expect([[...deleted].sort(), harm]).toEqual([["1.0.0", "1.1.0"], []]);
    expect([...deletedTags(pruned.result)].sort()).toEqual(
      ["1.0.0", "1.1.0"].map((tag) => `${made.pack.image}:${tag}`),
    );
    expect(stopped?.message).toContain("but for a tenth that other workflows may need, until");
    expect(failureText(pruned.result)).toMatch(/\(5[01] minutes from now\)\nRun again after that/);
    expect(statusOf(pruned.result)).toBe("partly-failed");
    expect(steps(made)).toEqual([OWNER, LIST, LIST, DELETE, DELETE, LIST]);
    expect(made.left()).toEqual(["1.2.0", "1.3.0", "1.4.0"]);
  });

  test("that others use up before the last look end the run: which deletions are done is said", async () => {
    const made = await filled("1.0.0", "1.1.0");
    made.github.api.on({
      when: isDelete,
      times: 1,
      act: { kind: "after", run: () => made.github.limit({ remaining: 0, resetInSeconds: 3000 }) },
    });
    const pruned = await made.prune(KEEPS_ONE);
    const { deletions, harm, stopped, deleted, unproven } = applied(pruned);
    expect([deletions.map(({ kind }) => kind), harm]).toEqual([["deleted"], []]);
    expect([deleted, unproven]).toEqual([["1.0.0"], ["1.0.0"]]);
    expect(stopped?.message).toContain("what was deleted could not be looked at afterwards");
    expect(stopped?.message).toContain("the requests of this hour are used up");
    expect([statusOf(pruned.result), made.left()]).toEqual(["partly-failed", ["1.1.0"]]);
  });

  test("of which a tenth is left, and which begin anew soon, are waited for before the deletion", async () => {
    const made = await filled("1.0.0", "1.1.0");
    made.github.api.on({
      when: (request) => isVersions(request) && made.github.api.requests.filter(isVersions).length === 2,
      times: 1,
      act: {
        kind: "before",
        run: () => made.github.limit({ limit: 60, remaining: 7, resetInSeconds: 1.2 }),
      },
    });
    const pruned = await made.prune(KEEPS_ONE);
    expect(waitsOf(pruned)).toMatchObject([{ limit: "primary" }]);
    expect([applied(pruned).deleted, statusOf(pruned.result)]).toEqual([["1.0.0"], "done"]);
    expect(steps(made)).toEqual([OWNER, LIST, LIST, LIST, DELETE, LIST]);
  });

  test("that are over by the time of a deletion keep it waiting no more", async () => {
    const made = await filled("1.0.0", "1.1.0");
    const over = {
      "x-ratelimit-limit": "60",
      "x-ratelimit-remaining": "3",
      "x-ratelimit-reset": String(Math.floor(Date.now() / 1000) - 60),
    };
    made.github.api.on({
      when: isVersions,
      act: {
        kind: "change",
        change: ({ headers, ...answer }) => ({ ...answer, headers: { ...headers, ...over } }),
      },
    });
    const pruned = await made.prune(KEEPS_ONE);
    expect([applied(pruned).deleted, waitsOf(pruned)]).toEqual([["1.0.0"], []]);
  });

  test("have no limit where no answer speaks of one, as on an Enterprise Server", async () => {
    const made = await filled(...THREE);
    made.github.limit({ limit: 60, remaining: 30 });
    made.github.api.on({
      when: () => true,
      act: {
        kind: "change",
        change: ({ headers, ...answer }) => {
          const kept = Object.entries(headers).filter(([name]) => !name.startsWith("x-ratelimit-"));
          return { ...answer, headers: Object.fromEntries(kept) };
        },
      },
    });
    const pruned = await made.prune(KEEPS_ONE);
    expect([applied(pruned).deleted, waitsOf(pruned), statusOf(pruned.result)]).toEqual([
      ["1.1.0", "1.0.0"],
      [],
      "done",
    ]);
  });
});
