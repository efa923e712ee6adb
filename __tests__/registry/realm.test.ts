import { once } from "node:events";
import { createServer, type IncomingMessage, request, type RequestListener, type Server } from "node:http";
import { type AddressInfo, connect as connectTo } from "node:net";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { connectionTo } from "../../src/commands/connection.js";
import { isDigest, isRepositoryName } from "../../src/core/names/reference.js";
import { connect, type Connection, type ConnectOptions } from "../../src/registry/connection/connection.js";
import { readSettings } from "../support/settings.js";
import { openHost } from "../../src/registry/distribution/host.js";

/** Where a registry may send us, and what with: a registry that is elsewhere is one behind a proxy, for all addresses of a test are this machine's. */

async function listen(server: Server): Promise<number> {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return (server.address() as AddressInfo).port;
}

/** A service of this machine, or of a neighbour on it, with what it was asked. */
async function startService(
  answer: RequestListener = (_, response) => response.end('{"token":"t0ken"}'),
): Promise<{ readonly port: number; readonly asked: IncomingMessage[] }> {
  const asked: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    asked.push(request);
    answer(request, response);
  });
  return { port: await listen(server), asked };
}

/** A proxy whose every name leads to a port of this machine, as a registry elsewhere would be reached. */
async function behindProxy(ports: Readonly<Record<string, number>>): Promise<void> {
  const proxy = createServer((asked, response) => {
    const { hostname, pathname, search } = new URL(asked.url ?? "");
    const { method, headers } = asked;
    const there = request(
      { host: "127.0.0.1", port: ports[hostname] ?? 9, path: pathname + search, method, headers },
      (answer) => answer.pipe(response.writeHead(answer.statusCode ?? 502, answer.headers)),
    );
    asked.pipe(there.on("error", () => response.writeHead(502).end()));
  });
  proxy.on("connect", (asked, socket) => {
    const [name = ""] = (asked.url ?? "").split(":");
    const there = connectTo(ports[name] ?? 9, "127.0.0.1", () => {
      socket.write("HTTP/1.1 200 OK\r\n\r\n");
      socket.pipe(there).pipe(socket);
    });
    for (const end of [there, socket]) end.on("error", () => socket.destroy());
  });
  vi.stubEnv("http_proxy", `http://127.0.0.1:${await listen(proxy)}`);
  onTestFinished(() => {
    vi.unstubAllEnvs();
  });
}

const realm = (address: string): RequestListener => {
  return (request, response) => {
    const hasToken = request.headers.authorization?.startsWith("Bearer ") === true;
    response.writeHead(hasToken ? 200 : 401, { "www-authenticate": `Bearer realm="${address}"` }).end("{}");
  };
};

const REGISTRY = "registry.example.test:5000";
const TOKENS = "tokens.example.test:5001";
const LOCAL = "tokens.localhost:5001";

function optionsFor(host: string, tokenServers: readonly string[] = []): ConnectOptions {
  return {
    host,
    plainHttp: [REGISTRY, TOKENS, LOCAL],
    tokenServers,
    credentials: { kind: "password", username: "me", password: "hunter22" },
    concurrency: 2,
    userAgent: "test",
    onSecret: () => undefined,
  };
}

async function open(host: string, tokenServers: readonly string[] = []): Promise<Connection> {
  const connection = await connect(optionsFor(host, tokenServers));
  onTestFinished(() => connection.close());
  return connection;
}

async function ask(connection: Connection, path = "v2/"): Promise<number> {
  const url = new URL(path, connection.base);
  return (await connection.session.send({ method: "GET", url, attempts: 1 }, "registry:catalog:*")).status;
}

describe("a registry that is elsewhere", () => {
  test.each(["127.0.0.1", "localhost"])("can't have a token asked for at %s", async (name) => {
    const service = await startService();
    const { port } = await startService(realm(`http://${name}:${service.port}/token`));
    await behindProxy({ "registry.example.test": port });
    await expect(ask(await open(REGISTRY))).rejects.toMatchObject({ kind: "leads-here" });
    expect(service.asked).toEqual([]);
  });

  test("can where the user lists that token server", async () => {
    const service = await startService();
    const { port } = await startService(realm(`http://127.0.0.1:${service.port}/token`));
    await behindProxy({ "registry.example.test": port });
    const refused = ask(await open(REGISTRY));
    await expect(refused).rejects.toMatchObject({
      nextStep: expect.stringContaining(`token-servers: 127.0.0.1:${service.port}.`) as unknown,
    });
    expect(await ask(await open(REGISTRY, [`127.0.0.1:${service.port}`]))).toBe(200);
    expect(service.asked).toHaveLength(1);
  });

  test("can't by a token server that redirects here", async () => {
    const service = await startService();
    const tokens = await startService((_, response) =>
      response.writeHead(307, { location: `http://localhost:${service.port}/latest/meta-data` }).end(),
    );
    const { port } = await startService(realm(`http://${TOKENS}/token`));
    await behindProxy({ "registry.example.test": port, "tokens.example.test": tokens.port });
    await expect(ask(await open(REGISTRY))).rejects.toMatchObject({ kind: "leads-here" });
    expect([tokens.asked.length, service.asked]).toEqual([1, []]);
  });

  test("can't have a blob read here, be it without credentials", async () => {
    const service = await startService();
    const { port } = await startService((_, response) =>
      response.writeHead(307, { location: `http://127.0.0.1:${service.port}/delete-all?now` }).end(),
    );
    await behindProxy({ "registry.example.test": port });
    await expect(ask(await open(REGISTRY), "v2/app/blobs/sha256:0")).rejects.toMatchObject({
      kind: "leads-here",
    });
    expect(service.asked).toEqual([]);
  });
});

describe("a registry that is elsewhere, by a way that was opened already", () => {
  test("can't lead to the token server that the user lists with anything but for a token", async () => {
    const service = await startService();
    const address = `localhost:${service.port}`;
    const registry = await startService((request, response) => {
      if (request.headers.authorization === undefined) realm(`http://${address}/token`)(request, response);
      else response.writeHead(307, { location: `http://${address}/blob` }).end();
    });
    await behindProxy({ "registry.example.test": registry.port });
    await expect(ask(await open(REGISTRY, [address]))).rejects.toMatchObject({ kind: "leads-here" });
    expect(service.asked.map(({ url }) => url?.replace(/\?.*/, ""))).toEqual(["/token"]);
  });

  test("can't by a name of this machine that a proxy is asked for", async () => {
    const service = await startService();
    const { port } = await startService(realm(`http://${LOCAL}/token`));
    await behindProxy({ "registry.example.test": port, "tokens.localhost": service.port });
    await expect(ask(await open(REGISTRY))).rejects.toMatchObject({ kind: "leads-here" });
    expect(service.asked).toEqual([]);
  });

  test("can't have the size of a blob asked for here", async () => {
    const service = await startService();
    const hex = "a".repeat(64);
    const registry = await startService((_, response) =>
      response.writeHead(307, { location: `http://127.0.0.1:${service.port}/${hex}` }).end(),
    );
    await behindProxy({ "registry.example.test": registry.port });
    const host = await openHost(optionsFor(REGISTRY));
    onTestFinished(() => host.close());
    const [name, digest] = ["team/app", `sha256:${hex}`];
    if (!isRepositoryName(name) || !isDigest(digest)) throw new Error("both are well-formed");
    expect(await host.measureBlob(name, digest)).toBeUndefined();
    expect([registry.asked.length, service.asked]).toEqual([1, []]);
  });
});

describe("a registry on this machine", () => {
  test("may have its token server and its storage here, and the storage sees no credentials", async () => {
    const service = await startService();
    const registry = await startService((request, response) => {
      if (request.headers.authorization === undefined) {
        realm(`http://localhost:${service.port}/token`)(request, response);
      } else {
        response.writeHead(307, { location: `http://localhost:${service.port}/blob` }).end();
      }
    });
    expect(await ask(await open(`127.0.0.1:${registry.port}`))).toBe(200);
    expect(
      service.asked.map(({ url, headers }) => [url?.replace(/\?.*/, ""), headers.authorization]),
    ).toEqual([
      ["/token", `Basic ${Buffer.from("me:hunter22").toString("base64")}`],
      ["/blob", undefined],
    ]);
  });

  test("can't have a token asked for at a link-local address, where clouds answer", async () => {
    const registry = await startService(realm("https://169.254.169.254/latest/api/token"));
    await expect(ask(await open(`127.0.0.1:${registry.port}`))).rejects.toMatchObject({ kind: "leads-here" });
  });
});

test("the setting reaches the connection, and takes hosts alone", () => {
  const raw = {
    command: "check",
    image: "registry.example.com/app",
    "token-servers": "LOCALHOST:5001\n[::1]:5001",
  };
  const settings = readSettings(raw);
  if (settings.command !== "check") throw new Error("the command is check");
  const reference = { host: "registry.example.com" };
  expect(connectionTo(settings, reference, { userAgent: "test", onSecret: () => undefined })).toMatchObject({
    tokenServers: ["localhost:5001", "[::1]:5001"],
  });
  expect(() => readSettings({ ...raw, "token-servers": "http://localhost:5001" })).toThrow(
    /token-servers: .*is not a host/,
  );
});
