import { describe, expect, onTestFinished, test } from "vitest";
import { pushImage } from "../../scripts/images.mjs";
import { startRegistry } from "../../scripts/registry.mjs";
import { freePort } from "../../scripts/run-server.mjs";
import { isDigest, isRepositoryName, type RepositoryName } from "../../src/core/names/reference.js";
import { hostAt } from "../support/hosts.js";
import { useProxiedRegistry } from "../support/proxied.js";
import { startProxy } from "../support/proxy.js";
import { digest } from "../support/snapshots.js";

const proxied = useProxiedRegistry();

function named(name: string): RepositoryName {
  if (isRepositoryName(name)) return name;
  throw new Error(`${name} is no repository`);
}

const isPing = ({ path }: { readonly path: string }): boolean => path === "/v2/";
const isCatalog = ({ path }: { readonly path: string }): boolean => path.startsWith("/v2/_catalog");
const isBlob = ({ path }: { readonly path: string }): boolean => path.includes("/blobs/");

describe("a registry's pulse", () => {
  test("is up where it answers, with whatever", async () => {
    const { proxy } = await proxied();
    const host = await hostAt(proxy.host);
    expect(await host.liveness()).toEqual({ kind: "up" });
    for (const status of [401, 404, 500]) {
      proxy.on({ when: isPing, act: { kind: "answer", status }, times: 1 });
      expect(await host.liveness()).toEqual({ kind: "up" });
    }
  });

  test("is down where nothing listens, or a proxy says that nothing is behind it; asked once", async () => {
    const nothing = await hostAt(`127.0.0.1:${await freePort()}`);
    expect(await nothing.liveness()).toEqual({ kind: "down", how: "refused" });
    const { proxy } = await proxied();
    const host = await hostAt(proxy.host);
    for (const status of [502, 503]) {
      proxy.on({ when: isPing, act: { kind: "answer", status }, times: 1 });
      expect(await host.liveness()).toEqual({ kind: "down", how: `${status}` });
    }
    expect(proxy.requests).toHaveLength(2);
  });

  test("is not known where a proxy gave up, or the line broke", async () => {
    const { proxy } = await proxied();
    const host = await hostAt(proxy.host);
    proxy.on({ when: isPing, act: { kind: "answer", status: 504 }, times: 1 });
    expect(await host.liveness()).toMatchObject({ kind: "unknown" });
    proxy.on({ when: isPing, act: { kind: "reset" }, times: 1 });
    expect(await host.liveness()).toMatchObject({ kind: "unknown" });
  });
});

describe("a blob", () => {
  test("is found with its size, or not there", async () => {
    const { proxy, repo } = await proxied();
    const image = await pushImage(repo, ["1.0.0"]);
    const { config } = JSON.parse(image.bytes.toString()) as { config: { digest: string; size: number } };
    if (!isDigest(config.digest)) throw new Error("a configuration has a digest");
    const host = await hostAt(proxy.host);
    expect(await host.findBlob(named(repo.name), config.digest)).toEqual({ bytes: config.size });
    expect(await host.findBlob(named(repo.name), digest("0"))).toBeUndefined();
    expect(await host.measureBlob(named(repo.name), config.digest)).toBe(config.size);
  });

  test("that something in front of the registry does not know is not certain", async () => {
    const { proxy, repo } = await proxied();
    await pushImage(repo, ["1.0.0"]);
    const host = await hostAt(proxy.host);
    for (const [status, type] of [
      [404, "text/html"],
      // As the registry's own answer to HEAD, which has no words: those of its answer to GET decide.
      [404, "application/json"],
      [200, "text/html"],
      [500, "application/json"],
    ] as const) {
      proxy.on({
        when: isBlob,
        act: { kind: "answer", status, headers: { "content-type": type } },
        times: status === 404 ? 2 : 1,
      });
      await expect(host.findBlob(named(repo.name), digest("0"))).rejects.toThrow("looking for the blob");
    }
  });

  test("elsewhere is there, and measured there as nobody, if that can be reached", async () => {
    const { proxy, repo } = await proxied();
    await pushImage(repo, ["1.0.0"]);
    const elsewhere = await startProxy(proxy.url);
    onTestFinished(() => elsewhere.stop());
    elsewhere.on({
      when: () => true,
      act: { kind: "answer", status: 200, headers: { "content-length": "7" } },
    });
    const host = await hostAt(proxy.host);
    const redirect = (location: string) => {
      proxy.clear();
      proxy.on({ when: isBlob, act: { kind: "answer", status: 307, headers: { location } } });
    };
    const [, hex = ""] = digest("0").split(":");
    redirect(`${elsewhere.url}/blobs/${hex}/data?with=this`);
    expect(await host.findBlob(named(repo.name), digest("0"))).toEqual({
      at: new URL(`${elsewhere.url}/blobs/${hex}/data?with=this`),
      reach: "own",
    });
    expect(elsewhere.requests).toEqual([]);
    expect(await host.measureBlob(named(repo.name), digest("0"))).toBe(7);
    expect(elsewhere.requests).toHaveLength(1);
    redirect(`http://127.0.0.1:${await freePort()}/${hex}`);
    expect(await host.measureBlob(named(repo.name), digest("0"))).toBeUndefined();
    // A page to sign in names the blob in its query at most.
    for (const location of [`${elsewhere.url}/login?next=/v2/app/blobs/sha256:${hex}`, "http://"]) {
      redirect(location);
      await expect(host.findBlob(named(repo.name), digest("0"))).rejects.toThrow("answered 307");
    }
    // Nor is it there by a redirect to nowhere.
    proxy.clear();
    const own = { "docker-distribution-api-version": "registry/2.0" };
    proxy.on({ when: isBlob, act: { kind: "answer", status: 307, headers: own } });
    await expect(host.findBlob(named(repo.name), digest("0"))).rejects.toThrow("answered 307");
    const headers = { location: "/storage/signed", ...own };
    proxy.clear();
    proxy.on({ when: isBlob, act: { kind: "answer", status: 307, headers } });
    expect(await host.findBlob(named(repo.name), digest("0"))).toEqual({
      at: new URL("/storage/signed", proxy.url),
      reach: "own",
    });
  });
});

describe("the catalogue", () => {
  test("is read page by page", async () => {
    const { proxy } = await proxied();
    const host = await hostAt(proxy.host);
    const json = (repositories: readonly string[]) => JSON.stringify({ repositories });
    const link = { link: '</v2/_catalog?last=a&n=1000>; rel="next"' };
    proxy.on({
      when: isCatalog,
      act: { kind: "answer", status: 200, headers: link, body: json(["a"]) },
      times: 1,
    });
    proxy.on({ when: isCatalog, act: { kind: "answer", status: 200, body: json(["a", "b/c"]) }, times: 1 });
    expect(await host.listRepositories()).toEqual(["a", "b/c"]);
    expect(proxy.requests.map(({ path }) => path)).toEqual([
      "/v2/_catalog?n=1000",
      "/v2/_catalog?last=a&n=1000",
    ]);
  });

  test.each([
    ["no JSON", "<html>", "not the JSON"],
    ["no list", '{"repositories":"a"}', "not a list"],
    ["something that is no repository", '{"repositories":["A B"]}', "not a repository"],
  ])("with %s is not trusted", async (_, body, reason) => {
    const { proxy } = await proxied();
    proxy.on({ when: isCatalog, act: { kind: "answer", status: 200, body } });
    await expect((await hostAt(proxy.host)).listRepositories()).rejects.toThrow(reason);
  });

  test("that is refused says so", async () => {
    const { proxy } = await proxied();
    proxy.on({ when: isCatalog, act: { kind: "answer", status: 401 } });
    await expect((await hostAt(proxy.host)).listRepositories()).rejects.toMatchObject({
      kind: "unauthorized",
    });
  });
});

describe("read-only", () => {
  test("is proven where it is, and never believed of one that takes writes", async () => {
    const { proxy, repo, sent } = await proxied();
    await pushImage(repo, ["1.0.0"]);
    const writable = await hostAt(proxy.host);
    await expect(writable.proveReadOnly(named(repo.name))).rejects.toMatchObject({ kind: "takes-writes" });
    // Nothing was begun: the first question was answered by a registry that would delete.
    expect(sent("POST")).toEqual([]);
    const readOnly = await startRegistry({ readOnly: true });
    onTestFinished(() => readOnly.stop());
    await expect((await hostAt(readOnly.host)).proveReadOnly(named("team/app"))).resolves.toBeUndefined();
    const deletesOff = await startRegistry({ deletes: false });
    onTestFinished(() => deletesOff.stop());
    await expect((await hostAt(deletesOff.host)).proveReadOnly(named("team/app"))).rejects.toMatchObject({
      kind: "takes-writes",
    });
  });

  const TEXT = "Method not allowed\n";
  const readsAlone = { allow: "GET, HEAD", "content-type": "text/plain; charset=utf-8" };
  const named405 = { ...readsAlone, "docker-distribution-api-version": "registry/2.0" };
  const isDelete = ({ method }: { readonly method: string }): boolean => method === "DELETE";
  const isWrite = ({ method }: { readonly method: string }): boolean => !["GET", "HEAD"].includes(method);

  test.each([
    ["a vhost for pulls answers every write", isWrite, 405, readsAlone, TEXT],
    ["a vhost for pulls answers every write in the registry's name", isWrite, 405, named405, TEXT],
    ["a proxy says it in a page of its own", isWrite, 405, named405, "<html><h1>405 Not Allowed</h1></html>"],
    ["a proxy refuses deletes alone", isDelete, 405, named405, TEXT],
    ["a firewall says 403", isWrite, 403, { "content-type": "text/plain" }, "no"],
  ])("is not believed where %s, and nothing is begun", async (...[, when, status, headers, body]) => {
    const { proxy, repo, sent } = await proxied();
    await pushImage(repo, ["1.0.0"]);
    const before = sent("POST").length;
    proxy.on({ when, act: { kind: "answer", status, headers, body } });
    await expect((await hostAt(proxy.host)).proveReadOnly(named(repo.name))).rejects.toMatchObject({
      kind: "takes-writes",
    });
    expect(sent("POST")).toHaveLength(before);
  });

  test("is not believed where something in front says all of it, but not in the registry's name", async () => {
    const { proxy, repo } = await proxied();
    await pushImage(repo, ["1.0.0"]);
    const isAsking = ({ method }: { readonly method: string }): boolean => method === "OPTIONS";
    proxy.on({ when: isAsking, act: { kind: "answer", status: 200, headers: readsAlone } });
    proxy.on({ when: isWrite, act: { kind: "answer", status: 405, headers: readsAlone, body: TEXT } });
    await expect((await hostAt(proxy.host)).proveReadOnly(named(repo.name))).rejects.toThrow(
      "not said in a registry's own words",
    );
  });

  test("is not believed of a registry that takes uploads all the same; the one that shows it is cancelled", async () => {
    const { proxy, repo, sent } = await proxied();
    await pushImage(repo, ["1.0.0"]);
    proxy.on({
      when: isDelete,
      act: { kind: "answer", status: 405, headers: named405, body: TEXT },
      times: 1,
    });
    const isAsking = ({ method }: { readonly method: string }): boolean => method === "OPTIONS";
    proxy.on({ when: isAsking, act: { kind: "answer", status: 200, headers: named405 } });
    await expect((await hostAt(proxy.host)).proveReadOnly(named(repo.name))).rejects.toMatchObject({
      kind: "takes-writes",
    });
    expect(sent("DELETE").at(-1)).toMatch(/^blobs\/uploads\//);
  });
});
