import * as nodeHttp from "node:http";
import * as nodeHttps from "node:https";
import { Duplex } from "node:stream";
import { type Proxy, ProxyError } from "./proxy.js";

const DEADLINE_MS = 30_000;

/** The server at the far end of a tunnel. */
interface FarEnd {
  /** An IPv6 address has no brackets here. */
  readonly hostname: string;
  readonly port: number;
}

/** Connections to one server through a proxy. */
export interface Tunnels {
  /** Opens a connection on which nothing was said yet. @throws {ProxyError} */
  readonly open: () => Promise<Duplex>;
  /** The agent that speaks TLS through them, and keeps them. */
  readonly agent: nodeHttps.Agent;
  /** Ends those that are being opened. */
  readonly close: () => void;
}

/** Makes tunnels to a server by CONNECT (RFC 9110, 9.3.6). The proxy's own answer never reaches whoever asked: it would be taken for the server's. */
export function createTunnels(proxy: Proxy, end: FarEnd): Tunnels {
  const opening = new Set<nodeHttp.ClientRequest>();
  const open = (): Promise<Duplex> => openTunnel(proxy, end, opening);
  const agent = new nodeHttps.Agent({ keepAlive: true });
  const speakTls = agent.createConnection.bind(agent);
  agent.createConnection = (options, callback) => {
    open().then(
      (socket) => {
        const within: nodeHttps.RequestOptions & { readonly socket: Duplex } = { ...options, socket };
        const secured = speakTls(within);
        if (secured) callback?.(null, secured);
      },
      // Where there is an error, nobody looks at the stream.
      (error: unknown) => callback?.(error instanceof Error ? error : new Error(String(error)), new Duplex()),
    );
    return undefined;
  };
  return {
    open,
    agent,
    close: () => {
      for (const request of opening) request.destroy();
    },
  };
}

function openTunnel(
  proxy: Proxy,
  { hostname, port }: FarEnd,
  opening: Set<nodeHttp.ClientRequest>,
): Promise<Duplex> {
  const { request: ask } = proxy.protocol === "https:" ? nodeHttps : nodeHttp;
  const end = `${hostname.includes(":") ? `[${hostname}]` : hostname}:${port}`;
  return new Promise((resolve, reject) => {
    const request = ask({
      method: "CONNECT",
      host: proxy.hostname,
      port: proxy.port,
      path: end,
      agent: false,
      headers: { host: end, ...headersFor(proxy) },
    });
    opening.add(request);
    const fail = (cause: unknown): void => {
      opening.delete(request);
      reject(new ProxyError(proxy, { cause }));
    };
    request.setTimeout(DEADLINE_MS, () => request.destroy(new Error("no answer came in time")));
    request.once("error", fail);
    request.once("close", () => {
      fail(new Error("the connection was closed without an answer"));
    });
    request.once("connect", ({ statusCode: status = 0 }, socket, head) => {
      opening.delete(request);
      // Bytes before TLS began are nobody's: a server waits for its client's first word.
      if (status >= 200 && status < 300 && head.length === 0) {
        resolve(socket);
        return;
      }
      socket.destroy();
      reject(new ProxyError(proxy, { status }));
    });
    request.end();
  });
}

/** Returns the headers that are for a proxy alone. */
export function headersFor({ authorization }: Proxy): Readonly<Record<string, string>> {
  return authorization === undefined ? {} : { "proxy-authorization": authorization };
}
