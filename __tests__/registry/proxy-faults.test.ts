import type { Socket } from "node:net";
import { afterEach, describe, expect, test, vi } from "vitest";
import { PruneError } from "../../src/core/base/errors.js";
import { lookAtPeer } from "../../src/registry/tls/peer.js";
import { startRawServer, written } from "../support/raw-server.js";

/** What goes wrong with a proxy is told as the proxy's fault, and what goes wrong behind it is not. The proxy is a server that says what the test wants. */

afterEach(() => {
  vi.unstubAllEnvs();
  vi.useRealTimers();
});

/** Sends a request through a proxy that answers so, and returns the error. */
async function errorThrough(
  scheme: "http" | "https",
  answer: (line: string, socket: Socket) => unknown,
): Promise<PruneError> {
  const { http, url } = await startRawServer(answer);
  vi.stubEnv(`${scheme}_proxy`, url.origin);
  vi.stubEnv("no_proxy", "");
  const to = new URL(`${scheme}://registry.example.com/`);
  try {
    await http.send({ method: "GET", url: to, attempts: 1 });
  } catch (error) {
    if (error instanceof PruneError) return error;
    throw error;
  }
  throw new Error("it was answered");
}

describe("over HTTPS", () => {
  test("bytes that come before TLS has begun are nobody's, and the way is not taken", async () => {
    const error = await errorThrough("https", (_line, socket) =>
      socket.write("HTTP/1.1 200 Connection established\r\n\r\nmore"),
    );
    expect(error.message).toMatch(/^the proxy .* does not connect us to registry\.example\.com \(200\)/);
  });

  test.each([302, 503])("a tunnel that is refused by %d is none", async (status) => {
    const error = await errorThrough("https", (_line, socket) => socket.write(written(`${status} No`)));
    expect(error.message).toContain(`(${status})`);
  });
});

describe("over plain HTTP", () => {
  test("a connection that breaks is the proxy's", async () => {
    const error = await errorThrough("http", (_line, socket) => socket.resetAndDestroy());
    expect(error.message).toMatch(/^the proxy .* can't be reached \(ECONNRESET\)/);
  });

  test("an answer that can't be read is the registry's, as far as anybody knows", async () => {
    const error = await errorThrough("http", (_line, socket) => socket.write("NOT HTTP AT ALL\r\n\r\n"));
    expect(error.message).not.toMatch(/^the proxy/);
  });

  test("an answer that does not come is nobody's that is known", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const error = await errorThrough("http", () => vi.advanceTimersByTime(30_000));
    expect(error.message).not.toMatch(/^the proxy/);
  });

  test("an answer to another question is the registry's too", async () => {
    const error = await errorThrough("http", (_line, socket) =>
      socket.write("HTTP/1.1 101 Switching Protocols\r\nupgrade: websocket\r\nconnection: upgrade\r\n\r\n"),
    );
    expect(error.message).toContain("switches to another protocol (101)");
  });
});

test("a certificate is not asked for beside a proxy that lets nobody through", async () => {
  const { url, connections } = await startRawServer(() => undefined);
  const open = (): Promise<never> => Promise.reject(new Error("the proxy says no"));
  const registry = new URL(`https://127.0.0.1:${url.port}/`);
  expect(await lookAtPeer({ url: registry, open })).toBeUndefined();
  expect(connections()).toBe(0);
});
