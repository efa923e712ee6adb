import { describe, expect, test } from "vitest";
import { listTags, pushImage } from "../../scripts/images.mjs";
import { BadInputError } from "../../src/core/base/errors.js";
import type { RepositoryOutcome } from "../../src/core/result/repository-outcome.js";
import type { Verdict } from "../../src/core/policy/verdict.js";
import { statusOf } from "../../src/report/run/result.js";
import { useDistribution } from "../support/distributions.js";
import { hoursAgo, temporaryFile } from "../support/policies.js";
import { isList, pulledTags, useFilledRepository, useProxiedRegistry } from "../support/proxied.js";
import { runPrune } from "../support/pruning.js";

/** What a policy says, done to real repositories. */
const filled = useFilledRepository();

/** The reason of each tag's verdict. */
function reasonsOf(outcome: RepositoryOutcome | undefined): Readonly<Record<string, Verdict["reason"]>> {
  if (outcome?.kind !== "applied") throw new Error("not applied");
  return Object.fromEntries(outcome.plan.verdicts.map(({ tag, reason }) => [tag, reason]));
}

describe("the natural order", () => {
  test("of calendar names, with latest, which never goes", async () => {
    const { image, repo } = await filled("2024.9.1", "2024.10.1", "latest", "2023.12.31", "2024.10.02");
    const pruned = await runPrune({ image, sort: "natural", keep: "2" });
    expect(reasonsOf(pruned.outcome)).toMatchObject({ latest: { kind: "latest" } });
    expect(await pulledTags(repo)).toEqual(["2024.10.02", "2024.10.1", "latest"]);
  });

  test("of branches' builds, whose numbers are numbers; signatures are no names", async () => {
    const { image, images, repo } = await filled("main-9", "main-10", "main-9-1a2b3c4", "dev-100", "main-11");
    const signature = `${(images.get("main-11")?.digest ?? "").replace(":", "-")}.sig`;
    await pushImage(repo, [signature]);
    await runPrune({ image, sort: "natural", include: "main-*", keep: "2" });
    expect(await pulledTags(repo)).toEqual(["dev-100", "main-10", "main-11", signature].sort());
  });

  test("counts all names together", async () => {
    const { image, repo } = await filled("main-9", "main-10", "dev-1", "dev-2", "1.0.0");
    await runPrune({ image, sort: "natural", keep: "1" });
    expect(await pulledTags(repo)).toEqual(["main-10"]);
  });

  test("counts by channel where that is asked for", async () => {
    const { image, repo } = await filled("main-9", "main-10", "dev-1", "dev-2", "some-name", "other");
    await runPrune({ image, sort: "natural", "group-by": "channel", keep: "1" });
    expect(await pulledTags(repo)).toEqual(["dev-2", "main-10", "some-name"]);
  });
});

describe("group-by", () => {
  const TAGS = ["1.0.0", "1.0.1", "1.1.0-rc.1", "1.1.0", "1.1.1", "2.0.0-rc.1", "2.0.0-rc.2"];
  test.each([
    ["channel", ["1.1.1", "2.0.0-rc.2"]],
    ["none", ["2.0.0-rc.2"]],
    ["major", ["1.1.1", "2.0.0-rc.2"]],
    ["minor", ["1.0.1", "1.1.1", "2.0.0-rc.2"]],
    ["channel, minor", ["1.0.1", "1.1.0-rc.1", "1.1.1", "2.0.0-rc.2"]],
    ["major\nchannel", ["1.1.0-rc.1", "1.1.1", "2.0.0-rc.2"]],
    ["patch", ["1.0.0", "1.0.1", "1.1.0", "1.1.1", "2.0.0-rc.2"]],
  ])("%j", async (groupBy, left) => {
    const { image, repo } = await filled(...TAGS);
    await runPrune({ image, keep: "1", "group-by": groupBy });
    expect(await pulledTags(repo)).toEqual(left);
  });
});

describe("patterns", () => {
  test("that are regular expressions match anywhere in a name, unless they say otherwise", async () => {
    const tags = ["1.0.0", "1.1.0", "1.2.0-LTS", "2.0.0", "11.0.0", "3.0.0"];
    const { image, repo } = await filled(...tags);
    await runPrune({ image, keep: "1", include: "/^1\\./\n/^2/", exclude: "/-lts$/i", "group-by": "none" });
    expect(await pulledTags(repo)).toEqual(["1.2.0-LTS", "11.0.0", "2.0.0", "3.0.0"]);
  });

  test("that match nothing are said once a run, and not those that match in one of several repositories", async () => {
    const [one, two] = [await filled("1.0.0-alpha.1", "1.0.0"), await filled("1.0.0-beta.1", "1.0.0")];
    const include = "*-alpha.*\n*-gamma.*\n*";
    const image = `${one.image}\n${two.image}\n${two.proxy.host}/nobody/knows`;
    const pruned = await runPrune({ image, include, exclude: "/never/\n*-beta.*" });
    const patterns = [
      { setting: "exclude", text: "/never/", isUsed: false },
      { setting: "include", text: "*-gamma.*", isUsed: false },
    ];
    const said = pruned.events.filter(({ kind }) => kind === "patterns-unused");
    expect(said).toEqual([{ kind: "patterns-unused", patterns }]);
    expect(pruned.result.unused).toEqual(patterns);
  });

  test("are not said to match nothing that a repository could have which was not read", async () => {
    const [one, two] = [await filled("1.0.0-alpha.1", "1.0.0"), await filled("1.0.0")];
    one.proxy.on({ when: isList, act: { kind: "answer", status: 500 } });
    const rules = `[{ name: a, repositories: "${one.repo.name}", tags: "*-alpha.*" }, { tags: "*-alpha.*" }]`;
    const policy = await temporaryFile("policy.yml", `rules: ${rules}`);
    const { result } = await runPrune({ image: `${one.image}\n${two.image}`, policy });
    expect(statusOf(result)).toBe("partly-failed");
    expect(result.unused).toEqual([]);
  });

  test("that all match are not said", async () => {
    const { image } = await filled("1.0.0");
    const { events, result } = await runPrune({ image, include: "1.*", exclude: "*.0" });
    expect(events.map(({ kind }) => kind)).not.toContain("patterns-unused");
    expect(result.unused).toEqual([]);
  });
});

const POLICY = `
exclude: ["*-lts"]
rules:
  - name: services
    repositories: "team-*/service"
    keep: 1
  - name: alphas
    tags: "*-alpha.*"
    exclude: "*-alpha.1"
    keep: 2
  - name: nightly
    repositories: ["/\\\\/tool$/"]
    tags: ["nightly-*", "1.0.0-alpha.*"]
    sort: created
    keep: 1
`;

describe.each(["2.8", "3.1.1"] as const)("a policy file, on Distribution %s", (distribution) => {
  const stage = useDistribution(distribution);

  test("has each repository by its own rules, each tag by the first that is for it, and the rest stays", async ({
    skip,
  }) => {
    const [service, tool] = [await stage(skip), await stage(skip)];
    const named = (made: typeof service, name: string) => ({
      repo: { ...made.repo, name: made.repo.name.replace("/app", name) },
      image: made.image.replace(/\/app$/, name),
    });
    const [one, two] = [named(service, "/service"), named(tool, "/tool")];
    const tags = [
      "1.0.0-alpha.1",
      "1.0.0-alpha.2",
      "1.0.0-alpha.3",
      "1.0.0-alpha.4",
      "1.0.0",
      "1.1.0",
      "0.9.0-lts",
    ];
    for (const tag of [...tags, "nightly-a"]) await pushImage(one.repo, [tag]);
    for (const tag of tags) await pushImage(two.repo, [tag]);
    for (const [tag, age] of [
      ["nightly-a", 1],
      ["nightly-b", 2],
      ["nightly-c", 3],
    ] as const) {
      await pushImage(two.repo, [tag], { created: hoursAgo(age) });
    }
    const policy = await temporaryFile("policy.yml", POLICY);
    const { result } = await runPrune({ image: `${one.image}\n${two.image}`, policy });
    expect(statusOf(result)).toBe("done");
    // No other rule has a say in a repository whose first rule is for every tag.
    expect(await pulledTags(one.repo)).toEqual(["0.9.0-lts", "1.0.0-alpha.4", "1.1.0", "nightly-a"]);
    const alphas = ["1.0.0-alpha.1", "1.0.0-alpha.3", "1.0.0-alpha.4"];
    expect(await pulledTags(two.repo)).toEqual(["0.9.0-lts", "1.0.0", ...alphas, "1.1.0", "nightly-a"]);
    expect(reasonsOf(result.outcomes[0])).toMatchObject({
      "1.0.0": { kind: "beyond-newest", rule: "services" },
      "nightly-a": { kind: "not-a-version" },
    });
    expect(reasonsOf(result.outcomes[1])).toMatchObject({
      "0.9.0-lts": { kind: "excluded", pattern: "*-lts" },
      "1.0.0-alpha.1": { kind: "excluded", pattern: "*-alpha.1" },
      "1.0.0-alpha.2": { kind: "beyond-newest", rule: "alphas", rank: 3 },
      "1.1.0": { kind: "no-rule" },
      "nightly-a": { kind: "newest", rule: "nightly", by: "created" },
    });
  });
});

describe("a policy file", () => {
  const proxied = useProxiedRegistry();

  test("with no rule for a repository has it not so much as read", async () => {
    const [one, two] = [await proxied(), await proxied()];
    for (const { repo } of [one, two]) for (const tag of ["1.0.0", "1.1.0"]) await pushImage(repo, [tag]);
    const policy = await temporaryFile(
      "policy.yml",
      `rules: [{ repositories: "${one.repo.name}", keep: 1 }]`,
    );
    const pruned = await runPrune({ image: `${two.image}\n${one.image}`, policy });
    expect(pruned.outcome).toEqual({ kind: "nothing", repository: two.image, why: "no-rule" });
    expect(statusOf(pruned.result)).toBe("done");
    expect(two.proxy.requests.filter(({ path }) => path !== "/v2/")).toEqual([]);
    expect(await pulledTags(two.repo)).toEqual(["1.0.0", "1.1.0"]);
    expect(await pulledTags(one.repo)).toEqual(["1.1.0"]);
  });

  test("can mean a repository with its host, and give each rule's repositories a size of their own", async () => {
    const [one, two] = [await filled("1.0.0", "1.1.0", "1.2.0"), await filled("1.0.0", "1.1.0", "1.2.0")];
    const rules = `[{ repositories: "${one.image}", max-size: 1B }, {}]`;
    const policy = await temporaryFile("policy.yml", `max-size: 1GB\nrules: ${rules}`);
    await runPrune({ image: `${one.image}\n${two.image}`, policy });
    expect(await pulledTags(one.repo)).toEqual(["1.2.0"]);
    expect(await pulledTags(two.repo)).toEqual(["1.0.0", "1.1.0", "1.2.0"]);
  });

  test("can be beside what is in use, and what its patterns match nowhere is said by the rule", async () => {
    const { image, repo } = await filled("1.0.0-alpha.1", "1.0.0-alpha.2", "1.0.0-alpha.3");
    const rules = '[{ name: alphas, tags: ["*-alpha.*", "*-beta.*"], exclude: "none-*", keep: 1 }]';
    const policy = await temporaryFile("policy.yml", `rules: ${rules}`);
    const pruned = await runPrune({ image, policy, protect: `${repo.name}:1.0.0-alpha.1` });
    expect(pruned.result.unused).toEqual([
      { setting: "tags of rule alphas", text: "*-beta.*", isUsed: false },
      { setting: "exclude of rule alphas", text: "none-*", isUsed: false },
    ]);
    expect(await pulledTags(repo)).toEqual(["1.0.0-alpha.1", "1.0.0-alpha.3"]);
  });

  test("has a rule that is for no repository of the run said, and not one that is for one of two", async () => {
    const [one, two] = [await filled("1.0.0"), await filled("1.0.0")];
    const rules = `[{ name: gone, repositories: "nobody/*" }, { name: one, repositories: "${one.repo.name}" }, {}]`;
    const policy = await temporaryFile("policy.yml", `rules: ${rules}`);
    const { result } = await runPrune({ image: `${one.image}\n${two.image}`, policy });
    expect(result.unused).toEqual([
      { setting: "repositories of rule gone", text: "nobody/*", isUsed: false },
    ]);
  });

  test.each<[string, string, Readonly<Record<string, string>>]>([
    ["with keep beside it", "rules: [{}]", { keep: "3" }],
    ["with exclude beside it", "rules: [{}]", { exclude: "*-lts" }],
    ["with max-size beside it", "rules: [{}]", { "max-size": "1GB" }],
    ["without rules", "exclude: x", {}],
    ["that is empty", "", {}],
    ["with a rule that keeps nothing", "rules: [{ keep: 0 }]", {}],
    ["with a strange key", "rules: [{ include: a }]", {}],
  ])("%s is bad input, and no registry is asked", async (_, text, settings) => {
    const made = await filled("1.0.0", "1.1.0");
    const before = made.proxy.requests.length;
    const policy = await temporaryFile("policy.yml", text);
    const running = runPrune({ image: made.image, policy, ...settings });
    await expect(running).rejects.toBeInstanceOf(BadInputError);
    expect(made.proxy.requests.slice(before)).toEqual([]);
    expect(await listTags(made.repo)).toEqual(["1.0.0", "1.1.0"]);
  });

  test("that can't be read is bad input, and so is keep 0 without one", async () => {
    const made = await filled("1.0.0");
    const missing = runPrune({ image: made.image, policy: "/nowhere/policy.yml" });
    await expect(missing).rejects.toThrow("/nowhere/policy.yml can't be read (ENOENT)");
    await expect(runPrune({ image: made.image, keep: "0" })).rejects.toThrow(
      "0 would delete every candidate",
    );
    expect(made.proxy.requests).toEqual([]);
  });
});
