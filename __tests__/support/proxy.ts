import { once } from "node:events";
import * as http from "node:http";
import * as https from "node:https";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import { withoutMark } from "../../src/registry/http/mark.js";

/** A request that the proxy got, without the mark by which a read asks for a fresh answer; the names of `headers` are in lower case. */
export interface RecordedRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: http.IncomingHttpHeaders;
}

type SentHeaders = Readonly<Record<string, string | readonly string[] | undefined>>;

/** An answer with its whole body. */
export interface Answer {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: Buffer;
}

/**
 * An action to take on a request, instead of only forwarding it.
 * - answer: answer in the target's place
 * - reset: destroy the socket without an answer
 * - truncate: forward, send the headers for the whole body, but half of the body; then destroy the socket
 * - delay: wait (ms), then forward
 * - before: run something, then forward
 * - after: forward, then run something before the answer is sent
 * - change: forward, and send another answer (its content-length is corrected)
 * - respond: do whatever it does with the connection; nothing is forwarded unless it does so
 */
export type Action =
  | { kind: "answer"; status: number; headers?: Record<string, string>; body?: string | Buffer }
  | { kind: "reset" }
  | { kind: "truncate" }
  | { kind: "delay"; ms: number }
  | { kind: "before"; run: (request: RecordedRequest) => unknown }
  | { kind: "after"; run: (request: RecordedRequest, answer: Answer) => unknown }
  | { kind: "change"; change: (answer: Answer) => Answer }
  | { kind: "respond"; respond: (exchange: Exchange, response: http.ServerResponse) => unknown };

/** An action, the condition for it, and the number of times (default: always). */
export interface Rule {
  readonly when: (request: RecordedRequest) => boolean;
  readonly times?: number;
  readonly act: Action;
}

/** The address and TLS options of the proxy (default: 127.0.0.1, without TLS). */
export interface ProxyOptions {
  /** `true`: several lines of Accept become one, as some proxies have it. */
  readonly joinsAccept?: boolean;
  readonly hostname?: string;
  readonly tls?: Pick<https.ServerOptions, "key" | "cert" | "ca" | "requestCert">;
}

/** A running proxy. The first rule that matches and has times left wins; `clear` removes all rules. */
export interface Proxy {
  readonly url: string;
  readonly host: string;
  readonly requests: RecordedRequest[];
  on(rule: Rule): void;
  clear(): void;
  stop(): Promise<void>;
}

const agentOptions = { keepAlive: true, rejectUnauthorized: false };

/**
 * Starts a proxy that records every request and can disturb some of them. The target gets the proxy's Host header, so
 * that addresses in its answers lead to the proxy. If the target fails, or a rule throws, the answer is 502.
 */
export async function startProxy(target: string, options: ProxyOptions = {}): Promise<Proxy> {
  const { hostname = "127.0.0.1", tls } = options;
  const requests: RecordedRequest[] = [];
  let rules: { rule: Rule; left: number }[] = [];
  const next = (request: RecordedRequest): Action | undefined => {
    const match = rules.find(({ rule, left }) => left > 0 && rule.when(request));
    if (match) match.left--;
    return match?.rule.act;
  };
  const agent = new (target.startsWith("https:") ? https : http).Agent(agentOptions);
  const listener: http.RequestListener = (incoming, response) => {
    const { method = "GET", url: asked = "/", headers } = incoming;
    // Each read has a query of its own, which is of no interest here, and is passed on.
    const request = { method, path: withoutMark(asked), headers };
    requests.push(request);
    const forward = async (): Promise<Answer> => {
      const lines = options.joinsAccept ? headers : { ...headers, ...acceptLines(incoming.rawHeaders) };
      const sent = tls ? { ...lines, "x-forwarded-proto": "https" } : lines;
      return fetchFrom(target, agent, { method, path: asked, headers: sent, body: await buffer(incoming) });
    };
    handle(next(request), { request, forward }, response).catch((error: unknown) => {
      response.writeHead(502).end(`The proxy failed: ${String(error)}`);
    });
  };
  const server = tls ? https.createServer(tls, listener) : http.createServer(listener);
  server.listen(0, hostname);
  await once(server, "listening");
  const host = `${hostname}:${String((server.address() as AddressInfo).port)}`;
  return {
    url: `${tls ? "https" : "http"}://${host}`,
    host,
    requests,
    on: (rule) => rules.push({ rule, left: rule.times ?? Infinity }),
    clear: () => (rules = []),
    stop: async () => {
      server.close();
      server.closeAllConnections();
      agent.destroy();
      await once(server, "close");
    },
  };
}

/** A request that the proxy got, and what sends it to the target. */
export interface Exchange {
  readonly request: RecordedRequest;
  readonly forward: () => Promise<Answer>;
}

async function handle(
  action: Action | undefined,
  { request, forward }: Exchange,
  response: http.ServerResponse,
): Promise<void> {
  switch (action?.kind) {
    case "reset":
      response.destroy();
      return;
    case "answer": {
      const { status, headers = {}, body = "" } = action;
      send(request, { status, headers, body: Buffer.from(body) }, response);
      return;
    }
    case "truncate":
      sendHalf(await forward(), response);
      return;
    case "delay":
      await sleep(action.ms);
      send(request, await forward(), response);
      return;
    case "before":
      await action.run(request);
      send(request, await forward(), response);
      return;
    case "after": {
      const answer = await forward();
      await action.run(request, answer);
      send(request, answer, response);
      return;
    }
    case "change":
      send(request, action.change(await forward()), response);
      return;
    case "respond":
      await action.respond({ request, forward }, response);
      return;
    case undefined:
      send(request, await forward(), response);
  }
}

/** Sends an answer. Its content-length is the body's length; without a body it stays as the target sent it. */
function send(
  { method }: RecordedRequest,
  { status, headers, body }: Answer,
  response: http.ServerResponse,
): void {
  const hasBody = method !== "HEAD" && status !== 204 && status !== 304;
  response.writeHead(status, hasBody ? { ...headers, "content-length": body.length } : headers).end(body);
}

function sendHalf({ status, headers, body }: Answer, response: http.ServerResponse): void {
  response.writeHead(status, { ...headers, "content-length": body.length });
  response.write(body.subarray(0, body.length / 2), () => response.destroy());
}

async function fetchFrom(
  target: string,
  agent: http.Agent,
  {
    method,
    path,
    headers,
    body,
  }: Omit<RecordedRequest, "headers"> & {
    readonly headers: SentHeaders;
    readonly body: Buffer;
  },
): Promise<Answer> {
  const { request } = target.startsWith("https:") ? https : http;
  const length = body.length > 0 || "content-length" in headers ? { "content-length": body.length } : {};
  const sent = request(target + path, { method, agent, headers: { ...withoutHops(headers), ...length } }).end(
    body,
  );
  const [answer] = (await once(sent, "response")) as [http.IncomingMessage];
  const received = await buffer(answer);
  return { status: answer.statusCode ?? 0, headers: withoutHops(answer.headers), body: received };
}

/** The lines of Accept as they came, which `headers` has as one: Distribution up to 2.4 compares whole lines. */
function acceptLines(raw: readonly string[]): { readonly accept?: readonly string[] } {
  const lines = raw.filter((_, index) => index % 2 === 1 && raw[index - 1]?.toLowerCase() === "accept");
  return lines.length === 0 ? {} : { accept: lines };
}

/** The headers without those that concern one connection only. */
function withoutHops<Headers extends SentHeaders>(headers: Headers): Headers {
  const hops = ["connection", "keep-alive", "transfer-encoding"];
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !hops.includes(name))) as Headers;
}
