import { once } from "node:events";
import { describe, expect, test } from "vitest";
import {
  getManifest,
  listTags,
  pullImage,
  pushBlob,
  pushImage,
  pushIndex,
  putManifest,
} from "../../scripts/images.mjs";
import { RegistryError } from "../../src/registry/port/registry.js";
import { pushReferrer } from "../support/attachments.js";
import {
  aDistribution,
  digest,
  gitHubs,
  hash,
  NOWHERE,
  openLines,
  type Stage,
  tag,
  twinOf,
} from "../support/contract.js";
import { aDockerHub } from "../support/docker-hub-kind.js";
import type { Answer } from "../support/proxy.js";

/** What `Registry` promises, of every registry behind it. */
const { job, person } = gitHubs();
const KINDS = [aDistribution("2.8"), aDistribution("3.1.1"), job, person, aDockerHub()];

/** Pushes as many images as asked for, each with a tag, and nothing that takes long. */
async function pushMany({ repo }: Stage, count: number): Promise<readonly string[]> {
  const image = await pushImage(repo, []);
  const tags = Array.from({ length: count }, (_, number) => `1.0.${number}`);
  for (const name of tags) await putManifest(repo, name, image.mediaType, twinOf(image, name).body);
  return tags;
}

/** Has the registry send its list of tags in two pages, of which the first has this many. */
function cutFirstPage({ proxy, repo }: Stage, length: number): void {
  const change = (answer: Answer): Answer => {
    if (answer.status !== 200) return answer;
    const { name, tags } = JSON.parse(answer.body.toString()) as { name: string; tags: string[] };
    const first = tags.slice(0, length);
    const link = `</v2/${repo.name}/tags/list?n=1000&last=${first.at(-1) ?? ""}>; rel="next"`;
    return {
      ...answer,
      headers: { ...answer.headers, link },
      body: Buffer.from(JSON.stringify({ name, tags: first })),
    };
  };
  proxy.on({ when: ({ path }) => path.endsWith("/tags/list"), act: { kind: "change", change } });
}

describe.each(KINDS.map((kind) => [kind.name, kind] as const))("%s", (_, kind) => {
  const { stage, untags, undo, saysUnknown } = kind;
  describe("all tags", () => {
    test("are listed, those of one image too, and what has none is not", async ({ skip }) => {
      const made = await stage(skip);
      await pushImage(made.repo, ["1.0.0", "latest"]);
      await pushIndex(made.repo, ["multi"], [await pushImage(made.repo, [])]);
      const port = await made.open();
      expect([...((await port.listTags(made.repository)) ?? [])].sort()).toEqual([
        "1.0.0",
        "latest",
        "multi",
      ]);
    });

    test("of many pages are listed, each once", async ({ skip }) => {
      const made = await stage(skip);
      const pushed = await pushMany(made, 130);
      cutFirstPage(made, 70);
      const listed = await (await made.open()).listTags(made.repository);
      expect([...(listed ?? [])].sort()).toEqual([...pushed].sort());
      const pages = made.proxy.requests.filter(({ path }) => path.includes("/tags/list"));
      // The first was refused once, where who asks is asked for a token.
      expect(new Set(pages.map(({ path }) => path)).size).toBe(2);
      const asked = made.gitHub?.hub.api.requests.filter(({ path }) => path.includes("/versions?")) ?? [];
      expect(asked).toHaveLength(made.gitHub === undefined ? 0 : 2);
    });

    test("of a repository without any are none", async ({ skip }) => {
      const made = await stage(skip);
      await made.beEmpty();
      expect(await (await made.open()).listTags(made.repository)).toEqual([]);
    });

    test("of a repository that is not there are undefined, or refused where it might be hidden", async ({
      skip,
    }) => {
      const made = await stage(skip);
      const listed = await (
        await made.open()
      )
        .listTags(made.repository)
        .catch((error: unknown) => (error instanceof RegistryError ? error.kind : error));
      expect(listed).toBe(saysUnknown ? undefined : "forbidden");
    });

    test("are those of now", async ({ skip }) => {
      const made = await stage(skip);
      await pushImage(made.repo, ["1.0.0"]);
      const old = await pushImage(made.repo, ["0.9.0"]);
      const port = await made.open();
      expect(await port.listTags(made.repository)).toHaveLength(2);
      await made.remove(old.digest);
      await pushImage(made.repo, ["1.1.0"]);
      expect([...((await port.listTags(made.repository)) ?? [])].sort()).toEqual(["1.0.0", "1.1.0"]);
    });
  });

  describe("a manifest", () => {
    test.for(["oci", "docker"] as const)(
      "is read by its tag and digest, byte for byte (%s)",
      async (format, { skip }) => {
        const made = await stage(skip);
        const image = await pushImage(made.repo, ["1.0.0"], { format });
        const index = await pushIndex(made.repo, ["multi"], [image], { format });
        const port = await made.open();
        await port.listTags(made.repository);
        for (const [name, pushed] of [["1.0.0", image] as const, ["multi", index] as const]) {
          const { mediaType, bytes } = pushed;
          const own = digest(pushed.digest);
          const wanted = { mediaType, digest: own, body: bytes };
          expect(await port.readManifest(made.repository, tag(name))).toMatchObject(wanted);
          expect(await port.readManifest(made.repository, own)).toMatchObject(wanted);
        }
        const { manifest } = (await port.readManifest(made.repository, tag("multi"))) ?? {};
        expect(manifest).toMatchObject({ kind: "index", children: [image.digest], bytes: index.size });
      },
    );

    test("that is not there is undefined", async ({ skip }) => {
      const made = await stage(skip);
      await pushImage(made.repo, ["1.0.0"]);
      const port = await made.open();
      expect(await port.readManifest(made.repository, tag("2.0.0"))).toBeUndefined();
      expect(await port.readManifest(made.repository, NOWHERE)).toBeUndefined();
    });

    test("is what the tag points at now, though it was listed and read as another", async ({ skip }) => {
      const made = await stage(skip);
      const old = await pushImage(made.repo, ["latest", "1.0.0"]);
      const fresh = await pushImage(made.repo, ["1.1.0"]);
      const port = await made.open();
      const latest = async () => (await port.readManifest(made.repository, tag("latest")))?.digest;
      await port.listTags(made.repository);
      expect(await latest()).toBe(old.digest);
      await putManifest(made.repo, "latest", fresh.mediaType, fresh.bytes);
      expect(await latest()).toBe(fresh.digest);
      await putManifest(made.repo, "latest", old.mediaType, old.bytes);
      expect(await latest()).toBe(old.digest);
      const moved = await pushImage(made.repo, ["latest"]);
      expect(await port.readManifest(made.repository, tag("latest"))).toMatchObject({ body: moved.bytes });
    });

    test("that was read, and that somebody deleted since, is undefined", async ({ skip }) => {
      const made = await stage(skip);
      await pushImage(made.repo, ["2.0.0"]);
      const { digest: own } = await pushImage(made.repo, ["1.0.0"]);
      const port = await made.open();
      await port.listTags(made.repository);
      for (const name of [tag("1.0.0"), digest(own)]) {
        expect(await port.readManifest(made.repository, name)).toMatchObject({ digest: own });
      }
      await made.remove(own);
      for (const name of [tag("1.0.0"), digest(own)]) {
        expect(await port.readManifest(made.repository, name)).toBeUndefined();
      }
    });

    test("is written under a tag or its digest, byte for byte", async ({ skip }) => {
      const made = await stage(skip);
      const image = await pushImage(made.repo, ["1.0.0"]);
      const [tagged, untagged] = [twinOf(image), twinOf(image)];
      const port = await made.open();
      await port.listTags(made.repository);
      await port.putManifest(made.repository, tag("1.1.0"), tagged);
      await port.putManifest(made.repository, untagged.digest, untagged);
      for (const { digest: own, body } of [tagged, untagged]) {
        expect((await getManifest(made.repo, own)).body).toEqual(body);
        expect(await port.readManifest(made.repository, own)).toMatchObject({ body });
      }
      expect([...((await port.listTags(made.repository)) ?? [])].sort()).toEqual(["1.0.0", "1.1.0"]);
      await port.putManifest(made.repository, tag("1.0.0"), tagged);
      expect((await getManifest(made.repo, "1.0.0")).body).toEqual(tagged.body);
    });
  });

  describe("deleting", () => {
    test("is proven to be possible, and nothing is deleted", async ({ skip }) => {
      const made = await stage(skip);
      const images = [await pushImage(made.repo, ["1.0.0"]), await pushImage(made.repo, [])];
      const port = await made.open();
      await port.listTags(made.repository);
      await port.proveDeletes(made.repository);
      expect(made.deletions()).toEqual([]);
      expect(await made.tags()).toEqual(["1.0.0"]);
      for (const { digest: own } of images) await pullImage(made.repo, own);
    });

    test.for(["was listed", "was not"])(
      "a manifest takes all its tags; then it is gone (it %s)",
      async (how, { skip }) => {
        const made = await stage(skip);
        const { digest: own } = await pushImage(made.repo, ["1.0.0", "v1.0.0", "old"]);
        await pushImage(made.repo, ["2.0.0"]);
        const port = await made.open();
        if (how === "was listed") expect(await port.listTags(made.repository)).toHaveLength(4);
        expect(await port.deleteManifest(made.repository, digest(own))).toBe("deleted");
        expect(await made.tags()).toEqual(["2.0.0"]);
        expect(await port.listTags(made.repository)).toEqual(["2.0.0"]);
        expect((await getManifest(made.repo, own)).status).toBe(404);
        expect(await port.readManifest(made.repository, digest(own))).toBeUndefined();
        expect(await port.deleteManifest(made.repository, digest(own))).toBe("gone");
        expect(await port.deleteManifest(made.repository, NOWHERE)).toBe("gone");
        expect(await made.tags()).toEqual(["2.0.0"]);
      },
    );

    test("what somebody else deleted since it was listed finds it gone", async ({ skip }) => {
      const made = await stage(skip);
      const { digest: own } = await pushImage(made.repo, ["1.0.0"]);
      await pushImage(made.repo, ["2.0.0"]);
      const port = await made.open();
      await port.listTags(made.repository);
      await made.remove(own);
      expect(await port.deleteManifest(made.repository, digest(own))).toBe("gone");
      expect(await made.tags()).toEqual(["2.0.0"]);
    });

    test("an index leaves its children, and all that is of others", async ({ skip }) => {
      const made = await stage(skip);
      const children = [await pushImage(made.repo, []), await pushImage(made.repo, ["1.0.0-arm64"])];
      const index = await pushIndex(made.repo, ["1.0.0"], children);
      const other = await pushImage(made.repo, ["2.0.0"]);
      // Of the same layers, and of the same children.
      const twin = twinOf(other);
      await putManifest(made.repo, "2.0.0-twin", twin.mediaType, twin.body);
      await pushIndex(made.repo, ["1.1.0"], [...children, other]);
      const port = await made.open();
      await port.listTags(made.repository);
      expect(await port.deleteManifest(made.repository, digest(index.digest))).toBe("deleted");
      expect(await port.deleteManifest(made.repository, twin.digest)).toBe("deleted");
      expect(await made.tags()).toEqual(["1.0.0-arm64", "1.1.0", "2.0.0"]);
      for (const { digest: own } of [...children, other]) await pullImage(made.repo, own);
    });

    test("what is in another repository too leaves that one", async ({ skip }) => {
      const made = await stage(skip);
      const { repo } = made.another();
      await pushImage(made.repo, ["2.0.0"]);
      const [here, there] = [
        await pushImage(made.repo, ["1.0.0"], { seed: "both" }),
        await pushImage(repo, ["1.0.0"], { seed: "both" }),
      ];
      expect(here.digest).toBe(there.digest);
      const port = await made.open();
      expect(await port.deleteManifest(made.repository, digest(here.digest))).toBe("deleted");
      expect(await made.tags()).toEqual(["2.0.0"]);
      expect(await listTags(repo)).toEqual(["1.0.0"]);
      await pullImage(repo, "1.0.0");
    });
  });

  describe("deleting a tag alone", () => {
    test.for([
      ["to pull", ["pull"]],
      ["to do all", ["pull", "push", "delete"]],
    ] as const)(
      `is possible: ${untags}, with the right %s; asking deletes nothing`,
      async ([, rights], { skip }) => {
        const made = await stage(skip);
        await pushImage(made.repo, ["1.0.0"]);
        const port = await made.open({ rights });
        await port.listTags(made.repository);
        expect(await port.untags(made.repository)).toBe(untags);
        expect(await made.tags()).toEqual(["1.0.0"]);
      },
    );

    test(untags === "yes" ? "leaves its image" : "is refused, and deletes nothing", async ({ skip }) => {
      const made = await stage(skip);
      const { digest: own } = await pushImage(made.repo, ["1.0.0", "latest"]);
      const port = await made.open();
      await port.listTags(made.repository);
      const outcomes: unknown[] = [];
      for (let count = 0; count < 2; count += 1) {
        outcomes.push(await port.deleteTag(made.repository, tag("latest")).catch(() => "refused"));
      }
      expect(outcomes).toEqual(untags === "yes" ? ["deleted", "gone"] : ["refused", "refused"]);
      expect(await made.tags()).toEqual(untags === "yes" ? ["1.0.0"] : ["1.0.0", "latest"]);
      await pullImage(made.repo, own);
    });
  });

  test("what refers to a manifest is in no list", async ({ skip }) => {
    const made = await stage(skip);
    const image = await pushImage(made.repo, ["1.0.0"]);
    await pushReferrer(made.repo, image);
    const port = await made.open();
    expect(await port.listReferrers(made.repository, digest(image.digest))).toBeUndefined();
    expect(made.gitHub?.hub.elsewhere.requests ?? []).toEqual([]);
  });

  test("a blob is read whole where it is, and is known to be there; an empty one is", async ({ skip }) => {
    const made = await stage(skip);
    const image = await pushImage(made.repo, ["1.0.0"]);
    const { config } = JSON.parse(image.bytes.toString()) as { config: { digest: string; size: number } };
    const empty = await pushBlob(made.repo, Buffer.alloc(0));
    const port = await made.open();
    const bytes = await port.readBlob(made.repository, digest(config.digest));
    expect([bytes?.length, hash(bytes ?? Buffer.alloc(0))]).toEqual([config.size, config.digest]);
    expect(await port.readBlob(made.repository, NOWHERE)).toBeUndefined();
    const blobs = [config.digest, empty.digest, NOWHERE].map(digest);
    const there: boolean[] = [];
    for (const blob of blobs) there.push(await port.readsBlob(made.repository, blob));
    expect(there).toEqual([true, true, false]);
  });

  test(`a deleted image can be put back: ${undo}`, async ({ skip }) => {
    expect((await (await stage(skip)).open()).undo()).toBe(undo);
  });

  test("closing lets go of all connections", async ({ skip }) => {
    const made = await stage(skip);
    await pushImage(made.repo, ["1.0.0"]);
    const lines = openLines();
    const port = await made.open({ by: lines.to });
    expect(await port.listTags(made.repository)).toEqual(["1.0.0"]);
    const open = lines.sockets.filter(({ destroyed }) => !destroyed);
    expect(open.length).toBeGreaterThanOrEqual(made.gitHub === undefined ? 1 : 2);
    port.close();
    await Promise.all(open.map((socket) => once(socket, "close")));
    expect(lines.sockets.every(({ destroyed }) => destroyed)).toBe(true);
  });
});
