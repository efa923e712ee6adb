import { randomBytes } from "node:crypto";
import { describe, expect, test, type TestContext } from "vitest";
import { listTags, pushImage, pushIndex } from "../../scripts/images.mjs";
import { PruneError } from "../../src/core/base/errors.js";
import type { RawSettings } from "../../src/settings/read/setting-reader.js";
import { attach, attachmentTag } from "../support/attachments.js";
import { useDistribution } from "../support/distributions.js";
import {
  blobsRead,
  configPaths,
  hoursAgo,
  isBlob,
  configOf,
  methodsSent,
  temporaryFile,
} from "../support/policies.js";
import { isRead, type Pushed, type Stage, useProxiedRegistry } from "../support/proxied.js";
import { runExplain } from "../support/explaining.js";
import { runPrune } from "../support/pruning.js";

/** What is said of single tags, of real repositories that nothing is done to: what is decided, and the kinds of the reasons for and against. */
async function explainTags(
  { image }: Pick<Stage, "image">,
  tags: readonly string[],
  settings: RawSettings = {},
): Promise<Readonly<Record<string, readonly [string, readonly string[], readonly string[]] | undefined>>> {
  const explained = await runExplain({ image: tags.map((tag) => `${image}:${tag}`).join("\n"), ...settings });
  expect(explained.map(({ repository }) => repository)).toEqual(tags.map(() => image));
  return Object.fromEntries(
    explained.map(({ tag, explanation }) => [
      tag,
      explanation && [
        explanation.verdict.kind,
        explanation.stays.map(({ kind }) => kind),
        explanation.goes.map(({ kind }) => kind),
      ],
    ]),
  );
}

describe.each(["2.8", "3.1.1"] as const)("on Distribution %s", (distribution) => {
  const stage = useDistribution(distribution);

  /** A repository that every reason has a tag in. */
  async function everything(skip: TestContext["skip"]) {
    const made = await stage(skip);
    const { repo } = made;
    const push = (...tags: readonly string[]): Promise<Pushed> =>
      pushImage(repo, [...tags], { created: hoursAgo(100), layers: [randomBytes(1000)] });
    await push("1.0.0-rc.1", "1.0.0");
    const gone = await attach(repo, await push("1.1.0-rc.1"));
    await pushImage(repo, ["1.1.0-rc.2"], { created: hoursAgo(2) });
    const kept = await attach(repo, await pushImage(repo, ["1.1.0-rc.3"], { created: hoursAgo(1) }));
    await pushIndex(repo, ["stable"], [await push("0.1.0")]);
    for (const tag of ["latest", "0.2.0-lts", "0.3.0", "0.4.0"]) await push(tag);
    const signature = attachmentTag(await push("0.5.0"));
    await push(signature);
    const exclude = `*-lts\n${signature}`;
    const settings = { keep: "1", "keep-younger-than": "1d", exclude, protect: `${repo.name}:0.3.0` };
    return { ...made, gone, kept, settings };
  }

  test("every reason for a tag and against it is said, and nothing is done", async ({ skip }) => {
    const made = await everything(skip);
    const before = await listTags(made.repo);
    const [gone = "", kept = ""] = [made.gone.tags[0], made.kept.tags[0]];
    const asked = ["1.0.0-rc.1", "1.0.0", "1.1.0-rc.1", "1.1.0-rc.2", "1.1.0-rc.3", "0.1.0", "0.2.0-lts"];
    const others = ["0.3.0", "0.4.0", "0.5.0", "latest", "stable", gone, kept, "9.9.9"];
    expect(await explainTags(made, [...asked, ...others], made.settings)).toEqual({
      // Where a tag can be deleted by itself, its alias is no reason for it to stay.
      "1.0.0-rc.1":
        distribution === "2.8"
          ? ["keep", ["shares-digest"], ["beyond-newest"]]
          : ["untag", [], ["beyond-newest"]],
      "1.0.0": ["keep", ["newest"], []],
      "1.1.0-rc.1": ["delete", [], ["beyond-newest"]],
      "1.1.0-rc.2": ["keep", ["younger"], ["beyond-newest"]],
      "1.1.0-rc.3": ["keep", ["newest", "younger"], []],
      "0.1.0": ["keep", ["contained-in"], ["beyond-newest"]],
      "0.2.0-lts": ["keep", ["excluded"], []],
      "0.3.0": ["keep", ["protected"], ["beyond-newest"]],
      "0.4.0": ["delete", [], ["beyond-newest"]],
      "0.5.0": ["keep", ["has-referrer"], ["beyond-newest"]],
      latest: ["keep", ["not-a-version"], []],
      stable: ["keep", ["not-a-version"], []],
      [gone]: ["delete", [], ["referrer-of"]],
      [kept]: ["keep", ["referrer"], []],
      "9.9.9": undefined,
    });
    expect(methodsSent(made)).toEqual(["GET"]);
    expect(await listTags(made.repo)).toEqual(before);
  });

  test.for<RawSettings>([
    {},
    { "max-size": "1B", keep: "3" },
    { sort: "created", "group-by": "channel" },
    { sort: "prerelease", "keep-younger-than": "1h", orphans: "delete" },
  ])("it says of each tag what a prune decides, with %j", async (more, { skip }) => {
    const { image, repo, settings } = await everything(skip);
    const same = { ...settings, ...more };
    const { outcome } = await runPrune({ image, ...same, "dry-run": "true" });
    if (outcome.kind !== "planned") throw new Error(outcome.kind);
    const tags = await listTags(repo);
    const explained = await runExplain({ image: tags.map((tag) => `${image}:${tag}`).join("\n"), ...same });
    const byTag = new Map(outcome.plan.verdicts.map((verdict) => [verdict.tag, verdict]));
    for (const { tag, explanation } of explained) expect(explanation?.verdict).toEqual(byTag.get(tag));
    expect(explained).toHaveLength(byTag.size);
  });
});

const proxied = useProxiedRegistry();

test("what a budget leaves no room for, and what it may not take", async () => {
  const made = await proxied();
  const { repo } = made;
  for (const tag of ["1.0.0", "1.2.0", "1.3.0"]) await pushImage(repo, [tag]);
  await pushImage(repo, ["1.1.0", "used"]);
  const asked = ["1.0.0", "1.1.0", "1.2.0", "1.3.0"];
  expect(await explainTags(made, asked, { keep: "3", "max-size": "1B", exclude: "used" })).toEqual({
    "1.0.0": ["delete", [], ["beyond-newest"]],
    "1.1.0": ["keep", ["newest", "shares-digest"], []],
    "1.2.0": ["delete", [], ["over-budget"]],
    "1.3.0": ["keep", ["newest"], []],
  });
});

test("the age of one that stays for another reason is read too, each once, and of none that no age could keep", async () => {
  const made = await proxied();
  const { repo } = made;
  const pushed = await pushImage(repo, ["1.1.0", "v1.1.0", "latest"], { created: hoursAgo(1) });
  const protectedOne = await pushImage(repo, ["1.0.0"], { created: hoursAgo(1) });
  const { tags } = await attach(repo, pushed);
  await pushImage(repo, ["1.2.0-lts"], { created: hoursAgo(1) });
  await pushImage(repo, ["2.0.0"], { created: hoursAgo(1) });
  const settings = { "keep-younger-than": "1d", exclude: "*-lts", protect: `${repo.name}:1.0.0` };
  const asked = ["1.1.0", "v1.1.0", "1.0.0", "1.2.0-lts", "latest", ...tags];
  const said = await explainTags(made, asked, settings);
  expect(said["v1.1.0"]).toEqual(["keep", ["newest", "younger", "shares-digest"], []]);
  expect(said["1.0.0"]).toEqual(["keep", ["protected", "newest", "younger"], []]);
  expect(blobsRead(made)).toEqual(configPaths([pushed, protectedOne]));
});

test("what is asked about was not pushed just now, by its digest neither", async () => {
  const made = await proxied();
  const { digest } = await pushImage(made.repo, ["1.0.0"]);
  await pushImage(made.repo, ["1.1.0"]);
  const [explained] = await runExplain({ image: `${made.image}:1.0.0@${digest}`, keep: "1" });
  expect(explained?.explanation).toMatchObject({ verdict: { kind: "delete" }, stays: [] });
});

test("of one that stays no age is read where nobody asks about it, or no age could keep any", async () => {
  const made = await proxied();
  for (const tag of ["1.0.0", "1.1.0"]) await pushImage(made.repo, [tag]);
  await explainTags(made, ["9.9.9"], { "keep-younger-than": "1d" });
  await explainTags(made, ["1.0.0", "1.1.0"]);
  expect(blobsRead(made)).toEqual([]);
});

test("of several repositories by the rules of each, and of what is not there nothing", async () => {
  const [one, two] = [await proxied(), await proxied()];
  for (const { repo } of [one, two]) for (const tag of ["1.0.0", "1.1.0"]) await pushImage(repo, [tag]);
  const unknown = `${two.proxy.host}/nobody/knows`;
  const named = [`${one.image}:1.0.0`, `${two.image}:1.0.0`, `${one.image}:1.0.0`, `${unknown}:1.0.0`];
  const rules = `[{ repositories: "${one.repo.name}", keep: 1 }]`;
  const policy = await temporaryFile("policy.yml", `rules: ${rules}`);
  const explained = await runExplain({ image: named.join("\n"), policy });
  const said = explained.map(({ repository, explanation }) => [repository, explanation?.verdict.reason.kind]);
  expect(said).toEqual([
    [one.image, "beyond-newest"],
    [two.image, "no-rule"],
    [unknown, undefined],
  ]);
  expect(explained.every(({ refused }) => refused === undefined)).toBe(true);
});

test("what is named twice is said once, where there is no such repository too", async () => {
  const { proxy } = await proxied();
  const image = `${proxy.host}/nobody/knows:1.0.0`;
  expect(await runExplain({ image: `${image}\n${image}` })).toHaveLength(1);
});

test("where a run would leave nothing and so deletes nothing, that is said as well", async () => {
  const made = await proxied();
  const { repo } = made;
  const image = await pushImage(repo, ["1.0.0"]);
  const { tags } = await attach(repo, image);
  const url = `${repo.base}/v2/${repo.name}/manifests/${image.digest}`;
  expect((await fetch(url, { method: "DELETE" })).status).toBe(202);
  const asked = { image: `${made.image}:${tags[0] ?? ""}`, orphans: "delete" };
  const [explained] = await runExplain(asked);
  expect(explained?.explanation).toMatchObject({ verdict: { kind: "delete", reason: { kind: "orphan" } } });
  expect(explained?.refused?.message).toContain("would be left without a tag");
  const [allowed] = await runExplain({ ...asked, "allow-empty": "true" });
  expect(allowed).not.toHaveProperty("refused");
  const [reported] = await runExplain({ image: asked.image });
  expect(reported).not.toHaveProperty("refused");
  expect(reported?.explanation).toMatchObject({ stays: [{ kind: "orphan" }], goes: [] });
});

test.each<[string, (tag: Pushed) => Parameters<Stage["proxy"]["on"]>[0]["when"]]>([
  ["a manifest", () => isRead("1.0.0")],
  ["a date that counts", (image) => isBlob(configOf(image))],
])("%s that can't be read is an error, as for a prune", async (_, when) => {
  const made = await proxied();
  const image = await pushImage(made.repo, ["1.0.0"]);
  await pushImage(made.repo, ["1.1.0"]);
  made.proxy.on({ when: when(image), act: { kind: "answer", status: 500 } });
  const explaining = runExplain({ image: `${made.image}:1.1.0`, keep: "1", "keep-younger-than": "1d" });
  await expect(explaining).rejects.toBeInstanceOf(PruneError);
});
