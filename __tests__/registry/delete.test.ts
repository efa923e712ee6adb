import { describe, expect, test } from "vitest";
import { getManifest, listTags, pushImage } from "../../scripts/images.mjs";
import { digest, tag } from "../support/contract.js";
import { openPort, useDistribution } from "../support/distributions.js";
import { doneBut, page, says } from "../support/front.js";
import { isDelete, isRead, type Stage } from "../support/proxied.js";
import type { Action } from "../support/proxy.js";

/** Only a registry's own words say that a deletion is done, or is not. Whatever else answers, what was to go is looked at. */

const gateway = (status: number): Action => says(status, { errors: [{ status: String(status) }] });
const errors = (code: string): object => ({ errors: [{ code, message: "words" }] });

const DOUBTFUL: readonly [string, Action][] = [
  ["200 of a page", page(200)],
  ["200", says(200)],
  ["200 of another API", says(200, { ok: true })],
  ["201", says(201)],
  ["202 of a page", page(202)],
  ["302 to sign in", { kind: "answer", status: 302, headers: { location: "/login" } }],
  ["400 of a gateway", gateway(400)],
  ["401 of a page", page(401)],
  ["404 of a page", page(404)],
  ["404 of a gateway", gateway(404)],
  ["404 without a word", says(404)],
  ["404 of another API", says(404, errors("NOT_FOUND"))],
  ["405 of a page", page(405)],
  ["409", says(409)],
  ["413 of a page", page(413)],
  ["500 without a word", says(500)],
  ["520 of a page", page(520)],
  ["524 of a page", page(524)],
  ["530 of a page", page(530)],
];

describe.each(["2.8", "3.1.1"] as const)("deleting on Distribution %s", (distribution) => {
  const stage = useDistribution(distribution);

  async function one(made: Stage) {
    const pushed = await pushImage(made.repo, ["1.0.0"]);
    await pushImage(made.repo, ["2.0.0"]);
    const image = digest(pushed.digest);
    const left = async (): Promise<number> => (await getManifest(made.repo, image)).status;
    return { image, left, ...(await openPort(made)) };
  }

  test.for(DOUBTFUL)("what is answered by %s and was done is deleted", async ([, act], { skip }) => {
    const made = await stage(skip);
    const { port, repository, image } = await one(made);
    made.proxy.on({ when: isDelete, act: doneBut(act) });
    expect(await port.deleteManifest(repository, image)).toBe("deleted");
    expect(await listTags(made.repo)).toEqual(["2.0.0"]);
  });

  test.for(DOUBTFUL)("what is answered by %s and was not done is still there", async ([, act], { skip }) => {
    const made = await stage(skip);
    const { port, repository, image, left } = await one(made);
    made.proxy.on({ when: isDelete, act });
    const deleting = port.deleteManifest(repository, image);
    await expect(deleting).rejects.toMatchObject({ kind: "still-there" });
    await expect(deleting).rejects.toThrow(act.kind === "answer" ? String(act.status) : "");
    await expect(deleting).rejects.toThrow("it is still there");
    expect(await left()).toBe(200);
  });

  test.for(DOUBTFUL)(
    "what is answered by %s and can't be looked at is not proven",
    async ([, act], { skip }) => {
      const made = await stage(skip);
      const { port, repository, image } = await one(made);
      made.proxy.on({ when: isDelete, act: doneBut(act) });
      made.proxy.on({ when: isRead(image), act: page(403) });
      const deleting = port.deleteManifest(repository, image);
      await expect(deleting).rejects.toMatchObject({ kind: "unproven" });
      await expect(deleting).rejects.toThrow("can't be seen");
    },
  );

  test("a look that finds no words of the registry proves nothing", async ({ skip }) => {
    const made = await stage(skip);
    const { port, repository, image } = await one(made);
    made.proxy.on({ when: isDelete, act: page(502) });
    made.proxy.on({ when: isRead(image), act: gateway(404) });
    await expect(port.deleteManifest(repository, image)).rejects.toMatchObject({ kind: "unproven" });
  });

  test.for<[number, string, string]>([
    [400, "DIGEST_INVALID", "unexpected-answer"],
    [401, "UNAUTHORIZED", "unauthorized"],
    [403, "DENIED", "forbidden"],
    [405, "UNSUPPORTED", "unexpected-answer"],
    [400, "GOOGLE_MANIFEST_DANGLING_TAG", "has-tags"],
  ])("the registry's own %i %s is believed without a look", async ([status, code, kind], { skip }) => {
    const made = await stage(skip);
    const { port, repository, image } = await one(made);
    made.proxy.on({ when: isDelete, act: says(status, errors(code)) });
    await expect(port.deleteManifest(repository, image)).rejects.toMatchObject({ kind });
    expect(made.proxy.requests.filter(isRead(image))).toEqual([]);
  });

  test("403 without a word is no right, once it is seen that nothing was done", async ({ skip }) => {
    const made = await stage(skip);
    const { port, repository, image } = await one(made);
    made.proxy.on({ when: isDelete, act: says(403) });
    await expect(port.deleteManifest(repository, image)).rejects.toMatchObject({ kind: "forbidden" });
    made.proxy.clear();
    made.proxy.on({ when: isDelete, act: doneBut(says(403)) });
    expect(await port.deleteManifest(repository, image)).toBe("deleted");
  });

  test("500 in the registry's words is a failure, though the manifest is gone", async ({ skip }) => {
    const made = await stage(skip);
    const { port, repository, image } = await one(made);
    made.proxy.on({ when: isDelete, act: doneBut(says(500, errors("UNKNOWN"))) });
    const deleting = port.deleteManifest(repository, image);
    await expect(deleting).rejects.toMatchObject({ kind: "half-done" });
    await expect(deleting).rejects.toThrow("its manifest is gone, and its tags may be left");
  });

  test("404 in the registry's words is gone, and 202 and 204 are done", async ({ skip }) => {
    const made = await stage(skip);
    const { port, repository, image } = await one(made);
    for (const [act, kind] of [
      [says(404, errors("MANIFEST_UNKNOWN")), "gone"],
      [says(202), "deleted"],
      [says(204), "deleted"],
    ] as const) {
      made.proxy.clear();
      made.proxy.on({ when: isDelete, act });
      expect(await port.deleteManifest(repository, image)).toBe(kind);
    }
    expect(made.proxy.requests.filter(isRead(image))).toEqual([]);
  });
});

describe("deleting a tag on Distribution 3.1.1", () => {
  const stage = useDistribution("3.1.1");

  test.for([...DOUBTFUL, ["500 in words", says(500, errors("UNKNOWN"))] as const])(
    "that is answered by %s is looked at",
    async ([, act], { skip }) => {
      const made = await stage(skip);
      await pushImage(made.repo, ["1.0.0", "1.1.0"]);
      const { port, repository } = await openPort(made);
      made.proxy.on({ when: isDelete, act });
      await expect(port.deleteTag(repository, tag("1.0.0"))).rejects.toMatchObject({ kind: "still-there" });
      made.proxy.clear();
      made.proxy.on({ when: isDelete, act: doneBut(act) });
      expect(await port.deleteTag(repository, tag("1.0.0"))).toBe("deleted");
      expect(await listTags(made.repo)).toEqual(["1.1.0"]);
      made.proxy.on({ when: isRead("1.1.0"), act: page(503) });
      await expect(port.deleteTag(repository, tag("1.1.0"))).rejects.toMatchObject({ kind: "unproven" });
    },
  );

  test("whose answer is lost is looked at", async ({ skip }) => {
    const made = await stage(skip);
    await pushImage(made.repo, ["1.0.0", "1.1.0"]);
    const { port, repository } = await openPort(made);
    made.proxy.on({ when: isDelete, times: 1, act: { kind: "reset" } });
    await expect(port.deleteTag(repository, tag("1.0.0"))).rejects.toMatchObject({ kind: "still-there" });
    made.proxy.on({
      when: isDelete,
      times: 1,
      act: {
        kind: "change",
        change: () => {
          throw new Error("lost");
        },
      },
    });
    expect(await port.deleteTag(repository, tag("1.0.0"))).toBe("deleted");
  });
});
