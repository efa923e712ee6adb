import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { PassThrough } from "node:stream";
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from "vitest";
import { readBody } from "../../src/registry/http/body.js";
import { createHttp, type Http } from "../../src/registry/http/http.js";

/** No request waits for ever. The clock of `setTimeout` stands still but for what is said here. */
beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** A server that answers what is asked for at /answered, and to all else says nothing. */
async function silent(): Promise<{
  readonly http: Http;
  readonly url: URL;
  readonly asked: Promise<unknown>;
}> {
  const server = createServer((request, response) => {
    if (request.url === "/answered") response.end("yes");
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const http = createHttp({ concurrency: 1, userAgent: "test" });
  onTestFinished(() => {
    http.close();
    server.closeAllConnections();
    server.close();
  });
  const url = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  return { http, url, asked: once(server, "request") };
}

test.each([
  ["GET", 30_000],
  ["HEAD", 30_000],
  ["DELETE", 300_000],
] as const)("%s is given up after %i ms, and not before", async (method, deadline) => {
  const { http, url, asked } = await silent();
  let isOver = false;
  const sent = http.send({ method, url }).finally(() => (isOver = true));
  const refused = expect(sent).rejects.toMatchObject({ kind: "unreachable" });
  await asked;
  vi.advanceTimersByTime(deadline - 1);
  await new Promise((resolve) => setImmediate(resolve));
  expect(isOver).toBe(false);
  vi.advanceTimersByTime(1);
  await refused;
});

test("a deadline is over with its answer", async () => {
  const { http, url } = await silent();
  const { body } = await http.send({ method: "GET", url: new URL("answered", url) });
  expect([body.toString(), vi.getTimerCount()]).toEqual(["yes", 0]);
});

test("a body that ends without its end, or an error, is none", async () => {
  const message = new PassThrough();
  const body = readBody(new URL("http://registry.test/"), message as unknown as IncomingMessage);
  message.write("half");
  message.destroy();
  await expect(body).rejects.toThrow("closed in the middle of an answer");
});
