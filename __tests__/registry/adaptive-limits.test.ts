import { readFileSync } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { createServer as createSecureServer } from "node:https";
import type { AddressInfo } from "node:net";
import { setImmediate as soon, setTimeout as sleep } from "node:timers/promises";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { createHttp, type Http } from "../../src/registry/http/http.js";
import type { HttpRequest } from "../../src/registry/http/message.js";
import { createAdaptiveLimits } from "../../src/registry/http/adaptive-limits.js";

interface Held {
  readonly path: string;
  /** Answers it. */
  readonly answer: (status?: number, headers?: Readonly<Record<string, string>>) => void;
  /** Breaks its connection. */
  readonly break: () => void;
}

/** A server that answers when it is told to. */
class Server {
  readonly origin: string;
  /** Most requests that were there at once. */
  most = 0;
  /** All that ever came. */
  readonly paths: string[] = [];
  readonly #held: Held[] = [];
  #waiting: (() => void) | undefined;
  #underWay = 0;

  private constructor(port: number) {
    this.origin = `http://127.0.0.1:${port}`;
  }

  static async start(): Promise<Server> {
    const listener = createServer();
    await new Promise<void>((resolve) => listener.listen(0, "127.0.0.1", resolve));
    const server = new Server((listener.address() as AddressInfo).port);
    listener.on("request", (request, response) => server.#hold(request, response));
    onTestFinished(() => {
      listener.closeAllConnections();
      listener.close();
    });
    return server;
  }

  url(path: string): URL {
    return new URL(path, this.origin);
  }

  /** So many that are held, as soon as they are there. */
  async take(count: number): Promise<readonly Held[]> {
    while (this.#held.length < count) await new Promise<void>((resolve) => (this.#waiting = resolve));
    return this.#held.splice(0, count);
  }

  /** From now on all are answered at once. */
  open(): void {
    const answer = (): void => {
      for (const held of this.#held.splice(0)) held.answer();
      this.#waiting = answer;
    };
    answer();
  }

  /** From now on they are held again. */
  shut(): void {
    this.#waiting = undefined;
  }

  #hold(request: IncomingMessage, response: ServerResponse): void {
    const path = request.url ?? "";
    this.paths.push(path);
    this.#underWay += 1;
    this.most = Math.max(this.most, this.#underWay);
    const leave = (): void => {
      this.#underWay -= 1;
    };
    this.#held.push({
      path,
      answer: (status = 200, headers = {}) => {
        leave();
        response.writeHead(status, headers).end();
      },
      break: () => {
        leave();
        request.socket.destroy();
      },
    });
    this.#waiting?.();
  }
}

function client(concurrency = 64): Http {
  const http = createHttp({ concurrency, userAgent: "test" });
  onTestFinished(() => http.close());
  return http;
}

/** Sends requests, and says what became of each: a status, or the kind of an error. */
function send(http: Http, requests: readonly HttpRequest[]): Promise<unknown[]> {
  const sent = requests.map((request) =>
    http.send(request).then(
      ({ status }) => status,
      (error: unknown) => (error as { readonly kind?: unknown }).kind,
    ),
  );
  return Promise.all(sent);
}

function to(
  server: Server,
  all: readonly string[],
  parts: Partial<Omit<HttpRequest, "url">> = {},
): readonly HttpRequest[] {
  return all.map((path) => ({ method: "GET", url: server.url(path), ...parts }));
}

function paths(count: number, name = "p"): readonly string[] {
  return Array.from({ length: count }, (_, index) => `/${name}${index}`);
}

describe("at once to one server", () => {
  test.each([1, 3])("go at most %i where that is the cap, deletions and all else together", async (cap) => {
    const server = await Server.start();
    const http = client(cap);
    const sent = Promise.all([
      send(http, to(server, paths(40))),
      send(http, to(server, paths(40, "d"), { method: "DELETE" })),
    ]);
    for (const held of await server.take(cap)) held.answer();
    server.open();
    expect((await sent).flat()).toEqual(Array.from({ length: 80 }, () => 200));
    expect(server.most).toBe(cap);
  });

  test("go no more than the cap, before a connection is asked for: what waited for one would look slow", async () => {
    const limits = createAdaptiveLimits(1);
    const url = new URL("http://registry.example.com/");
    const begun: string[] = [];
    let end = (): void => undefined;
    const until = new Promise<void>((resolve) => (end = resolve));
    const sent = (["DELETE", "GET"] as const).map((method) =>
      limits.run({ method, url }, async () => {
        begun.push(method);
        await until;
        return { status: 200, headers: {}, body: Buffer.alloc(0), url };
      }),
    );
    await soon();
    expect(begun).toEqual(["DELETE"]);
    end();
    await Promise.all(sent);
    expect(begun).toEqual(["DELETE", "GET"]);
  });

  test("go sixteen to begin with", async () => {
    const server = await Server.start();
    const http = client();
    expect(http.atOnce(server.url("/"), "GET")).toBe(16);
    const sent = send(http, to(server, paths(40)));
    const held = await server.take(16);
    await soon();
    expect(server.most).toBe(16);
    for (const one of held) one.answer();
    server.open();
    await sent;
  });

  test("go two more with each answer that takes no longer than the first", async () => {
    // Where this machine stops for a moment, an answer seems to have waited at the server: then again, with a server of its own.
    for (let most = 0; most < 44;) {
      const server = await Server.start();
      const http = client();
      const sent = send(http, to(server, paths(60)));
      for (const held of await server.take(16)) held.answer();
      while (server.paths.length < Math.min(60, 16 + http.atOnce(server.url("/"), "GET"))) await soon();
      most = server.most;
      server.open();
      await sent;
    }
  });

  test("go fewer as soon as an answer takes longer than another, if the server is what takes the time", async () => {
    const server = await Server.start();
    const http = client();
    server.open();
    for (const path of paths(10)) await send(http, to(server, [path]));
    server.shut();
    const sent = send(http, to(server, ["/slow"]));
    const [slow] = await server.take(1);
    await sleep(50);
    slow?.answer();
    await sent;
    expect(http.atOnce(server.url("/"), "GET")).toBeLessThan(16);
  });
});

test("a connection's opening is no part of the time that an answer takes", async () => {
  let shakenAt = 0;
  const tls = (name: string): Buffer => readFileSync(new URL(`../support/tls/${name}`, import.meta.url));
  const server = createSecureServer(
    {
      cert: tls("server.crt"),
      key: tls("server.key"),
      SNICallback: (_, done) => {
        setTimeout(() => {
          shakenAt = performance.now();
          done(null);
        }, 100);
      },
    },
    (_, response) => response.end(),
  );
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  const port = (server.address() as AddressInfo).port;
  const home = await mkdtemp(join(tmpdir(), "home-"));
  vi.stubEnv("XDG_CONFIG_HOME", home);
  onTestFinished(async () => {
    vi.unstubAllEnvs();
    await rm(home, { recursive: true });
  });
  const folder = join(home, "docker/certs.d", `localhost:${port}`);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "ca.crt"), tls("ca.crt"));
  const url = new URL(`https://localhost:${port}/`);
  const began = performance.now();
  const { tookMs = 0 } = await client().send({ method: "GET", url });
  expect(performance.now() - began - tookMs).toBeGreaterThanOrEqual(shakenAt - began);
  expect(shakenAt).toBeGreaterThan(began);
});

describe("what is too much", () => {
  test.each([
    ["429", (held: Held) => held.answer(429), {}],
    ["429 that the asker deals with", (held: Held) => held.answer(429), { takesLimits: true }],
    ["503", (held: Held) => held.answer(503), {}],
    ["a connection that breaks", (held: Held) => held.break(), {}],
  ])("%s halves it", async (_, refuse, parts) => {
    const server = await Server.start();
    const http = client();
    const refused = send(http, to(server, paths(16), { attempts: 1, ...parts }));
    for (const held of await server.take(16)) refuse(held);
    await refused;
    expect(http.atOnce(server.url("/"), "GET")).toBe(8);
    server.most = 0;
    const sent = send(http, to(server, paths(24)));
    for (const held of await server.take(8)) held.answer();
    server.open();
    await sent;
    expect(server.most).toBe(8);
  });

  test.each([401, 404, 405, 500])("%i is an answer like any other", async (status) => {
    const server = await Server.start();
    const http = client();
    const sent = send(http, to(server, paths(8), { attempts: 1 }));
    for (const held of await server.take(8)) held.answer(status);
    expect(await sent).toEqual(paths(8).map(() => status));
    expect(http.atOnce(server.url("/"), "GET")).toBeGreaterThanOrEqual(8);
  });

  test("for deletions says nothing of other requests", async () => {
    const server = await Server.start();
    const http = client();
    const deletions = send(http, to(server, paths(16, "d"), { method: "DELETE", attempts: 1 }));
    for (const held of await server.take(16)) held.answer(503);
    await deletions;
    expect(http.atOnce(server.url("/"), "DELETE")).toBe(8);
    expect(http.atOnce(server.url("/"), "GET")).toBe(16);
    const others = send(http, to(server, paths(8)));
    const more = send(http, to(server, paths(4, "d"), { method: "DELETE" }));
    for (const held of await server.take(12)) held.answer();
    await Promise.all([others, more]);
  });
});

describe("a turn", () => {
  test("is not taken by a request that waits to be sent again", async () => {
    const server = await Server.start();
    const sent = send(client(1), to(server, ["/first", "/second"]));
    const [first] = await server.take(1);
    first?.answer(503, { "retry-after": "1" });
    server.open();
    expect(await sent).toEqual([200, 200]);
    expect(server.paths).toEqual(["/first", "/second", "/first"]);
  });

  test("at one server is none at another", async () => {
    const [slow, quick] = await Promise.all([Server.start(), Server.start()]);
    const http = client(1);
    const waiting = send(http, to(slow, ["/slow"]));
    const [held] = await slow.take(1);
    quick.open();
    expect(await send(http, to(quick, ["/quick"]))).toEqual([200]);
    held?.answer();
    expect(await waiting).toEqual([200]);
  });

  test("is the next one's after a connection that broke, and after an answer that is none", async () => {
    const server = await Server.start();
    const http = client(1);
    const broken = send(http, to(server, ["/broken", "/endless"], { attempts: 1 }));
    const [first] = await server.take(1);
    first?.break();
    const [second] = await server.take(1);
    // It redirects to itself, again and again.
    second?.answer(302, { location: "/endless" });
    for (let hop = 0; hop < 5; hop += 1) {
      const [again] = await server.take(1);
      again?.answer(302, { location: "/endless" });
    }
    expect(await broken).toEqual(["unreachable", "unexpected-answer"]);
    server.open();
    expect(await send(http, to(server, ["/next"]))).toEqual([200]);
  });

  test("at a server that a redirect leads to is its own", async () => {
    const [registry, storage] = await Promise.all([Server.start(), Server.start()]);
    const http = client(1);
    const redirected = send(http, to(registry, ["/blob"]));
    const [asked] = await registry.take(1);
    asked?.answer(307, { location: storage.url("/blob").href });
    const [held] = await storage.take(1);
    registry.open();
    expect(await send(http, to(registry, ["/other"]))).toEqual([200]);
    held?.answer();
    expect(await redirected).toEqual([200]);
  });
});

describe("after it was closed", () => {
  test("nothing is sent that waits for its turn, and what is under way ends", async () => {
    const server = await Server.start();
    const http = client(1);
    const sent = send(http, to(server, paths(5)));
    await server.take(1);
    http.close();
    expect(await sent).toEqual(paths(5).map(() => "unreachable"));
    expect(server.paths).toEqual(["/p0"]);
  });

  test("nothing waits to be sent again", async () => {
    const server = await Server.start();
    const http = client(1);
    const [refused, answered] = ["/refused", "/answered"].map((path) => send(http, to(server, [path])));
    const [first] = await server.take(1);
    first?.answer(503, { "retry-after": "60" });
    server.open();
    await answered;
    await soon();
    http.close();
    expect(await refused).toEqual(["unreachable"]);
    expect(server.paths).toEqual(["/refused", "/answered"]);
  });
});
