import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { getManifest, listTags, pullImage, pushImage, pushIndex } from "../../scripts/images.mjs";
import { type Registry, startRegistry } from "../../scripts/registry.mjs";
import { type Proxy, type RecordedRequest, startProxy } from "./proxy.js";

const isManifest = ({ method, path }: RecordedRequest): boolean =>
  method === "GET" && path.includes("/manifests/");
const isTagList = ({ path }: RecordedRequest): boolean => path.endsWith("/tags/list");

let registry: Registry;
let proxy: Proxy;
let repo: { base: string; name: string };

beforeAll(async () => void (registry = await startRegistry()));
afterAll(() => registry.stop());
beforeEach(async () => {
  proxy = await startProxy(registry.url);
  repo = { base: proxy.url, name: `support-${randomUUID()}/app` };
});
afterEach(() => proxy.stop());

test.each(["oci", "docker"] as const)(
  "a %s index is pushed and pulled through the proxy, whole",
  async (format) => {
    const arm = { architecture: "arm64", os: "linux" };
    const children = [
      await pushImage(repo, [], { format }),
      await pushImage(repo, [], { format, platform: arm }),
    ];
    const index = await pushIndex(
      repo,
      ["1.0"],
      children.map(({ digest }) => digest),
      { format },
    );
    expect(await getManifest(repo, "1.0")).toMatchObject({
      digest: index.digest,
      mediaType: index.mediaType,
    });
    expect(await pullImage(repo, "1.0")).toHaveLength(1 + 2 * 3);
    expect(new Set(proxy.requests.map(({ headers }) => headers.host))).toEqual(new Set([proxy.host]));
  },
);

test("the same seed makes the same image; another seed shares nothing with it", async () => {
  const one = await pushImage(repo, ["a"], { seed: "a" });
  const same = await pushImage(repo, ["a"], { seed: "a" });
  const other = await pushImage(repo, ["b"], { seed: "b" });
  expect(same.digest).toBe(one.digest);
  expect(await listTags(repo)).toEqual(["a", "b"]);
  const pulled = [...(await pullImage(repo, "a")), ...(await pullImage(repo, other.digest))];
  expect(new Set(pulled).size).toBe(6);
});

test("pulling names the layer that is gone", async () => {
  const { digest } = await pushImage(repo, ["1.0"]);
  const layer = (await pullImage(repo, digest)).at(-1) ?? "";
  await fetch(`${repo.base}/v2/${repo.name}/blobs/${layer}`, { method: "DELETE" });
  await expect(pullImage(repo, "1.0")).rejects.toThrow(`${repo.name}:1.0 > layer ${layer} is missing`);
});

test("a truncated body and a reset reach the client, as often as the rule says", async () => {
  await pushImage(repo, ["1.0"]);
  proxy.on({ when: isManifest, times: 1, act: { kind: "truncate" } });
  proxy.on({ when: isManifest, times: 1, act: { kind: "reset" } });
  const response = await fetch(`${repo.base}/v2/${repo.name}/manifests/1.0`, {
    headers: { accept: "*/*" },
  });
  expect(Number(response.headers.get("content-length"))).toBeGreaterThan(0);
  await expect(response.text()).rejects.toThrow("terminated");
  await expect(getManifest(repo, "1.0")).rejects.toThrow("socket hang up");
  expect((await getManifest(repo, "1.0")).status).toBe(200);
});

test("something can happen before and after a request is forwarded", async () => {
  const direct = { ...repo, base: registry.url };
  const push = (tag: string) => ({ when: isTagList, times: 1, run: () => pushImage(direct, [tag]) });
  for (const [kind, tag] of [["before", "1.0"] as const, ["after", "2.0"] as const]) {
    const { when, times, run } = push(tag);
    proxy.on({ when, times, act: { kind, run } });
  }
  expect(await listTags(repo)).toEqual(["1.0"]);
  expect(await listTags(repo)).toEqual(["1.0"]);
  expect(await listTags(repo)).toEqual(["1.0", "2.0"]);
});

test("an answer can be made up, changed or delayed; without rules it's the registry's", async () => {
  proxy.on({
    when: isManifest,
    act: { kind: "answer", status: 429, headers: { "retry-after": "1" }, body: "slow" },
  });
  const body = Buffer.from('{"tags":["made-up"]}');
  proxy.on({
    when: isTagList,
    times: 1,
    act: { kind: "change", change: (answer) => ({ ...answer, status: 200, body }) },
  });
  proxy.on({ when: isTagList, times: 1, act: { kind: "delay", ms: 50 } });
  expect(await getManifest(repo, "1.0")).toMatchObject({ status: 429, body: Buffer.from("slow") });
  expect(await listTags(repo)).toEqual(["made-up"]);
  const before = performance.now();
  expect(await listTags(repo)).toEqual([]);
  expect(performance.now() - before).toBeGreaterThan(45);
  proxy.clear();
  expect((await getManifest(repo, "1.0")).status).toBe(404);
});
