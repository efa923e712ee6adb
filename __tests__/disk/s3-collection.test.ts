import { type TestContext, afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { listTags, pullImage, pushImage } from "../../scripts/images.mjs";
import { startRegistry } from "../../scripts/registry.mjs";
import { type S3Server, startS3Server } from "../../scripts/s3-server.mjs";
import { isDigest, isRepositoryName } from "../../src/core/names/reference.js";
import { openHost } from "../../src/registry/distribution/host.js";
import { useEngine } from "../support/containers.js";
import { applied, newRepository, runPrune } from "../support/pruning.js";
import { startProxy } from "../support/proxy.js";
import { runReclaim } from "../support/reclaiming.js";
import { setAws } from "../support/storage-s3.js";

const { start, engineOr } = useEngine();
let s3: S3Server | undefined;
let buckets = 0;

// The first run downloads and builds.
beforeAll(async () => {
  s3 = await startS3Server({ say: console.warn });
}, 600_000);
afterAll(() => s3?.stop());

async function bucketOr(skip: TestContext["skip"]) {
  if (s3 === undefined) return skip("no S3 server can be had here");
  buckets += 1;
  const bucket = `images-${buckets}`;
  await s3.createBucket(bucket);
  return { ...s3, bucket };
}

async function fill(base: string, name = "team/app") {
  const repo = { base, name };
  for (const number of [1, 2, 3, 4]) await pushImage(repo, [`1.0.${number}`], { seed: `${name} ${number}` });
  return repo;
}

// bcrypt of hunter22, at the lowest cost.
const HTPASSWD = "me:$2a$04$kygLMwYVDaQcKG.e3TfXsO7o85aN4cDN/4lMUy5Vp/ADPUpnPWRnq";

describe("a registry on S3", () => {
  test("that redirects blobs to another host: that host never sees the registry's credentials", async ({
    skip,
  }) => {
    const server = await bucketOr(skip);
    const bucket = await startProxy(server.endpoint);
    onTestFinished(() => bucket.stop());
    const registry = await startRegistry({ s3: { ...server, endpoint: bucket.url }, htpasswd: HTPASSWD });
    onTestFinished(() => registry.stop());
    const repo = {
      ...newRepository(registry.url),
      headers: { authorization: `Basic ${btoa("me:hunter22")}` },
    };
    const image = await pushImage(repo, ["1.0.0"], { seed: "signed addresses" });
    const { layers } = JSON.parse(image.bytes.toString()) as { layers: { digest: string; size: number }[] };
    const layer = layers[0]?.digest ?? "";
    if (!isDigest(layer) || !isRepositoryName(repo.name)) throw new Error("an image has a layer");
    const host = await openHost({
      host: registry.host,
      credentials: { kind: "password", username: "me", password: "hunter22" },
      plainHttp: [],
      concurrency: 2,
      userAgent: "prune-image-tags/test",
      onSecret: () => undefined,
    });
    onTestFinished(() => {
      host.close();
    });
    bucket.requests.splice(0);
    const bytes = await host.measureBlob(repo.name, layer);
    expect(bytes).toBe(layers[0]?.size);
    const ours = bucket.requests.filter(({ headers }) => headers["user-agent"] === "prune-image-tags/test");
    expect(ours).toHaveLength(1);
    for (const { headers } of ours) expect(headers.authorization).toBeUndefined();
  });

  test("in a container is pruned, collected and swept, and serves what is kept", async ({ skip }) => {
    engineOr(skip);
    const server = await bucketOr(skip);
    const registry = await start({
      isOnHost: true,
      deletes: false,
      flags: Object.entries({
        REGISTRY_STORAGE: "s3",
        REGISTRY_STORAGE_S3_REGION: server.region,
        REGISTRY_STORAGE_S3_REGIONENDPOINT: server.endpoint,
        REGISTRY_STORAGE_S3_BUCKET: server.bucket,
        REGISTRY_STORAGE_S3_ACCESSKEY: server.accessKey,
        REGISTRY_STORAGE_S3_SECRETKEY: server.secretKey,
        REGISTRY_STORAGE_S3_SECURE: "false",
        REGISTRY_STORAGE_S3_ROOTDIRECTORY: "/registry",
        REGISTRY_STORAGE_DELETE_ENABLED: "true",
      }).flatMap(([name, value]) => ["-e", `${name}=${value}`]),
    });
    const repo = await fill(registry.url);
    await fill(registry.url, "team/other");
    const collection = { registry: registry.host, "gc-container": registry.name };

    const pruned = await runPrune({
      image: `${registry.host}/team/app`,
      keep: "2",
      "gc-container": registry.name,
      // All that is garbage is measured, by the registry's own word.
      "gc-min-bytes": "1MB",
    });
    expect(applied(pruned).deleted).toHaveLength(2);
    expect(pruned.result.collection).toMatchObject({ kind: "skipped", why: { kind: "below-minimum" } });
    expect(pruned.secrets).toContain(server.secretKey);
    const measured = await runReclaim({ ...collection, "gc-min-bytes": "1MB" });
    expect(measured.result.collection).toMatchObject({ kind: "skipped", why: { kind: "below-minimum" } });

    await runPrune({ image: `${registry.host}/team/other`, keep: "0", "allow-empty": "true" });
    setAws({
      AWS_ENDPOINT_URL: server.endpoint,
      AWS_REGION: server.region,
      AWS_ACCESS_KEY_ID: server.accessKey,
      AWS_SECRET_ACCESS_KEY: server.secretKey,
    });
    const { result } = await runReclaim({
      ...collection,
      storage: `s3://${server.bucket}/registry`,
      "uploads-older-than": "1s",
    });
    expect(result.collection).toMatchObject({
      kind: "collected",
      harm: [],
      proven: 2,
      freed: { by: "blob-sizes" },
    });
    expect(
      result.sweep?.removals.map(({ removal, kind }) => [removal.kind, removal.repository, kind]),
    ).toContainEqual(["empty-repository", "team/other", "removed"]);
    for (const tag of await listTags(repo)) await pullImage(repo, tag);
    expect(await listTags(repo)).toHaveLength(2);
    await pushImage(repo, ["2.0.0"], { seed: "afterwards" });
    await pullImage(repo, "2.0.0");
  });
});
