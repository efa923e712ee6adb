import type { ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import type { Action, Answer, Exchange, RecordedRequest } from "../support/proxy.js";
import type { Random } from "./random.js";

/** A disturbance that a network, a front or a registry can cause, and the requests that it makes sense for. */
export interface Fault {
  readonly name: string;
  readonly act: (random: Random) => Action;
  readonly when?: (request: RecordedRequest) => boolean;
}

type Headers = Readonly<Record<string, string>>;

const isRead = ({ method }: RecordedRequest): boolean => method === "GET" || method === "HEAD";
const isGet = ({ method }: RecordedRequest): boolean => method === "GET";
const isDeletion = ({ method }: RecordedRequest): boolean => method === "DELETE";
const isList = ({ path }: RecordedRequest): boolean => path.includes("/tags/list");

const answer = (status: number, body = "", headers: Record<string, string> = {}): Action => ({
  kind: "answer",
  status,
  headers,
  body,
});
const respond = (run: (exchange: Exchange, response: ServerResponse) => unknown): Action => ({
  kind: "respond",
  respond: run,
});
const withHeaders = (headers: (answer: Answer) => Headers): Action => ({
  kind: "change",
  change: (sent) => ({ ...sent, headers: { ...sent.headers, ...headers(sent) } }),
});
const without = (name: string): Action => ({
  kind: "change",
  change: (sent) => ({
    ...sent,
    headers: Object.fromEntries(Object.entries(sent.headers).filter(([key]) => key !== name)),
  }),
});

const HTML = { "content-type": "text/html" };
const JSON_TYPE = { "content-type": "application/json" };
const PAGE = "<html><head><title>Sign in</title></head><body>Please sign in.</body></html>";
const WAITS = [
  "0",
  "1",
  "-1",
  "soon",
  "99999999999",
  "1e9",
  "Thu, 01 Jan 1970 00:00:00 GMT",
  "Fri, 31 Dec 2100 00:00:00 GMT",
];
const STATUSES = [400, 403, 404, 405, 408, 410, 418, 429, 500, 501, 502, 503, 504, 520, 522, 524, 530];
const NO_DIGEST = `sha256:${"0".repeat(64)}`;

/** All faults, by the layer that they come from. */
export const FAULTS: readonly Fault[] = [
  // Connections.
  { name: "reset before", act: () => ({ kind: "reset" }) },
  {
    name: "reset after it was done",
    act: () =>
      respond(async ({ forward }, response) => {
        await forward();
        response.destroy();
      }),
  },
  { name: "cut in the body", act: () => ({ kind: "truncate" }) },
  { name: "no answer", act: () => respond(() => undefined) },
  {
    name: "done, and no answer",
    act: () =>
      respond(async ({ forward }) => {
        await forward();
      }),
  },
  { name: "stalled in the body", act: () => respond(stall) },
  { name: "a trickling body", act: () => respond(trickle) },
  { name: "101", act: () => respond(switchProtocols) },
  { name: "no HTTP", act: () => respond((_, response) => response.socket?.end("SSH-2.0-OpenSSH_9.2\r\n")) },
  { name: "a second answer that nobody asked for", act: () => respond(answerTwice) },
  // Fronts.
  { name: "a status with a page", act: (random) => answer(random.pick(STATUSES), PAGE, HTML) },
  { name: "a bare status", act: (random) => answer(random.pick(STATUSES)) },
  {
    name: "429 or 503 with Retry-After",
    act: (random) => answer(random.pick([429, 503]), PAGE, { ...HTML, "retry-after": random.pick(WAITS) }),
  },
  { name: "200 with a page", act: () => answer(200, PAGE, HTML) },
  { name: "200 with a page that says it is JSON", act: () => answer(200, PAGE, JSON_TYPE) },
  { name: "204", act: () => answer(204) },
  {
    name: "a redirect to a login",
    act: (random) => answer(302, "", { location: random.pick(["/login", "https://127.0.0.1:1/login"]) }),
  },
  {
    name: "a redirect to no address",
    act: (random) =>
      answer(random.pick([301, 302, 307]), "", {
        location: random.pick(["http://[", "file:///etc/passwd", "//", "data:,x", "http://"]),
      }),
  },
  {
    name: "a redirect to itself",
    when: isRead,
    act: () => respond(({ request }, response) => response.writeHead(307, { location: request.path }).end()),
  },
  {
    name: "401 in mid-run",
    act: (random) =>
      answer(401, PAGE, {
        ...HTML,
        "www-authenticate": random.pick([
          'Basic realm="x"',
          'Bearer realm="http://["',
          'Bearer realm="http://127.0.0.1:1/token"',
          "Negotiate",
        ]),
      }),
  },
  {
    name: "another API's JSON",
    act: (random) =>
      answer(
        random.pick([200, 404, 400, 500]),
        random.pick([
          '{"errors":[{"status":"404"}]}',
          '{"message":"Not Found"}',
          '{"errors":[]}',
          "null",
          "[]",
          "{}",
          '{"errors":[{"code":"NOT_FOUND","message":"no route"}]}',
        ]),
        JSON_TYPE,
      ),
  },
  { name: "a cache's hit", when: isRead, act: () => withHeaders(() => ({ age: "300", "x-cache": "HIT" })) },
  // What is done, and how it is answered.
  {
    name: "done, and answered with an error",
    when: isDeletion,
    act: (random) => doneButAnswered(random.pick([500, 502, 504, 524, 200])),
  },
  { name: "answered, and not done", when: isDeletion, act: () => answer(202) },
  {
    name: "refused",
    when: isDeletion,
    act: (random) =>
      answer(
        random.pick([403, 405, 409, 500]),
        '{"errors":[{"code":"UNSUPPORTED","message":"no"}]}',
        JSON_TYPE,
      ),
  },
  // Answers that are wrong.
  {
    name: "a wrong digest",
    when: isRead,
    act: () => withHeaders(() => ({ "docker-content-digest": NO_DIGEST })),
  },
  { name: "no digest", when: isRead, act: () => without("docker-content-digest") },
  {
    name: "a wrong type",
    when: isRead,
    act: (random) =>
      withHeaders(() => ({
        "content-type": random.pick([
          "text/plain",
          "application/vnd.docker.distribution.manifest.v1+prettyjws",
          "application/vnd.oci.image.index.v1+json",
          "application/json",
        ]),
      })),
  },
  { name: "no type", when: isRead, act: () => without("content-type") },
  { name: "a doubled digest", when: isRead, act: () => respond(doubleDigest) },
  {
    name: "a Link",
    when: isList,
    act: (random) =>
      withHeaders(() => ({
        link: random.pick([
          '<http://127.0.0.1:1/v2/x/tags/list?last=a>; rel="next"',
          '<http://[>; rel="next"',
          "<>; rel=next",
          "nonsense",
        ]),
      })),
  },
  {
    name: "a Link to itself",
    when: isList,
    act: () =>
      respond(async ({ request, forward }, response) => {
        const sent = await forward();
        response
          .writeHead(200, { "content-type": "application/json", link: `<${request.path}>; rel="next"` })
          .end(sent.body);
      }),
  },
  {
    name: "names that are no tags",
    when: isList,
    act: (random) =>
      answer(
        200,
        random.pick([
          '{"name":"x","tags":["a b"]}',
          '{"name":"x","tags":[1]}',
          '{"name":"x","tags":{}}',
          '{"tags":["../../x"]}',
        ]),
        JSON_TYPE,
      ),
  },
  {
    name: "a gzip bomb",
    when: isGet,
    act: () =>
      respond((_, response) =>
        response.writeHead(200, { "content-type": "application/json", "content-encoding": "gzip" }).end(BOMB),
      ),
  },
  { name: "a body that is longer than it says", when: isGet, act: () => respond(tooLong) },
];

const BOMB = gzipSync(Buffer.alloc(64 * 1024 * 1024, " "));

async function stall({ forward }: Exchange, response: ServerResponse): Promise<void> {
  const { status, headers, body } = await forward();
  response.writeHead(status, { ...headers, "content-length": body.length + 1 });
  response.write(body.subarray(0, body.length / 2));
}

async function trickle({ forward }: Exchange, response: ServerResponse): Promise<void> {
  const { status, headers, body } = await forward();
  response.writeHead(status, { ...headers, "content-length": body.length });
  for (let start = 0; start < body.length && !response.destroyed; start += 64) {
    response.write(body.subarray(start, start + 64));
    await sleep(5);
  }
  response.end();
}

function switchProtocols(_: Exchange, response: ServerResponse): void {
  response.socket?.write(
    "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n",
  );
}

async function answerTwice({ request, forward }: Exchange, response: ServerResponse): Promise<void> {
  const { status, headers, body } = await forward();
  const { socket } = response;
  const lines = Object.entries({ ...headers, "content-length": String(body.length) }).map(
    ([name, value]) => `${name}: ${String(value)}`,
  );
  const head = `HTTP/1.1 ${String(status)} OK\r\n${lines.join("\r\n")}\r\n\r\n`;
  const whole = request.method === "HEAD" ? Buffer.from(head) : Buffer.concat([Buffer.from(head), body]);
  socket?.write(whole);
  socket?.write(
    'HTTP/1.1 404 Not Found\r\ncontent-type: application/json\r\ncontent-length: 60\r\n\r\n{"errors":[{"code":"MANIFEST_UNKNOWN","message":"unknown"}]}',
  );
}

async function doubleDigest({ request, forward }: Exchange, response: ServerResponse): Promise<void> {
  const { status, headers, body } = await forward();
  response.writeHead(status, {
    ...headers,
    "content-length": body.length,
    "docker-content-digest": [NO_DIGEST, NO_DIGEST],
  });
  response.end(request.method === "HEAD" ? undefined : body);
}

async function tooLong({ forward }: Exchange, response: ServerResponse): Promise<void> {
  const { headers, body } = await forward();
  const head = Object.entries(headers)
    .filter(([name]) => name !== "content-length")
    .map(([name, value]) => `${name}: ${String(value)}`);
  response.socket?.write(
    `HTTP/1.1 200 OK\r\n${head.join("\r\n")}\r\ncontent-length: ${String(body.length)}\r\n\r\n`,
  );
  response.socket?.write(Buffer.concat([body, body]));
}

function doneButAnswered(status: number): Action {
  return respond(async ({ forward }, response) => {
    await forward();
    response.writeHead(status, HTML).end(PAGE);
  });
}
