import { cp, mkdir, mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { pushImage } from "../../scripts/images.mjs";
import { startRegistry } from "../../scripts/registry.mjs";
import { isLoopback } from "../../src/registry/connection/connection.js";
import { runCheck } from "../doctor/checking.js";
import { startProxy } from "../support/proxy.js";
import { applied, failed, newRepository, runPrune } from "../support/pruning.js";

const tls = join(import.meta.dirname, "../support/tls");

let home: string;
let before: NodeJS.ProcessEnv;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), "prune-config-"));
  before = { ...process.env };
  process.env["XDG_CONFIG_HOME"] = home;
});
afterEach(async () => {
  process.env = before;
  await rm(home, { recursive: true, force: true });
});

/** Puts files where rootless Docker has a host's certificates. */
async function trust(host: string, files: Readonly<Record<string, string>>): Promise<void> {
  const folder = join(home, "docker/certs.d", host);
  await mkdir(folder, { recursive: true });
  for (const [name, source] of Object.entries(files)) await cp(join(tls, source), join(folder, name));
}

/** A registry behind TLS, with two releases in it. */
async function tlsRegistry(requestCert = false) {
  const registry = await startRegistry();
  onTestFinished(() => registry.stop());
  const [key, cert, ca] = await Promise.all(
    ["server.key", "server.crt", "ca.crt"].map((name) => readFile(join(tls, name))),
  );
  if (!key || !cert || !ca) throw new Error("three files were read");
  const proxy = await startProxy(registry.url, {
    tls: { key, cert, ...(requestCert ? { ca, requestCert: true } : {}) },
  });
  onTestFinished(() => proxy.stop());
  const repo = newRepository(registry.url);
  for (const tag of ["1.0.0", "1.1.0"]) await pushImage(repo, [tag]);
  return { proxy, host: proxy.host, image: `https://${proxy.host}/${repo.name}` };
}

describe("over HTTPS", () => {
  test("a certificate of an authority that nobody knows is not trusted", async () => {
    const { image } = await tlsRegistry();
    const { error } = failed(await runPrune({ image, keep: "1" }));
    expect(error).toMatchObject({ kind: "untrusted-certificate" });
    expect(error.nextStep).toContain("/etc/docker/certs.d/");
  });

  test("it is where Docker's folder for the host has the authority", async () => {
    const { host, image } = await tlsRegistry();
    await trust(host, { "ca.crt": "ca.crt" });
    expect(applied(await runPrune({ image, keep: "1" })).deleted).toEqual(["1.0.0"]);
  });

  test("another host's folder is not looked into", async () => {
    const { image } = await tlsRegistry();
    await trust("127.0.0.1", { "ca.crt": "ca.crt" });
    expect(failed(await runPrune({ image, keep: "1" })).error).toMatchObject({
      kind: "untrusted-certificate",
    });
  });

  test("the client's own certificate is shown where the registry asks for it", async () => {
    const registry = await startRegistry({
      tls: {
        certificate: join(tls, "server.crt"),
        key: join(tls, "server.key"),
        clientcas: [join(tls, "ca.crt")],
      },
    });
    onTestFinished(() => registry.stop());
    const image = `https://${registry.host}/team/app`;
    await trust(registry.host, { "ca.crt": "ca.crt" });
    expect(failed(await runPrune({ image })).error).toMatchObject({ kind: "untrusted-certificate" });
    await trust(registry.host, { "client.cert": "client.crt", "client.key": "client.key" });
    expect((await runPrune({ image })).outcome).toMatchObject({ kind: "nothing", why: "unknown-repository" });
  });

  test("a redirect to plain HTTP is not followed", async () => {
    const plain = await startProxy("http://127.0.0.1:1", { hostname: "127.0.0.2" });
    onTestFinished(() => plain.stop());
    const { host, image, proxy } = await tlsRegistry();
    await trust(host, { "ca.crt": "ca.crt" });
    proxy.on({ when: () => true, act: { kind: "answer", status: 302, headers: { location: plain.url } } });
    expect(failed(await runPrune({ image })).error).toMatchObject({ kind: "unexpected-answer" });
    expect(plain.requests).toEqual([]);
  });

  test("a registry that speaks plain HTTP is said to, with the setting that names it", async () => {
    const registry = await startRegistry();
    onTestFinished(() => registry.stop());
    const { error } = failed(await runPrune({ image: `https://${registry.host}/team/app` }));
    expect(error).toMatchObject({ kind: "speaks-plain-http" });
    expect(error.nextStep).toContain(`plain-http: ${registry.host}`);
  });
});

describe("over plain HTTP", () => {
  test("a registry that speaks HTTPS is said to", async () => {
    const registry = await startRegistry({
      tls: { certificate: join(tls, "server.crt"), key: join(tls, "server.key") },
    });
    onTestFinished(() => registry.stop());
    const { error } = failed(await runPrune({ image: `http://${registry.host}/team/app` }));
    expect(error).toMatchObject({ kind: "speaks-https" });
    expect(error.nextStep).toContain(`https://${registry.host}`);
  });

  test("a registry that sends to HTTPS is said to, with what to write, to check too", async () => {
    const server = createServer(({ url = "" }, response) =>
      response.writeHead(301, { location: `https://127.0.0.1:8443${url}` }).end(),
    );
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => void server.close());
    const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
    const { error } = failed(await runPrune({ image: `http://${host}/team/app` }));
    expect(error).toMatchObject({
      kind: "speaks-https",
      message: `${host} was asked over plain HTTP, and sends to HTTPS (https://127.0.0.1:8443)`,
    });
    expect(error.nextStep).toContain("Write https://127.0.0.1:8443/… in image");
    const { of } = await runCheck(`http://${host}/team/app`);
    expect(of("transport")).toMatchObject([{ kind: "problem", fix: error.nextStep }]);
  });

  test.each([
    ["localhost", true],
    ["localhost:5000", true],
    ["127.0.0.1", true],
    ["127.8.9.10:5000", true],
    ["[::1]:5000", true],
    ["[0:0:0:0:0:0:0:1]:5000", true],
    ["[::2]:5000", false],
    ["192.168.1.121:5000", false],
    ["localhost.example.com", false],
    ["127.0.0.1.example.com", false],
    ["registry:5000", false],
  ])("%s is spoken to by default: %s", (host, wanted) => {
    expect(isLoopback(host)).toBe(wanted);
  });

  test("an IPv6 address can be named", async () => {
    const server = createServer((_, response) =>
      response
        .writeHead(404, { "content-type": "application/json" })
        .end('{"errors":[{"code":"NAME_UNKNOWN"}]}'),
    );
    await new Promise<void>((resolve) => server.listen(0, "::1", resolve));
    onTestFinished(() => void server.close());
    const { port } = server.address() as AddressInfo;
    const { outcome } = await runPrune({ image: `[::1]:${port}/team/app` });
    expect(outcome).toMatchObject({ kind: "nothing", why: "unknown-repository" });
  });
});

describe("a host", () => {
  test("that nothing answers at is unreachable", async () => {
    const { error } = failed(await runPrune({ image: "127.0.0.1:1/team/app" }));
    expect(error).toMatchObject({ kind: "unreachable" });
    expect(error.message).toContain("127.0.0.1:1 can't be reached (ECONNREFUSED)");
  });

  test("whose name nobody knows is unreachable", async () => {
    expect(failed(await runPrune({ image: "registry.invalid/team/app" })).error).toMatchObject({
      kind: "unreachable",
    });
  });

  test.each([
    ["a web page", { status: 200, type: "text/html; charset=utf-8", body: "<!doctype html>" }],
    ["not found, in words", { status: 404, type: "text/plain", body: "404 page not found" }],
  ])("that answers with %s is not a registry", async (_, { status, type, body }) => {
    const server = createServer((__, response) =>
      response.writeHead(status, { "content-type": type }).end(body),
    );
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => void server.close());
    const { port } = server.address() as AddressInfo;
    const { error } = failed(await runPrune({ image: `127.0.0.1:${port}/team/app` }));
    expect(error).toMatchObject({ kind: "not-a-registry" });
    expect(error.message).not.toContain("doctype");
  });

  test("that never ends its answer is stopped listening to", async () => {
    const server = createServer((_, response) => {
      response.writeHead(200, { "content-type": "application/json" });
      const chunk = Buffer.alloc(1024 * 1024, " ");
      const write = (): void => {
        response.write(chunk, () => {
          if (!response.destroyed) write();
        });
      };
      write();
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => void server.close());
    const { port } = server.address() as AddressInfo;
    const { error } = failed(await runPrune({ image: `127.0.0.1:${port}/team/app` }));
    expect(error).toMatchObject({ kind: "unexpected-answer" });
    server.closeAllConnections();
  });
});

describe("a registry as it was started", () => {
  test.each([
    ["with deletes off", { deletes: false }, "deletes-off"],
    ["read-only", { readOnly: true }, "read-only"],
  ] as const)("%s loses nothing, and the error says what to do", async (_, options, kind) => {
    const filled = await startRegistry({ readOnly: false });
    const { name } = newRepository(filled.url);
    const storage = await mkdtemp(join(tmpdir(), "prune-storage-"));
    onTestFinished(() => rm(storage, { recursive: true, force: true }));
    for (const tag of ["1.0.0", "1.1.0"]) await pushImage({ base: filled.url, name }, [tag]);
    await cp(filled.storage ?? "", storage, { recursive: true });
    await filled.stop();
    const registry = await startRegistry({ storage, ...options });
    onTestFinished(() => registry.stop());
    const { error } = failed(await runPrune({ image: `${registry.host}/${name}`, keep: "1" }));
    expect(error).toMatchObject({ kind });
    if (kind === "deletes-off") {
      expect(error.nextStep).toContain("REGISTRY_STORAGE_DELETE_ENABLED=true");
      expect(error.nextStep).toContain("--volumes-from registry-old");
      expect(error.nextStep).toContain("docker restart");
    }
    const left = await fetch(`${registry.url}/v2/${name}/tags/list`);
    expect(((await left.json()) as { tags: string[] }).tags.sort()).toEqual(["1.0.0", "1.1.0"]);
  });
});
