import { once } from "node:events";
import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { generateKeyPairSync } from "node:crypto";
import type { Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { PruneError } from "../../src/core/base/errors.js";
import { createHttp } from "../../src/registry/http/http.js";
import { createGitHubApi } from "../../src/registry/github/api.js";
import { startRawServer, written } from "../support/raw-server.js";

/** Whatever a server or the configuration does, a request ends with an answer, or with an error of ours; and no clock runs on. */
beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
});
afterEach(() => {
  vi.useRealTimers();
});

describe("an answer", () => {
  test.each([
    [
      "that switches protocols",
      "HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n",
      "101",
    ],
    ["that switches protocols, and says not to which", "HTTP/1.1 101 Switching Protocols\r\n\r\n", "101"],
    [
      "that leads to what is no address",
      written("307 Temporary Redirect", "", ["location: http://["]),
      "no address",
    ],
    ["that leads to a file", written("302 Found", "", ["location: file:///etc/passwd"]), "file:"],
    [
      "that leads to a script",
      written("301 Moved Permanently", "", ["location: javascript:alert(1)"]),
      "javascript:",
    ],
    ["that is no HTTP", "SSH-2.0-OpenSSH_9.2\r\n", "rules of HTTP"],
    [
      "of two lengths",
      "HTTP/1.1 200 OK\r\ncontent-length: 2\r\ncontent-length: 3\r\n\r\nabc",
      "rules of HTTP",
    ],
    [
      "of a length and of chunks",
      "HTTP/1.1 200 OK\r\ncontent-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n",
      "rules of HTTP",
    ],
  ])("%s is an error of ours", async (_, bytes, words) => {
    const { http, url } = await startRawServer((_line, socket) => socket.write(bytes));
    const error: unknown = await http
      .send({ method: "GET", url, attempts: 1 })
      .catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(PruneError);
    expect(error).toMatchObject({
      message: expect.stringContaining(words) as string,
      nextStep: expect.stringMatching(/./) as string,
    });
    expect(vi.getTimerCount()).toBe(0);
  });

  test("that breaks off without a word is one", async () => {
    const { http, url } = await startRawServer((_line, socket) => socket.end());
    await expect(http.send({ method: "GET", url, attempts: 1 })).rejects.toMatchObject({
      kind: "unreachable",
    });
    expect(vi.getTimerCount()).toBe(0);
  });

  test("that begins again and again, and never comes, is given up", async () => {
    const { http, url } = await startRawServer((_line, socket) =>
      socket.write("HTTP/1.1 103 Early Hints\r\n\r\n"),
    );
    const sent = http.send({ method: "GET", url, attempts: 1 });
    const refused = expect(sent).rejects.toMatchObject({ kind: "unreachable" });
    while (vi.getTimerCount() === 0) await new Promise((resolve) => setImmediate(resolve));
    vi.advanceTimersByTime(30_000);
    await refused;
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe("a request that can't be made", () => {
  test("for a line break in a token says so, and does not show it", async () => {
    const { http, url, asked } = await startRawServer((_line, socket) => socket.write(written("200 OK")));
    const headers = { authorization: "Bearer secret\n" };
    const error: unknown = await http
      .send({ method: "GET", url, headers })
      .catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({
      kind: "unauthorized",
      nextStep: expect.stringContaining("line break") as string,
    });
    expect(String(error)).not.toContain("secret");
    expect([asked.length, vi.getTimerCount()]).toEqual([0, 0]);
  });

  test("for a path that no address has says so", async () => {
    const { http, url } = await startRawServer((_line, socket) => socket.write(written("200 OK")));
    await expect(http.send({ method: "GET", url, path: "/v2/ä b" })).rejects.toBeInstanceOf(PruneError);
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe("a client's certificate", () => {
  let home = "";
  beforeEach(async () => {
    home = await mkdtemp(join(tmpdir(), "home-"));
    vi.stubEnv("XDG_CONFIG_HOME", home);
  });
  afterEach(async () => {
    vi.unstubAllEnvs();
    await rm(home, { recursive: true });
  });

  async function asked(files: Readonly<Record<string, string>>): Promise<unknown> {
    const { url } = await startRawServer((_line, socket) => socket.destroy());
    const folder = join(home, "docker/certs.d", url.host);
    await mkdir(folder, { recursive: true });
    await cp("__tests__/support/tls/client.crt", join(folder, "client.cert"));
    for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
    const http = createHttp({ concurrency: 1, userAgent: "test" });
    const secure = new URL(url.href.replace("http:", "https:"));
    const error: unknown = await http
      .send({ method: "GET", url: secure, attempts: 1 })
      .catch((thrown: unknown) => thrown);
    http.close();
    return error;
  }

  test("without its key is an error that says so", async () => {
    const error = await asked({});
    expect(error).toBeInstanceOf(PruneError);
    expect(error).toMatchObject({ message: expect.stringContaining("no key beside it") as string });
    expect(vi.getTimerCount()).toBe(0);
  });

  test.each([
    [
      "a passphrase",
      generateKeyPairSync("rsa", {
        modulusLength: 2048,
        publicKeyEncoding: { type: "spki", format: "pem" },
        privateKeyEncoding: { type: "pkcs8", format: "pem", cipher: "aes-256-cbc", passphrase: "secret" },
      }).privateKey,
    ],
    ["no PEM", "nothing"],
    [
      "another certificate",
      generateKeyPairSync("rsa", {
        modulusLength: 2048,
        publicKeyEncoding: { type: "spki", format: "pem" },
        privateKeyEncoding: { type: "pkcs8", format: "pem" },
      }).privateKey,
    ],
  ])("whose key has %s is an error of ours, and nothing is left of it", async (_, key) => {
    const error = await asked({ "client.key": key });
    expect(error).toMatchObject({
      kind: "untrusted-certificate",
      nextStep: expect.stringContaining("certs.d") as string,
    });
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe("a request with terms", () => {
  // These wait by themselves for what the server asks for.
  const later = (ms: number) => ({ until: performance.now() + ms });

  test.each(["DELETE", "PUT"] as const)("%s is not sent again when they are over", async (method) => {
    const busy = written("503 Service Unavailable", "", ["retry-after: 1"]);
    const { http, url, asked } = await startRawServer((_line, socket) => socket.write(busy));
    await expect(http.send({ method, url, terms: later(500) })).rejects.toMatchObject({ kind: "outdated" });
    expect(asked).toHaveLength(1);
  });

  test("is sent again as long as they last", async () => {
    const { http, url, asked } = await startRawServer((_line, socket) =>
      asked.length === 1 ? socket.destroy() : socket.write(written("202 Accepted")),
    );
    const { status } = await http.send({ method: "DELETE", url, terms: later(30_000) });
    expect([status, asked.length]).toEqual([202, 2]);
  });

  test("is not sent at all where they were over before its turn came", async () => {
    const { http, url, asked } = await startRawServer((_line, socket) =>
      socket.write(written("202 Accepted")),
    );
    const sent = http.send({ method: "DELETE", url, terms: later(-1) });
    await expect(sent).rejects.toMatchObject({ kind: "paused" });
    expect(asked).toHaveLength(0);
  });

  test("does not wait on after a signal", async () => {
    const controller = new AbortController();
    const { http, url, asked } = await startRawServer((_line, socket) => {
      socket.write(written("503 Service Unavailable", "", ["retry-after: 50"]), () => {
        controller.abort();
      });
    });
    const terms = { until: Infinity, stop: controller.signal };
    await expect(http.send({ method: "DELETE", url, terms })).rejects.toMatchObject({ kind: "outdated" });
    expect(asked).toHaveLength(1);
  });

  test("goes by them through GitHub's API too", async () => {
    const busy = written("503 Service Unavailable", "{}", ["retry-after: 1"]);
    const { http, url, asked } = await startRawServer((_line, socket) => socket.write(busy));
    const api = await createGitHubApi({ http, api: url.origin, token: "t", userAgent: "test" });
    await expect(api.ask("DELETE /user", {}, later(500))).rejects.toMatchObject({ kind: "outdated" });
    expect(asked).toHaveLength(1);
  });
});

describe("a connection that is kept", () => {
  const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

  /** A server that answers each request with its path, and once says more when told to. */
  async function serverWith(headers: readonly string[] = []) {
    const sockets: Socket[] = [];
    const server = await startRawServer((line, socket) => {
      if (!sockets.includes(socket)) sockets.push(socket);
      const [method, path = ""] = line.split(" ");
      const answer = written("200 OK", path, headers);
      socket.write(method === "HEAD" ? answer.slice(0, -path.length) : answer);
    });
    /** Sends bytes that nobody asked for, and resolves when the client has hung up. */
    const stray = async (bytes: string): Promise<void> => {
      const [socket] = sockets;
      if (socket === undefined) throw new Error("nothing was asked yet");
      const closed = once(socket, "close");
      // Only a connection that waits for its next request.
      for (let each = 0; each < 5; each += 1) await turn();
      socket.write(bytes);
      await closed;
    };
    return { ...server, stray };
  }

  test("is used again, one request after the other", async () => {
    const { http, url, connections } = await serverWith();
    for (let each = 0; each < 3; each += 1) await http.send({ method: "GET", url });
    expect(connections()).toBe(1);
  });

  test.each(["GET", "HEAD"] as const)(
    "is closed when an answer to %s comes twice, late, and no answer is believed after it",
    async (method) => {
      const { http, url, asked, stray } = await serverWith();
      await http.send({ method, url, path: "/first" });
      await stray(written("200 OK", "/first"));
      const second = http.send({ method, url, path: "/second" });
      await expect(second).rejects.toMatchObject({ name: "UnsureError" });
      expect(asked).toHaveLength(1);
    },
  );

  test("is closed when the body of an answer without one comes late", async () => {
    const { http, url, stray } = await serverWith();
    await http.send({ method: "HEAD", url, path: "/first" });
    await stray("/first");
    await expect(http.send({ method: "GET", url })).rejects.toMatchObject({ name: "UnsureError" });
  });

  test("is closed when the server says goodbye, which is no answer to anything", async () => {
    const { http, url, connections, stray } = await serverWith();
    await http.send({ method: "GET", url, path: "/first" });
    await stray(written("408 Request Timeout", "", ["connection: close"]));
    const { body } = await http.send({ method: "GET", url, path: "/second" });
    expect([body.toString(), connections()]).toEqual(["/second", 2]);
  });

  test.each([
    ["a second answer", written("200 OK", "stale")],
    ["more than the length", "stale"],
  ])("is not used again where %s comes with the first", async (_, more) => {
    const { http, url, asked } = await startRawServer((line, socket) => {
      const [, path = ""] = line.split(" ");
      socket.write(written("200 OK", path) + more);
    });
    for (const path of ["/first", "/second"]) {
      const body = await http.send({ method: "GET", url, path, attempts: 1 }).then(
        (answer) => answer.body.toString(),
        (error: unknown) => error,
      );
      if (body !== path) expect(body).toBeInstanceOf(PruneError);
    }
    expect(asked.length).toBeGreaterThan(0);
  });

  test.each(["204 No Content", "304 Not Modified"])(
    "never takes the body of a %s for an answer",
    async (status) => {
      const { http, url } = await startRawServer((line, socket) => {
        const isFirst = line.includes("first");
        socket.write(
          isFirst ? `HTTP/1.1 ${status}\r\n\r\n${written("200 OK", "stale")}` : written("200 OK", "fresh"),
        );
      });
      await http.send({ method: "GET", url, path: "/first", attempts: 1 }).catch((error: unknown) => {
        expect(error).toBeInstanceOf(PruneError);
      });
      const second = await http.send({ method: "GET", url, path: "/second", attempts: 1 }).then(
        ({ body }) => body.toString(),
        () => "unsure",
      );
      expect(["fresh", "unsure"]).toContain(second);
    },
  );
});
