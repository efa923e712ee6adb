import { createServer, type IncomingMessage } from "node:http";
import { createServer as createSecure } from "node:https";
import { type AddressInfo, connect as connectTo, type Server } from "node:net";
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from "vitest";
import { pushImage } from "../../scripts/images.mjs";
import { startRegistry } from "../../scripts/registry.mjs";
import { findSquid } from "../../scripts/squid.mjs";
import { RegistryError } from "../../src/registry/port/registry.js";
import { makeAuthority } from "../support/authority.js";
import { startProxy } from "../support/proxy.js";
import { applied, failed, newRepository, runPrune } from "../support/pruning.js";
import { startSquid, type Squid, type SquidRules } from "../support/squid.js";

/** Proxies that the environment names. An address of loopback is never asked through one, so the registries have made-up names, which the proxies know. */

beforeEach(() => {
  for (const name of ["http_proxy", "HTTP_PROXY", "https_proxy", "HTTPS_PROXY", "no_proxy", "NO_PROXY"]) {
    vi.stubEnv(name, "");
  }
});
afterEach(() => {
  vi.unstubAllEnvs();
});

const NAME = "registry.example.test";
const squidIsHere = (await findSquid(() => undefined)) !== undefined;

/** A real registry with two releases, under a name that a proxy knows. */
async function filled() {
  const registry = await startRegistry();
  onTestFinished(() => registry.stop());
  const repo = newRepository(registry.url);
  for (const tag of ["1.0.0", "1.1.0"]) await pushImage(repo, [tag]);
  const [, port = ""] = registry.host.split(":");
  return { port, host: `${NAME}:${port}`, repo: repo.name, registry };
}

async function squidWith(rules: Partial<SquidRules> = {}): Promise<Squid> {
  const squid = await startSquid({ names: [NAME, "other.example.test"], ...rules });
  if (squid === undefined) throw new Error("squid was there a moment ago");
  return squid;
}

async function errorOf(image: string) {
  const { error } = failed(await runPrune({ image }));
  const { message, nextStep } = error;
  return { message, nextStep, kind: error instanceof RegistryError ? error.kind : error.name };
}

describe.skipIf(!squidIsHere)("squid, as Debian has it", () => {
  test("hands plain HTTP on to any port, by whole addresses", async () => {
    const { host, repo } = await filled();
    const squid = await squidWith();
    vi.stubEnv("HTTP_PROXY", squid.host);
    expect(applied(await runPrune({ image: `http://${host}/${repo}`, keep: "1" })).deleted).toEqual([
      "1.0.0",
    ]);
    const asked = await squid.asked();
    expect(asked.every((line) => line.includes(` http://${host}/v2/`))).toBe(true);
    expect(asked.some((line) => line.startsWith("TCP_MISS/202 DELETE "))).toBe(true);
  });

  test("makes a tunnel for HTTPS, and keeps it", async () => {
    const { registry, repo } = await filled();
    const authority = await makeAuthority();
    const { certPem: cert, keyPem: key } = await authority.issue({ names: `DNS:${NAME}` });
    const front = await startProxy(registry.url, { tls: { cert, key } });
    onTestFinished(() => front.stop());
    const [, port = ""] = front.host.split(":");
    const squid = await squidWith({ connectTo: [Number(port)] });
    vi.stubEnv("https_proxy", `http://${squid.host}`);
    const raw = { image: `https://${NAME}:${port}/${repo}`, keep: "1", "ca-file": authority.ca };
    expect(applied(await runPrune(raw)).deleted).toEqual(["1.0.0"]);
    expect(front.requests.some(({ headers }) => "proxy-authorization" in headers)).toBe(false);
  });

  test("that allows CONNECT to port 443 alone is named, with its status", async () => {
    const squid = await squidWith();
    vi.stubEnv("https_proxy", `http://${squid.host}`);
    const { kind, message, nextStep } = await errorOf(`https://${NAME}:5000/team/app`);
    expect([kind, message]).toEqual([
      "unreachable",
      `the proxy ${squid.host}, which https_proxy names, does not connect us to ${NAME}:5000 (403)`,
    ]);
    expect(nextStep).toContain("port 443 alone");
    expect(nextStep).toContain("no_proxy");
  });

  test("that allows no such host is named, over plain HTTP too", async () => {
    const squid = await squidWith({ denied: [NAME] });
    vi.stubEnv("http_proxy", `http://${squid.host}`);
    expect((await errorOf(`http://${NAME}:5000/team/app`)).message).toContain(
      `the proxy ${squid.host}, which http_proxy names, does not connect us to ${NAME}:5000 (403)`,
    );
  });

  test("that finds no registry is named", async () => {
    const squid = await squidWith();
    vi.stubEnv("http_proxy", `http://${squid.host}`);
    expect((await errorOf(`http://${NAME}:1/team/app`)).message).toContain(
      `does not connect us to ${NAME}:1 (503)`,
    );
  });

  test.each(["http", "https"] as const)(
    "asks for a user and password over %s, and gets them",
    async (scheme) => {
      const { registry, repo, port: plain } = await filled();
      const authority = await makeAuthority();
      const { certPem: cert, keyPem: key } = await authority.issue({ names: `DNS:${NAME}` });
      const front = await startProxy(registry.url, { tls: { cert, key } });
      onTestFinished(() => front.stop());
      const port = scheme === "http" ? plain : (front.host.split(":")[1] ?? "");
      const squid = await squidWith({ connectTo: [Number(port)], login: "me:p@ss:w%rd" });
      const raw = {
        image: `${scheme}://${NAME}:${port}/${repo}`,
        "dry-run": "true",
        keep: "1",
        "ca-file": authority.ca,
      };
      vi.stubEnv(`${scheme}_proxy`, `http://${squid.host}`);
      const unknown = failed(await runPrune(raw)).error;
      expect(unknown.message).toContain(
        `the proxy ${squid.host}, which ${scheme}_proxy names for ${NAME}:${port}, asks for a user and password (407)`,
      );
      vi.stubEnv(`${scheme}_proxy`, `http://me:wrong@${squid.host}`);
      expect(failed(await runPrune(raw)).error.message).toContain(
        "does not take the user and password (407)",
      );
      vi.stubEnv(`${scheme}_proxy`, `http://me:${encodeURIComponent("p@ss:w%rd")}@${squid.host}`);
      const { outcome, secrets } = await runPrune(raw);
      expect(outcome).toMatchObject({ kind: "planned" });
      expect(secrets).toContain("p@ss:w%rd");
      expect(secrets).toContain(Buffer.from("me:p@ss:w%rd").toString("base64"));
    },
  );
});

/** A proxy that stands in for one, with every request that it got, CONNECT too. Every name leads to this machine. */
async function startStandIn(answer?: number) {
  const asked: IncomingMessage[] = [];
  const proxy = createServer((request, response) => {
    asked.push(request);
    response
      .writeHead(answer ?? 404, { "content-type": "application/json" })
      .end('{"errors":[{"code":"NAME_UNKNOWN"}]}');
  });
  proxy.on("connect", (request: IncomingMessage, socket) => {
    asked.push(request);
    if (answer !== undefined) {
      // With a registry's words behind it, or with none, which alone shows that the status is looked at.
      const words = answer === 404 ? '{"errors":[{"code":"NAME_UNKNOWN"}]}' : "";
      socket.end(`HTTP/1.1 ${answer} Made Up\r\ncontent-type: application/json\r\n\r\n${words}`);
      return;
    }
    const there = connectTo(Number(request.url?.split(":").at(-1)), "127.0.0.1", () => {
      socket.write("HTTP/1.1 200 OK\r\n\r\n");
      socket.pipe(there).pipe(socket);
    });
    for (const end of [there, socket]) end.on("error", () => socket.destroy());
  });
  return { host: await listening(proxy), asked };
}

async function listening(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  return `127.0.0.1:${String((server.address() as AddressInfo).port)}`;
}

describe("a proxy", () => {
  test("alone sees what signs in there", async () => {
    const authority = await makeAuthority();
    const { certPem: cert, keyPem: key } = await authority.issue({ names: `DNS:${NAME}` });
    const seen: IncomingMessage[] = [];
    const registry = createSecure({ cert, key }, (request, response) => {
      seen.push(request);
      response
        .writeHead(404, { "content-type": "application/json" })
        .end('{"errors":[{"code":"NAME_UNKNOWN"}]}');
    });
    const [, port = ""] = (await listening(registry)).split(":");
    const { host, asked } = await startStandIn();
    vi.stubEnv("https_proxy", `http://me:secret@${host}`);
    const raw = {
      image: `https://${NAME}:${port}/team/app`,
      "ca-file": authority.ca,
      username: "u",
      password: "p4ssw0rd",
    };
    expect((await runPrune(raw)).outcome).toMatchObject({ kind: "nothing" });
    expect(asked.map(({ method, headers }) => [method, headers["proxy-authorization"]])).toContainEqual([
      "CONNECT",
      `Basic ${Buffer.from("me:secret").toString("base64")}`,
    ]);
    expect(
      asked.every(({ method, headers }) => method === "CONNECT" && headers.authorization === undefined),
    ).toBe(true);
    expect(seen.length).toBeGreaterThan(0);
    expect(seen.some(({ headers }) => "proxy-authorization" in headers)).toBe(false);
  });

  test.each([403, 404, 407, 500])(
    "that answers CONNECT with %s is never taken for the registry",
    async (status) => {
      const { host } = await startStandIn(status);
      vi.stubEnv("https_proxy", `http://${host}`);
      const { kind, message } = await errorOf(`https://${NAME}/team/app`);
      expect([kind, message]).toEqual([
        "unreachable",
        expect.stringContaining(`the proxy ${host}, which https_proxy names`),
      ]);
      expect(message).toContain(`(${status})`);
    },
  );

  test.each(["http", "https"] as const)("that is not there is named, over %s", async (scheme) => {
    vi.stubEnv(`${scheme}_proxy`, "http://user:hunter22@127.0.0.1:1");
    const { kind, message, nextStep } = await errorOf(`${scheme}://${NAME}:5000/team/app`);
    expect([kind, message]).toEqual([
      "unreachable",
      `the proxy 127.0.0.1:1, which ${scheme}_proxy names for ${NAME}:5000, can't be reached (ECONNREFUSED)`,
    ]);
    expect(message + nextStep).not.toContain("hunter22");
  });

  test.each([
    ["socks5://127.0.0.1:1080", "a proxy of socks5:// is not supported"],
    ["http://", "it is no address"],
    ["http://user:hunter22@:bad", "it is no address"],
  ])("%s is none that can be used, and its value is not told", async (value, why) => {
    vi.stubEnv("http_proxy", value);
    const { message, nextStep } = await errorOf(`http://${NAME}:5000/team/app`);
    expect(message).toBe(`http_proxy names no proxy that can be used: ${why}`);
    expect(nextStep).not.toContain("hunter22");
  });

  test("of one scheme is not asked for the other", async () => {
    const { host, asked } = await startStandIn();
    vi.stubEnv("https_proxy", host);
    await errorOf(`http://${NAME}:1/team/app`);
    expect(asked).toEqual([]);
  });

  test("that has gone quiet leaves nothing behind", async () => {
    const held: unknown[] = [];
    const proxy = createServer();
    proxy.on("connect", (_request, socket) => {
      held.push(socket);
      socket.on("error", () => undefined).on("end", () => held.pop());
      socket.resume();
    });
    vi.stubEnv("https_proxy", await listening(proxy));
    const { createHttp } = await import("../../src/registry/http/http.js");
    const http = createHttp({ concurrency: 1, userAgent: "test" });
    const sent = http.send({ method: "GET", url: new URL(`https://${NAME}/`), attempts: 1 });
    await vi.waitFor(() => {
      expect(held).toHaveLength(1);
    });
    http.close();
    await expect(sent).rejects.toMatchObject({ kind: "unreachable" });
    await vi.waitFor(() => {
      expect(held).toHaveLength(0);
    });
  });
});
