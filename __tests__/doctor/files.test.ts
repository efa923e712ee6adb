import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { isReady } from "../../src/core/result/finding.js";
import { useFilledRepository } from "../support/proxied.js";
import { runCheck } from "./checking.js";

const filled = useFilledRepository();
let folder: string;
beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), "check-"))));
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true, force: true });
});

async function write(name: string, text: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
}

test("files alone are checked without an image, and no registry is asked", async () => {
  const registryConfig = await write(
    "config.yml",
    "version: 0.1\nstorage: {delete: {enabled: true}, inmemory: {}}\n",
  );
  const statement = { Effect: "Allow", Action: "s3:*", Resource: "arn:aws:s3:::images" };
  const s3Policy = await write(
    "policy.json",
    JSON.stringify({ Version: "2012-10-17", Statement: statement }),
  );
  const { kinds, result } = await runCheck(undefined, { registryConfig, s3Policy });
  expect(kinds).toEqual({ "config-deletes": "ok", "s3-policy-bucket": "ok", "s3-policy-objects": "problem" });
  expect(result.image).toBeUndefined();
  expect(result.correctedS3Policy).toContain("arn:aws:s3:::images/*");
  expect(isReady(result.findings)).toBe(false);
});

test.each([
  [
    "of which nothing is known is a problem",
    "services: {web: {image: nginx}}\n",
    { "registry-config": "problem" },
  ],
  [
    "that leaves a thing open says so of that alone",
    "services: {hub: {image: 'registry:2', environment: ['REGISTRY_STORAGE_DELETE_ENABLED']}}\n",
    { "config-deletes": "unknown", "config-cache": "warning" },
  ],
  [
    "of which the registry passes over something is warned of",
    "version: 0.1\nstorage: {delete: {enabled: true}, inmemory: {}}\nstorage: {delete: {enabled: true}, inmemory: {}}\n",
    { "registry-config": "warning", "config-deletes": "ok" },
  ],
])("a configuration %s", async (_, text, kinds) => {
  const registryConfig = await write("config.yml", text);
  expect((await runCheck(undefined, { registryConfig })).kinds).toEqual(kinds);
});

test("files that are not there are problems, beside what the registry says", async () => {
  const { image } = await filled("1.0.0");
  const { kinds, of } = await runCheck(image, { registryConfig: join(folder, "none.yml"), s3Policy: folder });
  expect(kinds).toMatchObject({ deletes: "ok", "registry-config": "problem", "s3-policy": "problem" });
  expect(of("registry-config")[0]?.message).toContain("(ENOENT)");
  expect(of("s3-policy")[0]?.message).toContain("(EISDIR)");
});

test("credentials are looked for where a registry asks, and a configuration that can't be read is a problem there alone", async () => {
  vi.stubEnv("DOCKER_CONFIG", folder);
  const { image, proxy } = await filled("1.0.0");
  await write("config.json", "{");
  expect((await runCheck(image)).kinds).toMatchObject({ "signed-in": "ok", deletes: "ok" });
  const headers = { "www-authenticate": 'Basic realm="x"' };
  proxy.on({ when: () => true, act: { kind: "answer", status: 401, headers } });
  const { of, kinds, result } = await runCheck(image);
  expect(kinds).toMatchObject({ "signed-in": "problem", rest: "unknown" });
  expect(of("signed-in")[0]?.message).toContain("config.json can't be read (it is not a JSON object)");
  expect(isReady(result.findings)).toBe(false);
});
