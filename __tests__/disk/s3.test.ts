import { mkdir, readdir, rm, stat, utimes, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { CreateMultipartUploadCommand, ListMultipartUploadsCommand, S3Client } from "@aws-sdk/client-s3";
import { describe, expect, onTestFinished, test, type TestContext } from "vitest";
import { findRegistryBinary } from "../../scripts/find-registry.mjs";
import { findDistribution3 } from "../../scripts/go-tools.mjs";
import { getManifest, listTags, pullImage, pushBlob, pushImage, pushIndex } from "../../scripts/images.mjs";
import { PruneError } from "../../src/core/base/errors.js";
import { openStorage } from "../../src/disk/storage/open-storage.js";
import type { SweepOutcome } from "../../src/core/sweep/outcome.js";
import { sweep, type SweepOptions } from "../../src/disk/storage/sweep.js";
import { DAY, removedPaths } from "../support/storage.js";
import { type BucketShelf, createBucketShelf, setAws, startMadeUpS3 } from "../support/storage-s3.js";

// The first run downloads and builds.
const PATIENT = { timeout: 600_000 };
const binaries = {
  "Distribution 2.8": async () => (await findRegistryBinary(() => undefined)).binary,
  "Distribution 3": () => findDistribution3(() => undefined),
} as const;
const versions = Object.keys(binaries) as (keyof typeof binaries)[];

async function shelfFor(
  context: TestContext,
  version: keyof typeof binaries,
  rootdirectory = "",
): Promise<BucketShelf> {
  const binary = await binaries[version]();
  if (binary === undefined) return context.skip("Distribution 3 can't be built");
  const shelf = await createBucketShelf(context, { rootdirectory, binary });
  onTestFinished(() => shelf.stop());
  return shelf;
}

async function sweepBucket(address: string, options: Partial<SweepOptions> = {}): Promise<SweepOutcome> {
  const storage = await openStorage(address);
  try {
    return await sweep(storage, {
      now: Date.now() + 9 * DAY,
      uploadsOlderThan: DAY,
      untaggedOlderThan: 7 * DAY,
      dryRun: false,
      assertNoWrites: () => Promise.resolve(),
      ...options,
    });
  } finally {
    storage.close();
  }
}

async function put(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

describe.each(versions)("%s in S3", (version) => {
  test.for(["", "some/registry"])(
    "under the prefix %j is swept, and serves on",
    PATIENT,
    async (prefix, context) => {
      const shelf = await shelfFor(context, version, prefix);
      const { kept, gone } = await shelf.serve(async (repo) => {
        const app = repo("team/app");
        const old = [
          await pushImage(app, [], { seed: "old 1" }),
          await pushImage(app, [], { seed: "old 2" }),
        ];
        const oldIndex = await pushIndex(app, ["main"], old);
        const parts = [
          await pushImage(app, [], { seed: "new 1" }),
          await pushImage(app, [], { seed: "new 2" }),
        ];
        const index = await pushIndex(app, ["main", "1.0"], parts);
        const beside = await pushImage(repo("team/app2"), ["1.0"], { seed: "beside" });
        const emptied = await pushImage(repo("team/ap"), ["1.0"], { seed: "emptied" });
        await pushImage(repo("team/ap/nested"), ["1.0"], { seed: "nested" });
        await fetch(`${app.base}/v2/team/ap/manifests/${emptied.digest}`, { method: "DELETE" });
        await fetch(`${app.base}/v2/team/ap/blobs/uploads/`, { method: "POST" });
        return { kept: [index, ...parts, beside], gone: [oldIndex, ...old] };
      });
      const entry = `index/sha256/${"0".repeat(64)}/link`;
      await put(shelf.at(`repositories/team/app/_manifests/tags/2.0/${entry}`), "");
      const address = `s3://images/${prefix}`;
      const before = await readdir(shelf.server.storage, { recursive: true });
      const dry = await sweepBucket(address, {
        dryRun: true,
        assertNoWrites: () => Promise.reject(new Error("asked")),
      });
      expect(await readdir(shelf.server.storage, { recursive: true })).toEqual(before);

      const outcome = await sweepBucket(address);
      expect(outcome.unsure).toEqual([]);
      expect(outcome.stopped).toBeUndefined();
      expect(outcome.removals.map(({ removal }) => removal)).toEqual(
        dry.removals.map(({ removal }) => removal),
      );
      const count = (kind: string): number =>
        outcome.removals.filter((one) => one.kind === "removed" && one.removal.kind === kind).length;
      expect(["untagged-revision", "layer-link", "phantom-tag", "empty-repository"].map(count)).toEqual([
        3, 4, 1, 1,
      ]);

      const output = await shelf.collect();
      expect(output).toMatch(/, \d+ blobs and 0 manifests eligible/);
      await shelf.serve(async (repo) => {
        const { repositories } = (await (await fetch(`${repo("").base}/v2/_catalog`)).json()) as {
          repositories: string[];
        };
        expect([...repositories].sort()).toEqual(["team/ap/nested", "team/app", "team/app2"]);
        for (const { digest } of kept) {
          const name = digest === kept.at(-1)?.digest ? "team/app2" : "team/app";
          await pullImage(repo(name), digest);
        }
        for (const tag of await listTags(repo("team/app"))) await pullImage(repo("team/app"), tag);
        await pullImage(repo("team/ap/nested"), "1.0");
        for (const { digest } of gone) expect((await getManifest(repo("team/app"), digest)).status).toBe(404);
        await pushImage(repo("team/app"), ["again"], { seed: "old 1" });
        await pullImage(repo("team/app"), "again");
      });
    },
  );
});

test(
  "a manifest that needs no layers keeps one: without _layers, 2.8 would free it",
  PATIENT,
  async (context) => {
    const shelf = await shelfFor(context, "Distribution 2.8");
    await shelf.serve(async (repo) => {
      for (const text of ["stale", "staler"]) await pushBlob(repo("app"), Buffer.from(text));
      await pushIndex(repo("app"), ["empty"], []);
    });
    expect(removedPaths(await sweepBucket("s3://images"))).toHaveLength(1);
    await shelf.collect();
    await shelf.serve((repo) => pullImage(repo("app"), "empty"));
  },
);

test("more than 1000 objects go, and parts of old uploads; what is young stays", PATIENT, async (context) => {
  const shelf = await shelfFor(context, "Distribution 2.8");
  await shelf.serve((repo) => pushImage(repo("app"), ["1.0"]));
  const upload = "repositories/app/_uploads/old";
  for (let number = 0; number < 2101; number += 1) await put(shelf.at(`${upload}/hashstates/${number}`), "x");
  await put(shelf.at(`${upload}2/startedat`), new Date().toISOString());
  const client = new S3Client({ forcePathStyle: true });
  onTestFinished(() => client.destroy());
  const Key = `docker/registry/v2/${upload}/data`;
  await client.send(new CreateMultipartUploadCommand({ Bucket: "images", Key }));
  const old = new Date(Date.now() - 9 * DAY);
  for (const name of await readdir(shelf.at(`${upload}/hashstates`))) {
    await utimes(shelf.at(`${upload}/hashstates/${name}`), old, old);
  }
  const young = await sweepBucket("s3://images", { now: Date.now() });
  expect(removedPaths(young)).toEqual([upload]);
  expect(await exists(shelf.at(`${upload}/hashstates/2100`))).toBe(false);
  const { removals } = await sweepBucket("s3://images", {
    now: Date.now() + 2 * DAY,
    untaggedOlderThan: undefined,
  });
  expect(removals.map(({ kind, removal }) => [kind, removal.kind])).toEqual([
    ["removed", "multipart-upload"],
    ["removed", "upload"],
  ]);
  const left = await client.send(new ListMultipartUploadsCommand({ Bucket: "images" }));
  expect(left.Uploads ?? []).toEqual([]);
  await shelf.serve((repo) => pullImage(repo("app"), "1.0"));
});

test("storage that is wrongly named or no registry's is refused", PATIENT, async (context) => {
  const shelf = await shelfFor(context, "Distribution 2.8", "reg");
  await shelf.serve((repo) => pushImage(repo("app"), ["1.0"]));
  const refused = async (address: string): Promise<PruneError> => {
    const error: unknown = await openStorage(address).then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    if (error instanceof PruneError) return error;
    throw new Error(`${address}: ${String(error)}`);
  };
  expect((await refused("s3://images")).message).toContain("no registry's storage");
  expect((await refused("s3://images/re")).message).toContain("no registry's storage");
  expect((await refused("s3://images/reg/docker/registry/v2")).nextStep).toContain("s3://images/reg,");
  expect((await refused("s3://absent")).message).toContain("no bucket absent");
  for (const address of [
    "s3://",
    "s3:images",
    "s3://user:s3cret@images/x",
    "s3://images/../x",
    "s3://images/a?b",
  ]) {
    const { message, nextStep } = await refused(address);
    expect(message).toContain("can't be understood");
    expect(message + nextStep).not.toContain("s3cret");
  }
  const { accessKey, endpoint, region } = shelf.server;
  setAws({
    AWS_ENDPOINT_URL: endpoint,
    AWS_REGION: region,
    AWS_ACCESS_KEY_ID: accessKey,
    AWS_SECRET_ACCESS_KEY: "not-the-secret",
  });
  const wrong = await refused("s3://images/reg");
  expect(wrong.message).toContain("does not know these credentials");
  expect(JSON.stringify(wrong) + wrong.message + wrong.nextStep).not.toMatch(/not-the-secret/);
  setAws({ AWS_ENDPOINT_URL: endpoint, AWS_REGION: region });
  expect((await refused("s3://images/reg")).message).toContain("no credentials");
  setAws({ AWS_ENDPOINT_URL: endpoint, AWS_ACCESS_KEY_ID: accessKey, AWS_SECRET_ACCESS_KEY: "x" });
  expect((await refused("s3://images/reg")).nextStep).toContain("AWS_REGION");
  const keys = { AWS_REGION: region, AWS_ACCESS_KEY_ID: accessKey, AWS_SECRET_ACCESS_KEY: "x" };
  setAws({ AWS_ENDPOINT_URL: "http://127.0.0.1:9", ...keys });
  expect((await refused("s3://images/reg")).message).toContain("can't be reached");
  await rm(shelf.at(""), { recursive: true });
});

describe("an S3 server that", () => {
  const KEY = "docker/registry/v2/repositories/app/_uploads/1/startedat";
  const listing = (inner: string): string =>
    `<ListBucketResult><Name>images</Name>${inner}</ListBucketResult>`;
  const contents = (key: string): string =>
    `<Contents><Key>${key}</Key><Size>0</Size><LastModified>2020-01-01T00:00:00.000Z</LastModified></Contents>`;
  const blobKey = "docker/registry/v2/blobs/sha256/aa/aa/data";
  const isFor = (url: URL, prefix: string): boolean =>
    url.searchParams.get("prefix") === `docker/registry/v2/${prefix}`;
  const isOpening = (url: URL): boolean => url.searchParams.get("max-keys") === "1";

  test.each([
    ["cuts a listing off", listing(`<IsTruncated>true</IsTruncated>${contents(KEY)}`)],
    ["lists what was not asked for", listing(`<IsTruncated>false</IsTruncated>${contents("another/key")}`)],
  ])("%s stops the sweep", async (_, body) => {
    const { stop } = await startMadeUpS3(({ url }) => ({
      body: isOpening(url) ? listing(isFor(url, "blobs/") ? contents(blobKey) : contents(KEY)) : body,
    }));
    onTestFinished(stop);
    await expect(sweepBucket("s3://images")).rejects.toThrow("cut off or has gaps");
  });

  test.each([
    ["AccessDenied", "does not let these credentials"],
    ["InternalError", "S3 answered with InternalError"],
  ])("refuses one key of many (%s) is not believed by its 200", async (code, message) => {
    const { stop } = await startMadeUpS3(({ method, url }) => {
      if (method === "POST") {
        const secret = "<Message>AKIDMADEUP made-up-secret</Message>";
        return {
          body: `<DeleteResult><Error><Key>${KEY}</Key><Code>${code}</Code>${secret}</Error></DeleteResult>`,
        };
      }
      if (url.searchParams.has("uploads")) return { body: "<ListMultipartUploadsResult/>" };
      const key = [KEY, blobKey].find((one) => one.startsWith(url.searchParams.get("prefix") ?? ""));
      return { body: listing(key === undefined ? "" : contents(key)) };
    });
    onTestFinished(stop);
    const { removals } = await sweepBucket("s3://images");
    expect(removals).toMatchObject([{ kind: "failed", removal: { kind: "empty-repository" } }]);
    const [failed] = removals;
    const error = failed?.kind === "failed" ? failed.error : undefined;
    expect(error?.message).toContain(message);
    expect(`${error?.message ?? ""} ${error?.nextStep ?? ""} ${String(error?.cause)}`).not.toMatch(
      /MADEUP|secret/,
    );
  });
});
