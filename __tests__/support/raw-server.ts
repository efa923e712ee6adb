import { once } from "node:events";
import { type AddressInfo, createServer, type Socket } from "node:net";
import { onTestFinished } from "vitest";
import { createHttp, type Http } from "../../src/registry/http/http.js";

/** A server that answers with bytes of the test's own, and a client. */
export interface RawServer {
  readonly http: Http;
  readonly url: URL;
  /** The first lines of the requests that came, such as `GET /v2/ HTTP/1.1`. */
  readonly asked: readonly string[];
  /** The number of connections that were made. */
  readonly connections: () => number;
  /** The server's ends of them, in the order in which they were made. */
  readonly sockets: readonly Socket[];
}

/** Starts such a server. It is told each request's first line, and the connection to write to; both are gone when the test ends. */
export async function startRawServer(
  answer: (line: string, socket: Socket) => unknown,
  concurrency = 1,
): Promise<RawServer> {
  const asked: string[] = [];
  const sockets: Socket[] = [];
  const server = createServer((socket) => {
    sockets.push(socket);
    let text = "";
    socket.on("error", () => undefined);
    socket.on("data", (bytes) => {
      text += bytes.toString("latin1");
      for (let end = text.indexOf("\r\n\r\n"); end >= 0; end = text.indexOf("\r\n\r\n")) {
        const [line = ""] = text.split("\r\n", 1);
        text = text.slice(end + 4);
        asked.push(line);
        answer(line, socket);
      }
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const http = createHttp({ concurrency, userAgent: "test" });
  onTestFinished(() => {
    http.close();
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const url = new URL(`http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`);
  return { http, url, asked, connections: () => sockets.length, sockets };
}

/** Writes an answer down. */
export function written(status: string, body = "", headers: readonly string[] = []): string {
  const lines = [`HTTP/1.1 ${status}`, `content-length: ${String(body.length)}`, ...headers];
  return `${lines.join("\r\n")}\r\n\r\n${body}`;
}
