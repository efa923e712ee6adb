import { spawn } from "node:child_process";
import { once } from "node:events";
import { access, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { freePort, isUp } from "../../scripts/run-server.mjs";
import { runCheck } from "../doctor/checking.js";
import { getManifest, listTags, pullImage, pushImage, putManifest } from "../../scripts/images.mjs";
import { startCache } from "../support/caching-proxy.js";
import { useDistribution } from "../support/distributions.js";
import { isList, isProbe } from "../support/proxied.js";
import { applied, failed, runPrune } from "../support/pruning.js";

const NGINX = "/usr/sbin/nginx";

/** Starts the real one with a cache, until the test ends. Returns its host; `undefined` where it is not installed. */
async function startNginx(target: string): Promise<string | undefined> {
  if (
    !(await access(NGINX).then(
      () => true,
      () => false,
    ))
  ) {
    return undefined;
  }
  const folder = await mkdtemp(join(tmpdir(), "nginx-"));
  const port = await freePort();
  const paths = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(
    (name) => `${name}_temp_path ${join(folder, name)};`,
  );
  const server = `listen 127.0.0.1:${String(port)}; location / { proxy_pass ${target}; proxy_set_header Host $http_host; proxy_cache z; proxy_cache_valid 200 10m; }`;
  const http = `access_log off; ${paths.join(" ")} proxy_cache_path ${join(folder, "cache")} keys_zone=z:1m; server { ${server} }`;
  // Else its workers would be somebody who may not look into the folder.
  const user = process.getuid?.() === 0 ? "user root;" : "";
  const config = join(folder, "nginx.conf");
  await writeFile(
    config,
    `${user} daemon off; error_log stderr; pid ${join(folder, "pid")}; events {} http { ${http} }`,
  );
  const nginx = spawn(NGINX, ["-c", config], { stdio: "ignore" });
  const ended = once(nginx, "exit");
  let isOver = false;
  void ended.then(() => (isOver = true));
  onTestFinished(async () => {
    nginx.kill();
    await ended;
    await rm(folder, { recursive: true, force: true });
  });
  const host = `127.0.0.1:${String(port)}`;
  if (!(await isUp({ ended: () => isOver }, `http://${host}/v2/`))) throw new Error("nginx does not answer");
  return host;
}

/** A cache in front of a registry remembers what was; nothing is decided on that. */
describe.each(["2.8", "3.1.1"] as const)("behind a cache that does not listen, on %s", (version) => {
  const staged = useDistribution(version);

  test("what was rolled back after the plan is seen, and stays", async ({ skip }) => {
    const { proxy, repo } = await staged(skip);
    const old = await pushImage(repo, ["1.0.0"]);
    for (const tag of ["1.1.0", "live"]) await pushImage(repo, [tag]);
    await pushImage(repo, ["1.2.0"]);
    const cache = await startCache(proxy.url);
    const rollBack = (): Promise<unknown> => putManifest(repo, "live", old.mediaType, old.bytes);
    // The moment between the plan and the look before its deletions.
    proxy.on({ when: isProbe, times: 1, act: { kind: "before", run: rollBack } });
    const pruned = await runPrune({ image: `${cache.host}/${repo.name}`, keep: "1" });
    expect(applied(pruned).harm).toEqual([]);
    expect(applied(pruned).deleted).toEqual(["1.1.0"]);
    await pullImage(repo, "live");
    expect((await getManifest(repo, "live")).digest).toBe(old.digest);
    expect(cache.hits()).toBe(0);
  });

  test("check says so, though the cache says nothing", async ({ skip }) => {
    const { proxy, repo } = await staged(skip);
    await pushImage(repo, ["1.0.0"]);
    const cache = await startCache(proxy.url);
    const { of } = await runCheck(`${cache.host}/${repo.name}`);
    expect(of("cache")).toEqual([expect.objectContaining({ kind: "warning" })]);
    const direct = await runCheck(`${proxy.host}/${repo.name}`);
    expect(direct.of("cache")).toEqual([expect.objectContaining({ kind: "ok" })]);
  });

  test("check says so where the cache does", async ({ skip }) => {
    const { proxy, repo } = await staged(skip);
    await pushImage(repo, ["1.0.0"]);
    const cache = await startCache(proxy.url, (isHit) => ({ "x-cache-status": isHit ? "HIT" : "MISS" }));
    const { of } = await runCheck(`${cache.host}/${repo.name}`);
    expect(of("cache")).toEqual([
      expect.objectContaining({
        kind: "warning",
        message: expect.stringContaining("x-cache-status: HIT") as string,
      }),
    ]);
  });

  test("nginx itself has no answer to what decides", async ({ skip }) => {
    const { proxy, repo } = await staged(skip);
    const host = await startNginx(proxy.url);
    if (host === undefined) return skip("there is no nginx here: apt-get install nginx-light");
    const old = await pushImage(repo, ["1.0.0"]);
    for (const tag of ["1.1.0", "live"]) await pushImage(repo, [tag]);
    await pushImage(repo, ["1.2.0"]);
    expect((await runCheck(`${host}/${repo.name}`)).of("cache")).toMatchObject([{ kind: "warning" }]);
    const rollBack = (): Promise<unknown> => putManifest(repo, "live", old.mediaType, old.bytes);
    proxy.on({ when: isProbe, times: 1, act: { kind: "before", run: rollBack } });
    const pruned = await runPrune({ image: `${host}/${repo.name}`, keep: "1" });
    expect(applied(pruned)).toMatchObject({ harm: [], deleted: ["1.1.0"] });
    await pullImage(repo, "live");
  });
});

describe("behind a cache that answers all the same, and shows it", () => {
  const staged = useDistribution("2.8");

  test.each([
    ["age", "37"],
    ["x-cache-status", "HIT"],
    ["x-cache", "TCP_MEM_HIT from cdn-7"],
    ["cf-cache-status", "STALE"],
    ["cache-status", "Edge; hit; ttl=10"],
  ])("%s: %s stops the repository", async (name, value) => {
    const { proxy, repo } = await staged(() => {
      throw new Error("2.8 is always there");
    });
    for (const tag of ["1.0.0", "1.1.0"]) await pushImage(repo, [tag]);
    proxy.on({
      when: isList,
      act: {
        kind: "change",
        change: (answer) => ({ ...answer, headers: { ...answer.headers, [name]: value } }),
      },
    });
    const { error } = failed(await runPrune({ image: `${proxy.host}/${repo.name}`, keep: "1" }));
    expect(error).toMatchObject({ name: "UnsureError" });
    expect(error.message).toContain(`${name}: ${value}`);
    expect(error.nextStep).toContain("proxy_cache off");
    expect((await listTags(repo)).sort()).toEqual(["1.0.0", "1.1.0"]);
  });
});
