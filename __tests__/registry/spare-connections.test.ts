import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createServer } from "node:https";
import { type AddressInfo, createServer as createTcpServer, type Socket } from "node:net";
import { join } from "node:path";
import { afterEach, describe, expect, onTestFinished, test, vi } from "vitest";
import { UnsureError } from "../../src/core/base/errors.js";
import { createHttp } from "../../src/registry/http/http.js";
import { type RawServer, startRawServer, written } from "../support/raw-server.js";

/** Connections stand before they are needed, for over a network each costs a round trip; and none of them is believed, held or waited for. */

afterEach(() => {
  vi.useRealTimers();
});

/** A server to which a listing was sent that many requests follow, with the connections that stand then. */
async function listed(concurrency: number, connections: number): Promise<RawServer> {
  const server = await startRawServer((_line, socket) => socket.write(written("200 OK", "[]")), concurrency);
  await server.http.send({ method: "GET", url: server.url, precedesMany: true });
  // No clock: one test has its own.
  while (server.connections() < connections) await settled();
  await settled();
  return server;
}

/** Resolves once both ends of what was opened have been told so. */
async function settled(): Promise<void> {
  for (let turns = 0; turns < 20; turns += 1) await new Promise((resolve) => setImmediate(resolve));
}

/** Sends so many requests at once. */
async function sendAtOnce({ http, url }: RawServer, count: number): Promise<readonly number[]> {
  const answers = Array.from({ length: count }, () => http.send({ method: "GET", url }));
  return (await Promise.all(answers)).map(({ status }) => status);
}

test.each([
  { concurrency: 50, connections: 12 },
  { concurrency: 4, connections: 4 },
  { concurrency: 1, connections: 1 },
])("of $concurrency requests at most, $connections connections stand once there is a list", async (row) => {
  const server = await listed(row.concurrency, row.connections);
  expect(await sendAtOnce(server, row.connections)).toEqual(Array(row.connections).fill(200));
  expect(server.connections()).toBe(row.connections);
});

test("a second listing opens no more of them", async () => {
  const server = await listed(50, 12);
  server.sockets.forEach((socket) => socket.destroy());
  await settled();
  await server.http.send({ method: "GET", url: server.url, precedesMany: true });
  await settled();
  expect(server.connections()).toBe(13);
});

test("a request that nothing follows opens its own connection alone", async () => {
  const server = await startRawServer((_line, socket) => socket.write(written("200 OK", "[]")), 50);
  await server.http.send({ method: "GET", url: server.url });
  await settled();
  expect(server.connections()).toBe(1);
});

test("one that the server has closed is not used, not even by a deletion", async () => {
  const server = await listed(4, 4);
  for (const socket of server.sockets) socket.destroy();
  await settled();
  const { status } = await server.http.send({ method: "DELETE", url: server.url, attempts: 1 });
  expect([status, server.connections()]).toEqual([200, 5]);
});

test("an answer on one that nothing was asked on is no answer to anything", async () => {
  const server = await listed(4, 4);
  server.sockets[3]?.write(written("404 Not Found", '{"errors":[{"code":"MANIFEST_UNKNOWN"}]}'));
  await settled();
  await expect(sendAtOnce(server, 4)).rejects.toThrow(UnsureError);
});

test("a server that is tired of waiting on one may say so", async () => {
  const server = await listed(4, 4);
  server.sockets[3]?.write(written("408 Request Timeout"));
  await settled();
  expect(await sendAtOnce(server, 4)).toEqual([200, 200, 200, 200]);
  expect(server.connections()).toBe(5);
});

test("none stands idle for more than five seconds, after which servers hang up", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  const server = await listed(4, 4);
  const open = (): number => server.sockets.filter(({ destroyed }) => !destroyed).length;
  vi.advanceTimersByTime(4_999);
  await settled();
  expect(open()).toBe(4);
  const closed = server.sockets.slice(1).map((socket) => once(socket, "close"));
  vi.advanceTimersByTime(1);
  await Promise.all(closed);
  expect(open()).toBe(1);
});

test("all are closed with the client", async () => {
  // Else the five seconds would close them.
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  const server = await listed(4, 4);
  const closed = server.sockets.map((socket: Socket) => once(socket, "close"));
  server.http.close();
  expect(await Promise.all(closed)).toHaveLength(4);
});

describe("over TLS", () => {
  /** An HTTPS server to which a listing was sent, and four connections made, of which those in `stuck` get no word from it. */
  async function listedSecurely(stuck: readonly number[]) {
    const [key, cert] = await Promise.all(
      ["server.key", "server.crt"].map((name) => readFile(join(import.meta.dirname, "../support/tls", name))),
    );
    const sockets: Socket[] = [];
    let secured = 0;
    const secure = createServer({ key, cert }, (_request, response) => response.end("[]"));
    secure.on("secureConnection", () => (secured += 1));
    const server = createTcpServer((socket) => {
      sockets.push(socket);
      if (!stuck.includes(sockets.length)) secure.emit("connection", socket);
    });
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    const http = createHttp({ concurrency: 4, userAgent: "test", tls: { skipsVerification: true } });
    onTestFinished(() => {
      http.close();
      for (const socket of sockets) socket.destroy();
      server.close();
    });
    const url = new URL(`https://127.0.0.1:${String((server.address() as AddressInfo).port)}/`);
    await http.send({ method: "GET", url, precedesMany: true });
    while (sockets.length < 4 || secured < 4 - stuck.length) await settled();
    await settled();
    const sendAll = () => Promise.all(Array.from({ length: 4 }, () => http.send({ method: "GET", url })));
    return { sendAll, connections: () => sockets.length };
  }

  test.each([
    { stuck: [], connections: 4 },
    // To wait for one of them would be to wait for ever.
    { stuck: [3], connections: 5 },
    { stuck: [2, 3, 4], connections: 7 },
  ])("those are used that are secure by then: without $stuck, $connections are made", async (row) => {
    const { sendAll, connections } = await listedSecurely(row.stuck);
    expect((await sendAll()).map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(connections()).toBe(row.connections);
  });
});
