import { randomUUID } from "node:crypto";
import {
  type IncomingHttpHeaders,
  type IncomingMessage,
  request as send,
  type RequestListener,
  type ServerResponse,
} from "node:http";
import { buffer } from "node:stream/consumers";
import { mayRead, mayWrite } from "./github-access.js";
import { notePush, packageOf, type World } from "./github-state.js";
import { type Proxy, startProxy } from "./proxy.js";

const MANIFEST = /^\/v2\/(?<name>.+)\/manifests\/(?<reference>[^/?]+)$/;
const NAME = /^\/v2\/(?<name>.+)\/(?:manifests|blobs|tags|referrers)\//;

/**
 * Starts a proxy to Distribution without sign-in, through which tests push. Every manifest that is put becomes a version, or moves its tag.
 */
export async function startPushingDoor(world: World): Promise<Proxy> {
  const door = await startProxy(world.registry);
  door.on({
    when: ({ method, path }) => method === "PUT" && MANIFEST.test(path),
    act: {
      kind: "after",
      run: ({ path }, { status, headers }) => {
        const { name = "", reference = "" } = MANIFEST.exec(path)?.groups ?? {};
        const digest = headers["docker-content-digest"];
        if (status === 201 && typeof digest === "string") notePush(world, name, { reference, digest });
      },
    },
  });
  return door;
}

/** Starts the server to which ghcr.io redirects some requests. It has nothing, and records its requests. */
export async function startElsewhere(): Promise<Proxy> {
  const elsewhere = await startProxy("http://127.0.0.1:1");
  const headers = { "content-type": "text/html; charset=utf-8" };
  const body = "<!DOCTYPE html><title>Page not found</title>";
  elsewhere.on({ when: () => true, act: { kind: "answer", status: 404, headers, body } });
  return elsewhere;
}

/** The servers behind the stand-in for ghcr.io: `door` gets the requests that are passed on, `elsewhere` those that are redirected. */
export interface Front {
  readonly world: World;
  readonly door: string;
  readonly elsewhere: string;
}

interface Visit {
  readonly incoming: IncomingMessage;
  readonly response: ServerResponse;
  /** The text of the API token for which its bearer token was given; empty for an anonymous client. */
  readonly text: string;
}

/** A stand-in for ghcr.io in front of Distribution: it allows reads and pushes, but no deletion, with bearer tokens from its own /token. */
export function registryListener(front: Front): RequestListener {
  const given = new Map<string, string>();
  return (incoming, response) => {
    const { pathname, searchParams } = new URL(incoming.url ?? "/", "http://localhost");
    if (pathname === "/token") {
      const text = tokenFor(front, { incoming, response }, searchParams.get("scope") ?? "");
      if (text === undefined) return;
      const token = randomUUID();
      given.set(token, text);
      sendJson(response, 200, { token });
      return;
    }
    const bearer = /^bearer +(.+)$/i.exec(incoming.headers.authorization ?? "")?.[1] ?? "";
    const text = given.get(bearer);
    if (!pathname.startsWith("/v2/")) refuse(response, 404, ["NOT_FOUND", "not found"]);
    else if (text === undefined) challenge(incoming, response);
    else void receive(front, { incoming, response, text });
  };
}

/**
 * The API token for which a request to /token gets a bearer token, empty for an anonymous client; undefined if the request was refused. The
 * password is an API token; the user does not matter. Without a password there are tokens for public packages only.
 */
function tokenFor(
  { world }: Front,
  { incoming, response }: Omit<Visit, "text">,
  scope: string,
): string | undefined {
  const settings = world.packages.get(scope.split(":")[1] ?? "")?.settings;
  const basic = /^basic +(.+)$/i.exec(incoming.headers.authorization ?? "")?.[1];
  if (basic === undefined) {
    if (settings?.visibility === "public") return "";
    challenge(incoming, response);
    return undefined;
  }
  const password = Buffer.from(basic, "base64")
    .toString()
    .replace(/^[^:]*:/, "");
  const token = world.tokens.get(password);
  if (token && mayRead(token) && settings?.hiddenFrom.has(password) !== true) return password;
  refuse(response, 403, ["DENIED", "denied: denied"]);
  return undefined;
}

async function receive(front: Front, { incoming, response, text }: Visit): Promise<void> {
  const { method = "GET", url = "/" } = incoming;
  const name = NAME.exec(url)?.groups?.["name"];
  const isRead = method === "GET" || method === "HEAD";
  if (name !== undefined && !isOpenTo(front, name, { text, isRead })) {
    refuse(response, 403, ["DENIED", "requested access to the resource is denied"]);
  } else if (method === "DELETE") {
    refuse(response, 405, ["UNSUPPORTED", "The operation is unsupported."]);
  } else if (url.includes("/referrers/")) {
    // GitHub has no list of referrers: it redirects to a web page, with the digest cut off at its colon
    // (https://github.com/artifacthub/hub/issues/4785).
    const page = encodeURIComponent(url.replace(/^\/v2\//, "").replace(/:.*$/, ""));
    const location = `${front.elsewhere}/-/v2/packages/container/package/${page}`;
    response.writeHead(303, { location }).end();
  } else {
    await forward(front, { incoming, response });
  }
}

function isOpenTo(
  { world }: Front,
  name: string,
  { text, isRead }: { readonly text: string; readonly isRead: boolean },
): boolean {
  const settings = world.packages.get(name)?.settings;
  const token = world.tokens.get(text);
  if (token === undefined) return isRead && settings?.visibility === "public";
  return (isRead ? mayRead(token) : mayWrite(token)) && settings?.hiddenFrom.has(text) !== true;
}

/** Forwards a request to the pushing proxy, which records pushes. The Host header is kept, so that the addresses of uploads lead back here. */
async function forward({ world, door }: Front, { incoming, response }: Omit<Visit, "text">): Promise<void> {
  const { method = "GET", url = "/" } = incoming;
  const headers = withoutHops(incoming.headers);
  const sent = send(door + url, { method, headers, agent: false }).end(await buffer(incoming));
  sent.on("error", (error) => {
    refuse(response, 502, ["UNKNOWN", `The stand-in failed: ${error.message}`]);
  });
  sent.on("response", (answer) => {
    const digest = answer.headers["docker-content-digest"];
    const { name } = MANIFEST.exec(url)?.groups ?? {};
    if (method === "GET" && answer.statusCode === 200 && name !== undefined && typeof digest === "string") {
      const { downloads } = packageOf(world, name).settings;
      downloads.set(digest, (downloads.get(digest) ?? 0) + 1);
    }
    response.writeHead(answer.statusCode ?? 502, withoutHops(answer.headers));
    answer.pipe(response);
  });
}

/** The headers without those that concern one connection only. */
function withoutHops(headers: IncomingHttpHeaders): IncomingHttpHeaders {
  const hops = ["connection", "keep-alive"];
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !hops.includes(name)));
}

/** Sends the challenge in the form of ghcr.io: if the request is not about a repository, it names a made-up one. */
function challenge({ url = "/", headers }: IncomingMessage, response: ServerResponse): void {
  const name = NAME.exec(url)?.groups?.["name"] ?? "user/image";
  const realm = `http://${headers.host ?? ""}/token`;
  const scope = `repository:${name}:pull`;
  response.setHeader("www-authenticate", `Bearer realm="${realm}",service="ghcr.io",scope="${scope}"`);
  refuse(response, 401, ["UNAUTHORIZED", "authentication required"]);
}

function refuse(response: ServerResponse, status: number, [code, message]: readonly [string, string]): void {
  sendJson(response, status, { errors: [{ code, message }] });
}

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}
