import { once } from "node:events";
import { createServer, request as open, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { onTestFinished } from "vitest";

interface Stored {
  readonly headers: IncomingMessage["headers"];
  readonly body: Buffer;
}

/**
 * Starts a cache in front of a registry, as nginx is with `proxy_cache` and `proxy_cache_valid 200 10m`: it keeps every 200 to GET and HEAD by the address with its
 * query, asks for the whole where it is asked for the headers alone, and does not listen to what a request says of caches.
 * @param shows returns the headers that it adds, by whether it had the answer
 */
export async function startCache(
  target: string,
  shows: (isHit: boolean) => Readonly<Record<string, string>> = () => ({}),
): Promise<{ readonly host: string; readonly hits: () => number }> {
  const kept = new Map<string, Stored>();
  let hits = 0;
  const answer = async (incoming: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { method = "GET", url: path = "/", headers } = incoming;
    const isRead = method === "GET" || method === "HEAD";
    const found = isRead ? kept.get(path) : undefined;
    if (found !== undefined) {
      hits += 1;
      response.writeHead(200, { ...found.headers, ...shows(true) });
      response.end(method === "HEAD" ? undefined : found.body);
      return;
    }
    const sent = open(target + path, { method: isRead ? "GET" : method, headers }).end(
      await buffer(incoming),
    );
    const [got] = (await once(sent, "response")) as [IncomingMessage];
    const body = await buffer(got);
    if (isRead && got.statusCode === 200) kept.set(path, { headers: got.headers, body });
    response.writeHead(got.statusCode ?? 502, { ...got.headers, ...shows(false) });
    response.end(method === "HEAD" ? undefined : body);
  };
  const server = createServer((incoming, response) => {
    answer(incoming, response).catch(() => response.destroy());
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { host: `127.0.0.1:${String((server.address() as AddressInfo).port)}`, hits: () => hits };
}
