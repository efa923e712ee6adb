import { describe, expect, test } from "vitest";
import { pullImage, pushImage, pushIndex, putManifest } from "../../scripts/images.mjs";
import { failureText } from "../../src/report/run/failure.js";
import { statusOf } from "../../src/report/run/result.js";
import {
  changed,
  digestsLeft,
  idOf,
  isDelete,
  isVersions,
  type OnGitHub,
  pushTags,
  useStage,
} from "../support/github-pruning.js";
import type { Pushed } from "../support/proxied.js";
import type { RecordedRequest } from "../support/proxy.js";
import { applied } from "../support/pruning.js";

/** What is not to be lost on GitHub's registry, whatever others do there meanwhile. */
const stage = useStage();

const KEEPS_ONE = { keep: "1", concurrency: "1" };

/** Runs something just before the deletions, when the plan is made. */
function meanwhile({ github }: OnGitHub, run: () => Promise<unknown>): void {
  github.api.on({
    when: (request) => isVersions(request) && github.api.requests.filter(isVersions).length === 2,
    times: 1,
    act: { kind: "before", run },
  });
}

/** Whether an index is whole, and all that it contains. */
async function pullAll({ pack }: OnGitHub, ...references: readonly string[]): Promise<void> {
  for (const reference of references) await pullImage(pack.repo, reference);
}

describe("what is pushed without a tag between the plan and the deletions", () => {
  test("is whole afterwards: an index over a child that was to go keeps the child and what contains it", async () => {
    const made = await stage();
    const { repo } = made.pack;
    const [shared, own] = [await pushImage(repo, []), await pushImage(repo, [])];
    const doomed = await pushIndex(repo, ["1.0.0"], [shared, own]);
    await pushTags(made, "1.1.0", "1.2.0");
    let pushed: Pushed | undefined;
    meanwhile(made, async () => (pushed = await pushIndex(repo, [], [shared])));
    const { deletions, harm } = applied(await made.prune(KEEPS_ONE));
    const reasons = new Map(
      deletions.map((each) => [each.deletion.digest, each.kind === "spared" ? each.reason : each.kind]),
    );
    expect(reasons.get(shared.digest as never)).toEqual({ kind: "now-needed-by", by: pushed?.digest });
    await pullAll(made, pushed?.digest ?? "none", "1.2.0");
    expect([harm, digestsLeft(made).has(shared.digest)]).toEqual([[], true]);
    // Either the index is whole, or it is gone with what nobody else needs.
    if (digestsLeft(made).has(doomed.digest)) await pullAll(made, "1.0.0");
    expect(made.left()).not.toContain("1.1.0");
  });

  test("keeps what it refers to, though that was to go", async () => {
    const made = await stage();
    const subject = await pushImage(made.pack.repo, ["1.0.0"]);
    await pushTags(made, "1.1.0");
    let referrer: Pushed | undefined;
    meanwhile(made, async () => (referrer = await pushImage(made.pack.repo, [], { subject })));
    const pruned = await made.prune(KEEPS_ONE);
    expect(applied(pruned).deletions).toMatchObject([
      { kind: "spared", reason: { kind: "now-needed-by", by: referrer?.digest } },
    ]);
    expect([made.left(), made.github.api.requests.filter(isDelete)]).toEqual([["-", "1.0.0", "1.1.0"], []]);
  });

  test("is not touched where it has nothing in common with what goes", async () => {
    const made = await stage();
    await pushTags(made, "1.0.0", "1.1.0");
    meanwhile(made, () => pushImage(made.pack.repo, []));
    const pruned = await made.prune({ ...KEEPS_ONE, "untagged-older-than": "1h" });
    expect([applied(pruned).deleted, statusOf(pruned.result)]).toEqual([["1.0.0"], "done"]);
    expect(made.left()).toEqual(["-", "1.1.0"]);
  });
});

describe("a tag that was to go", () => {
  test("and was moved meanwhile is not deleted at its new place; its old image goes no more", async () => {
    const made = await stage();
    await pushTags(made, "1.0.0", "1.1.0");
    meanwhile(made, () => pushImage(made.pack.repo, ["1.0.0"]));
    const pruned = await made.prune(KEEPS_ONE);
    expect(applied(pruned).deletions).toMatchObject([{ kind: "spared", reason: { kind: "tags-moved" } }]);
    expect(made.left()).toEqual(["-", "1.0.0", "1.1.0"]);
    await pullAll(made, "1.0.0", "1.1.0");
  });

  test("and was moved after it was listed again, though GitHub's list is old by then", async () => {
    const made = await stage();
    await pushTags(made, "1.0.0", "1.1.0");
    const { registry } = made.github;
    registry.on({
      when: ({ method, path }) => method === "HEAD" && path.endsWith("/manifests/1.0.0"),
      times: 1,
      act: { kind: "before", run: () => pushImage(made.pack.repo, ["1.0.0"]) },
    });
    const pruned = await made.prune(KEEPS_ONE);
    expect(applied(pruned).deletions).toMatchObject([{ kind: "spared", reason: { kind: "tags-moved" } }]);
    expect(made.left()).toEqual(["-", "1.0.0", "1.1.0"]);
    await pullAll(made, "1.0.0", "1.1.0");
  });

  test("and shares its version with one that stays can't go: GitHub has no way to take a tag alone", async () => {
    const made = await stage();
    const image = await pushImage(made.pack.repo, ["1.0.0", "latest"]);
    await pushTags(made, "1.1.0");
    const pruned = await made.prune(KEEPS_ONE);
    const { plan, deletions } = applied(pruned);
    const verdict = plan.verdicts.find(({ tag }) => tag === ("1.0.0" as never));
    expect(verdict).toMatchObject({
      kind: "keep",
      digest: image.digest,
      reason: { kind: "shares-digest", with: "latest", untags: "no" },
    });
    expect([deletions, made.left()]).toEqual([[], ["1.0.0 latest", "1.1.0"]]);
    expect(made.github.api.requests.filter(isDelete)).toEqual([]);
  });
});

describe("a version that the API hides", () => {
  /** Hides a version from every page. */
  function hide({ github }: OnGitHub, digest: string): void {
    const change = changed((versions) => versions.filter(({ name }) => name !== digest));
    github.api.on({ when: isVersions, act: { kind: "change", change } });
  }

  test("and the registry has is kept whole: nothing that it contains goes", async () => {
    const made = await stage();
    const { repo } = made.pack;
    const shared = await pushImage(repo, []);
    await pushIndex(repo, ["1.0.0"], [shared]);
    const hidden = await pushIndex(repo, ["1.1.0"], [shared, await pushImage(repo, [])]);
    await pushTags(made, "0.9.0");
    hide(made, hidden.digest);
    const pruned = await made.prune(KEEPS_ONE);
    const { deleted, harm, plan } = applied(pruned);
    expect([[...deleted].sort(), harm, statusOf(pruned.result)]).toEqual([["0.9.0", "1.0.0"], [], "done"]);
    expect(plan.verdicts.find(({ tag }) => tag === ("1.1.0" as never))?.kind).toBe("keep");
    expect(digestsLeft(made)).toContain(shared.digest);
    await pullAll(made, "1.1.0");
  });

  test("can't be deleted where it was to go, and nothing goes that belongs to it", async () => {
    const made = await stage();
    const { repo } = made.pack;
    const child = await pushImage(repo, []);
    const hidden = await pushIndex(repo, ["1.0.0"], [child]);
    await pushTags(made, "1.1.0", "1.2.0");
    hide(made, hidden.digest);
    const pruned = await made.prune(KEEPS_ONE);
    const { deletions, deleted } = applied(pruned);
    expect(deletions.map(({ kind, deletion }) => [kind, deletion.digest])).toContainEqual([
      "failed",
      hidden.digest,
    ]);
    expect([deleted, statusOf(pruned.result)]).toEqual([["1.1.0"], "partly-failed"]);
    expect(failureText(pruned.result)).toContain(
      `@${hidden.digest} is there, and in no list of the package's versions`,
    );
    await pullAll(made, "1.0.0", "1.2.0");
  });
});

test("a tag that the registry lists and has for a while after its deletion is deleted", async () => {
  const made = await stage();
  const old = await pushImage(made.pack.repo, ["1.0.0"]);
  await pushTags(made, "1.1.0");
  const { api, registry } = made.github;
  const lags = (end: string) => (request: RecordedRequest) =>
    api.requests.some(isDelete) && request.path.includes(end);
  const list = { name: made.pack.repo.name, tags: ["1.0.0", "1.1.0"] };
  const json = { "content-type": "application/json" };
  registry.on({
    when: lags("/tags/list"),
    act: { kind: "answer", status: 200, headers: json, body: JSON.stringify(list) },
  });
  const headers = { "content-type": old.mediaType, "docker-content-digest": old.digest };
  registry.on({
    when: lags("/manifests/1.0.0"),
    act: { kind: "answer", status: 200, headers, body: old.bytes },
  });
  const pruned = await made.prune(KEEPS_ONE);
  const { deleted, notes, harm } = applied(pruned);
  expect([deleted, notes, harm, statusOf(pruned.result)]).toEqual([["1.0.0"], [], [], "done"]);
  expect(registry.requests.filter(lags("/manifests/1.0.0")).length).toBeGreaterThan(0);
});

describe("a DELETE", () => {
  async function two(): Promise<OnGitHub & { readonly old: string }> {
    const made = await stage();
    const [old = ""] = await pushTags(made, "1.0.0", "1.1.0");
    return { ...made, old };
  }

  test("of what somebody else has just deleted finds it gone, and that is no failure", async () => {
    const made = await two();
    const { apiUrl, api } = made.github;
    const path = made.settings["image"]?.replace(/^.*\//, "") ?? "";
    const url = `${apiUrl}/orgs/octo/packages/container/${path}${idOf(made, made.old)}`;
    const headers = { authorization: `Bearer ${made.token}`, "user-agent": "somebody" };
    api.on({
      when: isDelete,
      times: 1,
      act: { kind: "before", run: () => fetch(url, { method: "DELETE", headers }) },
    });
    const pruned = await made.prune(KEEPS_ONE);
    expect(applied(pruned).deletions.map(({ kind }) => kind)).toEqual(["gone"]);
    expect([statusOf(pruned.result), made.left()]).toEqual(["done", ["1.1.0"]]);
    expect(api.requests.filter(isDelete)).toHaveLength(2);
  });

  test("that is done and answered by 502 is sent again, and is no failure", async () => {
    const made = await two();
    made.github.api.on({
      when: isDelete,
      times: 1,
      act: {
        kind: "change",
        change: (answer) => ({ ...answer, status: 502, body: Buffer.from("Bad gateway") }),
      },
    });
    const pruned = await made.prune(KEEPS_ONE);
    expect(["deleted", "gone"]).toContain(applied(pruned).deletions[0]?.kind);
    expect([applied(pruned).deleted, statusOf(pruned.result), made.left()]).toEqual([
      ["1.0.0"],
      "done",
      ["1.1.0"],
    ]);
    expect(made.github.api.requests.filter(isDelete)).toHaveLength(2);
  });

  test("that is answered by a 404 and then by nothing certain is a failure", async () => {
    const made = await two();
    const answer = (status: number) =>
      ({ kind: "answer", status, headers: { "content-type": "application/json" }, body: "{}" }) as const;
    made.github.api.on({ when: isDelete, act: answer(404) });
    made.github.api.on({ when: ({ path }) => path.endsWith(idOf(made, made.old)), act: answer(500) });
    const pruned = await made.prune(KEEPS_ONE);
    expect(applied(pruned).deletions.map(({ kind }) => kind)).toEqual(["failed"]);
    expect(failureText(pruned.result)).toContain("answered 404 while deleting version");
    expect(failureText(pruned.result)).toContain("whether it is gone can't be seen (500)");
    expect([statusOf(pruned.result), made.left()]).toEqual(["partly-failed", ["1.0.0", "1.1.0"]]);
  });

  test.each([200, 202, 205, 301, 307, 409, 422])("that is answered by %i is a failure", async (status) => {
    const made = await two();
    const headers = { "content-type": "application/json", location: `${made.github.elsewhere.url}/there` };
    made.github.api.on({ when: isDelete, act: { kind: "answer", status, headers, body: "{}" } });
    const pruned = await made.prune(KEEPS_ONE);
    expect(applied(pruned).deletions.map(({ kind }) => kind)).toEqual(["failed"]);
    expect(failureText(pruned.result)).toContain(`answered ${status} while deleting version`);
    expect([made.left(), made.github.elsewhere.requests]).toEqual([["1.0.0", "1.1.0"], []]);
  });

  test("is of the version that is listed now: one that was pushed again has a number of its own", async () => {
    const made = await stage();
    const { repo } = made.pack;
    const image = await pushImage(repo, ["1.0.0"], { seed: "again" });
    await pushTags(made, "1.1.0");
    const first = idOf(made, image.digest);
    const { apiUrl } = made.github;
    meanwhile(made, async () => {
      const headers = { authorization: `Bearer ${made.token}`, "user-agent": "somebody" };
      await fetch(`${apiUrl}/orgs/${repo.name.replace("/", "/packages/container/")}${first}`, {
        method: "DELETE",
        headers,
      });
      await putManifest(repo, "1.0.0", image.mediaType, image.bytes);
    });
    const second = async () => applied(await made.prune(KEEPS_ONE)).deletions.map(({ kind }) => kind);
    expect(await second()).toEqual(["deleted"]);
    expect(made.left()).toEqual(["1.1.0"]);
    expect(made.apiSent().filter((line) => line.startsWith("DELETE"))).not.toEqual([
      `DELETE PACKAGE${first}`,
    ]);
  });

  test("of an index that is deleted and pushed again in that moment leaves its children", async () => {
    const made = await stage();
    const { repo } = made.pack;
    const child = await pushImage(repo, []);
    const index = await pushIndex(repo, ["1.0.0"], [child]);
    await pushTags(made, "1.1.0");
    const { apiUrl, api } = made.github;
    const url = `${apiUrl}/orgs/${repo.name.replace("/", "/packages/container/")}${idOf(made, index.digest)}`;
    const headers = { authorization: `Bearer ${made.token}`, "user-agent": "somebody" };
    const run = async () => {
      await fetch(url, { method: "DELETE", headers });
      await putManifest(repo, "1.0.0", index.mediaType, index.bytes);
    };
    api.on({ when: isDelete, times: 1, act: { kind: "before", run } });
    await made.prune(KEEPS_ONE);
    if (digestsLeft(made).has(index.digest)) {
      await pullAll(made, "1.0.0");
    }
    expect(digestsLeft(made).has(child.digest)).toBe(digestsLeft(made).has(index.digest));
  });
});
