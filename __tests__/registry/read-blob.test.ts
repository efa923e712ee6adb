import { createHash } from "node:crypto";
import { once } from "node:events";
import { rm } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { pushBlob, pushImage, type Repo } from "../../scripts/images.mjs";
import { send } from "../../scripts/registry-api.mjs";
import { UnsureError } from "../../src/core/base/errors.js";
import { type Digest, type RepositoryName } from "../../src/core/names/reference.js";
import type { Credentials } from "../../src/registry/connection/identity.js";
import { RegistryError } from "../../src/registry/port/registry.js";
import { digest } from "../support/contract.js";
import { openPort, useBucket, useDistribution } from "../support/distributions.js";
import type { Stage } from "../support/proxied.js";
import { type Action, type Proxy, type RecordedRequest, startProxy } from "../support/proxy.js";

// bcrypt of "hunter22", at the lowest cost.
const HTPASSWD = "me:$2a$04$kygLMwYVDaQcKG.e3TfXsO7o85aN4cDN/4lMUy5Vp/ADPUpnPWRnq";
const ME: Credentials = { kind: "password", username: "me", password: "hunter22" };
const authorization = `Basic ${Buffer.from("me:hunter22").toString("base64")}`;
const NOWHERE = `sha256:${"0".repeat(64)}`;
const BYTES = Buffer.from('{"created":"2024-01-01T00:00:00Z"}');
const isBlob = ({ path }: RecordedRequest): boolean => path.includes("/blobs/sha");
const html = { "content-type": "text/html" };

/** The port, and a blob that is there. */
async function blobOf(made: Stage, credentials?: Credentials) {
  const opened = await openPort(made, ["pull"], credentials);
  const headers = credentials === undefined ? {} : { authorization };
  const pushed = await pushBlob({ ...made.repo, headers }, BYTES);
  return { ...opened, blob: digest(pushed.digest) };
}

/** Uploads a blob under its SHA-512. */
async function pushBySha512(repo: Repo, bytes: Buffer): Promise<Digest> {
  const named = digest(`sha512:${createHash("sha512").update(bytes).digest("hex")}`);
  const opened = await send(repo, "POST", "blobs/uploads/");
  const upload = new URL(opened.headers.get("location") ?? "", opened.url);
  upload.searchParams.set("digest", named);
  await send(repo, "PUT", upload, {
    headers: { "content-type": "application/octet-stream" },
    body: bytes,
  });
  return named;
}

async function errorOf({ port, repository, blob }: Awaited<ReturnType<typeof blobOf>>): Promise<unknown> {
  return port.readBlob(repository, blob).then(
    (bytes) => new Error(`read: ${bytes?.length}`),
    (error: unknown) => error,
  );
}

describe.each(["2.8", "3.1.1"] as const)("a blob of Distribution %s", (distribution) => {
  const stage = useDistribution(distribution);

  test("is read whole, with one request", async ({ skip }) => {
    const made = await stage(skip);
    const image = await pushImage(made.repo, ["1.0.0"]);
    const { config } = JSON.parse(image.bytes.toString()) as { config: { digest: string; size: number } };
    const { port, repository } = await openPort(made, ["pull"]);
    const bytes = await port.readBlob(repository, digest(config.digest));
    expect(bytes).toHaveLength(config.size);
    expect(JSON.parse(String(bytes))).toMatchObject({ created: "2024-01-01T00:00:00.000Z" });
    expect(made.proxy.requests.map(({ method, headers }) => [method, headers.range])).toEqual([
      ["GET", undefined],
    ]);
    expect(made.sent("GET")).toEqual([`blobs/${config.digest}`]);
  });

  test("of several megabytes is read whole", async ({ skip }) => {
    const made = await stage(skip);
    const bytes = Buffer.from("0123456789".repeat(500_000));
    const pushed = await pushBlob(made.repo, bytes);
    const { port, repository } = await openPort(made);
    expect((await port.readBlob(repository, digest(pushed.digest)))?.equals(bytes)).toBe(true);
  });

  test("that is empty is nothing but there", async ({ skip }) => {
    const made = await stage(skip);
    const pushed = await pushBlob(made.repo, Buffer.alloc(0));
    const { port, repository } = await openPort(made);
    expect(await port.readBlob(repository, digest(pushed.digest))).toEqual(Buffer.alloc(0));
  });

  test("that is named by its SHA-512 is read by that", async ({ skip }) => {
    const made = await stage(skip);
    const named = await pushBySha512(made.repo, BYTES);
    const { port, repository } = await openPort(made);
    expect(await port.readBlob(repository, named)).toEqual(BYTES);
    const changed: Action = { kind: "change", change: (answer) => ({ ...answer, body: Buffer.from("x") }) };
    made.proxy.on({ when: isBlob, act: changed });
    await expect(port.readBlob(repository, named)).rejects.toBeInstanceOf(UnsureError);
  });

  test("is not there where the registry says so, of it or of its repository", async ({ skip }) => {
    const made = await stage(skip);
    const { port, repository } = await blobOf(made);
    expect(await port.readBlob(repository, digest(NOWHERE))).toBeUndefined();
    expect(await port.readBlob(`${repository}/none` as RepositoryName, digest(NOWHERE))).toBeUndefined();
  });

  test("is not taken for empty where the registry remembers what a collection took", async ({ skip }) => {
    const made = await stage(skip);
    const { repository, blob } = await blobOf(made);
    const hex = blob.slice(7);
    const at = join(made.storage, "docker/registry/v2/blobs/sha256", hex.slice(0, 2), hex);
    await rm(at, { recursive: true });
    // By its memory it is there: without that, this would be an ordinary 404.
    const { base, name } = made.repo;
    expect((await fetch(`${base}/v2/${name}/blobs/${blob}`, { method: "HEAD" })).status).toBe(200);
    // Not through the proxy, which reads an answer to its end before it sends it on.
    const { port } = await openPort({ image: `${new URL(base).host}/${name}` });
    const error = await errorOf({ port, repository, blob });
    expect(error).toBeInstanceOf(RegistryError);
    expect(error).toMatchObject({ kind: "unreachable" });
  });

  const words = JSON.stringify({ errors: [{ code: "UNKNOWN", message: "words" }] });
  test.for<[string, string, Action]>([
    ["401", "unauthorized", { kind: "answer", status: 401 }],
    ["403", "forbidden", { kind: "answer", status: 403 }],
    ["a proxy's 404", "not-a-registry", { kind: "answer", status: 404, headers: html, body: "<html>" }],
    ["404 without words", "not-a-registry", { kind: "answer", status: 404 }],
    ["500 in its words", "unexpected-answer", { kind: "answer", status: 500, body: words }],
    ["503", "unexpected-answer", { kind: "answer", status: 503 }],
    ["204", "unexpected-answer", { kind: "answer", status: 204 }],
    [
      "206 and all of it",
      "unexpected-answer",
      { kind: "change", change: (answer) => ({ ...answer, status: 206 }) },
    ],
    ["a part of it, and a cut line", "unreachable", { kind: "truncate" }],
    ["a reset", "unreachable", { kind: "reset" }],
  ])("is not known where the answer is %s: %s", async ([, kind, act], { skip }) => {
    const made = await stage(skip);
    const there = await blobOf(made);
    made.proxy.on({ when: isBlob, act });
    const error = await errorOf(there);
    expect(error).toBeInstanceOf(RegistryError);
    expect(error).toMatchObject({ kind });
  });

  test("is named in what is said of an answer that does not do", async ({ skip }) => {
    const made = await stage(skip);
    const there = await blobOf(made);
    made.proxy.on({ when: isBlob, act: { kind: "answer", status: 500 } });
    const { repository, blob } = there;
    expect(await errorOf(there)).toMatchObject({
      message: expect.stringContaining(`reading the blob ${blob} of ${repository}`) as unknown,
    });
  });

  test.for<[string, Buffer]>([
    ["another's bytes", Buffer.from('{"created":"2030-01-01T00:00:00Z"}')],
    ["all but the last byte", BYTES.subarray(0, -1)],
    ["none", Buffer.alloc(0)],
    ["one too many", Buffer.concat([BYTES, Buffer.from("\n")])],
  ])("is not trusted where %s come", async ([, body], { skip }) => {
    const made = await stage(skip);
    const there = await blobOf(made);
    made.proxy.on({ when: isBlob, act: { kind: "change", change: (answer) => ({ ...answer, body }) } });
    const error = await errorOf(there);
    expect(error).toBeInstanceOf(UnsureError);
    expect(error).toMatchObject({
      message: `${made.image}: the blob ${there.blob} can't be trusted: its bytes are not what its digest says; nothing is decided on it`,
    });
  });

  test("is not trusted by a digest that can't be computed", async ({ skip }) => {
    const made = await stage(skip);
    const { port, repository } = await blobOf(made);
    const named = digest(`sha384:${createHash("sha384").update(BYTES).digest("hex")}`);
    made.proxy.on({ when: isBlob, act: { kind: "answer", status: 200, body: BYTES } });
    const error = await errorOf({ port, repository, blob: named });
    expect(error).toBeInstanceOf(UnsureError);
    expect(error).toMatchObject({ message: expect.stringContaining("made by sha384") as unknown });
  });

  test.for<[string, Action]>([
    ["is 503", { kind: "answer", status: 503 }],
    ["is reset", { kind: "reset" }],
    ["is cut off", { kind: "truncate" }],
  ])("is asked for again where the answer %s once", async ([, act], { skip }) => {
    const made = await stage(skip);
    const { port, repository, blob } = await blobOf(made);
    made.proxy.on({ when: isBlob, times: 1, act });
    expect(await port.readBlob(repository, blob)).toEqual(BYTES);
    expect(made.proxy.requests.filter(isBlob)).toHaveLength(2);
  });

  describe("that wants a password", () => {
    const guarded = useDistribution(distribution, { htpasswd: HTPASSWD });

    /** The registry sends whoever wants a blob, and is signed in, to another host. */
    async function redirected(skip: Parameters<typeof guarded>[0]) {
      const made = await guarded(skip);
      const there = await blobOf(made, ME);
      const elsewhere = await startProxy(made.repo.base, { hostname: "127.0.0.2" });
      onTestFinished(() => elsewhere.stop());
      made.proxy.on({
        when: (request) => isBlob(request) && request.headers.authorization !== undefined,
        act: { kind: "answer", status: 307, headers: { location: `${elsewhere.url}/signed?with=this` } },
      });
      return { ...there, elsewhere, proxy: made.proxy };
    }

    const authorized = (proxy: Proxy): readonly (string | undefined)[] =>
      proxy.requests.map(({ headers }) => headers.authorization);

    test("and redirects is read there, without the password", async ({ skip }) => {
      const made = await redirected(skip);
      made.elsewhere.on({ when: () => true, act: { kind: "answer", status: 200, body: BYTES } });
      expect(await made.port.readBlob(made.repository, made.blob)).toEqual(BYTES);
      expect(authorized(made.proxy)).toEqual([undefined, authorization]);
      expect(made.elsewhere.requests.map(({ method, path }) => `${method} ${path}`)).toEqual([
        "GET /signed?with=this",
      ]);
      expect(authorized(made.elsewhere)).toEqual([undefined]);
    });

    test("and redirects to other bytes is not trusted", async ({ skip }) => {
      const made = await redirected(skip);
      made.elsewhere.on({ when: () => true, act: { kind: "answer", status: 200, body: "other" } });
      expect(await errorOf(made)).toBeInstanceOf(UnsureError);
    });

    test("and redirects to who asks for a password: that one does not get it", async ({ skip }) => {
      const made = await redirected(skip);
      const challenge = `Bearer realm="${made.elsewhere.url}/token",service="x"`;
      const headers = { "www-authenticate": challenge };
      made.elsewhere.on({ when: () => true, act: { kind: "answer", status: 401, headers } });
      // The second time we are signed in, and a challenge would be taken for the registry's.
      for (const time of [1, 2]) {
        expect(await errorOf(made)).toMatchObject({ kind: "unauthorized" });
        expect(authorized(made.elsewhere)).toEqual(Array(time).fill(undefined));
      }
    });
  });

  describe("on S3", () => {
    const bucket = useBucket();
    const onS3 = useDistribution(distribution, async () => {
      const options = await bucket.options();
      return options && { ...options, htpasswd: HTPASSWD };
    });

    test("is read where the registry sends us, as nobody", async ({ skip }) => {
      const made = await onS3(skip);
      const { port, repository, blob } = await blobOf(made, ME);
      const { proxy } = bucket.server();
      proxy.requests.length = 0;
      expect(await port.readBlob(repository, blob)).toEqual(BYTES);
      const ours = proxy.requests.filter(({ headers }) => headers["user-agent"] === "prune-image-tags/test");
      expect(ours).toHaveLength(1);
      expect(ours[0]?.path).toMatch(/\/data\?.*X-Amz-Signature=/);
      expect(ours[0]?.headers.authorization).toBeUndefined();
    });

    test("is not known where the registry remembers what its storage has no more", async ({ skip }) => {
      const made = await onS3(skip);
      const there = await blobOf(made, ME);
      const hex = there.blob.slice(7);
      const folder = join(bucket.server().storage, "docker/registry/v2/blobs/sha256", hex.slice(0, 2), hex);
      await rm(folder, { recursive: true });
      expect(await errorOf(there)).toBeInstanceOf(RegistryError);
    });
  });
});

test("a blob without an end is not read for ever", async () => {
  const chunk = Buffer.alloc(1024 * 1024);
  const server = createServer((_, response) => {
    const more = (): void => {
      while (!response.destroyed && response.write(chunk));
    };
    response.on("drain", more);
    more();
  }).listen(0, "127.0.0.1");
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  await once(server, "listening");
  const image = `127.0.0.1:${(server.address() as AddressInfo).port}/team/app`;
  const { port, repository } = await openPort({ image });
  await expect(port.readBlob(repository, digest(NOWHERE))).rejects.toMatchObject({
    kind: "unexpected-answer",
  });
});
