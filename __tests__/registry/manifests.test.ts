import { EventEmitter, once } from "node:events";
import { readdir, rm } from "node:fs/promises";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { getManifest, listTags, pushBlob, pushImage } from "../../scripts/images.mjs";
import { digest, hash, tag } from "../support/contract.js";
import { openPort, useDistribution } from "../support/distributions.js";
import type { Stage } from "../support/proxied.js";
import { type Action, type Answer, type RecordedRequest, startProxy } from "../support/proxy.js";

const INDEX = "application/vnd.oci.image.index.v1+json";
const isPut = ({ method }: RecordedRequest): boolean => method === "PUT";
const isUpload = ({ path }: RecordedRequest): boolean => path.includes("/blobs/uploads/");
const isBlob = ({ path }: RecordedRequest): boolean => path.includes("/blobs/sha256:");

const words = (detail: unknown): Action => ({
  kind: "answer",
  status: 500,
  body: JSON.stringify({ errors: [{ code: "UNKNOWN", message: "unknown error", detail }] }),
});
const fullDisk: readonly [string, Action][] = [
  ["in words", words("write /var/lib/registry/docker/registry/v2/x: no space left on device")],
  ["by its number", words({ DriverName: "filesystem", Enclosed: { Op: "write", Path: "/x", Err: 28 } })],
];

describe.each(["2.8", "3.1.1"] as const)("Distribution %s", (distribution) => {
  const stage = useDistribution(distribution);

  describe("what a tag points at", () => {
    const isHead = ({ method }: RecordedRequest): boolean => method === "HEAD";

    test("is known without reading it", async ({ skip }) => {
      const made = await stage(skip);
      const pushed = await pushImage(made.repo, ["1.0.0"]);
      const { port, repository } = await openPort(made);
      expect(await port.resolveTag(repository, tag("1.0.0"))).toBe(pushed.digest);
      expect(made.proxy.requests.map(({ method }) => method)).toEqual(["HEAD"]);
    });

    test.for<[string, Omit<Extract<Action, { readonly kind: "answer" }>, "kind">]>([
      ["has no digest", { status: 200 }],
      ["has none that is one", { status: 200, headers: { "docker-content-digest": "sha256:abc" } }],
      ["is not about the tag", { status: 404 }],
      [
        "is a refusal that has a digest",
        { status: 403, headers: { "docker-content-digest": `sha256:${"a".repeat(64)}` } },
      ],
      ["is that there is no such thing", { status: 405 }],
    ])("is read where the answer %s", async ([, answer], { skip }) => {
      const made = await stage(skip);
      const pushed = await pushImage(made.repo, ["1.0.0"]);
      made.proxy.on({ when: isHead, act: { kind: "answer", ...answer } });
      const { port, repository } = await openPort(made);
      expect(await port.resolveTag(repository, tag("1.0.0"))).toBe(pushed.digest);
    });

    test("is nothing where the registry says in words that there is no such tag", async ({ skip }) => {
      const made = await stage(skip);
      await pushImage(made.repo, ["1.0.0"]);
      const { port, repository } = await openPort(made);
      expect(await port.resolveTag(repository, tag("1.1.0"))).toBeUndefined();
      made.proxy.on({ when: ({ method }) => method !== "PUT", act: { kind: "answer", status: 404 } });
      await expect(port.resolveTag(repository, tag("1.1.0"))).rejects.toMatchObject({
        kind: "not-a-registry",
      });
    });
  });

  describe("writing a manifest", () => {
    // Spaces, line ends and letters as nobody's encoder would make them.
    const text = `{\r\n\t"schemaVersion": 2,\r\n "mediaType":"${INDEX}","manifests":[ ],\n"annotations":{"ü":"é 漢 😀 \\u00fc"}}\r\n`;
    const manifest = { mediaType: INDEX, body: Buffer.from(text) };

    test.for(["tag", "digest"])(
      "under a %s sends exactly its bytes, which are read back",
      async (kind, { skip }) => {
        const made = await stage(skip);
        await pushImage(made.repo, ["1.1.0"]);
        const { port, repository } = await openPort(made);
        const reference = kind === "tag" ? tag("1.0.0") : digest(hash(manifest.body));
        await port.putManifest(repository, reference, manifest);
        const sent = made.proxy.requests.find(isPut);
        expect(sent?.headers).toMatchObject({
          "content-type": INDEX,
          "content-length": String(manifest.body.length),
        });
        expect(await getManifest(made.repo, reference)).toMatchObject({
          body: manifest.body,
          mediaType: INDEX,
        });
        const read = await port.readManifest(repository, reference);
        expect(read).toMatchObject({ ...manifest, digest: hash(manifest.body) });
        expect(await listTags(made.repo)).toEqual(kind === "tag" ? ["1.0.0", "1.1.0"] : ["1.1.0"]);
      },
    );

    test("of a megabyte sends all of it", async ({ skip }) => {
      const made = await stage(skip);
      const { port, repository } = await openPort(made);
      const annotations = { long: "ü".repeat(500_000) };
      const body = Buffer.from(
        JSON.stringify({ schemaVersion: 2, mediaType: INDEX, manifests: [], annotations }),
      );
      await port.putManifest(repository, tag("1.0.0"), { mediaType: INDEX, body });
      expect((await getManifest(made.repo, "1.0.0")).body.equals(body)).toBe(true);
    });

    test.for<[string, number, string]>([
      ["200", 200, "unexpected-answer"],
      ["202", 202, "unexpected-answer"],
      ["204", 204, "unexpected-answer"],
      ["400", 400, "unexpected-answer"],
      ["403", 403, "forbidden"],
      ["500", 500, "unexpected-answer"],
    ])("that is answered with %s was not written, for all we know", async ([, status, kind], { skip }) => {
      const made = await stage(skip);
      const { port, repository } = await openPort(made);
      made.proxy.on({ when: isPut, act: { kind: "answer", status } });
      await expect(port.putManifest(repository, tag("1.0.0"), manifest)).rejects.toMatchObject({ kind });
    });

    test("to a registry in maintenance says so", async ({ skip }) => {
      const made = await stage(skip);
      const { port, repository } = await openPort(made);
      made.proxy.on({ when: isPut, act: { kind: "answer", status: 405, headers: { allow: "GET, HEAD" } } });
      await expect(port.putManifest(repository, tag("1.0.0"), manifest)).rejects.toMatchObject({
        kind: "read-only",
      });
    });

    test.for(fullDisk)("on a full disk says so (%s)", async ([, act], { skip }) => {
      const made = await stage(skip);
      const { port, repository } = await openPort(made);
      made.proxy.on({ when: isPut, act });
      await expect(port.putManifest(repository, tag("1.0.0"), manifest)).rejects.toMatchObject({
        kind: "disk-full",
      });
    });

    test.for<[string, Action]>([
      ["503", { kind: "answer", status: 503 }],
      ["a reset", { kind: "reset" }],
    ])("under a tag is tried once after %s, under a digest again", async ([, act], { skip }) => {
      const made = await stage(skip);
      const { port, repository } = await openPort(made);
      made.proxy.on({ when: isPut, times: 1, act });
      await expect(port.putManifest(repository, tag("1.0.0"), manifest)).rejects.toThrow();
      expect(made.proxy.requests.filter(isPut)).toHaveLength(1);
      expect(await listTags(made.repo)).toEqual([]);
      made.proxy.on({ when: isPut, times: 1, act });
      const own = digest(hash(manifest.body));
      await port.putManifest(repository, own, manifest);
      expect(made.proxy.requests.filter(isPut)).toHaveLength(3);
      // The second time, the same bytes.
      expect((await getManifest(made.repo, own)).body).toEqual(manifest.body);
    });
  });

  describe("proving room", () => {
    /** The files under a repository's uploads, but for the crumb that Distribution keeps of each. */
    async function leftOfUploads({ storage, repo }: Stage): Promise<readonly string[]> {
      const folder = join(storage, "docker/registry/v2/repositories", repo.name, "_uploads");
      const entries = await readdir(folder, { recursive: true, withFileTypes: true });
      return entries
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name))
        .filter((path) => !path.includes("/hashstates/"));
    }

    test("begins an upload, sends a part of it and cancels it, and leaves no data", async ({ skip }) => {
      const made = await stage(skip);
      await pushImage(made.repo, ["1.0.0"]);
      const { port, repository } = await openPort(made);
      let written = 0;
      made.proxy.on({
        when: ({ method }) => method === "PATCH",
        act: { kind: "after", run: async () => (written = (await leftOfUploads(made)).length) },
      });
      await port.proveRoom(repository);
      expect(made.proxy.requests.map(({ method }) => method)).toEqual(["POST", "PATCH", "DELETE"]);
      expect(made.proxy.requests.every(isUpload)).toBe(true);
      expect(Number(made.proxy.requests[1]?.headers["content-length"])).toBeGreaterThanOrEqual(256 * 1024);
      expect(written).toBeGreaterThan(0);
      expect(await leftOfUploads(made)).toEqual([]);
    });

    const tooFull: readonly [string, string, Action][] = [
      ...fullDisk.map(([how, act]): [string, string, Action] => ["POST", how, act]),
      ...fullDisk.map(([how, act]): [string, string, Action] => ["PATCH", how, act]),
    ];
    test.for(tooFull)(
      "on a disk that is full by the %s (%s) says so, and what was begun is cancelled",
      async ([method, , act], { skip }) => {
        const made = await stage(skip);
        await pushImage(made.repo, ["1.0.0"]);
        const { port, repository } = await openPort(made);
        made.proxy.on({ when: (request) => request.method === method, act });
        await expect(port.proveRoom(repository)).rejects.toMatchObject({ kind: "disk-full" });
        expect(made.sent("DELETE")).toHaveLength(method === "PATCH" ? 1 : 0);
        expect(await leftOfUploads(made)).toEqual([]);
      },
    );

    test.for<[string, string, Action]>([
      ["forbidden", "POST", { kind: "answer", status: 403 }],
      ["unexpected-answer", "POST", { kind: "answer", status: 500 }],
      ["unexpected-answer", "POST", { kind: "answer", status: 405, body: '{"errors":[]}' }],
      ["unexpected-answer", "POST", { kind: "answer", status: 201 }],
      ["forbidden", "PATCH", { kind: "answer", status: 403 }],
      ["unexpected-answer", "PATCH", { kind: "answer", status: 413 }],
      ["unexpected-answer", "PATCH", { kind: "answer", status: 500 }],
    ])("is %s where the %s is answered otherwise (%j)", async ([kind, method, act], { skip }) => {
      const made = await stage(skip);
      await pushImage(made.repo, ["1.0.0"]);
      const { port, repository } = await openPort(made);
      made.proxy.on({ when: (request) => request.method === method, act });
      await expect(port.proveRoom(repository)).rejects.toMatchObject({ kind });
    });

    test("that breaks off in the middle is an error, and what was begun is cancelled", async ({ skip }) => {
      const made = await stage(skip);
      await pushImage(made.repo, ["1.0.0"]);
      const { port, repository } = await openPort(made);
      made.proxy.on({ when: ({ method }) => method === "PATCH", act: { kind: "reset" } });
      await expect(port.proveRoom(repository)).rejects.toMatchObject({ kind: "unreachable" });
      expect(made.sent("DELETE")).toHaveLength(1);
      expect(await leftOfUploads(made)).toEqual([]);
    });

    test("is an error where the upload can't be cancelled, for it would be left behind each time", async ({
      skip,
    }) => {
      const made = await stage(skip);
      await pushImage(made.repo, ["1.0.0"]);
      const { port, repository } = await openPort(made);
      made.proxy.on({ when: ({ method }) => method === "DELETE", act: { kind: "answer", status: 405 } });
      await expect(port.proveRoom(repository)).rejects.toThrow("could not be cancelled");
    });

    test.for<[string, (origin: string, made: Stage) => string]>([
      ["another host", (origin, { repo }) => `${origin}/v2/${repo.name}/blobs/uploads/1`],
      ["what is no upload", (_, { repo }) => `/v2/${repo.name}/manifests/1.0.0`],
      ["another repository", () => "/v2/other/app/blobs/uploads/1"],
      ["no address", () => "http://"],
    ])(
      "proves nothing where the upload is to go on at %s, and nothing is sent there",
      async ([, at], { skip }) => {
        const made = await stage(skip);
        await pushImage(made.repo, ["1.0.0"]);
        const elsewhere = await startProxy(made.repo.base);
        onTestFinished(() => elsewhere.stop());
        const location = at(elsewhere.url, made);
        const { port, repository } = await openPort(made);
        const change = (answer: Answer): Answer => ({ ...answer, headers: { ...answer.headers, location } });
        made.proxy.on({ when: ({ method }) => method === "POST", act: { kind: "change", change } });
        await expect(port.proveRoom(repository)).rejects.toThrow("could not be cancelled");
        expect(made.proxy.requests.map(({ method }) => method)).toEqual(["POST"]);
        expect(elsewhere.requests).toEqual([]);
        expect(await listTags(made.repo)).toEqual(["1.0.0"]);
      },
    );
  });

  describe("whether a blob is there", () => {
    async function blobOf(made: Stage, bytes: Buffer) {
      const pushed = await pushBlob(made.repo, bytes);
      return { ...(await openPort(made)), blob: digest(pushed.digest) };
    }

    test("is seen by its first byte, of which no more is asked", async ({ skip }) => {
      const made = await stage(skip);
      const { port, repository, blob } = await blobOf(made, Buffer.alloc(100_000, "x"));
      expect(await port.readsBlob(repository, blob)).toBe(true);
      expect(made.proxy.requests.map(({ method, headers }) => [method, headers.range])).toEqual([
        ["GET", "bytes=0-0"],
      ]);
    });

    test("is no where it never was", async ({ skip }) => {
      const made = await stage(skip);
      const { port, repository } = await blobOf(made, Buffer.from("another"));
      expect(await port.readsBlob(repository, digest(`sha256:${"0".repeat(64)}`))).toBe(false);
    });

    test("is yes of an empty one", async ({ skip }) => {
      const made = await stage(skip);
      const { port, repository, blob } = await blobOf(made, Buffer.alloc(0));
      expect(await port.readsBlob(repository, blob)).toBe(true);
    });

    test("is no where the registry remembers what a collection took", async ({ skip }) => {
      const made = await stage(skip);
      const { blob } = await blobOf(made, Buffer.from("remembered"));
      const at = `${made.repo.base}/v2/${made.repo.name}/blobs/${blob}`;
      const hex = blob.slice(7);
      await rm(join(made.storage, "docker/registry/v2/blobs/sha256", hex.slice(0, 2), hex), {
        recursive: true,
      });
      // By its memory it is there: without that, this would be an ordinary 404.
      expect((await fetch(at, { method: "HEAD" })).status).toBe(200);
      // Not through the proxy, which reads an answer to its end before it sends it on.
      const { port, repository } = await openPort({ image: `${new URL(at).host}/${made.repo.name}` });
      expect(await port.readsBlob(repository, blob)).toBe(false);
    });

    test.for<[string, Action]>([
      ["breaks off", { kind: "change", change: (answer: Answer) => ({ ...answer, body: Buffer.alloc(0) }) }],
      ["is reset", { kind: "reset" }],
      ["is 503", { kind: "answer", status: 503 }],
    ])("is asked again where the answer %s once", async ([, act], { skip }) => {
      const made = await stage(skip);
      const { port, repository, blob } = await blobOf(made, Buffer.from("there"));
      made.proxy.on({ when: isBlob, times: 1, act });
      expect(await port.readsBlob(repository, blob)).toBe(true);
      expect(made.proxy.requests.filter(isBlob)).toHaveLength(2);
    });

    test.for<[string, Action]>([
      ["500", { kind: "answer", status: 500 }],
      ["403", { kind: "answer", status: 403 }],
      [
        "a proxy's 404",
        { kind: "answer", status: 404, body: "<html>", headers: { "content-type": "text/html" } },
      ],
      ["204", { kind: "answer", status: 204 }],
    ])("is not known where the answer is %s", async ([, act], { skip }) => {
      const made = await stage(skip);
      const { port, repository, blob } = await blobOf(made, Buffer.from("there"));
      made.proxy.on({ when: isBlob, act });
      await expect(port.readsBlob(repository, blob)).rejects.toThrow();
    });
  });
});

test("of a registry that ignores ranges and sends a blob without an end, no more than the beginning is read", async () => {
  const connection = new EventEmitter();
  const left = once(connection, "left");
  const endless: RequestListener = (_, response) => {
    response.writeHead(200, { "content-type": "application/octet-stream" });
    const chunk = Buffer.alloc(64 * 1024);
    const more = (): void => {
      while (!response.destroyed && response.write(chunk));
    };
    response.on("drain", more);
    response.on("close", () => connection.emit("left"));
    more();
  };
  const server = createServer(endless).listen(0, "127.0.0.1");
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  await once(server, "listening");
  const image = `127.0.0.1:${(server.address() as AddressInfo).port}/team/app`;
  const { port, repository } = await openPort({ image });
  expect(await port.readsBlob(repository, digest(`sha256:${"a".repeat(64)}`))).toBe(true);
  // The connection is let go of, before the port is closed.
  await left;
});
