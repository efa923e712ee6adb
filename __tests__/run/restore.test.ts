import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { findDistribution3 } from "../../scripts/go-tools.mjs";
import {
  getManifest,
  listTags,
  pullImage,
  pushImage,
  pushIndex,
  putManifest,
  type Repo,
} from "../../scripts/images.mjs";
import { digestOf } from "../../scripts/registry-api.mjs";
import { parseReference } from "../../src/core/names/reference.js";
import { restoreFailure, restoreStatus } from "../../src/report/verbs/restore.js";
import { type Proxied, type Pushed, useProxiedRegistry } from "../support/proxied.js";
import {
  blobsOf,
  deleteAll,
  ends,
  journalOf,
  nameOf,
  only,
  pushTwin,
  pushZoo,
  runRestore,
  signatureOf,
} from "../support/restoring.js";
import { startTokenServer } from "../support/token-server.js";
import { createShelf, type Shelf } from "../support/storage.js";

const pem = (file: string): string =>
  readFileSync(new URL(`../support/tls/${file}`, import.meta.url), "utf8");

type Skip = (note: string) => never;

let three: string | undefined;
// The first run builds it.
beforeAll(async () => {
  three = await findDistribution3(console.warn);
}, 600_000);

async function shelfOf(version: string, skip: Skip): Promise<Shelf> {
  const shelf = await createShelf(
    version === "2.8" ? undefined : (three ?? skip("Distribution 3 can't be built here")),
  );
  onTestFinished(() => shelf.remove());
  return shelf;
}

async function head({ base, name }: Repo, blob: string): Promise<number> {
  return (await fetch(`${base}/v2/${name}/blobs/${blob}`, { method: "HEAD" })).status;
}

describe.each(["2.8", "3.1"])("on Distribution %s", (version) => {
  test("all that was deleted is back byte for byte, whatever it contains and whatever refers to it", async ({
    skip,
  }) => {
    const shelf = await shelfOf(version, skip);
    await shelf.serve(async (repoOf) => {
      const repo = repoOf("team/app");
      const zoo = await pushZoo(repo);
      const tags = await listTags(repo);
      const names = [...tags, ...zoo.map(({ digest }) => digest)];
      const before = await Promise.all(names.map((name) => getManifest(repo, name)));
      const journal = await journalOf({ [nameOf(repo)]: await deleteAll(repo, zoo) });
      expect(await listTags(repo)).toEqual(["2.0.0"]);
      const { result } = await runRestore(journal);
      expect([restoreStatus(result), restoreFailure(result)]).toEqual(["done", ""]);
      expect(new Set(only(result).tags.map(({ kind }) => kind))).toEqual(new Set(["restored"]));
      expect(only(result).tags.map(({ tag }) => tag)).toHaveLength(tags.length - 1);
      expect(await listTags(repo)).toEqual(tags);
      expect(await Promise.all(names.map((name) => getManifest(repo, name)))).toEqual(before);
      for (const tag of tags) await pullImage(repo, tag);
      const again = await runRestore(journal);
      expect(restoreStatus(again.result)).toBe("done");
      expect(new Set(Object.values(ends(only(again.result))))).toEqual(new Set(["already-there"]));
    });
  });

  test("after a collection, what it took can't be restored, and nothing is written; what it left can", async ({
    skip,
  }) => {
    const shelf = await shelfOf(version, skip);
    const records = await shelf.serve(async (repoOf) => {
      const repo = repoOf("team/app");
      const kept = await pushImage(repo, ["2.0.0"]);
      const child = await pushImage(repo, []);
      const index = await pushIndex(repo, ["1.0.0"], [child]);
      const signature = await pushTwin(repo, signatureOf(index, ".sig"), kept);
      const twin = await pushTwin(repo, "1.1.0", kept);
      return deleteAll(repo, [{ ...index, tags: ["1.0.0"] }, child, signature, twin]);
    });
    await shelf.collect();
    await shelf.serve(async (repoOf) => {
      const repo = repoOf("team/app");
      const { result } = await runRestore(await journalOf({ [nameOf(repo)]: records }), {
        wanted: ["1.0.0"],
      });
      expect(only(result).tags).toMatchObject([
        { tag: "1.0.0", kind: "lost", why: "collected" },
        { tag: expect.stringContaining(".sig") as string, kind: "restored" },
      ]);
      expect(restoreStatus(result)).toBe("partly-failed");
      expect(restoreFailure(result)).toContain("a garbage collection took");
      // The signature's own content is there, so it stands alone.
      const signature = expect.stringMatching(/^sha256-.*\.sig$/) as string;
      expect(await listTags(repo)).toEqual(["2.0.0", signature]);
      const all = await runRestore(await journalOf({ [nameOf(repo)]: records }));
      expect(restoreStatus(all.result)).toBe("partly-failed");
      expect(await listTags(repo)).toEqual(["1.1.0", "2.0.0", signature]);
      await pullImage(repo, "1.1.0");
    });
  });

  test("a registry that remembers a blob which a collection took is not believed", async ({ skip }) => {
    const shelf = await shelfOf(version, skip);
    await shelf.serve(async (repoOf) => {
      const repo = repoOf("team/app");
      await pushImage(repo, ["2.0.0"]);
      const image = await pushImage(repo, ["1.0.0"]);
      for (const blob of blobsOf(image)) expect(await head(repo, blob)).toBe(200);
      const records = await deleteAll(repo, [{ ...image, tags: ["1.0.0"] }]);
      await shelf.collect();
      for (const blob of blobsOf(image)) expect(await head(repo, blob)).toBe(200);
      const { result } = await runRestore(await journalOf({ [nameOf(repo)]: records }));
      expect(only(result).tags).toMatchObject([{ tag: "1.0.0", kind: "lost", why: "collected" }]);
      expect(await listTags(repo)).toEqual(["2.0.0"]);
      expect((await getManifest(repo, image.digest)).status).toBe(404);
    });
  });

  test("nor is one that takes a manifest and does not have it, until it is started anew", async ({
    skip,
  }) => {
    const shelf = await shelfOf(version, skip);
    const records = await shelf.serve(async (repoOf) => {
      const repo = repoOf("team/app");
      const kept = await pushImage(repo, ["2.0.0"]);
      const twin = await pushTwin(repo, "1.0.0", kept);
      await getManifest(repo, twin.digest);
      const deleted = await deleteAll(repo, [twin]);
      await shelf.collect();
      const { result } = await runRestore(await journalOf({ [nameOf(repo)]: deleted }));
      expect(only(result).tags).toMatchObject([{ tag: "1.0.0", kind: "failed" }]);
      expect(restoreFailure(result)).toContain(`it took ${twin.digest} and does not have it`);
      expect(restoreFailure(result)).toContain("Restart the registry");
      expect(await listTags(repo)).toEqual(["2.0.0"]);
      return deleted;
    });
    await shelf.serve(async (repoOf) => {
      const repo = repoOf("team/app");
      const { result } = await runRestore(await journalOf({ [nameOf(repo)]: records }));
      expect(ends(only(result))).toEqual({ "1.0.0": "restored" });
      await pullImage(repo, "1.0.0");
    });
  });

  test("a tag that was pushed again is not overwritten, and its old image is back by its digest", async ({
    skip,
  }) => {
    const shelf = await shelfOf(version, skip);
    await shelf.serve(async (repoOf) => {
      const repo = repoOf("team/app");
      const old = await pushImage(repo, ["1.0.0", "1.0"]);
      const records = await deleteAll(repo, [{ ...old, tags: ["1.0.0", "1.0"] }]);
      const { digest } = await pushImage(repo, ["1.0.0"]);
      const { result } = await runRestore(await journalOf({ [nameOf(repo)]: records }));
      expect(only(result).tags).toMatchObject([
        { tag: "1.0.0", kind: "moved", to: digest },
        { tag: "1.0", kind: "restored" },
      ]);
      expect(restoreStatus(result)).toBe("partly-failed");
      expect((await getManifest(repo, "1.0.0")).digest).toBe(digest);
      expect(await pullImage(repo, old.digest)).toEqual(await pullImage(repo, "1.0"));
    });
  });

  test("an index of which a part was missing before the prune is not tried", async ({ skip }) => {
    const shelf = await shelfOf(version, skip);
    await shelf.serve(async (repoOf) => {
      const repo = repoOf("team/app");
      const [missing, child] = [await pushImage(repo, []), await pushImage(repo, [])];
      const index = await pushIndex(repo, ["1.0.0"], [child, missing]);
      await deleteAll(repo, [missing]);
      const records = await deleteAll(repo, [{ ...index, tags: ["1.0.0"] }, child]);
      const { result } = await runRestore(await journalOf({ [nameOf(repo)]: records }));
      const { tags } = only(result);
      expect(tags).toMatchObject([{ tag: "1.0.0", kind: "lost", why: "unknown", missing: missing.digest }]);
      expect(restoreFailure(result)).toContain("missing before the prune");
      expect((await getManifest(repo, child.digest)).status).toBe(404);
    });
  });
});

const proxied = useProxiedRegistry();

/** A repository behind a proxy of which every image was deleted. */
interface Emptied extends Proxied {
  readonly images: readonly Pushed[];
  readonly records: readonly object[];
  readonly journal: string;
}

async function deletedImages(...tags: readonly string[]): Promise<Emptied> {
  const made = await proxied();
  const images: Pushed[] = [];
  for (const tag of tags) images.push(await pushImage(made.repo, [tag]));
  const gone = images.map((image, index) => ({ ...image, tags: tags.slice(index, index + 1) }));
  const records = await deleteAll(made.repo, gone);
  return { ...made, images, records, journal: await journalOf({ [made.image]: records }) };
}

describe("what is wanted", () => {
  test("a tag comes with what it contains and what refers to that, and without its other names", async () => {
    const { repo } = await proxied();
    const zoo = await pushZoo(repo);
    const journal = await journalOf({ [nameOf(repo)]: await deleteAll(repo, zoo) });
    const { result } = await runRestore(journal, { wanted: ["1.0.0", "1.4.0"] });
    const fallback = zoo.flatMap(({ tags = [] }) => tags).find((tag) => /^sha256-[0-9a-f]{64}$/.test(tag));
    expect(Object.keys(ends(only(result))).sort()).toEqual(["1.0.0", "1.4.0", fallback]);
    expect(await listTags(repo)).toEqual(["1.0.0", "1.4.0", fallback, "2.0.0"].sort());
    for (const tag of await listTags(repo)) await pullImage(repo, tag);
  });

  test("a digest comes with its tags, and is told of by itself, too; a child comes alone", async () => {
    const { repo } = await proxied();
    const zoo = await pushZoo(repo);
    const journal = await journalOf({ [nameOf(repo)]: await deleteAll(repo, zoo) });
    const [index, child] = zoo.map(({ digest }) => digest);
    const first = await runRestore(journal, { wanted: [child ?? ""] });
    expect(only(first.result)).toMatchObject({ tags: [], digests: [{ digest: child, kind: "restored" }] });
    const second = await runRestore(journal, { wanted: [index ?? ""] });
    expect(only(second.result).digests).toMatchObject([{ digest: index, kind: "restored" }]);
    expect(await listTags(repo)).toEqual(["1.0.0", "2.0.0", "latest-alpha"]);
  });

  test("a tag of several repositories comes back in each, unless one is named", async () => {
    const [one, other] = [await proxied(), await proxied()];
    const records: Record<string, readonly object[]> = {};
    for (const { repo, image } of [one, other]) {
      const pushed = await pushImage(repo, ["1.0.0"]);
      records[image] = await deleteAll(repo, [{ ...pushed, tags: ["1.0.0"] }]);
    }
    const journal = await journalOf(records);
    const named = await runRestore(journal, { image: parseReference(`http://${other.image}`) });
    expect(only(named.result).repository).toBe(other.image);
    expect(one.proxy.requests).toEqual([]);
    const { result } = await runRestore(journal, { wanted: ["1.0.0"] });
    expect(result.repositories.map(ends)).toEqual([{ "1.0.0": "restored" }, { "1.0.0": "already-there" }]);
  });

  test("a repository that knows nothing of it is not asked", async () => {
    const [one, other] = [await deletedImages("1.0.0"), await proxied()];
    const pushed = await pushImage(other.repo, ["1.1.0"]);
    const records = await deleteAll(other.repo, [{ ...pushed, tags: ["1.1.0"] }]);
    const journal = await journalOf({ [one.image]: one.records, [other.image]: records });
    const { result } = await runRestore(journal, { wanted: ["1.1.0"] });
    expect(only(result)).toMatchObject({ repository: other.image, tags: [{ kind: "restored" }] });
    expect(one.proxy.requests).toEqual([]);
  });

  test("what the journal does not know is all said at once, and then nothing is asked or written", async () => {
    const { proxy, journal, image } = await deletedImages("1.0.0", "1.1.0");
    const sent = proxy.requests.length;
    const unknown = "sha256:" + "1".repeat(64);
    await expect(runRestore(journal, { wanted: ["1.0.0", "1.1.00", unknown] })).rejects.toThrow(
      `1.1.00 (did you mean 1.1.0?)\n  ${unknown}`,
    );
    const other = parseReference("127.0.0.1:1/team/other");
    await expect(runRestore(journal, { image: other })).rejects.toMatchObject({
      message: expect.stringContaining("knows nothing of 127.0.0.1:1/team/other") as string,
      nextStep: `It knows: ${image}.`,
    });
    expect(proxy.requests).toHaveLength(sent);
  });
});

describe("the way to a registry", () => {
  test("is asked for what is needed alone", async () => {
    const { proxy, journal } = await deletedImages("1.0.0");
    const certificate = { key: pem("token.key"), certificate: pem("token.crt") };
    const server = await startTokenServer({ issuer: "i", service: "s", ...certificate });
    onTestFinished(() => server.stop());
    proxy.on({
      when: ({ headers }) => headers.authorization === undefined,
      act: {
        kind: "answer",
        status: 401,
        headers: { "www-authenticate": `Bearer realm="${server.url}",service="s"` },
      },
    });
    const rights = (): readonly (string | undefined)[] =>
      server.requests.splice(0).map(({ query }) => query.get("scope")?.split(":").at(-1));
    await runRestore(journal, { dryRun: true });
    expect(new Set(rights())).toEqual(new Set(["pull"]));
    const { result } = await runRestore(journal);
    expect(restoreStatus(result)).toBe("done");
    expect(new Set(rights())).toEqual(new Set(["pull,push"]));
  });

  test("has the scheme that the image is written with", async () => {
    const { image, journal } = await deletedImages("1.0.0");
    const { result } = await runRestore(journal, { image: parseReference(`https://${image}`) });
    expect(only(result)).toMatchObject({ tags: [], error: { kind: "speaks-plain-http" } });
  });

  test("begins with the host that the journal has, where Docker would look on its Hub", async () => {
    const { records } = await deletedImages("1.0.0");
    const { result } = await runRestore(await journalOf({ "nobodys-registry/team/app": records }));
    expect(only(result).error?.message).toContain("nobodys-registry");
  });
});

describe("a dry run", () => {
  test("says what would be restored, what moved and what can't be, and writes nothing", async () => {
    const { repo, sent, journal, images } = await deletedImages("1.0.0", "1.1.0", "1.2.0");
    const { digest: to } = await pushImage(repo, ["1.1.0"]);
    const [config = ""] = images.slice(2).flatMap(blobsOf);
    await fetch(`${repo.base}/v2/${repo.name}/blobs/${config}`, { method: "DELETE" });
    const { result } = await runRestore(journal, { dryRun: true });
    expect(only(result).tags).toMatchObject([
      { tag: "1.0.0", kind: "would-restore" },
      { tag: "1.1.0", kind: "moved", to },
      { tag: "1.2.0", kind: "lost", why: "collected", missing: config },
    ]);
    expect([...sent("PUT"), ...sent("POST")]).toEqual([]);
    expect(await listTags(repo)).toEqual(["1.1.0"]);
  });
});

describe("proof", () => {
  test("an image that was taken and can't be read is not restored, and its tag is not written", async () => {
    const { proxy, sent, journal, images } = await deletedImages("1.0.0", "1.1.0");
    const [first] = images;
    proxy.on({
      when: ({ method, path }) => method === "PUT" && path.endsWith(first?.digest ?? ""),
      act: { kind: "answer", status: 201 },
    });
    const { result } = await runRestore(journal);
    expect(ends(only(result))).toEqual({ "1.0.0": "failed", "1.1.0": "restored" });
    expect(restoreStatus(result)).toBe("partly-failed");
    expect(restoreFailure(result)).toContain("said that it took");
    expect(sent("PUT")).not.toContain("manifests/1.0.0");
  });

  test("nor is a tag, which is named", async () => {
    const { proxy, journal } = await deletedImages("1.0.0");
    proxy.on({
      when: ({ method, path }) => method === "PUT" && path.endsWith("/1.0.0"),
      act: { kind: "answer", status: 201 },
    });
    const { result } = await runRestore(journal);
    expect(ends(only(result))).toEqual({ "1.0.0": "failed" });
    expect(restoreFailure(result)).toContain("said that it took 1.0.0 and does not have it");
  });

  test("nor one that somebody pushes in the moment after it was written", async () => {
    const { proxy, repo, journal } = await deletedImages("1.0.0");
    proxy.on({
      when: ({ method, path }) => method === "PUT" && path.endsWith("/1.0.0"),
      act: { kind: "after", run: () => pushImage(repo, ["1.0.0"]) },
    });
    const { result } = await runRestore(journal);
    expect(ends(only(result))).toEqual({ "1.0.0": "failed" });
    expect(restoreFailure(result)).toContain("is another image");
  });

  test("a tag is read once more before it is written", async () => {
    const { proxy, repo, sent, journal, images } = await deletedImages("1.0.0");
    let pushed: Pushed | undefined;
    proxy.on({
      when: ({ method, path }) => method === "PUT" && path.endsWith(images[0]?.digest ?? ""),
      act: { kind: "after", run: async () => (pushed = await pushImage(repo, ["1.0.0"])) },
    });
    const { result } = await runRestore(journal);
    expect(only(result).tags).toMatchObject([{ kind: "moved", to: pushed?.digest }]);
    expect(sent("PUT")).not.toContain("manifests/1.0.0");
  });

  test("each configuration and layer is read once, all before the first write", async () => {
    const { repo, image, sent, proxy } = await proxied();
    const kept = await pushImage(repo, ["2.0.0"]);
    const twins = [await pushTwin(repo, "1.0.0", kept), await pushTwin(repo, "1.1.0", kept)];
    const journal = await journalOf({ [image]: await deleteAll(repo, twins) });
    await runRestore(journal);
    const reads = sent("GET").filter((path) => path.startsWith("blobs/"));
    expect(reads.sort()).toEqual(
      blobsOf(kept)
        .map((blob) => `blobs/${blob}`)
        .sort(),
    );
    const firstWrite = proxy.requests.findIndex(({ method }) => method === "PUT");
    const lastProof = proxy.requests.findLastIndex(({ path }) => path.includes("/blobs/"));
    expect(lastProof).toBeLessThan(firstWrite);
  });
});

describe("what is there", () => {
  test("is not written again, nor is what two images contain", async () => {
    const { repo, image, sent } = await proxied();
    const child = await pushImage(repo, []);
    const arm = await pushImage(repo, [], { platform: { architecture: "arm64", os: "linux" } });
    const one = await pushIndex(repo, ["1.0.0"], [child]);
    const two = await pushIndex(repo, ["1.1.0"], [child, arm]);
    const gone = [{ ...one, tags: ["1.0.0"] }, { ...two, tags: ["1.1.0"] }, child];
    const { result } = await runRestore(await journalOf({ [image]: await deleteAll(repo, gone) }));
    expect(restoreStatus(result)).toBe("done");
    const references = [child.digest, one.digest, "1.0.0", two.digest, "1.1.0"];
    expect(sent("PUT")).toEqual(references.map((each) => `manifests/${each}`));
  });

  test("may lack a part, which is restored", async () => {
    const { repo, image, sent } = await proxied();
    const child = await pushImage(repo, []);
    const index = await pushIndex(repo, ["1.0.0"], [child]);
    const records = await deleteAll(repo, [child]);
    const deletion = { kind: "manifest", ...index, tags: ["1.0.0"], parents: [], after: [], orphanOf: [] };
    const manifest = { kind: "manifest", ...index, body: index.bytes.toString("base64") };
    const journal = await journalOf({ [image]: [manifest, { kind: "deletion", deletion }, ...records] });
    const { result } = await runRestore(journal);
    expect(ends(only(result))).toEqual({ "1.0.0": "restored" });
    expect(sent("PUT")).toEqual([`manifests/${child.digest}`]);
    await pullImage(repo, "1.0.0");
  });

  test("by somebody else's push of the same image is not written again, and is back with its image", async () => {
    const { proxy, repo, journal, images, sent } = await deletedImages("1.0.0");
    const [pushed] = images;
    if (pushed === undefined) throw new Error("one was pushed");
    const { digest, mediaType, bytes } = pushed;
    proxy.on({
      when: ({ method, path }) => method === "PUT" && path.endsWith(digest),
      act: { kind: "after", run: () => putManifest(repo, "1.0.0", mediaType, bytes) },
    });
    const { result } = await runRestore(journal);
    expect(ends(only(result))).toEqual({ "1.0.0": "restored" });
    expect(sent("PUT")).toEqual([`manifests/${digest}`]);
  });
});

describe("a tag that was lost", () => {
  test("is put back onto its image, which is still there and is in no journal", async () => {
    const { repo, image, sent } = await proxied();
    const { digest, bytes, mediaType } = await pushImage(repo, ["1.0.0"]);
    const overwritten = await pushIndex(repo, ["1.0.0"], []);
    await deleteAll(repo, [overwritten]);
    const lost = { kind: "lost", tag: "1.0.0", digest };
    const { result } = await runRestore(await journalOf({ [image]: [lost] }));
    expect(ends(only(result))).toEqual({ "1.0.0": "restored" });
    expect(await getManifest(repo, "1.0.0")).toMatchObject({ digest, mediaType, body: bytes });
    expect(sent("PUT")).toEqual(["manifests/1.0.0"]);
  });

  test("can't be where its image is gone", async () => {
    const { repo, image } = await proxied();
    const { digest } = await pushImage(repo, ["1.0.0"]);
    await deleteAll(repo, [{ digest }]);
    const lost = { kind: "lost", tag: "1.0.0", digest };
    const { result } = await runRestore(await journalOf({ [image]: [lost] }));
    expect(only(result).tags).toMatchObject([{ kind: "lost", why: "unknown", missing: digest }]);
  });
});

describe("what goes wrong", () => {
  test("in one repository is its outcome, and the others go on", async () => {
    const [broken, well] = [await deletedImages("1.0.0"), await deletedImages("1.1.0")];
    broken.proxy.on({
      when: ({ path }) => path.includes("/blobs/"),
      act: { kind: "answer", status: 500 },
    });
    const journal = await journalOf({
      [broken.image]: broken.records,
      "no repository": broken.records,
      [well.image]: well.records,
    });
    const { result } = await runRestore(journal);
    expect(result.repositories).toMatchObject([
      { tags: [], error: { kind: "unexpected-answer" } },
      { tags: [], error: { message: expect.stringContaining("not an image reference") as string } },
      { tags: [{ tag: "1.1.0", kind: "restored" }] },
    ]);
    expect(broken.sent("PUT")).toEqual([]);
    expect(restoreStatus(result)).toBe("partly-failed");
  });

  test("with every write is tried once", async () => {
    const { proxy, sent, journal } = await deletedImages("1.0.0", "1.1.0");
    proxy.on({ when: ({ method }) => method === "PUT", act: { kind: "answer", status: 403 } });
    const { result } = await runRestore(journal);
    expect(only(result)).toMatchObject({
      error: { kind: "forbidden" },
      tags: [{ kind: "failed" }, { kind: "failed" }],
    });
    expect(restoreStatus(result)).toBe("failed");
    expect(sent("PUT")).toHaveLength(1);
  });

  test("with one write leaves the others", async () => {
    const { proxy, journal, images } = await deletedImages("1.0.0", "1.1.0");
    proxy.on({
      when: ({ method, path }) => method === "PUT" && path.endsWith(images[0]?.digest ?? ""),
      act: { kind: "answer", status: 400, body: '{"errors":[{"code":"MANIFEST_BLOB_UNKNOWN"}]}' },
    });
    const { result } = await runRestore(journal);
    expect(ends(only(result))).toEqual({ "1.0.0": "failed", "1.1.0": "restored" });
    expect(restoreFailure(result)).toContain("MANIFEST_BLOB_UNKNOWN");
  });

  test("what can't be understood is lost, and the rest is restored", async () => {
    const { image, records } = await deletedImages("1.0.0");
    const body = Buffer.from("{}");
    const strange = { digest: digestOf(body), mediaType: "text/plain", body: body.toString("base64") };
    const deletion = { kind: "manifest", ...strange, tags: ["1.1.0"], parents: [], after: [], orphanOf: [] };
    const own = [{ kind: "manifest", ...strange }, { kind: "deletion", deletion }, ...records];
    const { result } = await runRestore(await journalOf({ [image]: own }));
    expect(ends(only(result))).toEqual({ "1.0.0": "restored", "1.1.0": "lost" });
  });

  test("lines that a killed run left are told, and the rest is restored", async () => {
    const { repo, image } = await proxied();
    const pushed = await pushImage(repo, ["1.0.0"]);
    const records = await deleteAll(repo, [{ ...pushed, tags: ["1.0.0"] }]);
    const journal = await journalOf({ [image]: records }, '{"kind":"manif');
    const { result, events } = await runRestore(journal);
    expect(events).toMatchObject([
      { kind: "journal-torn", path: journal, lines: 1 },
      { kind: "restoring", repository: image, images: 1 },
      { kind: "restored", outcome: { repository: image } },
    ]);
    expect(restoreStatus(result)).toBe("done");
  });
});
