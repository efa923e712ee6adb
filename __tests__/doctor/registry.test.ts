import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { listTags, pushImage } from "../../scripts/images.mjs";
import { freePort } from "../../scripts/run-server.mjs";
import { type RegistryOptions } from "../../scripts/registry-config.mjs";
import { startRegistry } from "../../scripts/registry.mjs";
import { isReady } from "../../src/core/result/finding.js";
import { answering, asksForAge, OLD_ANSWERS, pretendToBeOld } from "../support/old-registry.js";
import { isList, isRead, useFilledRepository, useProxiedRegistry } from "../support/proxied.js";
import { type RecordedRequest, startProxy } from "../support/proxy.js";
import { newRepository } from "../support/pruning.js";
import { runCheck } from "./checking.js";

const tls = join(import.meta.dirname, "../support/tls");
// bcrypt of "hunter22", at the lowest cost.
const HTPASSWD = "me:$2a$04$kygLMwYVDaQcKG.e3TfXsO7o85aN4cDN/4lMUy5Vp/ADPUpnPWRnq";

async function start(options: RegistryOptions = {}) {
  const registry = await startRegistry(options);
  onTestFinished(() => registry.stop());
  return registry;
}

async function newStorage(): Promise<string> {
  const storage = await mkdtemp(join(tmpdir(), "check-"));
  onTestFinished(() => rm(storage, { recursive: true, force: true }));
  return storage;
}

const proxied = useProxiedRegistry();
const filled = useFilledRepository();
const isPost = ({ method }: { readonly method: string }): boolean => method === "POST";

describe("a registry that is ready", () => {
  test("is said to be, each thing in its turn", async () => {
    const { image } = await filled("1.0.0", "1.1.0");
    const { result, kinds } = await runCheck(image);
    expect(kinds).toEqual({
      reachable: "ok",
      transport: "ok",
      "signed-in": "ok",
      product: "ok",
      repository: "ok",
      cache: "ok",
      deletes: "ok",
      writes: "ok",
      dangling: "ok",
      speed: "ok",
    });
    expect(isReady(result.findings)).toBe(true);
    expect(result.image).toBe(image);
  });

  test("has the same tags afterwards, no upload that goes on, and got nothing but what can do no harm", async () => {
    const storage = await newStorage();
    const registry = await start({ storage });
    const proxy = await startProxy(registry.url);
    onTestFinished(() => proxy.stop());
    const repo = newRepository(registry.url);
    await pushImage(repo, ["1.0.0"]);
    const { kinds } = await runCheck(`${proxy.host}/${repo.name}`);
    expect(kinds["writes"]).toBe("ok");
    expect(await listTags(repo)).toEqual(["1.0.0"]);
    const uploads = join(storage, "docker/registry/v2/repositories", repo.name, "_uploads");
    // Distribution's own crumb stays of it; an upload that goes on has `data` and `startedat`.
    const left = await readdir(uploads, { recursive: true });
    expect(left.filter((name) => !/^[^/]+(?:\/hashstates(?:\/sha256(?:\/0)?)?)?$/.test(name))).toEqual([]);
    expect(proxy.requests.filter(isPost)).toHaveLength(1);
    const deletes = proxy.requests.filter(({ method }) => method === "DELETE").map(({ path }) => path);
    expect(deletes).toEqual([
      `/v2/${repo.name}/manifests/sha256:${"0".repeat(64)}`,
      expect.stringContaining(`/v2/${repo.name}/blobs/uploads/`),
    ]);
  });

  test("is read up to 50 tags at the most, and the rest is an estimate", async () => {
    const { image, proxy, repo } = await filled();
    await pushImage(
      repo,
      Array.from({ length: 60 }, (_, index) => `1.0.${index}`),
    );
    const { of } = await runCheck(image);
    expect(proxy.requests.filter(({ path }) => /\/manifests\/1\./.test(path))).toHaveLength(50);
    expect(of("speed")[0]?.message).toContain("(an estimate from 50 reads)");
    expect(of("dangling")[0]?.message).toContain("60 tags, of which 50 were read");
  });
});

describe("a registry that can't be asked", () => {
  test("unreachable: a problem, and nothing else is claimed", async () => {
    const { result, kinds } = await runCheck(`127.0.0.1:${await freePort()}/team/app`);
    expect(kinds).toEqual({ reachable: "problem", rest: "unknown" });
    expect(isReady(result.findings)).toBe(false);
  });

  test("a certificate that is not trusted", async () => {
    const registry = await start({
      tls: { certificate: join(tls, "server.crt"), key: join(tls, "server.key") },
    });
    const { kinds, of } = await runCheck(`https://${registry.host}/team/app`);
    expect(kinds).toEqual({ transport: "problem", rest: "unknown" });
    expect(of("transport")[0]?.fix).toContain("/etc/docker/certs.d/");
  });

  test.each(["http", "https"])("%s where it is the other", async (scheme) => {
    const files = { certificate: join(tls, "server.crt"), key: join(tls, "server.key") };
    const registry = await start(scheme === "http" ? { tls: files } : {});
    const { kinds } = await runCheck(`${scheme}://${registry.host}/team/app`);
    expect(kinds).toEqual({ transport: "problem", rest: "unknown" });
  });

  test("a web page in its place", async () => {
    const { proxy, image } = await proxied();
    const headers = { "content-type": "text/html" };
    proxy.on({ when: () => true, act: { kind: "answer", status: 200, headers, body: "<html>" } });
    const { kinds, of } = await runCheck(image);
    expect(kinds).toEqual({ reachable: "problem", rest: "unknown" });
    expect(of("reachable")[0]?.message).toContain("a web page");
  });

  test("an address that sends elsewhere, where deletes are not sent on", async () => {
    const { proxy, image } = await proxied();
    const elsewhere = await proxied();
    const headers = { location: `${elsewhere.proxy.url}/v2/` };
    proxy.on({ when: () => true, act: { kind: "answer", status: 301, headers } });
    const { kinds, of } = await runCheck(image);
    expect(kinds).toEqual({ reachable: "problem", rest: "unknown" });
    expect(of("reachable")[0]?.fix).toContain(elsewhere.proxy.url);
  });
});

const login = { username: "me", password: "hunter22" };

describe("signing in", () => {
  test.each([
    ["with the right password", { login }, { kind: "ok", words: "as me, as given" }],
    [
      "with a wrong one",
      { login: { ...login, password: "wrong" } },
      { kind: "problem", words: "as me, as given" },
    ],
    ["with none", {}, { kind: "problem", words: "as nobody" }],
  ])("%s", async (_, settings, { kind, words }) => {
    const registry = await start({ htpasswd: HTPASSWD });
    const { kinds, of, result } = await runCheck(`${registry.host}/team/app`, settings);
    expect(kinds["signed-in"]).toBe(kind);
    expect(of("signed-in")[0]?.message).toContain(words);
    expect(kinds["product"]).toBe("ok");
    expect(isReady(result.findings)).toBe(kind === "ok");
    expect("deletes" in kinds).toBe(kind === "ok");
  });

  test("a password is told to the log before it is sent", async () => {
    const registry = await start({ htpasswd: HTPASSWD });
    const { secrets } = await runCheck(`${registry.host}/team/app`, { login });
    expect(secrets).toContain("hunter22");
  });

  test("403 is told from 401", async () => {
    const { proxy, image } = await proxied();
    const challenge = { "www-authenticate": 'Basic realm="r"', "content-type": "application/json" };
    const isAsked = ({ headers }: RecordedRequest): boolean => headers.authorization === undefined;
    proxy.on({ when: isAsked, act: { kind: "answer", status: 401, headers: challenge } });
    proxy.on({ when: () => true, act: { kind: "answer", status: 403, headers: challenge } });
    const { of } = await runCheck(image, { login });
    expect(of("signed-in")).toMatchObject([
      { kind: "problem", message: expect.stringContaining("(403)") as string },
    ]);
  });
});

describe("deletes", () => {
  test("off", async () => {
    const registry = await start({ deletes: false });
    const repo = newRepository(registry.url);
    await pushImage(repo, ["1.0.0"]);
    const { kinds, of, result } = await runCheck(`${registry.host}/${repo.name}`);
    expect(kinds).toMatchObject({ deletes: "problem", writes: "ok" });
    expect(of("deletes")[0]?.fix).toContain("REGISTRY_STORAGE_DELETE_ENABLED=true");
    // A check deletes nothing anyhow.
    expect(of("deletes")[0]?.message).toMatch(/ has deletes turned off, as registries have by default\.$/);
    expect(isReady(result.findings)).toBe(false);
  });

  test("refused for maintenance", async () => {
    const storage = await newStorage();
    const registry = await start({ storage });
    const repo = newRepository(registry.url);
    await pushImage(repo, ["1.0.0"]);
    await registry.stop();
    const readOnly = await start({ storage, readOnly: true });
    const { kinds, of } = await runCheck(`${readOnly.host}/${repo.name}`);
    expect(kinds).toMatchObject({ deletes: "problem", writes: "warning" });
    expect(of("deletes")[0]?.message).toContain("read-only");
    expect(of("writes")[0]?.message).toContain("read-only");
  });

  test("refused by a proxy: no upload is begun, for it could not be cancelled", async () => {
    const { proxy, image, sent } = await filled("1.0.0");
    const headers = { "content-type": "text/html" };
    proxy.on({
      when: ({ method }) => method === "DELETE",
      act: { kind: "answer", status: 405, headers, body: "<html>" },
    });
    const { kinds, of } = await runCheck(image);
    expect(kinds).toMatchObject({ deletes: "problem", writes: "unknown" });
    expect(of("deletes")[0]?.message).toContain("in front of the registry");
    expect(sent("POST")).toEqual([]);
  });
});

describe("the repository", () => {
  test("that does not exist is not made by looking", async () => {
    const { image, sent } = await proxied();
    const { kinds, result } = await runCheck(image);
    expect(kinds).toMatchObject({ repository: "warning", deletes: "ok", writes: "unknown" });
    expect(isReady(result.findings)).toBe(true);
    expect(sent("POST")).toEqual([]);
  });

  test("whose list can't be trusted is a problem, and nothing is begun", async () => {
    const { image, proxy, sent } = await filled("1.0.0");
    const body = JSON.stringify({ tags: ["-not a tag-"] });
    proxy.on({ when: isList, act: { kind: "answer", status: 200, body } });
    const { kinds } = await runCheck(image);
    expect(kinds).toMatchObject({ repository: "problem", deletes: "ok", writes: "unknown" });
    expect(sent("POST")).toEqual([]);
  });

  test("with a tag whose image is not there: a warning that names it", async () => {
    const storage = await newStorage();
    const registry = await start({ storage });
    const repo = newRepository(registry.url);
    const { digest } = await pushImage(repo, ["1.0.0"]);
    await pushImage(repo, ["1.1.0"]);
    await registry.stop();
    const revisions = join(storage, "docker/registry/v2/repositories", repo.name, "_manifests/revisions");
    await rm(join(revisions, digest.replace(":", "/")), { recursive: true });
    const again = await start({ storage });
    const { of, result } = await runCheck(`${again.host}/${repo.name}`);
    expect(of("dangling")).toMatchObject([{ kind: "warning" }]);
    expect(of("dangling")[0]?.message).toContain("missing: 1.0.0 (2 tags)");
    expect(isReady(result.findings)).toBe(true);
  });

  test("with a tag that was deleted while it was read: nothing is said of it", async () => {
    const { image, proxy, images, repo } = await filled("1.0.0", "1.1.0");
    const digest = images.get("1.0.0")?.digest ?? "";
    const remove = (): Promise<unknown> =>
      fetch(`${repo.base}/v2/${repo.name}/manifests/${digest}`, { method: "DELETE" });
    proxy.on({ when: isList, times: 1, act: { kind: "after", run: remove } });
    expect((await runCheck(image)).kinds["dangling"]).toBe("ok");
  });

  test("with a tag that can't be read is a problem, for a prune decides nothing then", async () => {
    const { image, proxy } = await filled("1.0.0", "1.1.0");
    proxy.on({ when: isRead("1.1.0"), act: { kind: "answer", status: 500 } });
    const { of, kinds } = await runCheck(image);
    expect(of("manifests")).toMatchObject([{ kind: "problem" }]);
    expect(of("manifests")[0]?.message).toContain("1 of 2 tags");
    expect(kinds["dangling"]).toBe("ok");
  });
});

describe("the age of a registry", () => {
  test("that may be 2.5 or earlier is warned of, and nothing is written", async () => {
    const made = await filled("1.0.0", "1.1.0");
    pretendToBeOld(made);
    const { of, result } = await runCheck(made.image);
    expect(of("longer-tags")).toMatchObject([{ kind: "warning" }]);
    expect(of("longer-tags")[0]?.message).toContain("Distribution 2.5 or earlier");
    expect(isReady(result.findings)).toBe(true);
    expect(await listTags(made.repo)).toEqual(["1.0.0", "1.1.0"]);
  });

  test("that is 2.6 is none to speak of", async () => {
    const made = await filled("1.0.0", "1.1.0");
    made.proxy.on(answering(asksForAge, OLD_ANSWERS.capitals));
    made.proxy.on(answering(({ method }) => method === "PUT", OLD_ANSWERS.pushTo26));
    expect((await runCheck(made.image)).of("longer-tags")).toEqual([]);
  });
});
