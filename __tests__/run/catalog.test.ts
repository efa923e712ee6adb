import { describe, expect, onTestFinished, test, type TestContext } from "vitest";
import { pushBlob, pushImage, putManifest } from "../../scripts/images.mjs";
import { statusOf } from "../../src/report/run/result.js";
import { useDistribution } from "../support/distributions.js";
import { deletesSent, methodsSent, temporaryFile } from "../support/policies.js";
import { pulledTags } from "../support/proxied.js";
import { startProxy } from "../support/proxy.js";
import { runApply, runPrune } from "../support/pruning.js";
import { savePlan } from "../support/saved-plans.js";
import { pullAll, pushAlphas, startScripted } from "../support/scripted.js";
import { ALL, catalogsAsked, endsOf, isCatalog, NEWEST, type Team, teamOf } from "../support/teams.js";

/** Repositories that nobody names one by one: patterns of them, in the registry's catalog. */
const keep = { keep: "1" };

async function empty({ base, name }: Team["repo"], ...tags: readonly string[]): Promise<void> {
  for (const tag of tags) {
    const { digest } = await pushImage({ base, name }, [tag]);
    const { status } = await fetch(`${base}/v2/${name}/manifests/${digest}`, { method: "DELETE" });
    expect(status).toBe(202);
  }
}

describe.each(["2.8", "3.1.1"] as const)("a pattern of repositories, on Distribution %s", (distribution) => {
  const stage = useDistribution(distribution);
  const made = async (skip: TestContext["skip"]): Promise<Team> => teamOf(await stage(skip));

  test("of one part of the path has those pruned that are right below, and no others", async ({ skip }) => {
    const at = await made(skip);
    await at.push("a", "b.c", "deep/d");
    const { result, outcome, events } = await runPrune({ image: `${at.team}/*`, ...keep });
    expect(events.map(({ kind }) => kind)).not.toContain("repositories-unruled");
    // Before the first is read: of many, little is said of each.
    expect(events[0]).toEqual({ kind: "repositories-found", repositories: 2 });
    expect(outcome.repository).toBe(`${at.team}/a`);
    expect(endsOf(result.outcomes)).toEqual({ [`${at.team}/a`]: "applied", [`${at.team}/b.c`]: "applied" });
    expect(statusOf(result)).toBe("done");
    for (const name of ["a", "b.c"]) expect(await at.left(name)).toEqual(NEWEST);
    expect(await at.left("deep/d")).toEqual(ALL);
    expect(at.proxy.requests.filter(({ path }) => path.includes("/deep/"))).toEqual([]);
  });

  test.for([
    ["**", ["a", "b", "deep/d"]],
    ["{a,deep/*}", ["a", "deep/d"]],
    ["[^a]", ["b"]],
    ["?", ["a", "b"]],
  ] as const)("%s", async ([pattern, pruned], { skip }) => {
    const at = await made(skip);
    const names = ["a", "b", "deep/d"];
    await at.push(...names);
    const { result } = await runPrune({ image: `${at.team}/${pattern}`, ...keep });
    expect(result.outcomes.map(({ repository }) => repository)).toEqual(
      pruned.map((name) => `${at.team}/${name}`),
    );
    for (const name of names) {
      expect(await at.left(name)).toEqual((pruned as readonly string[]).includes(name) ? NEWEST : ALL);
    }
  });

  test("and another that overlaps have a repository pruned once, and the catalog read once", async ({
    skip,
  }) => {
    const at = await made(skip);
    await at.push("a", "b");
    const image = `${at.team}/*\n${at.team}/{a,b}\n${at.team}/a*`;
    const { result } = await runPrune({ image, ...keep });
    expect(result.outcomes.map(({ kind }) => kind)).toEqual(["applied", "applied"]);
    expect(catalogsAsked(at)).toBe(1);
    for (const name of ["a", "b"]) expect(await at.left(name)).toEqual(NEWEST);
  });

  test("on another registry beside it: each is asked for its own", async ({ skip }) => {
    const [at, other] = [await made(skip), await made(skip)];
    for (const each of [at, other]) await each.push("a");
    const { result } = await runPrune({ image: `${at.team}/*\n${other.team}/*`, ...keep });
    expect(endsOf(result.outcomes)).toEqual({ [`${at.team}/a`]: "applied", [`${other.team}/a`]: "applied" });
    for (const each of [at, other]) {
      expect(catalogsAsked(each)).toBe(1);
      expect(await each.left("a")).toEqual(NEWEST);
    }
  });

  test("that matches nothing is said, and is no failure", async ({ skip }) => {
    const at = await made(skip);
    await at.push("a");
    const image = `${at.team}/nothing-*`;
    const { result, events } = await runPrune({ image, ...keep });
    const outcome = { kind: "nothing", repository: image, why: "no-match" } as const;
    expect(result.outcomes).toEqual([outcome]);
    expect(events).toContainEqual({ kind: "repository-ended", outcome });
    expect(statusOf(result)).toBe("done");
    expect(at.proxy.requests.filter((request) => request.path !== "/v2/" && !isCatalog(request))).toEqual([]);
    expect(await at.left("a")).toEqual(ALL);
  });

  test("beside an image that is named: its tag was just pushed, and it is pruned once", async ({ skip }) => {
    const at = await made(skip);
    await at.push("a", "b");
    const { result } = await runPrune({ image: `${at.team}/*\n${at.team}/b:1.0.0`, ...keep });
    expect(endsOf(result.outcomes)).toEqual({ [`${at.team}/b`]: "applied", [`${at.team}/a`]: "applied" });
    expect(result.outcomes).toHaveLength(2);
    expect(await at.left("b")).toEqual(["1.0.0", "1.2.0"]);
    expect(await at.left("a")).toEqual(NEWEST);
  });

  test("and an image of the same name on another host are two, each with what is named there", async ({
    skip,
  }) => {
    const at = await made(skip);
    await at.push("a", "b");
    const other = await startProxy(at.repo.base);
    onTestFinished(() => other.stop());
    const named = at.team.replace(at.proxy.host, other.host);
    const { result } = await runPrune({ image: `${at.team}/a\n${named}/a:1.0.0\n${named}/*`, ...keep });
    expect(result.outcomes.map(({ repository }) => repository)).toEqual([
      `${at.team}/a`,
      `${named}/a`,
      `${named}/b`,
    ]);
    const found = await runPrune({ image: `${at.team}/a\n${named}/*`, ...keep, "dry-run": "true" });
    expect(found.result.outcomes.map(({ repository }) => repository)).toEqual([
      `${at.team}/a`,
      `${named}/a`,
      `${named}/b`,
    ]);
    expect(await at.left("b")).toEqual(NEWEST);
  });

  test("that a repository has which was emptied is no warning; where it is named it is one", async ({
    skip,
  }) => {
    const at = await made(skip);
    await at.push("a");
    await empty(at.repoOf("emptied"), "1.0.0");
    const { result } = await runPrune({ image: `${at.team}/*`, ...keep });
    const emptied = { kind: "nothing", repository: `${at.team}/emptied`, why: "left-empty" };
    expect(result.outcomes).toEqual([expect.objectContaining({ kind: "applied" }), emptied]);
    expect(statusOf(result)).toBe("done");
    const { outcome } = await runPrune({ image: `${at.team}/emptied\n${at.team}/*`, ...keep });
    expect(outcome).toMatchObject({ kind: "nothing", why: "no-tags" });
    expect(await at.left("a")).toEqual(NEWEST);
  });

  test("in a dry run only reads, and its plan is carried out with the same pattern", async ({ skip }) => {
    const at = await made(skip);
    await at.push("a", "b");
    await at.push("deep/c");
    const image = `${at.team}/*`;
    const plan = await savePlan({ image, ...keep });
    expect(methodsSent(at)).toEqual(["GET"]);
    await at.push("later");
    const other = runApply({ plan, image: `${at.team}/deep/*` });
    await expect(other).rejects.toThrow(`${at.team}/a, ${at.team}/b, which image does not name`);
    const elsewhere = runApply({ plan, image: image.replace(at.proxy.host, "127.0.0.1:1") });
    await expect(elsewhere).rejects.toThrow("which image does not name");
    expect(deletesSent(at)).toEqual([]);
    const before = catalogsAsked(at);
    const { result } = await runApply({ plan, image });
    expect(endsOf(result.outcomes)).toEqual({ [`${at.team}/a`]: "applied", [`${at.team}/b`]: "applied" });
    // The plan says which there are.
    expect(catalogsAsked(at)).toBe(before);
    for (const name of ["a", "b"]) expect(await at.left(name)).toEqual(NEWEST);
    for (const name of ["later", "deep/c"]) expect(await at.left(name)).toEqual(ALL);
  });

  test("has those left alone that the policy has no rule for, which are not read", async ({ skip }) => {
    const at = await made(skip);
    await at.push("a", "b");
    const [, name = ""] = at.team.split("/");
    const policy = await temporaryFile("policy.yml", `rules: [{ repositories: "${name}/a", keep: 1 }]`);
    const { result, events } = await runPrune({ image: `${at.team}/*`, policy });
    expect(endsOf(result.outcomes)).toEqual({ [`${at.team}/a`]: "applied" });
    expect(events).toContainEqual({ kind: "repositories-unruled", repositories: 1 });
    expect(at.proxy.requests.filter(({ path }) => path.startsWith(`/v2/${name}/b/`))).toEqual([]);
    expect(await at.left("a")).toEqual(NEWEST);
    expect(await at.left("b")).toEqual(ALL);
  });
});

describe.each(["2.8", "3.1.1"] as const)(
  "a whole registry of more than a page, on Distribution %s",
  (distribution) => {
    const stage = useDistribution(distribution);
    const INDEX = "application/vnd.oci.image.index.v1+json";
    const manifest = Buffer.from(JSON.stringify({ schemaVersion: 2, mediaType: INDEX, manifests: [] }));

    test("is pruned to its last repository", async ({ skip }) => {
      const at = teamOf(await stage(skip));
      const names = Array.from({ length: 101 }, (_, number) => `other/${String(number).padStart(3, "0")}`);
      for (const name of names) {
        const repo = { ...at.repo, name };
        await pushBlob(repo, Buffer.from("x"));
        await putManifest(repo, "1.0.0", INDEX, manifest);
      }
      await at.push("zz/last");
      for (const tag of ["0.1.0", "1.0.0"]) await pushImage({ ...at.repo, name: "first" }, [tag]);
      const { result } = await runPrune({ image: `${at.proxy.host}/**`, ...keep });
      expect(result.outcomes).toHaveLength(names.length + 2);
      expect(statusOf(result)).toBe("done");
      expect(deletesSent(at)).toHaveLength(3);
      expect(await at.left("zz/last")).toEqual(NEWEST);
      for (const name of ["first", ...names]) {
        expect(await pulledTags({ ...at.repo, name })).toEqual(["1.0.0"]);
      }
    });
  },
);

describe("a pattern of repositories, on Distribution 2.8", () => {
  const stage = useDistribution("2.8");

  test("that a repository has of which there are layers alone is no warning", async ({ skip }) => {
    const at = teamOf(await stage(skip));
    await at.push("b");
    await pushBlob(at.repoOf("a"), Buffer.from("x"));
    const { outcome, result } = await runPrune({ image: `${at.team}/*`, ...keep });
    expect(outcome).toEqual({ kind: "nothing", repository: `${at.team}/a`, why: "left-empty" });
    expect(statusOf(result)).toBe("done");
    const named = await runPrune({ image: `${at.team}/a`, ...keep });
    // The catalog has it, so its name is right.
    expect(named.outcome).toMatchObject({ why: "no-tags" });
    expect(await at.left("b")).toEqual(NEWEST);
  });
});

test("the garbage of what a pattern has pruned is collected", async () => {
  const registry = await startScripted();
  await pushAlphas(registry);
  const settings = { keep: "2", "gc-command": registry.script };
  const { result } = await runPrune({ image: `${registry.host}/**`, ...settings });
  expect(result.collection).toMatchObject({ kind: "collected", blobs: 6, harm: [] });
  expect(await pullAll(registry)).toEqual(["3.3.0-alpha.3", "3.3.0-alpha.4"]);
});
