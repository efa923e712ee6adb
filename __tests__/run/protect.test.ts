import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { getManifest, pushImage, pushIndex } from "../../scripts/images.mjs";
import { BadInputError } from "../../src/core/base/errors.js";
import { statusOf } from "../../src/report/run/result.js";
import { attach, attachmentTag } from "../support/attachments.js";
import { useDistribution } from "../support/distributions.js";
import { configOf, temporaryFile } from "../support/policies.js";
import { type Filled, pulledTags, useFilledRepository } from "../support/proxied.js";
import { applied, runPrune } from "../support/pruning.js";

/** What is in use stays, with all that it contains. */
const filled = useFilledRepository();

const TAGS = ["1.0.0", "1.1.0", "1.2.0", "1.3.0"] as const;

function imageOf({ images }: Pick<Filled, "images">, tag: string) {
  const image = images.get(tag);
  if (image === undefined) throw new Error(`${tag} was pushed`);
  return image;
}

const hexOf = (digest: string): string => digest.slice("sha256:".length);

describe("protect", () => {
  test.each<[string, (made: Filled) => string]>([
    ["a tag, by the name that is pruned by", ({ image }) => `${image}:1.1.0`],
    ["a tag, by another host's name", ({ repo }) => `https://registry.example.com/${repo.name}:1.1.0`],
    ["a tag, behind a mirror's own path", ({ repo }) => `mirror.example.com/proxy/${repo.name}:1.1.0`],
    ["a tag, without a host", ({ repo }) => `${repo.name}:1.1.0`],
    ["a digest", (made) => imageOf(made, "1.1.0").digest],
    ["a repository's digest", (made) => `example.com/other@${imageOf(made, "1.1.0").digest}`],
    ["an image id, whole", (made) => configOf(imageOf(made, "1.1.0"))],
    ["one of several, on one line", ({ repo }) => `x/y:1, ${repo.name}:9.9.9,${repo.name}:1.1.0`],
  ])("%s", async (_, of) => {
    const made = await filled(...TAGS);
    const by = of(made);
    const pruned = await runPrune({ image: made.image, keep: "1", protect: by });
    const { verdicts } = applied(pruned).plan;
    expect(verdicts.find(({ tag }) => tag === "1.1.0")?.reason.kind).toBe("protected");
    expect(statusOf(pruned.result)).toBe("done");
    expect(await pulledTags(made.repo)).toEqual(["1.1.0", "1.3.0"]);
  });

  test("takes a place among the newest, as what is there does", async () => {
    const made = await filled(...TAGS);
    await runPrune({ image: made.image, keep: "2", protect: `${made.repo.name}:1.3.0` });
    expect(await pulledTags(made.repo)).toEqual(["1.2.0", "1.3.0"]);
  });

  test("of another repository, or of what is not there, keeps nothing here", async () => {
    const made = await filled(...TAGS);
    const protect = `x${made.repo.name}:1.1.0\n${made.repo.name}:9.9.9\nsha256:${"a".repeat(64)}`;
    await runPrune({ image: made.image, keep: "1", protect });
    expect(await pulledTags(made.repo)).toEqual(["1.3.0"]);
  });

  test("a digest keeps every tag on it", async () => {
    const made = await filled(...TAGS);
    const { digest } = await pushImage(made.repo, ["0.1.0", "v0.1.0"]);
    await runPrune({ image: made.image, keep: "1", protect: digest });
    expect(await pulledTags(made.repo)).toEqual(["0.1.0", "1.3.0", "v0.1.0"]);
  });

  test("a signature keeps its image", async () => {
    const made = await filled(...TAGS);
    const { tags, attachments } = await attach(made.repo, imageOf(made, "1.0.0"));
    const [signature] = attachments;
    await runPrune({ image: made.image, keep: "1", protect: signature?.digest ?? "" });
    // With the image stays all that belongs to it.
    expect(await pulledTags(made.repo)).toEqual(["1.0.0", "1.3.0", ...tags].sort());
  });
});

describe.each(["2.8", "3.1.1"] as const)(
  "on Distribution %s, of a multi-arch image's child",
  (distribution) => {
    const stage = useDistribution(distribution);

    test.for(["the digest", "the image id"])(
      "%s keeps the whole of it, nested and signed",
      async (what, { skip }) => {
        const made = await stage(skip);
        const { repo } = made;
        const [used, other, lost] = [
          await pushImage(repo, []),
          await pushImage(repo, []),
          await pushImage(repo, []),
        ];
        const inner = await pushIndex(repo, [], [used, other]);
        const index = await pushIndex(repo, ["1.0.0"], [inner]);
        await pushIndex(repo, ["1.1.0"], [lost, other]);
        await pushImage(repo, ["1.2.0"]);
        const signature = attachmentTag(index);
        await pushImage(repo, [signature]);
        const protect = what === "the digest" ? used.digest : configOf(used);
        const pruned = await runPrune({ image: made.image, keep: "1", protect });
        expect(applied(pruned).deleted).toEqual(["1.1.0"]);
        expect(await pulledTags(repo)).toEqual(["1.0.0", "1.2.0", signature].sort());
        expect((await getManifest(repo, lost.digest)).status).toBe(404);
      },
    );
  },
);

describe("protect-from", () => {
  const pods = (container: object): string =>
    JSON.stringify(
      { kind: "List", items: [{ kind: "Pod", status: { containerStatuses: [container] } }] },
      null,
      4,
    );

  test.each<[string, (made: Filled) => string]>([
    ["kubectl, by the tag", ({ image }) => pods({ image: `${image}:1.1.0`, imageID: "" })],
    [
      "kubectl, by the digest that was pulled",
      (made) =>
        pods({ image: "app", imageID: `docker-pullable://a.example.com/x@${imageOf(made, "1.1.0").digest}` }),
    ],
    [
      "docker ps, by the tag",
      ({ image }) =>
        `CONTAINER ID   IMAGE              COMMAND    STATUS\n4c01db0b339c   ${image}:1.1.0   "/app"   Up 2 days\n`,
    ],
    [
      "docker ps, by the short id of an image whose tag has moved on",
      (made) =>
        `CONTAINER ID   IMAGE          COMMAND\n4c01db0b339c   ${hexOf(configOf(imageOf(made, "1.1.0"))).slice(0, 12)}   "/app"\n`,
    ],
    ["docker ps --no-trunc", (made) => `IMAGE\n${configOf(imageOf(made, "1.1.0"))}\n`],
    [
      "crictl ps, by 13 digits",
      (made) => `IMAGE\n${hexOf(imageOf(made, "1.1.0").digest).slice(0, 13)}  5 hours ago\n`,
    ],
    ["a list, with Windows' line ends", ({ repo }) => `busybox:1\r\n${repo.name}:1.1.0\r\n`],
  ])("what is printed by %s", async (_, print) => {
    const made = await filled(...TAGS);
    const file = await temporaryFile("in-use", print(made));
    const pruned = await runPrune({ image: made.image, keep: "1", "protect-from": file });
    expect(applied(pruned).deleted).toEqual(["1.2.0", "1.0.0"]);
    expect(await pulledTags(made.repo)).toEqual(["1.1.0", "1.3.0"]);
  });

  test("and protect are both heeded", async () => {
    const made = await filled(...TAGS);
    const file = await temporaryFile("in-use", `${made.repo.name}:1.0.0\n`);
    const settings = { keep: "1", protect: `${made.repo.name}:1.1.0`, "protect-from": file };
    await runPrune({ image: made.image, ...settings });
    expect(await pulledTags(made.repo)).toEqual(["1.0.0", "1.1.0", "1.3.0"]);
  });

  test.each<[string, string]>([
    ["is empty", ""],
    ["has white space alone", "\n \n"],
    ["has an empty list", '{"apiVersion":"v1","items":[],"kind":"List"}'],
    ["has the table's head alone", "CONTAINER ID   IMAGE   COMMAND   CREATED   STATUS   PORTS   NAMES\n"],
    ["has an error", "The connection to the server was refused - did you specify the right host or port?"],
  ])("that %s is bad input, and no registry is asked", async (_, text) => {
    const made = await filled();
    const file = await temporaryFile("in-use", text);
    const running = runPrune({ image: made.image, "protect-from": file, protect: "x/y:1" });
    await expect(running).rejects.toBeInstanceOf(BadInputError);
    await expect(running).rejects.toMatchObject({ problems: [{ setting: "protect-from" }] });
    await expect(running).rejects.toThrow(`${file} names no image`);
    expect(made.proxy.requests).toEqual([]);
  });

  test("that can't be read is bad input, and no registry is asked", async () => {
    const made = await filled();
    const file = await temporaryFile("in-use", "x/y:1");
    for (const path of [`${file}-not`, join(file, "..")]) {
      const running = runPrune({ image: made.image, "protect-from": path });
      await expect(running).rejects.toBeInstanceOf(BadInputError);
      await expect(running).rejects.toThrow(`${path} can't be read`);
    }
    expect(made.proxy.requests).toEqual([]);
  });
});

test("an index in use that no tag has keeps the child that it shares with one that goes, and only what may be of the repository is read", async () => {
  const made = await filled("1.2.0");
  const { repo, image, sent } = made;
  const shared = await pushImage(repo, []);
  const own = await pushImage(repo, []);
  const used = await pushIndex(repo, [], [shared]);
  await pushIndex(repo, ["1.0.0"], [shared, own]);
  const elsewhere = `sha256:${"a".repeat(64)}`;
  const printed = `r.example.com/${repo.name}@${used.digest} r.example.com/another/app@${elsewhere}`;
  const file = await temporaryFile("in-use", printed);
  const pruned = await runPrune({ image, keep: "1", "protect-from": file });
  expect(applied(pruned).deleted).toEqual(["1.0.0"]);
  const statusOfDigest = async (digest: string): Promise<number> => (await getManifest(repo, digest)).status;
  expect(await Promise.all([used, shared, own].map(({ digest }) => statusOfDigest(digest)))).toEqual([
    200, 200, 404,
  ]);
  expect(sent("GET")).toContain(`manifests/${used.digest}`);
  expect(sent("GET")).not.toContain(`manifests/${elsewhere}`);
});
